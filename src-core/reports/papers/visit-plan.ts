/** 走访计划 on A4 across: who is due, with room for what was found. Masked names and doors for whoever is outside (DOMAIN §9.2). */
import { maskedName, maskedPlace } from '#core/case-file/masked.ts'
import { dayOf, type Day } from '#core/lib/time.ts'
import { footOf, type Paper, type PaperFrame, type Reader } from './paper.ts'

/** About forty sheets. */
export const VISIT_ROWS = 1_000

export type VisitToPrint = {
  readonly name: string
  readonly phoneTail: string
  readonly place: string
  /** Words of marks and tier. */
  readonly marks: string
  readonly due: Day
  readonly overdue: boolean
  readonly last: Day | null
}

const WIDTHS = [4, 8, 8, 21, 17, 10, 10, 22]

/** `about`: where, which tier, until when, as one line. */
export function visitPlanPaper(rows: readonly VisitToPrint[], about: string, frame: PaperFrame, reader: Reader): Paper {
  const { words, station, printedAt } = frame
  const { visits } = words
  const isMasked = reader === 'outsider'
  return {
    station,
    title: visits.title,
    number: '',
    copy: isMasked ? words.list.copyMasked : words.list.copy,
    landscape: true,
    fileName: visits.fileName(dayOf(printedAt)),
    words,
    foot: footOf(frame),
    parts: [
      { kind: 'letter', to: '', text: `${about}　${visits.count(rows.length)}` },
      {
        kind: 'table',
        head: visits.head,
        widths: WIDTHS,
        centred: [0, 2, 5, 6],
        rows: rows.map((row, i) => [
          String(i + 1),
          isMasked ? maskedName(row.name) : row.name,
          isMasked ? '' : row.phoneTail,
          isMasked ? maskedPlace(row.place) : row.place,
          isMasked ? '' : row.marks,
          row.overdue ? visits.late(row.due) : row.due,
          row.last ?? words.none,
          '',
        ]),
      },
    ],
  }
}
