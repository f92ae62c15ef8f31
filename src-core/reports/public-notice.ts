/**
 * 办理结果公示: counts and matters without persons (DOMAIN §8 "Publishing removes personal data"). Groups are names of the
 * catalogue, neighbourhoods and outcomes, never words that somebody typed; a group of fewer than three is counted under 其他
 * (small-numbers.ts); reports (举报) are left out by whoever makes the figures. Neither case numbers nor data of staff.
 */
import type { Outcome } from '../case-file/codes.ts'
import { rateText, share } from '../figures/rates.ts'
import type { SheetToWrite } from '../sheet/write-sheet.ts'
import { codeWords } from './code-words.ts'
import { groupName } from './monthly-tables.ts'
import { periodAbout } from './period-about.ts'
import { footOf, type Paper, type PaperFrame, type PaperPart } from './papers/paper.ts'
import type { Group, ReportFigures } from './report-figures.ts'
import { monthlyWords, stampBoxes, stampSheet, type PrintedStamp } from './report-stamp.ts'
import { paperTable, tableSheet, type ReportTable } from './report-table.ts'
import { LEAST, withoutSmall, type Counted } from './small-numbers.ts'

/** `figures`: of everything but 举报. `outcomes`: of the rounds closed in the period. */
export type PublicFacts = {
  readonly figures: ReportFigures
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>
}

/** What hangs in public is broken down by these alone. */
const SHOWN = ['type', 'level1', 'place'] as const

function tables({ figures, outcomes }: PublicFacts, frame: PaperFrame): readonly ReportTable[] {
  const words = monthlyWords(frame)
  const codes = codeWords(frame.words.language)
  const table = (title: string, groups: readonly Counted[]): ReportTable[] => {
    const rows = withoutSmall(groups, words.notice.others)
    const all = rows.reduce((sum, { count }) => sum + count, 0)
    if (rows.length === 0) return []
    return [
      {
        name: title,
        caption: title,
        columns: [
          { title, kind: 'words', width: 56 },
          { title: words.column.count, kind: 'count', width: 22 },
          { title: words.column.share, kind: 'percent', width: 22 },
        ],
        rows: [...rows.map(({ name, count }) => [name, count, share(count, all)]), [words.sum, all, share(all, all)]],
      },
    ]
  }
  const received = (groups: readonly Group[], by: (typeof SHOWN)[number]): Counted[] =>
    groups.map((group) => ({ name: groupName(group, by, frame), count: group.counts.received }))
  return [
    ...SHOWN.flatMap((by) => table(words.by[by], received(figures.groups[by], by))),
    ...table(
      words.notice.outcome,
      (Object.keys(outcomes) as Outcome[]).map((outcome) => ({ name: codes.outcome[outcome], count: outcomes[outcome] ?? 0 })), // prettier-ignore
    ),
  ]
}

/** A sum that is too small to be told is told as such. */
const told = (count: number, frame: PaperFrame): string => {
  const { notice } = monthlyWords(frame)
  return count === 0 || count >= LEAST ? notice.cases(count) : notice.small(LEAST)
}

function sentences({ figures }: PublicFacts, frame: PaperFrame): readonly string[] {
  const words = monthlyWords(frame)
  const { counts: n, rates, inTime } = figures.all
  const { period } = figures.stamp
  return [
    words.notice.opening(frame.station, periodAbout(period, frame.words.language)),
    words.notice.closing({ received: told(n.received, frame), closed: told(n.closed, frame), inTime: n.timed >= LEAST ? rateText(inTime) : frame.words.none }), // prettier-ignore
    rates.valid >= LEAST
      ? words.notice.rates(rates.valid, rateText(rates.response), rateText(rates.solution), rateText(rates.satisfaction)) // prettier-ignore
      : words.notice.tooFew(LEAST),
  ]
}

export function noticePaper(facts: PublicFacts, frame: PaperFrame): Paper {
  const words = monthlyWords(frame)
  const { stamp } = facts.figures
  return {
    station: frame.station,
    title: words.notice.title,
    number: '',
    copy: '',
    landscape: false,
    fileName: words.notice.fileName(periodAbout(stamp.period, frame.words.language)),
    words: frame.words,
    foot: footOf(frame),
    parts: [
      { kind: 'text', paragraphs: sentences(facts, frame) },
      ...tables(facts, frame).map((table, i): PaperPart =>
        paperTable({ ...table, caption: words.tableNumber(i + 1, table.caption) }),
      ),
      { kind: 'remarks', title: words.about, lines: [words.notice.method(LEAST), words.notice.objections] },
      { kind: 'signing', places: [], seal: words.seal, station: frame.station },
      stampBoxes(publicStamp(stamp), frame),
    ],
  }
}

const publicStamp = (stamp: ReportFigures['stamp']): PrintedStamp => ({ ...stamp, counts: null })

export function noticeSheets(facts: PublicFacts, frame: PaperFrame): SheetToWrite[] {
  const words = monthlyWords(frame)
  const lines = sentences(facts, frame).map((text) => [words.notice.title, text] as const)
  return [
    stampSheet(publicStamp(facts.figures.stamp), frame, [...lines, [words.about, words.notice.method(LEAST)]]),
    ...tables(facts, frame).map(tableSheet),
  ]
}
