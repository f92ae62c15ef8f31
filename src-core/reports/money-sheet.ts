/** 台账 as a spreadsheet: one row an entry, with what it moved; amounts are numbers in yuan, everything that names is text. */
import type { Sums } from '../agreement/effects.ts'
import type { LedgerEntry } from '../agreement/ledger-entry.ts'
import type { SheetToWrite } from '../sheet/write-sheet.ts'
import type { Language } from './code-words.ts'
import { moneyWords } from './money-words.ts'

export type SheetEntry = Pick<
  LedgerEntry,
  'id' | 'kind' | 'day' | 'units' | 'fen' | 'copayFen' | 'voucher' | 'receipt' | 'note' | 'corrects'
> & {
  readonly aboutWords: string
  readonly providerName: string
  readonly accountName: string
  readonly byName: string
  readonly sums: Sums
}

const KINDS = ['date', 'text', 'text', 'text', 'text', 'number', 'number', 'number', 'number', 'number', 'number', 'text', 'text', 'text', 'text', 'text', 'text'] as const // prettier-ignore
const WIDTHS = [12, 8, 24, 28, 24, 8, 14, 14, 14, 14, 14, 18, 14, 12, 30, 46, 46]

export function ledgerSheet(rows: readonly SheetEntry[], language: Language): SheetToWrite {
  const words = moneyWords(language)
  const yuan = (fen: number): number => fen / 100
  return {
    name: words.sheet,
    columns: words.columns.map((title, i) => ({ title, width: WIDTHS[i]!, kind: KINDS[i]! })),
    rows: rows.map((row) => [
      row.day,
      words.kind[row.kind],
      row.aboutWords || null,
      row.providerName || null,
      row.accountName || null,
      row.units || null,
      yuan(row.fen),
      row.copayFen === 0 ? null : yuan(row.copayFen),
      yuan(row.sums.reserved),
      yuan(row.sums.paid),
      yuan(row.sums.income),
      row.voucher || null,
      row.receipt || null,
      row.byName || null,
      row.note || null,
      row.id,
      row.corrects || null,
    ]),
  }
}
