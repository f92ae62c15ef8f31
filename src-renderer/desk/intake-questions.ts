/** What the screens ask about intake besides cases. */
import { entitiesOf, readEntity } from '#core/book/book.ts'
import { currentTemplates, TEMPLATE, type Template } from '#core/case-file/template.ts'
import type { Asking } from './asking.ts'

export type IntakeQuestions = {
  /** 常用模板 in use: the station's own first, then those that are built in. */
  templates(): Promise<readonly Template[]>
}

export const intakeQuestions = ({ ready }: Asking): IntakeQuestions => ({
  async templates() {
    const { book } = (await ready()).state
    const own = [...entitiesOf(book, 'template')].flatMap((id): Template[] => {
      const read = TEMPLATE.safeParse(readEntity(book, id))
      return read.success ? [{ id, ...read.data }] : []
    })
    return currentTemplates(own)
  },
})
