/** Of which house a case is, as an upper office shows it. A house without any below is asked nothing: nearly every station. */
import type { CaseFile } from '../case-file/case-file.ts'
import { value } from '../kernel/entity.ts'
import { houseOfPc, nameIn, type HouseSource } from '../peer/houses.ts'
import { settingId } from '../station/setting-id.ts'
import { entitiesOf, readEntity, type Book } from './book.ts'
import { madeOf } from './made-of.ts'

export type StationShown = {
  /** uuid; '' for a house that no grant names. */
  readonly house: string
  readonly name: string
  readonly isOwn: boolean
}

export const sourceOf = (book: Book): HouseSource => ({
  read: (id) => readEntity(book, id),
  ids: (type) => entitiesOf(book, type),
})

const own = (book: Book): string => (book.own ?? book.station ?? '').replace(/^\w+:/, '')

export function isUpperOffice(book: Book): boolean {
  const setting = book.replica.entities.get(settingId(own(book), 'isUpperOffice'))
  return setting !== undefined && value(setting, 'value') === true
}

/** PC → its house, looked up once until a grant changes. */
const housesByPc = madeOf('device', (all) => {
  const houses = new Map<string, string>()
  for (const { id, grant } of all as { id: string; grant?: { house?: unknown } }[])
    if (typeof grant?.house === 'string') houses.set(id.slice('device:'.length), grant.house)
  return houses
})

/** '' where no grant says so: an own PC of a house that has founded nothing, or one whose grant has not arrived. */
export const houseOf = (book: Book, pc: string): string => housesByPc(book).get(pc) ?? ''

/** Null at a station: there all cases are its own. `number`: its first part stands for a house that nobody has named. */
export function stationOf(
  book: Book,
  { pc, number }: { readonly pc: string; readonly number: string },
): StationShown | null {
  if (!isUpperOffice(book)) return null
  const source = sourceOf(book)
  const house = houseOfPc(source, pc) ?? ''
  const isOwn = house === own(book) || (house === '' && isOwnPc(book, pc))
  const name = isOwn ? nameIn(source, own(book)) : house && nameIn(source, house)
  return { house: isOwn ? own(book) : house, name: name || number.replace(/-.*$/, ''), isOwn }
}

/** Before the house has let any PC in, its own logs are the ones that hold private fields of its station. */
function isOwnPc({ replica }: Book, pc: string): boolean {
  return pc === '' || replica.logs.has(`${pc}/private`)
}

export const stationOfCase = (book: Book, file: Pick<CaseFile, 'pc' | 'fields'>): StationShown | null =>
  stationOf(book, { pc: file.pc, number: file.fields.number ?? '' })
