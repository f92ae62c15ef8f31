/** The report of an import: every row that is not blank, in the order of the file, with what became of it and why. */
import type { SheetToWrite } from '../sheet/write-sheet.ts'
import type { ImportPlan } from './plan-import.ts'

/** Numbers of rows in the file. `reached`: so many rows of the plan were handed in; the rest was not. */
export type Went = {
  readonly repeated: readonly number[]
  readonly refused: readonly { readonly row: number; readonly reason: string }[]
  readonly reached: number
}
type Words<K extends string> = Readonly<Record<K, string>>
export type ReportWords = {
  readonly sheet: string
  readonly columns: Words<'row' | 'number' | 'title' | 'result' | 'reason'>
  readonly results: Words<'imported' | 'repeated' | 'refused' | 'notReached'>
  /** Words of each reason's code. */
  readonly reasons: Readonly<Record<string, string>>
}

export function importReport(plan: ImportPlan, went: Went, words: ReportWords): SheetToWrite {
  const { columns, results, reasons } = words
  const repeated = new Set(went.repeated)
  const refused = new Map(went.refused.map(({ row, reason }) => [row, reason]))
  const lines: [row: number, number: string, title: string, result: string, reason: string][] = []
  plan.rows.forEach(({ row, input }, i) => {
    const reason = refused.get(row)
    const result =
      i >= went.reached
        ? results.notReached
        : reason !== undefined
          ? results.refused
          : repeated.has(row)
            ? results.repeated
            : results.imported
    // A row without a number of its own got one made from its words; nobody knows it by that.
    const number = input.externalId.startsWith('row-') ? '' : input.externalId
    lines.push([row, number, input.title, result, reason === undefined ? '' : (reasons[reason] ?? reason)])
  })
  for (const { row, reason } of plan.refused) lines.push([row, '', '', results.refused, reasons[reason] ?? reason])
  return {
    name: words.sheet,
    columns: [
      { title: columns.row, kind: 'number' },
      { title: columns.number, kind: 'text' },
      { title: columns.title, kind: 'text', width: 48 },
      { title: columns.result, kind: 'text' },
      { title: columns.reason, kind: 'text', width: 36 },
    ],
    rows: lines.toSorted(([a], [b]) => a - b),
  }
}
