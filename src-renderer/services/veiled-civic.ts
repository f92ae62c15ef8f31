/** What of the four haves and of deliberations residents at the counter may see: numbers, days and states, never words of people. */
import { VEIL, veiledName, veiledWords } from '#core/case-file/veiled.ts'
import type { DeliberationView, HaveCheckShown, HaveRow, HaveView, StepShown } from './desk-types.ts'

export function veiledDeliberation(view: DeliberationView): DeliberationView {
  const step = (record: StepShown): StepShown => ({
    ...record,
    note: veiledWords(record.note),
    reason: veiledWords(record.reason),
    ...(record.text && { text: VEIL }),
    ...(record.who && { who: veiledName(record.who) }),
    ...(record.objection && { objection: VEIL }),
    ...(record.answer && { answer: VEIL }),
  })
  return {
    ...view,
    title: VEIL,
    note: veiledWords(view.note),
    road: view.road.map((one) => ({ ...one, records: one.records.map(step) })),
    corrected: view.corrected.map(step),
    tasks: view.tasks.map((task) => ({ ...task, what: VEIL, who: veiledName(task.who), doneNote: veiledWords(task.doneNote ?? '') })), // prettier-ignore
  }
}

export const veiledHaves = (row: HaveRow): HaveRow => ({
  ...row,
  cells: row.cells.map((cell) => ({ ...cell, topic: cell.topic && { ...cell.topic, title: VEIL } })),
})

const veiledCheck = (check: HaveCheckShown): HaveCheckShown => ({
  ...check,
  note: veiledWords(check.note),
  checkedBy: veiledName(check.checkedBy),
  photos: [],
})

/** Requests are left out: how many there are stands beside them. */
export const veiledHaveView = (view: HaveView): HaveView => ({
  ...view,
  row: veiledHaves(view.row),
  current: view.current && veiledCheck(view.current),
  history: view.history.map(veiledCheck),
  requests: [],
  linkedCases: [],
  linkedTopics: view.linkedTopics.map((topic) => ({ ...topic, title: VEIL })),
})
