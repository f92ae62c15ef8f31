/**
 * 上报材料.zip for an upper office that has no Linwu: the monthly report (.docx), the ledger without anybody in it (.xlsx) and the
 * gaps (.xlsx), under a password. The ledger's rows are made of cases that hold nothing but their `shared` fields; all three are
 * looked through for known names and numbers once more before they are sealed.
 */
import { leakFinderOf } from '#core/book/leaks-of.ts'
import { readCase, readEntity, userName } from '#core/book/book.ts'
import { reportNamesOf } from '#core/book/report-names-of.ts'
import { isConfidential } from '#core/case-file/confidential.ts'
import type { WordDocument } from '#core/document/word-document.ts'
import { PACK_WORDS } from '#core/exchange/first-day/pack-words.ts'
import { readablePassword } from '#core/exchange/first-day/readable-password.ts'
import { sealedZip, type FileToSeal } from '#core/exchange/first-day/sealed-zip.ts'
import { sharedCase } from '#core/exchange/first-day/shared-case.ts'
import type { Measure } from '#core/figures/measures.ts'
import type { Period } from '#core/figures/period.ts'
import type { EntityId } from '#core/kernel/event.ts'
import { sha256Hex } from '#core/lib/sha256.ts'
import { caseRows, type CaseColumn } from '#core/reports/case-rows.ts'
import { codeWords } from '#core/reports/code-words.ts'
import { gapPaper, gapSheets } from '#core/reports/gap-report.ts'
import { monthlyPaper } from '#core/reports/monthly-report.ts'
import { paperDocument } from '#core/reports/paper-document.ts'
import { EN_PAPER_WORDS } from '#core/reports/papers/paper-words-en.ts'
import { ZH_PAPER_WORDS } from '#core/reports/papers/paper-words-zh.ts'
import type { PaperFrame } from '#core/reports/papers/paper.ts'
import { periodAbout } from '#core/reports/period-about.ts'
import { casesOf } from '#core/reports/report-figures.ts'
import type { SheetToWrite } from '#core/sheet/write-sheet.ts'
import type { Asking } from './asking.ts'
import { writeFile } from './document-writer.ts'
import { breath, roundsIn } from './facts-index.ts'
import { papersQuestions } from './papers-questions.ts'
import type { Ready } from './open-station.ts'

export type FirstDayAsked = { readonly period: Period; readonly language: 'zh-CN' | 'en' }

export type FirstDayPack = {
  /** 上报材料-槐树里社区服务站-2026年10月.zip */
  readonly name: string
  readonly bytes: Uint8Array
  /** It stands in the exchange history; false on a disk that takes nothing. */
  readonly isNoted: boolean
  /** Said nowhere else and kept nowhere. */
  readonly password: string
  readonly files: readonly { readonly name: string; readonly bytes: number }[]
  /** Rows of the ledger, and of the list of gaps. */
  readonly cases: number
  readonly gaps: number
  /** Known names and numbers that stand in one of the files all the same (somebody is called like an organisation, say). */
  readonly leaks: readonly string[]
}

/** Numbers, times, kinds and states: nothing that anybody typed. To add one: it must come from `shared` fields alone. */
const LEDGER_COLUMNS = [
  'number',
  'status',
  'kind',
  'service-type',
  'category',
  'channel',
  'urgency',
  'raised',
  'received',
  'due',
  'dispatched',
  'first-contact',
  'answered',
  'closed',
  'outcome',
  'round',
  'revisited',
] as const satisfies readonly CaseColumn[]

/** A case stands in the ledger when a figure of the report counts it as one of these. */
const IN_LEDGER: readonly Measure[] = ['received', 'reopened', 'closed', 'open']
/** Cases read in one step: about 20 ms. */
const AT_ONCE = 1_000

export async function makeFirstDayPack(asking: Asking, { period, language }: FirstDayAsked): Promise<FirstDayPack> {
  const ready = await asking.ready()
  const { gapList: list, ...facts } = await papersQuestions(asking).monthly({ period, filters: {}, language })
  const frame = frameOf(ready, language, facts.figures.stamp)
  const paper = monthlyPaper(facts, frame)
  const gaps = { ...facts, list }
  const about = periodAbout(period, language)
  const words = PACK_WORDS[language]
  const docx = paperDocument(paper, frame.printedAt)
  const ledger = await ledgerOf(ready, { period, language }, facts.figures.stamp.madeAt)
  const gapTables = gapSheets(gaps, frame)

  const files: FileToSeal[] = [
    { name: `${paper.fileName}.docx`, bytes: await writeFile({ docx }) },
    { name: words.ledger(about), bytes: await writeFile({ xlsx: [ledger] }) },
    { name: `${gapPaper(gaps, frame).fileName}.xlsx`, bytes: await writeFile({ xlsx: gapTables }) },
  ]
  const password = readablePassword(asking.parts.random)
  const file = words.pack(frame.station, about).slice(0, 200)
  const zip = await sealedZip(files, password, asking.parts.clock())
  const [cases, found] = [ledger.rows.length, list.length]
  const trace = {
    ...period,
    file,
    sha256: sha256Hex(zip),
    bytes: zip.length,
    cases,
    gaps: found,
  }
  const noted = await ready.keeper.run({ name: 'record-pack', input: trace })
  return {
    name: file,
    bytes: zip,
    isNoted: noted.ok,
    password,
    files: files.map(({ name, bytes }) => ({ name, bytes: bytes.length })),
    cases,
    gaps: found,
    leaks: leaksIn(ready, docx, [ledger, ...gapTables]),
  }
}

function frameOf(
  { state: { book }, user }: Ready,
  language: 'zh-CN' | 'en',
  stamp: { readonly madeAt: string; readonly heads: string },
): PaperFrame {
  return {
    station: String((book.own && readEntity(book, book.own)?.['name']) ?? ''),
    clerk: userName(book, user),
    printedAt: stamp.madeAt,
    heads: stamp.heads,
    words: language === 'en' ? EN_PAPER_WORDS : ZH_PAPER_WORDS,
    codes: codeWords(language),
  }
}

async function ledgerOf({ state }: Ready, { period, language }: FirstDayAsked, now: string): Promise<SheetToWrite> {
  const { book } = state
  const names = reportNamesOf(book, language)
  const rounds = roundsIn(state, period)
  const ids = new Set<EntityId>()
  for (const measure of IN_LEDGER)
    for (const id of casesOf(rounds, period, {}, names, now, { by: 'all', key: '', measure })) ids.add(id)
  const words = PACK_WORDS[language]
  const told = { provider: () => '', user: () => '', category: (code: string) => (code === '' ? '' : names.category(code)) } // prettier-ignore
  const rows: SheetToWrite['rows'][number][] = []
  const category = LEDGER_COLUMNS.indexOf('category')
  const all = [...ids]
  for (let at = 0; at < all.length; at += AT_ONCE) {
    if (at > 0) await breath()
    for (const id of all.slice(at, at + AT_ONCE)) {
      const file = readCase(book, id)
      if (!file) continue
      const [row = []] = caseRows([sharedCase(file)], language, told, LEDGER_COLUMNS).rows
      rows.push(isConfidential(file.fields) ? row.with(category, words.confidential) : row)
    }
  }
  const number = LEDGER_COLUMNS.indexOf('number')
  const inOrder = rows.toSorted((a, b) => (String(a[number]) < String(b[number]) ? -1 : 1))
  return { ...caseRows([], language, told, LEDGER_COLUMNS), name: words.ledgerSheet, rows: inOrder }
}

/** Sure ones alone: 'perhaps' among hundreds of place names would only teach people to look away. */
function leaksIn({ state: { book } }: Ready, docx: WordDocument, sheets: readonly SheetToWrite[]): string[] {
  const find = leakFinderOf(book)
  const found = new Set<string>()
  const looked = new Set<string>()
  const look = (value: unknown): void => {
    if (typeof value === 'string') {
      if (looked.has(value)) return
      looked.add(value)
      for (const { words, sure } of find(value)) if (sure) found.add(words)
    } else if (Array.isArray(value)) value.forEach(look)
    else if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array))
      Object.values(value).forEach(look)
  }
  look(docx.parts)
  for (const { rows } of sheets) look(rows)
  return [...found]
}
