/** 回访抽样说明 (DOMAIN §7.5): population, rate, seed and list, so that anyone can draw the same sample again. No name stands on it. */
import { footOf, type Paper, type PaperFrame } from './paper.ts'
import { REVISIT_PAPER_WORDS } from './revisit-words.ts'

/** About twenty-five sheets. */
export const DRAW_ROWS = 1_000

export type DrawToPrint = {
  /** `2026-11`. */
  readonly month: string
  readonly closings: number
  readonly always: number
  readonly nobody: number
  readonly byLot: number
  readonly unplanned: number
  readonly groups: readonly {
    readonly rate: number
    readonly seed: string
    readonly of: number
    readonly drawn: number
  }[]
  readonly rows: readonly {
    readonly number: string
    readonly at: string
    readonly seed: string
    readonly case: string
    readonly round: number
    readonly digits: string
    readonly drawn: boolean
  }[]
}

export function revisitDrawPaper(draw: DrawToPrint, frame: PaperFrame): Paper {
  const { words, station } = frame
  const own = REVISIT_PAPER_WORDS[words.language].draw
  const rows = draw.rows.slice(0, DRAW_ROWS)
  return {
    station,
    title: own.title,
    number: '',
    copy: draw.month,
    landscape: true,
    fileName: own.fileName(draw.month),
    words,
    foot: footOf(frame),
    parts: [
      { kind: 'letter', to: '', text: own.counts(draw) },
      ...draw.groups.map(({ rate, seed, of, drawn }) => ({
        kind: 'letter' as const,
        to: '',
        text: own.group(rate, seed, of, drawn),
      })),
      {
        kind: 'table',
        head: own.head,
        widths: [5, 17, 13, 47, 10, 8],
        centred: [0, 2, 4, 5],
        rows: rows.map((row, i) => [
          String(i + 1),
          row.number,
          row.at.slice(0, 16).replace('T', ' '),
          `${row.seed}/${row.case}/${row.round}`,
          row.digits,
          own.drawn(row.drawn),
        ]),
      },
      {
        kind: 'remarks',
        title: '',
        lines: [own.how, ...(rows.length < draw.rows.length ? [own.cut(rows.length, draw.rows.length)] : [])],
      },
    ],
  }
}
