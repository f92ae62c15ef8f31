/** 统计 without a window: the figures of a period as a monthly report (.docx), a spreadsheet (.xlsx) or plain values (.json). */
import { dirname, extname, resolve } from 'node:path'
import { readCase, type Book } from '#core/book/book.ts'
import { readingOf } from '#core/book/reading.ts'
import { reportMoreOf } from '#core/book/report-more-of.ts'
import { reportNamesOf } from '#core/book/report-names-of.ts'
import { countResults } from '#core/book/routing-of.ts'
import { writeDocx } from '#core/document/write-docx.ts'
import { periodProblem, typedEnd, type Period } from '#core/figures/period.ts'
import { rateText } from '#core/figures/rates.ts'
import { factsOf } from '#core/figures/round-facts.ts'
import { rateRulesOf } from '#core/figures/settings.ts'
import { headSet } from '#core/kernel/head-set.ts'
import { ok, type Result } from '#core/lib/result.ts'
import { utf8 } from '#core/lib/bytes.ts'
import { momentOf, type Moment } from '#core/lib/time.ts'
import { codeWords } from '#core/reports/code-words.ts'
import { monthlyPaper, monthlySheets, MONTHLY_GROUPINGS } from '#core/reports/monthly-report.ts'
import { groupName, type MonthlyFacts } from '#core/reports/monthly-tables.ts'
import { paperDocument } from '#core/reports/paper-document.ts'
import { paperNames } from '#core/reports/paper-names.ts'
import { dataHeads } from '#core/reports/papers/data-heads.ts'
import { EN_PAPER_WORDS } from '#core/reports/papers/paper-words-en.ts'
import { ZH_PAPER_WORDS } from '#core/reports/papers/paper-words-zh.ts'
import type { PaperFrame } from '#core/reports/papers/paper.ts'
import { reportFigures } from '#core/reports/report-figures.ts'
import type { Grouping } from '#core/reports/slices.ts'
import { writeXlsx } from '#core/sheet/write-sheet.ts'
import { settingsOf } from '#core/station/settings.ts'
import { ensureFolder, writeAtomic } from '#host/atomic-files.ts'
import { nodeFileSystem } from '#host/file-system.ts'
import { hostCode } from '#host/host-error.ts'
import { clock } from '../clock.ts'
import { misused, refused, type Command, type Failed, type Given } from '../command.ts'
import { withStation, type OpenStation } from '../open-station.ts'

const USAGE =
  'report DIR --from DAY --to DAY [--by provider|place|category] [--out FILE.xlsx|.docx|.json] [--replace] --password-file F [--json]'

/** To add one: here, and in USAGE. */
const BY: readonly Grouping[] = ['provider', 'place', 'category']
const FORMATS = ['.xlsx', '.docx', '.json'] as const
type Format = (typeof FORMATS)[number]

type Asked = {
  readonly period: Period
  readonly by: readonly Grouping[]
  readonly out: { readonly path: string; readonly format: Format } | null
}

export const report: Command = {
  usage: USAGE,
  about: {
    'zh-CN':
      '统计一段时间：受理、办结、三率、差评、缺口、资金、未办结，做成月报 .docx、表格 .xlsx 或 .json。DAY 如 2026-10-01，止日算在内；也可写到分钟：2026-10-19T12:00。',
    en: 'The figures of a period: received, closed, three rates, bad ratings, gaps, money, open; as a report .docx, a spreadsheet .xlsx or .json. DAY is 2026-10-01, the last one included; or to the minute, 2026-10-19T12:00.',
  },
  places: ['DIR'],
  options: { from: 'value', to: 'value', by: 'value', out: 'value', replace: 'flag', 'password-file': 'value' },
  async run(given) {
    const asked = await readAsked(given)
    if (!asked.ok) return asked
    const { period, by, out } = asked.value
    return withStation(given, USAGE, async (station) => {
      const frame = frameOf(station, given)
      const facts = await factsIn(station, period, frame)
      const json = { ...facts.figures, ...facts.more, by }
      if (!out) return ok({ json, lines: linesOf(facts, by, frame) })
      const bytes = await bytesOf(out.format, facts, by, frame, json)
      try {
        await ensureFolder(nodeFileSystem, dirname(out.path))
        await writeAtomic(nodeFileSystem, out.path, bytes)
      } catch (error) {
        return refused({ code: hostCode(error) })
      }
      const { cases } = facts.figures.stamp.counts
      const said =
        given.language === 'en'
          ? `Report on ${cases} cases written to ${out.path}`
          : `已统计 ${cases} 件，写到 ${out.path}`
      return ok({ json: { file: out.path, bytes: bytes.length, ...json }, lines: [...linesOf(facts, by, frame), said] })
    })
  },
}

async function readAsked(given: Given): Promise<Result<Asked, Failed>> {
  const [from, to] = [given.option('from'), given.option('to')]
  if (from === undefined) return misused({ code: 'missing-option', words: { word: 'from', usage: USAGE } })
  if (to === undefined) return misused({ code: 'missing-option', words: { word: 'to', usage: USAGE } })
  const period = { from: typedEnd(from, 'from'), until: typedEnd(to, 'until') }
  const allowed = '2026-10-01, 2026-10-19T12:00'
  if (period.from === null) return misused({ code: 'wrong-value', words: { word: 'from', value: from, allowed } })
  if (period.until === null) return misused({ code: 'wrong-value', words: { word: 'to', value: to, allowed } })
  const whole = { from: period.from, until: period.until }
  if (periodProblem(whole)) return misused({ code: 'period-ends-first', words: { from, to } })
  const by = given.option('by')
  if (by !== undefined && !BY.includes(by as Grouping))
    return misused({ code: 'wrong-value', words: { word: 'by', value: by, allowed: BY.join(', ') } })
  const groupings = by === undefined ? MONTHLY_GROUPINGS : [by as Grouping]
  const out = given.option('out')
  if (out === undefined) return ok({ period: whole, by: groupings, out: null })
  const format = FORMATS.find((one) => one === extname(out).toLowerCase())
  if (!format)
    return misused({
      code: 'wrong-value',
      words: { word: 'out', value: out, allowed: 'FILE.xlsx, FILE.docx, FILE.json' },
    })
  const path = resolve(out)
  if (!given.flag('replace') && (await nodeFileSystem.stat(path)) !== null)
    return misused({ code: 'file-there', words: { file: path } })
  return ok({ period: whole, by: groupings, out: { path, format } })
}

const frameOf = ({ book, card }: OpenStation, { language }: Given): PaperFrame => ({
  station: card.name,
  clerk: 'linwu',
  printedAt: momentOf(clock()),
  heads: dataHeads(headSet(book.replica)),
  words: language === 'en' ? EN_PAPER_WORDS : ZH_PAPER_WORDS,
  codes: codeWords(language),
})

async function factsIn({ book, card }: OpenStation, period: Period, frame: PaperFrame): Promise<MonthlyFacts> {
  const names = reportNamesOf(book, frame.words.language)
  const rounds = [...roundsOf(book)]
  const now: Moment = frame.printedAt
  const rules = rateRulesOf(settingsOf(readingOf(book, card.short)))
  const figures = reportFigures(rounds, period, {}, rules, names, { at: now, heads: frame.heads })
  const results = countResults(book)
  const { more } = await reportMoreOf(book, {
    rounds,
    period,
    filters: {},
    names,
    now,
    results: (provider) => results.get(provider) ?? null,
    pause: () => Promise.resolve(),
  })
  return { figures, more, named: paperNames(figures, more, names) }
}

function* roundsOf(book: Book) {
  for (const id of book.cases) {
    const file = readCase(book, id)
    if (file) yield* factsOf(file)
  }
}

async function bytesOf(
  format: Format,
  facts: MonthlyFacts,
  by: readonly Grouping[],
  frame: PaperFrame,
  json: unknown,
): Promise<Uint8Array> {
  if (format === '.json') return utf8(`${JSON.stringify(json, null, 2)}\n`)
  if (format === '.xlsx') return writeXlsx(monthlySheets(facts, frame, by))
  return writeDocx(paperDocument(monthlyPaper(facts, frame, by), frame.printedAt))
}

/** One line for the whole, one for each group. */
function linesOf({ figures }: MonthlyFacts, by: readonly Grouping[], frame: PaperFrame): readonly string[] {
  const en = frame.words.language === 'en'
  const line = (name: string, { counts, rates }: MonthlyFacts['figures']['all']): string =>
    en
      ? `${name}: received ${counts.received}, closed ${counts.closed}, open ${counts.open}; ${rates.valid} valid revisits: response ${rateText(rates.response)}, solution ${rateText(rates.solution)}, satisfaction ${rateText(rates.satisfaction)}, score ${rateText(rates.score, '')}` // prettier-ignore
      : `${name}：受理 ${counts.received}，办结 ${counts.closed}，未办结 ${counts.open}；有效回访 ${rates.valid}：响应率 ${rateText(rates.response)}，解决率 ${rateText(rates.solution)}，满意率 ${rateText(rates.satisfaction)}，得分 ${rateText(rates.score, '')}` // prettier-ignore
  const { period } = figures.stamp
  return [
    line(`${period.from.slice(0, 16)} → ${period.until.slice(0, 16)}`, figures.all),
    ...by.flatMap((grouping) =>
      figures.groups[grouping].map((group) => line(`  ${groupName(group, grouping, frame)}`, group)),
    ),
  ]
}
