/**
 * 社区服务月报, for any period: text with its numbers, and a table behind each sentence. One list of tables makes paper, Word
 * file and spreadsheet, so that no two of them can differ. No name, telephone number or door is in it: groups, organisations
 * and case numbers only; a report (举报) that is late shows its number alone.
 */
import { yuanText } from '../lib/yuan.ts'
import { rateText } from '../figures/rates.ts'
import type { SheetToWrite } from '../sheet/write-sheet.ts'
import {
  agesTable,
  badTable,
  gapTable,
  groupName,
  groupTable,
  hotspotTable,
  lateTable,
  moneyTable,
  ratesTable,
  type MonthlyFacts,
} from './monthly-tables.ts'
import { periodAbout } from './period-about.ts'
import { footOf, type Paper, type PaperFrame, type PaperPart } from './papers/paper.ts'
import { isMonth, issueOf, monthlyWords, stampBoxes, stampSheet } from './report-stamp.ts'
import { paperTable, tableSheet, type ReportTable } from './report-table.ts'
import type { Grouping } from './slices.ts'

/** Broken down so, unless somebody asks for one alone. */
export const MONTHLY_GROUPINGS: readonly Grouping[] = ['type', 'place', 'level1', 'provider']

/** An upper office knows stations and no places. */
const groupingsOf = ({ figures }: MonthlyFacts): readonly Grouping[] =>
  figures.groups.station.some(({ key }) => key !== '')
    ? ['station', ...MONTHLY_GROUPINGS.filter((by) => by !== 'place')]
    : MONTHLY_GROUPINGS

/** Late ones that a paper lists; the spreadsheet has all of them. */
const MOST_LATE = 30

type Section = {
  readonly heading: string
  readonly paragraphs: readonly string[]
  readonly tables: readonly ReportTable[]
  /** Of a table, how many of its rows stand on paper. */
  readonly most?: number
}

function sections(facts: MonthlyFacts, by: readonly Grouping[], frame: PaperFrame): readonly Section[] {
  const words = monthlyWords(frame)
  const { figures, more } = facts
  const { counts: n, rates, inTime } = figures.all
  const types = figures.groups.type.filter(({ counts }) => counts.received > 0)
  const whole = more.money.reduce((sum, { paid, reserved, copay }) => ({ paid: sum.paid + paid, reserved: sum.reserved + reserved, copay: sum.copay + copay }), { paid: 0, reserved: 0, copay: 0 }) // prettier-ignore
  const gaps = { all: 0, open: 0 }
  for (const gap of more.gaps) {
    gaps.all += gap.all
    gaps.open += gap.open
  }
  const hot = hotspotTable(facts, frame)
  const { ties } = figures.stamp.counts
  const when = <T>(condition: boolean, ...of: T[]): T[] => (condition ? of : [])
  const list: readonly [keyof typeof words.heading, Omit<Section, 'heading'>][] = [
    [
      'overall',
      {
        paragraphs: [
          words.overall({ received: n.received, reopened: n.reopened, closed: n.closed, onTheSpot: n['on-the-spot'], inTime: rateText(inTime), open: n.open, overdue: n.overdue }), // prettier-ignore
          ...when(types.length > 0, words.types(types.map((group) => ({ name: groupName(group, 'type', frame), count: group.counts.received })))), // prettier-ignore
        ],
        tables: [],
      },
    ],
    ['groups', { paragraphs: [], tables: by.map((grouping) => groupTable(facts, grouping, frame)) }],
    [
      'rates',
      {
        paragraphs:
          rates.valid === 0
            ? [words.noRevisit]
            : [
                words.rateText({
                  ...rates,
                  response: rateText(rates.response),
                  solution: rateText(rates.solution),
                  satisfaction: rateText(rates.satisfaction),
                  score: rateText(rates.score, ''),
                }),
                ...when(n.self > 0, words.selfText(n.self)),
                ...when(ties > 0, words.tiesText(ties)),
              ],
        tables: when(rates.valid > 0, ratesTable(facts, frame)),
      },
    ],
    [
      'bad',
      {
        paragraphs: [more.bad.all === 0 ? words.noBad : words.badText(more.bad)],
        tables: when(more.bad.all > 0, badTable(facts, frame)),
      },
    ],
    [
      'gaps',
      {
        paragraphs: [gaps.all === 0 ? words.noGaps : words.gapsText(gaps.all, gaps.open)],
        tables: when(gaps.all > 0, gapTable(facts, frame)),
      },
    ],
    [
      'money',
      {
        paragraphs: [
          more.money.length === 0
            ? words.noMoney
            : words.moneyText(yuanText(whole.paid), yuanText(whole.reserved), yuanText(whole.copay), more.money.filter(({ paid }) => paid > 0).length), // prettier-ignore
        ],
        tables: when(more.money.length > 0, moneyTable(facts, frame)),
      },
    ],
    [
      'hotspots',
      {
        paragraphs: [
          hot.rows.length === 0 ? words.noHotspots : words.hotspotsText(hot.rows.length),
          ...when(more.topics.begun + more.topics.open > 0, words.topicsText(more.topics.begun, more.topics.open)),
        ],
        tables: when(hot.rows.length > 0, hot),
      },
    ],
    [
      'open',
      {
        paragraphs: [n.open === 0 ? words.noOpen : words.openText(n.open, n.overdue)],
        tables: [...when(n.open > 0, agesTable(facts, frame)), ...when(more.late.length > 0, lateTable(facts, frame))],
        most: MOST_LATE,
      },
    ],
  ]
  return list.map(([name, section], i) => ({ ...section, heading: words.heading[name](i + 1) }))
}

export function monthlyPaper(
  facts: MonthlyFacts,
  frame: PaperFrame,
  by: readonly Grouping[] = groupingsOf(facts),
): Paper {
  const words = monthlyWords(frame)
  const { stamp } = facts.figures
  let tables = 0
  const parts = sections(facts, by, frame).flatMap(
    ({ heading, paragraphs, tables: shown, most = Infinity }): PaperPart[] => [
      { kind: 'heading', text: heading },
      ...(paragraphs.length > 0 ? [{ kind: 'text', paragraphs } as const] : []),
      ...shown.flatMap((table): PaperPart[] => [
        paperTable({
          ...table,
          caption: words.tableNumber((tables += 1), table.caption),
          rows: table.rows.slice(0, most),
        }),
        ...(table.rows.length > most
          ? [{ kind: 'text', paragraphs: [words.cut(most, table.rows.length)] } as const]
          : []),
      ]),
    ],
  )
  return {
    station: frame.station,
    title: words.title(isMonth(stamp)),
    number: issueOf(stamp, words),
    copy: '',
    landscape: false,
    fileName: words.fileName(isMonth(stamp), periodAbout(stamp.period, frame.words.language)),
    words: { ...frame.words, number: (number) => number },
    foot: footOf(frame),
    parts: [
      stampBoxes(stamp, frame),
      ...parts,
      { kind: 'remarks', title: '', lines: [words.privacy] },
      { kind: 'signing', places: [words.madeBy, words.checkedBy], seal: words.seal, station: frame.station },
    ],
  }
}

/** The stamp first, then a sheet for every table. */
export function monthlySheets(
  facts: MonthlyFacts,
  frame: PaperFrame,
  by: readonly Grouping[] = groupingsOf(facts),
): SheetToWrite[] {
  const words = monthlyWords(frame)
  const { stamp } = facts.figures
  const all = sections(facts, by, frame)
  const title = [words.title(isMonth(stamp)), issueOf(stamp, words)].filter(Boolean).join(' ')
  const text = all.flatMap(({ heading, paragraphs }) => paragraphs.map((line) => [heading, line] as const))
  return [
    stampSheet(stamp, frame, [[frame.station, title], ...text]),
    ...all.flatMap(({ tables }) => tables).map(tableSheet),
  ]
}
