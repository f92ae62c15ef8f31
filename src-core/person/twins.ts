/**
 * 疑似同一人: two entries that may be one person, scored and explained. A name must agree in some way (or the whole 身份证号):
 * one phone at one door is a family, not a person. What is unknown says nothing; what disagrees is said too.
 */
import { phoneDigits } from '../lib/phone.ts'
import { plainPlace } from '../place/place-words.ts'

/** As it stands in a form or an entry. */
export type Typed = {
  readonly name: string
  readonly phones: readonly string[]
  readonly idNumber: string
  readonly birthDate: string
  readonly gender: string
  readonly placeWords: string
}

/** Ready to be compared many times: nothing is cleaned any more. */
export type Described = {
  readonly name: string
  /** Readings of the name's characters, '' when nobody looked: equal sounds are one key. */
  readonly sound: string
  readonly phones: readonly string[]
  readonly idNumber: string
  readonly birthDate: string
  readonly gender: string
  readonly place: string
  /** 3号楼2单元101 → 3号楼; '' when no building stands there. */
  readonly building: string
}

/** 5 µs each. */
export function described({ name, phones, placeWords, ...rest }: Typed, sound: string): Described {
  const place = plainPlace(placeWords)
  return {
    ...rest,
    name: name.replace(/\s+/g, ''),
    sound,
    phones: phones.map(phoneDigits).filter((digits) => digits !== ''),
    place,
    building: /^.*?\d+号楼/.exec(place)?.[0] ?? '',
  }
}

/** To add one: here, with its points below and its words in text/<language>/residents.ts (twin.for, twin.against). */
export type TwinReason =
  | 'same-id'
  | 'same-name'
  | 'same-sound'
  | 'near-name'
  | 'same-phone'
  | 'same-tail'
  | 'same-birth'
  | 'same-door'
  | 'same-building'
export type TwinDoubt = 'other-id' | 'other-birth' | 'other-gender' | 'other-phone'

export type Likeness = {
  /** 0 to 100. */
  readonly score: number
  readonly likely: boolean
  readonly reasons: readonly TwinReason[]
  readonly doubts: readonly TwinDoubt[]
}

const FOR: Readonly<Record<TwinReason, number>> = {
  'same-id': 100,
  'same-name': 40,
  'same-sound': 28,
  'near-name': 20,
  'same-phone': 35,
  'same-tail': 12,
  'same-birth': 30,
  'same-door': 22,
  'same-building': 8,
}
const AGAINST: Readonly<Record<TwinDoubt, number>> = {
  'other-id': 60,
  'other-birth': 30,
  'other-gender': 25,
  'other-phone': 0,
}
/** Two people of one name in one house reach 48; the same name and phone 75. */
const SHOWN = 50
const LIKELY = 70

const tailOf = (phone: string): string => (phone.length >= 7 ? phone.slice(-4) : '')

/** One character of three or more is another, is missing, or stands in the other's place. */
function isNear(a: string, b: string): boolean {
  const [as, bs] = [[...a], [...b]]
  if (Math.max(as.length, bs.length) < 3 || as[0] !== bs[0]) return false
  if (as.length === bs.length) {
    const off = as.flatMap((sign, i) => (sign === bs[i] ? [] : [i]))
    return off.length === 1 || (off.length === 2 && as[off[0]!] === bs[off[1]!] && as[off[1]!] === bs[off[0]!])
  }
  const [long, short] = as.length > bs.length ? [as, bs] : [bs, as]
  return long.length === short.length + 1 && long.some((_, i) => long.toSpliced(i, 1).join('') === short.join(''))
}

/** Null when there is no reason to ask. The order of the two changes nothing. */
export function twinLikeness(a: Described, b: Described): Likeness | null {
  const reasons: TwinReason[] = []
  const doubts: TwinDoubt[] = []
  if (a.name === '' || b.name === '') return null
  const sameId = a.idNumber !== '' && a.idNumber === b.idNumber
  if (sameId) reasons.push('same-id')
  else if (a.idNumber !== '' && b.idNumber !== '') doubts.push('other-id')
  if (a.name === b.name) reasons.push('same-name')
  else if (a.sound !== '' && a.sound === b.sound) reasons.push('same-sound')
  else if (isNear(a.name, b.name)) reasons.push('near-name')
  else if (!sameId) return null

  const tails = b.phones.map(tailOf)
  if (a.phones.some((phone) => b.phones.includes(phone))) reasons.push('same-phone')
  else if (a.phones.some((phone) => tailOf(phone) !== '' && tails.includes(tailOf(phone)))) reasons.push('same-tail')
  else if (a.phones.length > 0 && b.phones.length > 0) doubts.push('other-phone')

  if (a.birthDate !== '' && b.birthDate !== '') {
    if (a.birthDate === b.birthDate) reasons.push('same-birth')
    else doubts.push('other-birth')
  }
  if (a.gender !== '' && b.gender !== '' && a.gender !== b.gender) doubts.push('other-gender')
  if (a.place !== '' && a.place === b.place) reasons.push('same-door')
  else if (a.building !== '' && a.building === b.building) reasons.push('same-building')

  const points =
    reasons.reduce((sum, reason) => sum + FOR[reason], 0) - doubts.reduce((sum, doubt) => sum + AGAINST[doubt], 0)
  const score = Math.max(0, Math.min(100, points))
  return score >= SHOWN ? { score, likely: score >= LIKELY, reasons, doubts } : null
}

/**
 * Keys of an entry: two that could be twins share at least one of them, so that nobody is compared with everybody. A key
 * holds a name's sound (or the name) with one thing more, so that five hundred 张伟 do not meet each other.
 */
export function twinKeys({ name, sound, phones, idNumber, birthDate, place, building }: Described): string[] {
  const named = [...new Set([name, sound])].filter(Boolean)
  const surname = [...name][0] ?? ''
  const marks = [
    ...phones.map((phone) => `t${tailOf(phone) || phone}`),
    ...(birthDate ? [`b${birthDate}`] : []),
    ...(building ? [`h${building}`] : place ? [`h${place}`] : []),
  ]
  // A name that is only near to the other one (one character): its surname with the whole phone or the birth date.
  const near = [...phones.map((phone) => `${surname}p${phone}`), ...(birthDate ? [`${surname}b${birthDate}`] : [])]
  return [...named.flatMap((one) => marks.map((mark) => `${one}\n${mark}`)), ...near, ...(idNumber ? [`i${idNumber}`] : [])] // prettier-ignore
}
