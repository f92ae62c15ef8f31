/** What the program knows for the blanks of a notice. For many: nothing that a resident wrote; for the one: their own matter. */
import { actsOf, type CaseFile } from '../case-file/case-file.ts'
import { isConfidential } from '../case-file/confidential.ts'
import type { Values } from './blanks.ts'

/** `category`, `outcome` in Chinese words; `neighbourhood`: of the tree of places, never as somebody wrote it. */
export type CaseWords = { readonly category: string; readonly neighbourhood: string; readonly outcome: string }

export const manyValues = ({ category, neighbourhood, outcome }: CaseWords): Values => ({
  类别: category,
  小区: neighbourhood,
  办理结果: outcome,
})

/** Only into a notice to that resident. Whoever reports (举报) or wants no name is called nothing. */
export function oneValues(file: CaseFile, words: CaseWords): Values {
  const { requesterName = '', number = '', title = '', anonymous } = file.fields
  const isNameless = anonymous === true || isConfidential(file.fields)
  return {
    ...manyValues(words),
    姓名: isNameless ? '' : requesterName,
    工单号: number,
    事项: title,
    // A full stop of its own stands behind it.
    答复内容: (actsOf(file.acts, 'answer').at(-1)?.content ?? '').replace(/[。.]\s*$/, ''),
  }
}
