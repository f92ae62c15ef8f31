/** 月报与信函: which papers there are, for which period each is usually made, and how it is put together. */
import type { DeskApi, ReportAsked } from '#app/services/desk-types.ts'
import type { PeriodName } from '#core/figures/period.ts'
import { gapPaper, gapSheets } from '#core/reports/gap-report.ts'
import {
  certificatesPaper,
  certificatesSheet,
  lettersPaper,
  lettersSheet,
  withoutEmployer,
} from '#core/reports/letters.ts'
import { periodAbout } from '#core/reports/period-about.ts'
import { monthlyPaper, monthlySheets } from '#core/reports/monthly-report.ts'
import type { Paper, PaperFrame } from '#core/reports/papers/paper.ts'
import { noticePaper, noticeSheets } from '#core/reports/public-notice.ts'
import type { ReportStamp } from '#core/reports/report-figures.ts'
import type { SheetToWrite } from '#core/sheet/write-sheet.ts'

/** 月报 · 办理结果公示 · 服务缺口报告 · 服务情况反馈函 · 志愿服务时长证明. To add one: here, its line below, and its words (monthly.paper). */
export const MONTHLY_PAPERS = ['monthly', 'public-notice', 'gaps', 'letters', 'certificates'] as const
export type MonthlyPaper = (typeof MONTHLY_PAPERS)[number]

/** `unaddressed`: party members for whom no letter can go out. */
export type MadePaper = {
  readonly paper: Paper
  readonly sheets: readonly SheetToWrite[]
  readonly unaddressed: number
}

type Kind = {
  readonly usually: PeriodName
  /** Null where there is nobody to make it for. */
  readonly make: (desk: DeskApi, asked: ReportAsked, frame: PaperFrame) => Promise<MadePaper | null>
}

/** One moment and one state of the records for the whole paper: those of its figures. */
const stamped = (frame: PaperFrame, { madeAt, heads }: ReportStamp): PaperFrame => ({
  ...frame,
  printedAt: madeAt,
  heads,
})

export const PAPER_KINDS: Readonly<Record<MonthlyPaper, Kind>> = {
  monthly: {
    usually: 'last-month',
    make: async (desk, asked, plain) => {
      const facts = await desk.monthly(asked)
      const frame = stamped(plain, facts.figures.stamp)
      return { paper: monthlyPaper(facts, frame), sheets: monthlySheets(facts, frame), unaddressed: 0 }
    },
  },
  'public-notice': {
    usually: 'last-month',
    make: async (desk, asked, plain) => {
      const facts = await desk.publicFacts(asked)
      const frame = stamped(plain, facts.figures.stamp)
      return { paper: noticePaper(facts, frame), sheets: noticeSheets(facts, frame), unaddressed: 0 }
    },
  },
  gaps: {
    usually: 'last-quarter',
    make: async (desk, asked, plain) => {
      const { gapList: list, ...facts } = await desk.monthly(asked)
      const frame = stamped(plain, facts.figures.stamp)
      return {
        paper: gapPaper({ ...facts, list }, frame),
        sheets: gapSheets({ ...facts, list }, frame),
        unaddressed: 0,
      }
    },
  },
  letters: {
    usually: 'last-quarter',
    make: async (desk, asked, frame) => {
      const { period, helpers } = await desk.helpers(asked)
      const parts = { helpers, about: periodAbout(period, frame.words.language), frame }
      const paper = lettersPaper(parts)
      return paper && { paper, sheets: [lettersSheet(parts)], unaddressed: withoutEmployer(helpers) }
    },
  },
  certificates: {
    usually: 'last-quarter',
    make: async (desk, asked, frame) => {
      const { period, helpers } = await desk.helpers(asked)
      const parts = { helpers, about: periodAbout(period, frame.words.language), frame }
      const paper = certificatesPaper(parts)
      return paper && { paper, sheets: [certificatesSheet(parts)], unaddressed: 0 }
    },
  },
}
