/**
 * Takes whoever they are out of a text: names, numbers, doors. What it leaves is a proposal that somebody reads; what it
 * finds in a text that was read is refused. Over-eager by intent: a stray 〔门牌〕 costs a second, a name left costs a person.
 *
 * Limit: a name that the case does not know (a neighbour mentioned in passing) is not seen, which is why a reader confirms.
 */
import { actsOf, everyAct, type CaseFile } from '../case-file/case-file.ts'

export const PIECES = ['name', 'phone', 'number', 'door'] as const
export type PieceKind = (typeof PIECES)[number]
export type Piece = { readonly from: number; readonly to: number; readonly kind: PieceKind }

/** What stands where something was taken out. */
export const MARKS: Readonly<Record<PieceKind, string>> = {
  name: '〔居民〕',
  phone: '〔电话〕',
  number: '〔号码〕',
  door: '〔门牌〕',
}

/** What is known of whoever the case is about. Empty words are left out. */
export type Known = {
  readonly names: readonly string[]
  /** Phones, 身份证号, numbers of cases and orders. */
  readonly numbers: readonly string[]
  /** Whole addresses as they were written. */
  readonly places: readonly string[]
}

/** Of a registered person, as far as the case names one. */
export type KnownPerson = Readonly<
  Partial<Record<'name' | 'phone' | 'otherPhone' | 'idNumber' | 'guardian' | 'guardianPhone' | 'placeWords', unknown>>
>

export function knownOf(file: CaseFile, people: readonly KnownPerson[] = []): Known {
  const { fields } = file
  const acts = everyAct(file)
  const texts = (...values: readonly unknown[]): string[] =>
    values.filter((one): one is string => typeof one === 'string' && one.trim() !== '').map((one) => one.trim())
  const corrected = actsOf(acts, 'correction').flatMap(({ privateChanges = {}, confidentialChanges = {} }) => [privateChanges, confidentialChanges]) // prettier-ignore
  const was = (...names: readonly ('requesterName' | 'requesterPhone' | 'reporterName' | 'reporterPhone' | 'place')[]): unknown[] => corrected.flatMap((changes) => names.flatMap((name) => changes[name] ?? [])) // prettier-ignore
  return {
    names: texts(
      fields.requesterName,
      fields.reporterName,
      fields.forWhom,
      ...was('requesterName', 'reporterName'),
      ...actsOf(acts, 'consent').map(({ giver }) => giver),
      ...actsOf(acts, 'answer').map(({ answeredBy }) => answeredBy),
      ...people.flatMap(({ name, guardian }) => [name, guardian]),
    ),
    numbers: texts(
      fields.requesterPhone,
      fields.reporterPhone,
      ...was('requesterPhone', 'reporterPhone'),
      fields.number,
      fields.externalId,
      fields.orderNumber,
      ...people.flatMap(({ phone, otherPhone, idNumber, guardianPhone }) => [phone, otherPhone, idNumber, guardianPhone]), // prettier-ignore
    ),
    places: texts(fields.place, ...was('place'), ...people.map(({ placeWords }) => placeWords)),
  }
}

/** Stands where a name would: nobody is told by it. To add one: here. */
const NOBODY = new Set('居民 群众 匿名 本人 业主 住户 市民 家属 邻居 居民代表 匿名居民 无 不详 未知'.split(' '))
const HONORIFIC =
  '先生|女士|小姐|阿姨|大爷|大妈|大娘|大姐|大哥|大叔|大伯|大婶|大嫂|奶奶|爷爷|叔叔|伯伯|婆婆|师傅|老师|同志|老人|某某|某'
const HONORED = new RegExp(`^(.{1,2}?)(?:${HONORIFIC})$`, 'u')

const escaped = (sign: string): string => sign.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
/** Every hyphen and dash that a keyboard makes, 全角 ones too. */
const DASH = '\\-－‐‑–—'
/** Signs of a name or number may stand apart: 王 素兰, 138-0000-2764. */
const GAP = `[\\s·•・.．,，、${DASH}_#＃()（）/]*`
const spread = (text: string): string => [...text].map(escaped).join(GAP)
const isHan = (text: string): boolean => /^[\p{Script=Han}〇]+$/u.test(text)

/** Full-width and other dressed-up letters and digits as plain ones; Chinese punctuation stays. */
export const plainSigns = (text: string): string =>
  text.replace(/[^\p{Script=Han}\x20-\x7E\n]/gu, (sign) => {
    const plain = sign.normalize('NFKC')
    return /^[0-9A-Za-z]+$/.test(plain) ? plain : sign
  })

const DIGIT = '[0-9零〇一二三四五六七八九十百两]'
const BUILDING = String.raw`(?:号楼|号院|号房|栋|幢|座|单元|楼门|[#＃])`
/** 3号楼2单元501室, 3#2-501, 3-2-501, 501室; 三号楼. A 3号 alone is a day, 三层 alone is a height. */
const DOORS = new RegExp(
  [
    // 一栋楼, 两座桥 count; 一栋二单元 leads to a door.
    String.raw`(?![一两](?:栋|幢|座|单元)(?!\s*${DIGIT}))(?:${DIGIT}{1,4}|[A-Za-z甲乙丙丁])\s*${BUILDING}(?:[\s›>,，、/${DASH}]*(?:${DIGIT}{1,4}|[A-Za-z])\s*(?:${BUILDING}|层|楼|室|门|号|户)?)*`,
    String.raw`${DIGIT}{1,4}\s*[室]`,
    String.raw`(?<![\d${DASH}])\d{1,3}[${DASH}]\d{1,3}[${DASH}]\d{2,4}(?![\d${DASH}])`,
  ].join('|'),
  'gu',
)
/** Seven digits and more, however they are grouped; a day (2026-03-02) and a time are none. */
const LONG_NUMBER = /(?<![\d])(?!\d{4}-\d{2}-\d{2}(?!\d|-\d))\+?\d(?:[\s\-－‐‑–—_·().（）]{0,2}\d){6,}[Xx]?/gu
const SPOKEN_NUMBER = /[零〇一二三四五六七八九幺](?:[\s\-－–—]?[零〇一二三四五六七八九幺]){6,}/gu
const PLATE = /[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·\s]?[A-HJ-NP-Z0-9]{5,6}/gu
const CASE_NUMBER = /[A-Z]\d{3,5}-[A-Z]-\d{4}-\d{4,6}/gu
const MAIL = /[\w.+-]{2,}@[\w-]+\.[\w.-]+/gu

/**
 * Whoever is known: their names in any spacing, their numbers, their address down to the door. `text` as plainSigns gives it.
 * `eager`: given names alone as well (素兰). Half of them are words (建设, 和平), so nothing is refused for one.
 */
function knownPieces(text: string, { names, numbers, places }: Known, eager: boolean): Piece[] {
  const found: Piece[] = []
  const look = (kind: PieceKind, pattern: RegExp): void => {
    for (const hit of text.matchAll(pattern)) if (hit[0] !== '') found.push({ kind, from: hit.index, to: hit.index + hit[0].length }) // prettier-ignore
  }
  for (const written of new Set(names)) {
    const name = plainSigns(written).trim()
    if (NOBODY.has(name) || name === '') continue
    const [, called] = HONORED.exec(name) ?? []
    const family = called ?? (isHan(name) ? [...name].slice(0, [...name].length > 3 ? 2 : 1).join('') : '')
    if (family !== '' && isHan(family)) look('name', new RegExp(`${escaped(family)}(?:${HONORIFIC})`, 'gu'))
    const signs = [...name]
    if (signs.length < 2) continue
    look('name', new RegExp(spread(name.replace(/[\s·•・.]+/g, '')), 'giu'))
    // 素兰: what the family calls them.
    if (eager && isHan(name) && signs.length >= 3 && called === undefined) look('name', new RegExp(spread(signs.slice(-2).join('')), 'gu')) // prettier-ignore
    // Parts of a name in letters.
    if (!isHan(name)) for (const part of name.split(/[\s·•・.]+/)) if (/^[\p{L}]{3,}$/u.test(part) && !isHan(part)) look('name', new RegExp(`(?<!\\p{L})${escaped(part)}(?!\\p{L})`, 'giu')) // prettier-ignore
  }
  for (const written of new Set(numbers)) {
    const number = plainSigns(written).replace(/[^0-9A-Za-z]/g, '')
    if (number.length >= 3) look(/^1?\d{6,12}$/.test(number) ? 'phone' : 'number', new RegExp(`(?<![0-9A-Za-z])${spread(number)}(?![0-9A-Za-z])`, 'giu')) // prettier-ignore
  }
  for (const written of new Set(places)) {
    const door = doorOf(plainSigns(written))
    if (door !== '') look('door', new RegExp(spread(door.replace(/[\s›>,，、·/_#＃－‐‑–—-]+/g, '')), 'giu'))
    const last = /(\d{3,5})\D*$/.exec(door)?.[1]
    if (last !== undefined) look('door', new RegExp(`(?<!\\d)${last}(?!\\d)[室号]?`, 'gu'))
  }
  return found
}

/** 槐树里小区3号楼2单元501 → 3号楼2单元501; '' for an address that leads to no door. */
function doorOf(place: string): string {
  const at = place.search(/\d|[零〇一二三四五六七八九十百]+\s*(?:号|栋|幢|座|单元|楼|室|门)/u)
  const tail = at < 0 ? '' : place.slice(at)
  // A building alone names no household.
  return /\d{3,}|室|[门户]|(?:\D\d+){2}|-\d+-/u.test(tail.replace(/号楼|号院/g, ' ')) ? tail : ''
}

/** Whatever looks like a number or a door, of anybody. */
function patternPieces(text: string): Piece[] {
  const found: Piece[] = []
  for (const [kind, pattern] of [
    ['number', CASE_NUMBER],
    ['number', MAIL],
    ['number', PLATE],
    ['phone', LONG_NUMBER],
    ['phone', SPOKEN_NUMBER],
    ['door', DOORS],
  ] as const)
    for (const hit of text.matchAll(pattern)) found.push({ kind, from: hit.index, to: hit.index + hit[0].length })
  return found
}

/** In the order of the text, what overlaps as one piece of its first kind. `text` as plainSigns gives it. */
function joined(found: readonly Piece[]): Piece[] {
  const pieces: Piece[] = []
  for (const piece of found.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = pieces.at(-1)
    if (last && piece.from < last.to) pieces[pieces.length - 1] = { ...last, to: Math.max(last.to, piece.to) }
    else pieces.push(piece)
  }
  return pieces
}

/** What of the known person stands in a text that many will read; a station's own number and whole buildings may. */
export const knownIn = (text: string, known: Known, eager = false): readonly Piece[] =>
  joined(knownPieces(plainSigns(text), known, eager))

/** What tells who, of the known person or by its looks. Positions in `plainSigns(text)`. */
export function personalIn(text: string, known: Known, eager = false): readonly Piece[] {
  const plain = plainSigns(text)
  return joined([...knownPieces(plain, known, eager), ...patternPieces(plain)])
}

/** How often taking out may bring two halves together that were apart. */
const PASSES = 8

/** The text with a mark wherever something told who; `personalIn` finds nothing in it any more. */
export function deidentified(text: string, known: Known): string {
  return withoutPieces(text, (plain) => personalIn(plain, known, true))
}
/** The same for what is known alone: a notice may name a whole building and the station's telephone. */
export const withoutKnown = (text: string, known: Known): string => withoutPieces(text, (plain) => knownIn(plain, known, true)) // prettier-ignore

function withoutPieces(text: string, find: (plain: string) => readonly Piece[]): string {
  let plain = plainSigns(text)
  for (let pass = 0; pass < PASSES; pass++) {
    const pieces = find(plain)
    if (pieces.length === 0) return plain
    let out = ''
    let at = 0
    for (const { from, to, kind } of pieces) {
      // The last pass leaves no mark that a name could hide in.
      out += plain.slice(at, from) + (pass < PASSES - 2 ? MARKS[kind] : ' ')
      at = to
    }
    plain = out + plain.slice(at)
  }
  return plain
}
