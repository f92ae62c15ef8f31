/** 服务缺口报告 (DOMAIN §4.4), for whoever plans services: what is lacking where, counted and one by one. No place narrower than a 小区, no note. */
import type { SheetToWrite } from '../sheet/write-sheet.ts'
import { codeWords } from './code-words.ts'
import type { GapDetail } from './monthly-more.ts'
import { gapTable, type MonthlyFacts } from './monthly-tables.ts'
import { periodAbout } from './period-about.ts'
import { footOf, type Paper, type PaperFrame } from './papers/paper.ts'
import { monthlyWords, stampBoxes, stampSheet } from './report-stamp.ts'
import { paperTable, tableSheet, type ReportTable } from './report-table.ts'

export type GapFacts = MonthlyFacts & { readonly list: readonly GapDetail[] }

function listTable({ list, named }: GapFacts, frame: PaperFrame): ReportTable {
  const words = monthlyWords(frame)
  const codes = codeWords(frame.words.language)
  const { gapReport } = words
  return {
    name: gapReport.list,
    caption: gapReport.list,
    columns: [
      { title: words.column.number, kind: 'words', width: 18 },
      { title: gapReport.recorded, kind: 'day', width: 12 },
      { title: words.by.type, kind: 'words', width: 12 },
      { title: words.by.category, kind: 'words', width: 18 },
      { title: words.by.place, kind: 'words', width: 14 },
      { title: gapReport.wantedBy, kind: 'day', width: 12 },
      { title: words.column.outcome, kind: 'words', width: 14 },
    ],
    rows: list.map((gap) => [
      gap.number,
      gap.at.slice(0, 10),
      codes.serviceType[gap.serviceType],
      gap.confidential ? words.confidential : named.categories[gap.category] || words.unnamed.category,
      gap.confidential ? words.confidential : named.places[gap.place] || words.unnamed.place,
      gap.wantedBy && gap.wantedBy.slice(0, 10),
      gapReport.state[gap.state],
    ]),
  }
}

function sentence({ more }: GapFacts, frame: PaperFrame): string {
  const words = monthlyWords(frame)
  const all = more.gaps.reduce((sum, gap) => sum + gap.all, 0)
  return all === 0 ? words.noGaps : words.gapsText(all, more.gaps.reduce((sum, gap) => sum + gap.open, 0)) // prettier-ignore
}

export function gapPaper(facts: GapFacts, frame: PaperFrame): Paper {
  const words = monthlyWords(frame)
  const { stamp } = facts.figures
  const tables = facts.list.length === 0 ? [] : [gapTable(facts, frame), listTable(facts, frame)]
  return {
    station: frame.station,
    title: words.gapReport.title,
    number: '',
    copy: '',
    landscape: false,
    fileName: words.gapReport.fileName(periodAbout(stamp.period, frame.words.language)),
    words: frame.words,
    foot: footOf(frame),
    parts: [
      stampBoxes(stamp, frame),
      { kind: 'text', paragraphs: [sentence(facts, frame)] },
      ...tables.map((table, i) => paperTable({ ...table, caption: words.tableNumber(i + 1, table.caption) })),
      { kind: 'remarks', title: '', lines: [words.privacy] },
      { kind: 'signing', places: [words.madeBy, words.checkedBy], seal: words.seal, station: frame.station },
    ],
  }
}

export const gapSheets = (facts: GapFacts, frame: PaperFrame): SheetToWrite[] => [
  stampSheet(facts.figures.stamp, frame, [
    [frame.station, monthlyWords(frame).gapReport.title],
    [monthlyWords(frame).gapReport.title, sentence(facts, frame)],
  ]),
  tableSheet(gapTable(facts, frame)),
  tableSheet(listTable(facts, frame)),
]
