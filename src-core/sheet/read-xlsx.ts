import { err, ok, type Result } from '../lib/result.ts'
import { checkZip, type ZipEntry } from './check-zip.ts'
import { cleanText } from '../lib/clean-text.ts'
import { dateStyles, NO_STYLES } from './date-styles.ts'
import { readWorksheet } from './read-worksheet.ts'
import { NO_STRINGS, sharedStrings } from './shared-strings.ts'
import type { Sheet, SheetCode, SheetLimits } from './sheet.ts'
import { unpackEntry } from './unpack-entry.ts'
import { attribute, nextToken, opens, xmlScan } from './xml-scan.ts'

/** Workbook and relations: a real one has a few kB. */
const SMALL_PART = 4_000_000

/** The first visible worksheet of a workbook (ECMA-376 part 1 §18). Unpacks only the parts that it needs. */
export function readXlsx(bytes: Uint8Array, limits: SheetLimits): Result<Sheet, SheetCode> {
  const sheets = readWorksheets(bytes, limits, 1)
  return sheets.ok ? ok(sheets.value[0]!) : sheets
}

/** The first so many visible worksheets, in the order of the workbook; at least one. */
export function readWorksheets(
  bytes: Uint8Array,
  limits: SheetLimits,
  count: number,
): Result<readonly Sheet[], SheetCode> {
  const directory = checkZip(bytes, limits)
  if (!directory.ok) return err(zipRefusal[directory.error])
  const entries = new Map(directory.value.entries.map((entry) => [entry.name, entry]))
  const unpacked = new Map<ZipEntry, Result<Uint8Array, 'damaged'>>()
  // Each entry once: the sum that checkZip allows is what memory may hold, however often a part is named.
  const part: Part = (path) => {
    const entry = entries.get(path.toLowerCase())
    if (!entry) return null
    const result = unpacked.get(entry) ?? unpackEntry(bytes, entry)
    unpacked.set(entry, result)
    return result
  }

  const root = relations(part, '')
  if (!root) return err('not-a-sheet')
  if (!root.ok) return root
  const path = root.value.find(({ type }) => type === 'officeDocument')?.target
  if (path === undefined) return err('not-a-sheet')
  if (path.endsWith('.bin')) return err('old-xls')
  const workbookPart = part(path)
  const related = relations(part, path)
  if (!workbookPart || !related) return err('damaged')
  if (!workbookPart.ok) return workbookPart
  if (!related.ok) return related
  const workbook = readWorkbook(workbookPart.value)
  if (!workbook.ok) return workbook

  const sheets = workbook.value.sheets.flatMap((sheet) => {
    const relation = related.value.find(({ id, type }) => id === sheet.id && type === 'worksheet')
    return relation ? [{ ...sheet, path: relation.target }] : []
  })
  const visible = sheets.filter(({ hidden }) => !hidden).slice(0, count)
  if (visible.length === 0) return err(sheets.length > 0 ? 'empty' : 'damaged')
  const target = (type: string): string => related.value.find((relation) => relation.type === type)?.target ?? ''
  const stringPart = part(target('sharedStrings'))
  const stylePart = part(target('styles'))
  if (stringPart?.ok === false) return stringPart
  if (stylePart?.ok === false) return stylePart
  const strings = stringPart ? sharedStrings(stringPart.value, limits) : ok(NO_STRINGS)
  if (!strings.ok) return strings
  const isDate = stylePart ? dateStyles(stylePart.value) : ok(NO_STYLES)
  if (!isDate.ok) return isDate
  const read: Sheet[] = []
  for (const { name, path: at } of visible) {
    const sheetPart = part(at)
    if (!sheetPart) return err('damaged')
    if (!sheetPart.ok) return sheetPart
    const content = readWorksheet(sheetPart.value, {
      strings: strings.value,
      isDate: isDate.value,
      from1904: workbook.value.from1904,
      limits,
    })
    if (!content.ok) return content
    read.push({ kind: 'xlsx', encoding: null, name: cleanText(name), ...content.value })
  }
  return ok(read)
}

const zipRefusal = {
  'not-a-zip': 'not-a-sheet',
  damaged: 'damaged',
  encrypted: 'encrypted',
  'too-big': 'too-big',
  'too-many-entries': 'too-big',
} as const satisfies Record<string, SheetCode>

type Part = (path: string) => Result<Uint8Array, 'damaged'> | null
type Relation = { readonly id: string; readonly type: string; readonly target: string }

/**
 * Of the part at `path`, '' for the package; null when it names none. Types by their last word: transitional and
 * strict differ before it.
 */
function relations(part: Part, path: string): Result<readonly Relation[], 'damaged'> | null {
  const slash = path.lastIndexOf('/') + 1
  const folder = path.slice(0, slash)
  const found = part(`${folder}_rels/${path.slice(slash)}.rels`)
  if (!found) return null
  if (!found.ok) return found
  if (found.value.length > SMALL_PART) return err('damaged')
  const scan = xmlScan(found.value)
  const list: Relation[] = []
  while (nextToken(scan)) {
    if (!opens(scan, 'Relationship') || attribute(scan, 'TargetMode') === 'External') continue
    const type = attribute(scan, 'Type') ?? ''
    const target = attribute(scan, 'Target') ?? ''
    list.push({
      id: attribute(scan, 'Id') ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      target: join(folder, target),
    })
  }
  return scan.damaged ? err('damaged') : ok(list)
}

/** A key of the ZIP directory, nothing more: `..` cannot leave it. */
function join(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

type WorkbookPart = {
  readonly from1904: boolean
  readonly sheets: readonly { readonly id: string; readonly name: string; readonly hidden: boolean }[]
}

function readWorkbook(bytes: Uint8Array): Result<WorkbookPart, SheetCode> {
  if (bytes.length > SMALL_PART) return err('damaged')
  const scan = xmlScan(bytes)
  const sheets: { id: string; name: string; hidden: boolean }[] = []
  let from1904 = false
  let isWorkbook = false
  while (nextToken(scan)) {
    if (scan.kind !== 'open') continue
    if (opens(scan, 'workbook')) isWorkbook = true
    else if (opens(scan, 'workbookPr')) from1904 = ['1', 'true'].includes(attribute(scan, 'date1904') ?? '')
    else if (opens(scan, 'sheet')) {
      const state = attribute(scan, 'state') ?? 'visible'
      sheets.push({ id: attribute(scan, 'id') ?? '', name: attribute(scan, 'name') ?? '', hidden: state !== 'visible' })
    }
  }
  if (scan.damaged) return err('damaged')
  return isWorkbook ? ok({ from1904, sheets }) : err('not-a-sheet')
}
