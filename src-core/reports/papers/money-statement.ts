/** 结算单: what a provider was paid in a period, entry by entry, with what stood before and after, and 大写. No resident, no donor. */
import type { Sums } from '#core/agreement/effects.ts'
import type { QUOTA_UNITS } from '#core/agreement/agreement.ts'
import { yuanText } from '#core/lib/yuan.ts'
import { yuanInWords } from '#core/lib/yuan-in-words.ts'
import type { SheetEntry } from '../money-sheet.ts'
import { moneyWords } from '../money-words.ts'
import { footOf, type Paper, type PaperFrame } from './paper.ts'

export type StatementToPrint = {
  readonly provider: string
  readonly creditCode: string
  readonly from: string
  readonly to: string
  readonly rows: readonly (SheetEntry & { readonly account: string })[]
  readonly opening: Sums
  readonly moved: Sums
  readonly closing: Sums
  readonly unitOf: (account: string) => (typeof QUOTA_UNITS)[number] | ''
}

/** What is paid: reservations come and go before that, and concern nobody outside. */
const PAID: ReadonlySet<string> = new Set(['settle', 'spend', 'adjust'])

export function moneyStatementPaper(given: StatementToPrint, frame: PaperFrame): Paper {
  const { station, words } = frame
  const { kind, unit, statement: own } = moneyWords(words.language)
  const rows = given.rows.filter((row) => PAID.has(row.kind))
  const { opening, moved, closing } = given
  return {
    station,
    title: own.title,
    number: '',
    copy: '',
    landscape: false,
    fileName: own.fileName(given.provider, given.from, given.to),
    words,
    foot: footOf(frame),
    parts: [
      {
        kind: 'letter',
        to: '',
        text: `${own.about(given.provider, given.creditCode)}　${own.period(given.from, given.to)}`,
      },
      {
        kind: 'boxes',
        rows: [
          [
            { label: own.opening, value: `¥${yuanText(opening.paid)}` },
            { label: own.closing, value: `¥${yuanText(closing.paid)}` },
          ],
        ],
      },
      rows.length === 0
        ? { kind: 'remarks', title: '', lines: [own.none] }
        : {
            kind: 'table',
            head: own.head,
            widths: [12, 23, 8, 17, 9, 11, 9, 11],
            centred: [0, 2, 4],
            rows: rows.map((row) => {
              const counted = given.unitOf(row.account)
              return [
                row.day,
                row.aboutWords,
                kind[row.kind],
                row.accountName,
                row.units === 0 ? '' : `${row.units}${counted === '' ? '' : unit[counted]}`,
                yuanText(row.fen),
                row.copayFen === 0 ? '' : yuanText(row.copayFen),
                row.voucher,
              ]
            }),
          },
      {
        kind: 'remarks',
        title: '',
        lines: [
          own.total(yuanText(moved.paid), yuanInWords(moved.paid)),
          ...(moved.copay === 0 ? [] : [own.copay(yuanText(moved.copay))]),
          ...(closing.reserved === 0 ? [] : [own.reserved(yuanText(closing.reserved))]),
          ...own.remarks,
        ],
      },
      { kind: 'signing', places: own.places, seal: own.seal, station },
    ],
  }
}
