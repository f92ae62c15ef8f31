/** What several answers of the desk have in common, without what tells of anybody (柜台模式). */
import { VEIL, veiledCase, veiledName, veiledWords } from '#core/case-file/veiled.ts'
import { veiledRouting } from '#core/routing/veiled-routing.ts'
import type { CallSheet, CaseRow, CaseView, LedgerRow, NoticeRow, OrderMoneyView, PersonRow } from './desk-types.ts'

export const veiledRow = <T extends CaseRow>(row: T): T => ({
  ...row,
  title: VEIL,
  requester: veiledName(row.requester),
  place: veiledWords(row.place),
})
export const veiledRows = <T extends { readonly rows: readonly CaseRow[] }>(page: T): T => ({
  ...page,
  rows: page.rows.map(veiledRow),
})
export const veiledSheet = (sheet: CallSheet): CallSheet => ({
  ...sheet,
  row: veiledRow(sheet.row),
  name: veiledName(sheet.name),
  phone: '',
  answer: veiledWords(sheet.answer),
})
export const veiledPerson = (row: PersonRow): PersonRow => ({
  ...row,
  name: veiledName(row.name),
  phoneTail: '',
  place: veiledWords(row.place),
})
export const veiledTopic = <T extends { readonly title: string; readonly place: string; readonly note: string }>(
  topic: T,
): T => ({
  ...topic,
  title: VEIL,
  place: veiledWords(topic.place),
  note: veiledWords(topic.note),
})
export const veiledNotice = <T extends NoticeRow>(row: T): T =>
  row.audience === 'many' ? row : { ...row, title: VEIL, body: VEIL }
export const veiledView = (view: CaseView | null): CaseView | null =>
  view && {
    ...view,
    file: veiledCase(view.file),
    // The words that decided are words of the story, and some reasons tell who the resident is.
    routing: view.routing && veiledRouting(view.routing),
  }

/** A case is told by its number; what a topic is called came from residents. */
export const veiledEntry = <T extends LedgerRow>(row: T): T => ({
  ...row,
  donor: veiledWords(row.donor),
  note: veiledWords(row.note),
  ...(!row.about.startsWith('case:') && { aboutWords: veiledWords(row.aboutWords) }),
})
export const veiledOrder = (order: OrderMoneyView): OrderMoneyView => ({
  ...order,
  title: VEIL,
  rows: order.rows.map(veiledEntry),
  open: order.open && { ...order.open, note: veiledWords(order.open.note) },
  settle: order.settle && { ...order.settle, note: veiledWords(order.settle.note) },
})
