/** A register of buildings and doors, read from a spreadsheet, becomes rows of places. Every row that cannot come in is named. */
import { cleanText } from '../lib/clean-text.ts'
import { checkPhone } from '../lib/phone.ts'
import { plainPlace } from '../place/place-words.ts'
import type { PlaceRow } from '../place/places-from-rows.ts'
import { plainText } from '../sheet/plain-text.ts'
import type { Cell, CellCode, Sheet, SheetRow } from '../sheet/sheet.ts'

/** To add one: here with its header words, and in `PlaceRow`. Longer words first where one holds another. */
const HEADER_WORDS = {
  leaderPhone: '楼门栋长电话 楼长电话 栋长电话 单元长电话 联系电话 电话 手机 phone leaderphone',
  workerPhone: '网格员电话 网格长电话 workerphone',
  neighbourhood: '小区 小区名称 院落 neighbourhood neighborhood',
  building: '楼栋 楼号 楼栋号 栋 楼 building',
  unit: '单元 单元号 门洞 unit',
  door: '门 门号 门牌 门牌号 房号 户号 室 door room',
  grid: '网格 网格名称 网格号 grid',
  residentGroup: '居民小组 小组 residentgroup group',
  leader: '楼门栋长 楼门长 楼栋长 楼长 栋长 单元长 leader',
  worker: '网格员 网格长 gridworker worker',
} as const
type Column = keyof typeof HEADER_WORDS
export const PLACE_COLUMNS = Object.keys(HEADER_WORDS) as Column[]

/** To add one: here, and its words in both languages (places.rowReason). */
export type PlaceRowReason =
  | CellCode
  | 'no-neighbourhood'
  | 'unit-without-building'
  | 'name-too-long'
  | 'phone-wrong'
  | 'leader-differs' // an earlier row of the file names another one for the same building or unit
  | 'worker-differs'

export type PlacePlan = {
  readonly rows: readonly { readonly row: number; readonly place: PlaceRow }[]
  readonly refused: readonly { readonly row: number; readonly reason: PlaceRowReason }[]
  readonly blank: number
  /** Headings that were understood, and what as; the others are left out. */
  readonly understood: readonly { readonly header: string; readonly column: Column }[]
}

const NAME_LENGTH = 80
const HEADER_WITHIN_ROWS = 10
const plainHeader = (header: string): string => header.normalize('NFKC').replace(/\([^()]*\)/g, '').replace(/[\s*:_\-.#/]/g, '').toLowerCase() // prettier-ignore

const lineOf = (cell: Cell | undefined): string => {
  if (cell === null || cell === undefined) return ''
  const text = typeof cell === 'object' ? cell.date : typeof cell === 'number' && Number.isInteger(cell) ? cell.toFixed(0) : String(cell) // prettier-ignore
  return cleanText(plainText(text).replace(/[\n\t]+/g, ' '))
}

function columnsOf({ cells }: SheetRow): Map<Column, number> {
  const found = new Map<Column, number>()
  cells.forEach((cell, at) => {
    const header = plainHeader(lineOf(cell))
    const column = PLACE_COLUMNS.find((name) => HEADER_WORDS[name].split(' ').includes(header))
    if (column && !found.has(column)) found.set(column, at)
  })
  return found
}

/** Null when no row near the top has a heading for the neighbourhood. */
export function planPlaces(sheet: Pick<Sheet, 'rows' | 'blankRows' | 'problems'>): PlacePlan | null {
  const header = sheet.rows.slice(0, HEADER_WITHIN_ROWS).find((row) => columnsOf(row).has('neighbourhood'))
  if (!header) return null
  const columns = columnsOf(header)
  const problems = new Map(sheet.problems.map(({ row, code }) => [row, code]))
  const rows: { row: number; place: PlaceRow }[] = []
  const refused: { row: number; reason: PlaceRowReason }[] = []
  let blank = sheet.blankRows
  const leaders = new Map<string, string>()
  for (const { row, cells } of sheet.rows.slice(sheet.rows.indexOf(header) + 1)) {
    const text = (column: Column): string => lineOf(cells[columns.get(column) ?? -1])
    const place: PlaceRow = {
      neighbourhood: text('neighbourhood'),
      building: numbered(text('building'), '号楼'),
      unit: numbered(text('unit'), '单元'),
      door: text('door').replace(/[室号]$/, ''),
      grid: text('grid'),
      residentGroup: text('residentGroup'),
      leader: text('leader'),
      leaderPhone: text('leaderPhone'),
      worker: text('worker'),
      workerPhone: text('workerPhone'),
    }
    const problem = problems.get(row)
    if (!problem && Object.values(place).every((value) => value === '')) {
      blank += 1
      continue
    }
    const reason = problem ?? wrongWith(place, leaders)
    if (reason) refused.push({ row, reason })
    else rows.push({ row, place: phonesInPlace(place) })
  }
  const understood = [...columns].map(([column, at]) => ({ header: lineOf(header.cells[at]), column }))
  return { rows, refused, blank, understood }
}

/** A bare 3 or 3# is 3号楼, a bare 2 is 2单元; names stay names. */
const numbered = (text: string, word: string): string => (/^[\dA-Za-z]{1,4}#?$/.test(text.normalize('NFKC')) ? text.normalize('NFKC').replace('#', '') + word : text) // prettier-ignore

/** One column 电话 belongs to the building's leader; where the row names a grid worker only, to them. */
const phonesInPlace = (place: PlaceRow): PlaceRow =>
  place.leader === '' && place.worker !== '' && place.workerPhone === '' ? { ...place, leaderPhone: '', workerPhone: place.leaderPhone } : place // prettier-ignore

function wrongWith(place: PlaceRow, leaders: Map<string, string>): PlaceRowReason | null {
  if (place.neighbourhood === '') return 'no-neighbourhood'
  if (place.unit !== '' && place.building === '') return 'unit-without-building'
  if (Object.values(place).some((value) => value.length > NAME_LENGTH) || place.leader.length > 40 || place.worker.length > 40) return 'name-too-long' // prettier-ignore
  if (!checkPhone(place.leaderPhone).ok || !checkPhone(place.workerPhone).ok) return 'phone-wrong'
  const spot = plainPlace([place.neighbourhood, place.building, place.unit].join(''))
  for (const [key, name, reason] of [
    [`l${spot}`, place.leader, 'leader-differs'],
    [`g${place.grid}`, place.grid === '' ? '' : place.worker, 'worker-differs'],
  ] as const) {
    if (name === '') continue
    if ((leaders.get(key) ?? name) !== name) return reason
    leaders.set(key, name)
  }
  return null
}
