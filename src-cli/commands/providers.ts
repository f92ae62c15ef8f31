/** 服务单位名录 in and out: an .xlsx with four sheets, or HSDS 3 as JSON. */
import { basename, dirname, extname, resolve } from 'node:path'
import { entitiesOf, readEntity } from '#core/book/book.ts'
import { directoryContent, type FileProblem } from '#core/exchange/directory-file.ts'
import { directoryFacts } from '#core/exchange/directory-facts.ts'
import { directorySheets } from '#core/exchange/directory-sheets.ts'
import { hsdsFile } from '#core/exchange/hsds-export.ts'
import { readHsds, type ReadDirectory } from '#core/exchange/hsds-import.ts'
import { planDirectory, type DirectoryPlan } from '#core/exchange/plan-directory.ts'
import { DIRECTORY_SHEETS, readDirectorySheets } from '#core/exchange/read-directory-sheets.ts'
import { utf8 } from '#core/lib/bytes.ts'
import { ok, type Result } from '#core/lib/result.ts'
import { dayOf, momentOf } from '#core/lib/time.ts'
import type { EntityReading } from '#core/provider/directory.ts'
import { writeXlsx } from '#core/sheet/write-sheet.ts'
import { ensureFolder, writeAtomic } from '#host/atomic-files.ts'
import { nodeFileSystem } from '#host/file-system.ts'
import { hostCode } from '#host/host-error.ts'
import { clock } from '../clock.ts'
import { misused, refused, type Command, type Done, type Failed, type Given } from '../command.ts'
import { fileProblemLine } from '../problems/directory-texts.ts'
import { withStation, type OpenStation } from '../open-station.ts'
import { readInput } from '../read-input.ts'
import { readSheetsInWorker } from '../read-sheet.ts'

const USAGE = 'providers import|export DIR FILE.xlsx|.json --password-file F [--json]'
/** Mistakes that are printed one by one without --json. */
const SHOWN = 20

export const providers: Command = {
  usage: USAGE,
  about: {
    'zh-CN':
      '服务单位名录的导入和导出：.xlsx（单位、服务、地点、时间四张表）或 HSDS 3 的 .json。有一处不对就什么都不改。',
    en: 'The directory of providers in and out: .xlsx (organisations, services, places, hours) or HSDS 3 as .json. One mistake, and nothing is changed.',
  },
  places: ['import|export', 'DIR', 'FILE'],
  options: { 'password-file': 'value' },
  async run(given) {
    const [action, , file] = given.places as [string, string, string]
    if (action !== 'import' && action !== 'export')
      return misused({ code: 'wrong-value', words: { word: 'providers', value: action, allowed: 'import, export' } })
    const format = extname(file).toLowerCase()
    if (format !== '.xlsx' && format !== '.json')
      return misused({ code: 'wrong-value', words: { word: 'FILE', value: file, allowed: 'FILE.xlsx, FILE.json' } })
    const inside = { ...given, places: given.places.slice(1) }
    if (action === 'export')
      return withStation(inside, USAGE, (station) => writeDirectory(station, file, format, given))
    const read = await readDirectory(file, format)
    if (!read.ok) return read
    return withStation(inside, USAGE, (station) => takeIn(station, file, read.value, given))
  },
}

const readingOf = ({ book }: OpenStation): EntityReading => ({
  read: (id) => readEntity(book, id),
  ids: (type) => entitiesOf(book, type),
})
const today = (): string => dayOf(momentOf(clock()))

async function readDirectory(file: string, format: '.xlsx' | '.json'): Promise<Result<ReadDirectory, Failed>> {
  const bytes = await readInput(file)
  if (!bytes.ok) return bytes
  if (format === '.json') {
    const read = readHsds(new TextDecoder().decode(bytes.value))
    if (read.ok) return read
    return refused({ code: read.error === 'not-json' ? 'directory-not-json' : 'not-a-directory', words: { file } })
  }
  const sheets = await readSheetsInWorker(bytes.value, basename(file), DIRECTORY_SHEETS)
  if (!sheets.ok) return refused({ code: sheets.error, words: { file } })
  const read = readDirectorySheets(sheets.value)
  return read ? ok(read) : refused({ code: 'not-a-directory', words: { file } })
}

async function takeIn(
  station: OpenStation,
  file: string,
  read: ReadDirectory,
  { language, flag }: Given,
): Promise<Result<Done, Failed>> {
  const plan = planDirectory(readingOf(station), read.raw, today(), (type) => `${type}:new`)
  const problems: readonly FileProblem[] = [...read.problems, ...plan.problems]
  if (problems.length > 0) {
    if (flag('json')) return ok({ json: { imported: false, problems }, lines: [], damaged: true })
    const lines = problems.slice(0, SHOWN).map((one) => `  ${fileProblemLine(one, language)}`)
    return refused({ code: 'directory-problems', words: { file, count: problems.length, lines: lines.join('\n') } })
  }
  if (plan.drafts.length > 0) {
    const saved = await station.keeper.run({ name: 'import-directory', input: read.raw })
    if (!saved.ok) return refused({ code: saved.error.kind === 'not-saved' ? saved.error.code : 'invalid-input' })
    // A failed mark loses nothing: the journal has every entry, and the next mark says so again.
    await station.mark()
  }
  return ok({ json: { imported: true, ...plan.counts, problems }, lines: sums(plan, language) })
}

function sums({ counts }: DirectoryPlan, language: Given['language']): string[] {
  const names = {
    providers: ['单位', 'organisations'],
    services: ['服务', 'services'],
    sites: ['地点', 'places'],
  } as const
  return (['providers', 'services', 'sites'] as const).map((part) => {
    const { added, changed, same } = counts[part]
    return language === 'en'
      ? `${names[part][1]}: ${added} new, ${changed} changed, ${same} the same`
      : `${names[part][0]}：新增 ${added}，修改 ${changed}，没变 ${same}`
  })
}

async function writeDirectory(
  station: OpenStation,
  file: string,
  format: '.xlsx' | '.json',
  { language }: Given,
): Promise<Result<Done, Failed>> {
  const reading = readingOf(station)
  const content = directoryContent(reading)
  const facts = directoryFacts(reading, today())
  const bytes =
    format === '.json'
      ? utf8(`${JSON.stringify(hsdsFile(content, facts), null, 2)}\n`)
      : writeXlsx(directorySheets(content, facts, language === 'en' ? 'en' : 'zh'))
  const path = resolve(file)
  try {
    await ensureFolder(nodeFileSystem, dirname(path))
    await writeAtomic(nodeFileSystem, path, bytes)
  } catch (error) {
    return refused({ code: hostCode(error) })
  }
  const counts = { providers: content.providers.length, services: content.services.length, sites: content.sites.length }
  const line =
    language === 'en'
      ? `${counts.providers} organisations, ${counts.services} services, ${counts.sites} places: ${path}`
      : `单位 ${counts.providers} 家，服务 ${counts.services} 项，地点 ${counts.sites} 处：${path}`
  return ok({ json: { file: path, ...counts }, lines: [line] })
}
