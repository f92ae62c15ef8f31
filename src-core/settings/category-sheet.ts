/**
 * The catalogue as a table, out and in: one row a leaf. What is written can be read again in either language, and changes
 * nothing when nobody changed it. A row that cannot come in is named with its column; nothing is saved by half.
 */
import { SERVICE_TYPES, type ServiceType } from '../case-file/codes.ts'
import { PRESET_IDS } from '../case-file/time-limit.ts'
import { CATEGORY_CODE, DUTIES, PROVISION_WAYS, type Category } from '../category/category.ts'
import type { Catalogue } from '../category/current-catalogue.ts'
import { leafFields, sameLeaf, type LeafFields } from '../category/fields.ts'
import { EN_CATEGORY, ZH_CATEGORY } from '../category/words.ts'
import { cleanText } from '../lib/clean-text.ts'
import { isDay, type Day } from '../lib/time.ts'
import { parseDateTime } from '../sheet/parse-date-time.ts'
import type { Cell, Sheet, SheetRow } from '../sheet/sheet.ts'
import type { SheetToWrite } from '../sheet/write-sheet.ts'
import { leafTrouble, type LeafTrouble } from './save-category.ts'

type Language = 'zh' | 'en'

/** To add one: here, its words, and where rows are written and read. */
export const LEAF_COLUMNS = [
  'code',
  'level1',
  'level2',
  'nameZh',
  'nameEn',
  'serviceType',
  'duty',
  'limit',
  'chain',
  'way',
  'basis',
  'author',
  'inForce',
  'retired',
  'words',
] as const
export type LeafColumn = (typeof LEAF_COLUMNS)[number]

const HEADINGS: Readonly<Record<Language, Readonly<Record<LeafColumn, string>>>> = {
  zh: {
    code: '编码',
    level1: '一级',
    level2: '二级',
    nameZh: '名称',
    nameEn: '英文名称',
    serviceType: '服务类型',
    duty: '职责',
    limit: '时限预设',
    chain: '兜底顺序',
    way: '提供方式',
    basis: '依据',
    author: '制定人',
    inForce: '生效日期',
    retired: '停用',
    words: '常见说法',
  },
  en: {
    code: 'Code',
    level1: 'Level 1',
    level2: 'Level 2',
    nameZh: 'Chinese name',
    nameEn: 'English name',
    serviceType: 'Service type',
    duty: 'Duty',
    limit: 'Time limit',
    chain: 'Fallback order',
    way: 'Way of provision',
    basis: 'Basis',
    author: 'Author',
    inForce: 'In force from',
    retired: 'Retired',
    words: 'Usual words',
  },
}
const WIDTHS: Partial<Record<LeafColumn, number>> = {
  nameZh: 26,
  nameEn: 30,
  basis: 36,
  words: 60,
  level1: 20,
  level2: 24,
}

const TYPE_WORDS: Readonly<Record<Language, Readonly<Record<ServiceType, string>>>> = {
  zh: { administrative: '行政', welfare: '公益', market: '市场' },
  en: { administrative: 'Administrative', welfare: 'Welfare', market: 'Market' },
}
const YES = { zh: '是', en: 'yes' } as const
const WORDS = { zh: ZH_CATEGORY, en: EN_CATEGORY } as const
const ARROW = ' → '

export function catalogueSheet(leaves: readonly Category[], language: Language): SheetToWrite {
  const words = WORDS[language]
  const cell = (leaf: Category, column: LeafColumn): Cell => {
    if (column === 'nameZh') return leaf.name.zh
    if (column === 'nameEn') return leaf.name.en
    if (column === 'level1' || column === 'level2') return leaf[column][language]
    if (column === 'serviceType') return TYPE_WORDS[language][leaf.serviceType]
    if (column === 'duty') return words.duty[leaf.duty]
    if (column === 'way') return words.way[leaf.way]
    if (column === 'chain') return leaf.chain.map((type) => TYPE_WORDS[language][type]).join(ARROW)
    if (column === 'retired') return leaf.retired ? YES[language] : ''
    return leaf[column]
  }
  return {
    name: language === 'zh' ? '分类目录' : 'Categories',
    columns: LEAF_COLUMNS.map((column) => ({
      title: HEADINGS[language][column],
      kind: 'text',
      width: WIDTHS[column] ?? 14,
    })),
    rows: leaves.map((leaf) => LEAF_COLUMNS.map((column) => cell(leaf, column))),
  }
}

/** To add one: here, and its sentence in both languages (categories:problem). */
export type LeafProblem =
  | LeafTrouble
  | 'row-unreadable'
  | 'code-wrong'
  | 'code-twice'
  | 'name-missing'
  | 'too-long'
  | 'unknown-type'
  | 'unknown-duty'
  | 'unknown-way'
  | 'unknown-chain'
  | 'date-wrong'

export type CataloguePlan = {
  /** Rows that say something else than the catalogue does now. */
  readonly leaves: readonly LeafFields[]
  readonly same: number
  /** `row` as the spreadsheet counts. None of the file comes in while there is one. */
  readonly problems: readonly { readonly row: number; readonly column: LeafColumn; readonly problem: LeafProblem }[]
}

/**
 * What a table would change. `today`: the date in force of rows that leave it out, or that change a leaf and keep its old date.
 * Null when no row near the top has headings for code and name.
 */
export function planCatalogue(
  sheet: Pick<Sheet, 'rows' | 'problems'>,
  catalogue: Catalogue,
  today: Day,
): CataloguePlan | null {
  const header = sheet.rows.slice(0, HEADER_WITHIN_ROWS).find((row) => {
    const found = columnsOf(row)
    return found.has('code') && (found.has('nameZh') || found.has('nameEn'))
  })
  if (!header) return null
  const columns = columnsOf(header)
  const leaves: LeafFields[] = []
  const problems: { row: number; column: LeafColumn; problem: LeafProblem }[] = sheet.problems.map(({ row }) => ({
    row,
    column: 'code',
    problem: 'row-unreadable',
  }))
  const codes = new Set<string>()
  let same = 0
  for (const row of sheet.rows.slice(sheet.rows.indexOf(header) + 1)) {
    const text = (column: LeafColumn): string | undefined =>
      columns.has(column) ? textOf(row.cells[columns.get(column)!]) : undefined
    if ([...columns.keys()].every((column) => text(column) === '')) continue
    const before = problems.length
    const wrong = (column: LeafColumn, problem: LeafProblem): void =>
      void problems.push({ row: row.row, column, problem })
    const leaf = readLeaf(text, catalogue, today, wrong)
    if (codes.has(leaf.code)) wrong('code', 'code-twice')
    codes.add(leaf.code)
    const known = catalogue.leaf(leaf.code)
    const trouble = problems.length === before ? leafTrouble(leaf, known !== undefined) : null
    if (trouble) wrong(trouble.field, trouble.trouble)
    if (problems.length > before) continue
    if (known && sameLeaf(known, leaf) && leaf.inForce <= known.inForce) same += 1
    else if (known && sameLeaf(known, leaf)) same += 1
    else leaves.push(known && leaf.inForce === known.inForce ? { ...leaf, inForce: today } : leaf)
  }
  return { leaves, same, problems }
}

const HEADER_WITHIN_ROWS = 10
const LONGEST = { nameZh: 40, nameEn: 80, basis: 200, author: 80, words: 1_000 } as const

function readLeaf(
  text: (column: LeafColumn) => string | undefined,
  catalogue: Catalogue,
  today: Day,
  wrong: (column: LeafColumn, problem: LeafProblem) => void,
): LeafFields {
  const code = codeOf(text('code') ?? '')
  if (!CATEGORY_CODE.test(code)) wrong('code', 'code-wrong')
  const known = catalogue.leaf(code)
  const start: LeafFields = known
    ? leafFields(known)
    : { code, nameZh: '', nameEn: '', serviceType: 'administrative', duty: 'assist', limit: 'general', chain: [], basis: '', author: '', inForce: today, way: 'report-up', words: '', retired: false } // prettier-ignore
  /** The column's words; what the catalogue says where the table has no such column. */
  const said = (column: 'nameZh' | 'nameEn' | 'basis' | 'author' | 'words'): string => {
    const value = text(column) ?? start[column]
    if (value.length > LONGEST[column]) wrong(column, 'too-long')
    return value
  }
  const coded = <T extends string>(
    column: LeafColumn,
    codes: readonly T[],
    words: readonly Readonly<Record<T, string>>[],
    now: T,
    problem: LeafProblem,
  ): T => {
    const value = text(column)
    if (value === undefined || value === '') return now
    const found = codes.find((one) => one === value || words.some((list) => plain(list[one]) === plain(value)))
    if (!found) wrong(column, problem)
    return found ?? now
  }
  const nameZh = said('nameZh')
  if (nameZh === '') wrong('nameZh', 'name-missing')
  const serviceType = coded(
    'serviceType',
    SERVICE_TYPES,
    [TYPE_WORDS.zh, TYPE_WORDS.en],
    start.serviceType,
    'unknown-type',
  )
  const date = text('inForce')
  const inForce = date === undefined || date === '' ? start.inForce : dayOfCell(date)
  if (!isDay(inForce)) wrong('inForce', 'date-wrong')
  return {
    code,
    nameZh,
    nameEn: said('nameEn'),
    serviceType,
    duty: coded('duty', DUTIES, [ZH_CATEGORY.duty, EN_CATEGORY.duty], start.duty, 'unknown-duty'),
    limit: coded('limit', PRESET_IDS, [], start.limit as (typeof PRESET_IDS)[number], 'unknown-limit'),
    chain: chainOf(text('chain'), known && known.serviceType === serviceType ? start.chain : [], serviceType, wrong),
    way: coded('way', PROVISION_WAYS, [ZH_CATEGORY.way, EN_CATEGORY.way], start.way, 'unknown-way'),
    basis: said('basis'),
    author: said('author') || '本站',
    inForce,
    retired: isYes(text('retired') ?? (start.retired ? '是' : '')),
    words: said('words'),
  }
}

/** 行政 → 公益, 行政>公益, administrative, welfare … */
function chainOf(
  value: string | undefined,
  before: readonly ServiceType[],
  own: ServiceType,
  wrong: (column: LeafColumn, problem: LeafProblem) => void,
): ServiceType[] {
  if (value === undefined || value === '')
    return before.length > 0 ? [...before] : [own, ...SERVICE_TYPES.filter((type) => type !== own)]
  const chain: ServiceType[] = []
  for (const word of value.split(/[\s→>,，、/-]+/).filter(Boolean)) {
    const type = SERVICE_TYPES.find(
      (one) => one === word || [TYPE_WORDS.zh[one], TYPE_WORDS.en[one]].some((name) => plain(name) === plain(word)),
    )
    if (!type) {
      wrong('chain', 'unknown-chain')
      return [own]
    }
    chain.push(type)
  }
  return chain
}

const isYes = (value: string): boolean => ['是', 'yes', 'y', '1', 'true', '停用', '√'].includes(value.toLowerCase())
/** 20103 and 020103 mean L020103: spreadsheets drop what they take for needless. */
const codeOf = (value: string): string => (/^\d{5,6}$/.test(value) ? `L${value.padStart(6, '0')}` : value.toUpperCase())
const dayOfCell = (value: string): string => {
  const parsed = parseDateTime(value)
  return parsed ? parsed.slice(0, 10) : value
}
const plain = (value: string): string => value.normalize('NFKC').replace(/\s+/g, '').toLowerCase()

const textOf = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined) return ''
  const value = typeof cell === 'object' ? cell.date.slice(0, 10) : String(cell)
  return cleanText(value.replace(/[\n\t]+/g, ' '))
}

function columnsOf({ cells }: SheetRow): Map<LeafColumn, number> {
  const found = new Map<LeafColumn, number>()
  cells.forEach((cell, at) => {
    const heading = plain(textOf(cell))
    const column = LEAF_COLUMNS.find((one) =>
      [one, HEADINGS.zh[one], HEADINGS.en[one]].some((name) => plain(name) === heading),
    )
    if (column && !found.has(column)) found.set(column, at)
  })
  return found
}
