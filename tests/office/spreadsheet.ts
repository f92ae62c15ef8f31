/** A file as LibreOffice reads it: converted to flat OpenDocument, where every cell says its type, its value and its formula. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureOffice } from './office-programs.ts'

export type OfficeCell = {
  readonly type: 'string' | 'float' | 'date' | 'boolean' | 'percentage' | 'currency' | 'time' | null
  /** What the cell shows. */
  readonly text: string
  /** As stored: a number's digits, a date in ISO. */
  readonly value: string
  readonly formula: string | null
}
export type OfficeSheet = { readonly name: string; readonly rows: readonly (readonly OfficeCell[])[] }

/**
 * Comma, double quotes, UTF-8, from line 1, columns as they come, English (US), quoted cells are not forced to be text,
 * special numbers (dates, 1E5) are looked for, … and formulas are calculated (the 13th): as credulous as it can be.
 * https://wiki.documentfoundation.org/Documentation/DevGuide/Spreadsheet_Documents#Filter_Options_for_the_CSV_Filter
 */
const CREDULOUS_CSV = 'CSV:44,34,76,1,,1033,false,true,false,false,false,,true'

/** One start of LibreOffice for all files of one kind: it takes seconds. */
export function openInOffice(files: readonly string[]): OfficeSheet[] {
  const { soffice } = ensureOffice()
  const out = mkdtempSync(join(tmpdir(), 'linwu-office-'))
  try {
    const isCsv = files.every((file) => extname(file) === '.csv')
    const ran = spawnSync(
      soffice,
      [
        // As root, and beside another LibreOffice, it starts only with a profile of its own.
        `-env:UserInstallation=${pathToFileURL(join(out, 'profile')).href}`,
        '--headless',
        '--norestore',
        ...(isCsv ? [`--infilter=${CREDULOUS_CSV}`] : []),
        '--convert-to',
        'fods',
        '--outdir',
        out,
        ...files,
      ],
      { encoding: 'utf8', timeout: 120_000, env: { ...process.env, HOME: out } },
    )
    return files.map((file) => {
      const path = join(out, `${basename(file, extname(file))}.fods`)
      try {
        return parse(readFileSync(path, 'utf8'))
      } catch (error) {
        throw new Error(`LibreOffice did not open ${basename(file)}: ${ran.stdout}${ran.stderr}`, { cause: error })
      }
    })
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}

const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const decoded = (xml: string): string =>
  xml.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) =>
    name !== undefined ? (SIGNS[name] ?? whole) : String.fromCodePoint(Number.parseInt(hex ?? decimal!, hex ? 16 : 10)),
  )
const mark = (marks: string, name: string): string | null => {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(marks)
  return found ? decoded(found[1]!) : null
}

/** Spaces in a row, tabs and line ends are elements of their own. */
const textOf = (xml: string): string =>
  [...xml.matchAll(/<text:p\b[^>]*?(?:\/>|>([\s\S]*?)<\/text:p>)/g)]
    .map(([, inner = '']) =>
      decoded(
        inner
          .replace(/<text:s(?:\s+text:c="(\d+)")?\s*\/>/g, (_, count?: string) => ' '.repeat(Number(count ?? 1)))
          .replace(/<text:tab\s*\/>/g, '\t')
          .replace(/<text:line-break\s*\/>/g, '\n')
          .replace(/<[^>]*>/g, ''),
      ),
    )
    .join('\n')

/** More than this many repeats is the empty rest of a sheet. */
const REST = 1_000

function parse(xml: string): OfficeSheet {
  const table = /<table:table table:name="([^"]*)"[\s\S]*?<\/table:table>/.exec(xml)
  if (!table) throw new Error('no table in it')
  const rows: OfficeCell[][] = []
  for (const [, marks, inner = ''] of table[0].matchAll(
    /<table:table-row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/table:table-row>)/g,
  )) {
    const repeat = Number(mark(marks!, 'table:number-rows-repeated') ?? 1)
    const cells: OfficeCell[] = []
    for (const [, of, content = ''] of inner.matchAll(
      /<table:(?:covered-)?table-cell\b([^>]*?)(?:\/>|>([\s\S]*?)<\/table:(?:covered-)?table-cell>)/g,
    )) {
      const cell: OfficeCell = {
        type: mark(of!, 'office:value-type') as OfficeCell['type'],
        text: textOf(content.replace(/<office:annotation[\s\S]*?<\/office:annotation>/g, '')),
        value: mark(of!, 'office:date-value') ?? mark(of!, 'office:value') ?? '',
        formula: mark(of!, 'table:formula'),
      }
      const times = Number(mark(of!, 'table:number-columns-repeated') ?? 1)
      if (times < REST || cell.type !== null) for (let i = 0; i < times; i++) cells.push(cell)
    }
    while (cells.length > 0 && cells.at(-1)!.type === null) cells.pop()
    if (repeat < REST) for (let i = 0; i < repeat; i++) rows.push(cells)
  }
  while (rows.length > 0 && rows.at(-1)!.length === 0) rows.pop()
  return { name: decoded(table[1]!), rows }
}
