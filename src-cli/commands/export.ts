/** 台账 as a file that WPS opens; with --to a bundle for another house, with --format postgres files for a database. */
import { dirname, extname, resolve } from 'node:path'
import { accountsOf } from '#core/book/accounts-of.ts'
import { readProvider, userName } from '#core/book/book.ts'
import { catalogueOf } from '#core/book/catalogue-of.ts'
import { categoryName } from '#core/category/current-catalogue.ts'
import { ok } from '#core/lib/result.ts'
import { momentOf } from '#core/lib/time.ts'
import { caseRows } from '#core/reports/case-rows.ts'
import { withoutRatings } from '#core/revisit/hidden-rating.ts'
import { writeCsv, writeXlsx } from '#core/sheet/write-sheet.ts'
import { ensureFolder, writeAtomic } from '#host/atomic-files.ts'
import { nodeFileSystem } from '#host/file-system.ts'
import { hostCode } from '#host/host-error.ts'
import { clock } from '../clock.ts'
import { misused, refused, type Command } from '../command.ts'
import { withStation } from '../open-station.ts'
import { exportBundle } from './export-bundle.ts'
import { exportDatabase } from './export-database.ts'
import { FILTER_OPTIONS, findCases, readFilter } from './find-cases.ts'

const USAGE =
  'export DIR --out FILE.xlsx|.csv [--status S] [--type T] [--search WORDS] | --to PEER [--profile report|hand-over|directory] --out FILE|FOLDER | --format postgres --out FOLDER, --password-file F [--json]'

export const exportCases: Command = {
  usage: USAGE,
  about: {
    'zh-CN':
      '把台账导出成 .xlsx 或 .csv；可像 list 一样筛选。--to 给上级、下级或本站另一台电脑做交换文件；--format postgres 给数据库。',
    en: 'Exports the cases as .xlsx or .csv; filters as in list. --to makes a bundle for another house or PC; --format postgres files for a database.',
  },
  places: ['DIR'],
  options: {
    out: 'value',
    format: 'value',
    to: 'value',
    profile: 'value',
    ...FILTER_OPTIONS,
    'password-file': 'value',
  },
  async run(given) {
    const kind = given.option('format')
    if (kind === 'postgres') return exportDatabase(given, USAGE)
    if (kind !== undefined)
      return misused({ code: 'wrong-value', words: { word: 'format', value: kind, allowed: 'postgres' } })
    if (given.option('to') !== undefined) return exportBundle(given, USAGE)
    const out = given.option('out')
    if (out === undefined) return misused({ code: 'missing-option', words: { word: 'out', usage: USAGE } })
    const format = extname(out).toLowerCase()
    if (format !== '.xlsx' && format !== '.csv')
      return misused({ code: 'wrong-value', words: { word: 'out', value: out, allowed: 'FILE.xlsx, FILE.csv' } })
    const filter = readFilter(given)
    if (!filter.ok) return filter
    return withStation(given, USAGE, async ({ book, user }) => {
      const accounts = accountsOf(book)
      const files = findCases(book, filter.value).map(({ file }) => withoutRatings(file, user, accounts))
      const catalogue = catalogueOf(book, momentOf(clock()))
      const sheet = caseRows(files, given.language, {
        provider: (id) => readProvider(book, id)?.name ?? '',
        user: (id) => userName(book, id),
        category: (code) => categoryName(catalogue, code, given.language === 'en' ? 'en' : 'zh'),
      })
      const bytes = format === '.xlsx' ? writeXlsx([sheet]) : writeCsv(sheet)
      const path = resolve(out)
      try {
        await ensureFolder(nodeFileSystem, dirname(path))
        await writeAtomic(nodeFileSystem, path, bytes)
      } catch (error) {
        return refused({ code: hostCode(error) })
      }
      const said =
        given.language === 'en' ? `${files.length} cases written to ${path}` : `已导出 ${files.length} 件到 ${path}`
      return ok({ json: { file: path, cases: files.length, bytes: bytes.length }, lines: [said] })
    })
  },
}
