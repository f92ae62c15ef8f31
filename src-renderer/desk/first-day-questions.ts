/** What the screens ask about 上报材料 of the first day, which needs no keys. */
import { entitiesOf, readEntity, userName } from '#core/book/book.ts'
import type { PackFields } from '#core/peer/fields.ts'
import type { Asking } from './asking.ts'
import { makeFirstDayPack, type FirstDayAsked, type FirstDayPack } from './first-day.ts'

/** One that was made; `by`: a name. */
export type PackMade = Omit<PackFields, 'by'> & { readonly id: string; readonly by: string }

export type FirstDayQuestions = {
  /** The password stands in the answer and nowhere else. The period must be one (`periodProblem`). */
  firstDayPack(asked: FirstDayAsked): Promise<FirstDayPack>
  /** Those that were made here and at the other PCs of this house, newest first. */
  packsMade(): Promise<readonly PackMade[]>
}

export const firstDayQuestions = (asking: Asking): FirstDayQuestions => ({
  firstDayPack: (asked) => makeFirstDayPack(asking, asked),
  packsMade: async () => {
    const { book } = (await asking.ready()).state
    return [...entitiesOf(book, 'pack')]
      .flatMap((id) => {
        const pack = readEntity(book, id) as PackFields | null
        return pack ? [{ ...pack, id, by: userName(book, pack.by) }] : []
      })
      .toSorted((a, b) => (a.at < b.at ? 1 : -1))
  },
})
