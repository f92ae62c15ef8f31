/** 工单清单: the filtered list on A4 across, its head again on every page. */
import type { CaseSummary } from '#core/case-file/summary.ts'
import { dayOf } from '#core/lib/time.ts'
import { statusWords } from '../code-words.ts'
import { maskedName, maskedPlace, maskedText } from '#core/case-file/masked.ts'
import { footOf, type Paper, type PaperFrame, type Reader } from './paper.ts'

/** About eighty sheets; whoever wants more wants a file. */
export const LIST_ROWS = 2_000

export type ListRow = Omit<CaseSummary, 'text'> & { readonly providerName: string }

/** `filters`: words of what narrows the list; `total`: of all that match. */
export type ListToPrint = {
  readonly rows: readonly ListRow[]
  readonly total: number
  readonly filters: readonly string[]
}

const WIDTHS = [4, 13, 24, 7, 7, 12.5, 13.5, 5.5, 6.75, 6.75]

export function caseListPaper({ rows, total, filters }: ListToPrint, frame: PaperFrame, reader: Reader): Paper {
  const { words, codes, station, printedAt } = frame
  const { list } = words
  const isMasked = reader === 'outsider'
  const shown = rows.slice(0, LIST_ROWS)
  const summary = [
    filters.length > 0 ? list.filters(filters) : list.all,
    list.count(total),
    shown.length < total && list.cut(shown.length, total),
  ]
  return {
    station,
    title: list.title,
    number: '',
    copy: isMasked ? list.copyMasked : list.copy,
    landscape: true,
    fileName: list.fileName(dayOf(printedAt)),
    words,
    foot: footOf(frame),
    parts: [
      { kind: 'letter', to: '', text: summary.filter(Boolean).join('　') },
      {
        kind: 'table',
        head: list.head,
        widths: WIDTHS,
        centred: [0, 8, 9],
        rows: shown.map((row, i) => [
          String(i + 1),
          row.number,
          isMasked ? titleOf(row) : row.title,
          codes.requestKind[row.requestKind],
          row.requestKind === 'report'
            ? words.none
            : isMasked && row.requester
              ? maskedName(row.requester)
              : row.requester,
          isMasked || row.requestKind === 'report' ? maskedPlace(row.place) : row.place,
          row.providerName,
          statusWords(codes, row.status, row.serviceType),
          row.receivedAt.slice(0, 10),
          row.dueAt?.slice(0, 10) ?? words.none,
        ]),
      },
    ],
  }
}

/** A unit and its contact person are two names: `requester` of a row joins them. */
const titleOf = ({ title, requester }: ListToPrint['rows'][number]): string =>
  requester.split(' · ').reduce((masked, name) => maskedText(masked, name, ''), title)
