/**
 * 疑似重复 as far as plain comparing goes (DOMAIN §3.6): the same person or the same place, and the same words. Every hit
 * says which of the three it was. What means the same in other words (灯不亮 · 路灯灭着) is not seen.
 */
import { COMMON } from '../topic/common-words.ts'

export type Compared = {
  readonly requesterName: string
  readonly requesterPhone: string
  readonly place: string
  readonly title: string
  readonly text: string
}

export type Likeness = {
  readonly person: 'phone' | 'name' | null
  /** `near`: the same building or unit, another door. */
  readonly place: 'same' | 'near' | null
  /** What both say, longest first. */
  readonly words: readonly string[]
}

const MOST_WORDS = 4
const RUN = /\p{Script=Han}+|[a-z0-9]{3,}/gu

/** Made once per question, used for many cases. */
type Pattern = {
  readonly mine: Compared
  readonly phone: string
  readonly place: Place
  readonly pairs: ReadonlySet<string>
  readonly text: string
}

export function patternOf(mine: Compared): Pattern {
  let text = fold(`${mine.title}\n${mine.text}`)
  for (const own of [mine.requesterName, mine.place, placeOf(mine.place).area].map(fold))
    if (own.length >= 2) text = text.replaceAll(own, ' ')
  text = text.replace(COMMON, ' ')
  const pairs = new Set<string>()
  for (const [run] of text.matchAll(RUN)) for (const pair of pairsOf(run)) pairs.add(pair)
  return { mine, phone: digitsOf(mine.requesterPhone), place: placeOf(mine.place), pairs, text }
}

/** Null when there is no reason to look at `theirs`. */
export function likeness(pattern: Pattern, theirs: Compared): Likeness | null {
  const { mine, phone } = pattern
  const samePhone = phone.length >= 7 && phone === digitsOf(theirs.requesterPhone)
  const sameName = mine.requesterName.trim().length >= 2 && mine.requesterName.trim() === theirs.requesterName.trim()
  const person = samePhone ? 'phone' : sameName ? 'name' : null
  const place = samePlace(pattern.place, placeOf(theirs.place))
  if (!person && !place) return null
  const words = sharedWords(pattern, fold(`${theirs.title}\n${theirs.text}`).replace(COMMON, ' '))
  // Half a neighbourhood says one word or another: who shares no more than that must share more of the matter.
  const enough = !person && WIDE.test(pattern.place.whole) ? 4 : 2
  return words.join('').length >= enough ? { person, place, words } : null
}

/** For putting hits in order: who asks and where weigh more than how much is said. */
export const likenessWeight = ({ person, place, words }: Likeness): number =>
  (person ? 40 : 0) + (place === 'same' ? 30 : place === 'near' ? 10 : 0) + Math.min(20, words.join('').length)

const fold = (text: string): string => text.normalize('NFKC').toLowerCase()
const digitsOf = (phone: string): string => fold(phone).replace(/\D/g, '')

const pairsOf = (run: string): string[] =>
  /^[a-z0-9]/.test(run) ? [run] : Array.from({ length: Math.max(0, run.length - 1) }, (_, i) => run.slice(i, i + 2))

/** Runs of pairs that the pattern has too; a run counts whole only where the pattern has it whole. */
function sharedWords({ pairs, text }: Pattern, theirs: string): string[] {
  const found = new Set<string>()
  const note = (run: string): void => {
    if (run.length >= 2 && text.includes(run)) found.add(run)
    else for (const pair of pairsOf(run)) if (pairs.has(pair)) found.add(pair)
  }
  for (const [run] of theirs.matchAll(RUN)) {
    if (/^[a-z0-9]/.test(run)) {
      if (pairs.has(run)) found.add(run)
      continue
    }
    let from = -1
    for (let i = 0; i < run.length; i++) {
      const is = i + 1 < run.length && pairs.has(run.slice(i, i + 2))
      if (is && from < 0) from = i
      if (!is && from >= 0) {
        note(run.slice(from, i + 1))
        from = -1
      }
    }
  }
  const longest = [...found].toSorted((a, b) => b.length - a.length)
  return longest.filter((word, i) => !longest.slice(0, i).some((other) => other.includes(word))).slice(0, MOST_WORDS)
}

/** `area`: what stands before the building's number; `building`: 3号楼2单元, or ''. */
type Place = { readonly whole: string; readonly area: string; readonly building: string }

const NUMERALS = '零一二三四五六七八九'
const BUILDING = /(\d+)(?:号楼|号院|栋|幢|座|#)(?:(\d+|[a-z])(?:单元|门))?/

/** 三号楼二单元 and 3 号楼 › 2 单元 are one place. */
function placeOf(place: string): Place {
  const whole = fold(place)
    .replace(/[\s›>\-—–_,，、/·]+/g, '')
    .replace(/[零一二三四五六七八九十]+(?=号|栋|幢|座|单元|门|室|层)/g, (words) => String(numberOf(words)))
  const found = BUILDING.exec(whole)
  return { whole, area: found ? whole.slice(0, found.index) : '', building: found ? found[0] : '' }
}

/** 十二 → 12, 二十 → 20, 三 → 3; longer ones digit by digit. */
function numberOf(words: string): number {
  const ten = words.indexOf('十')
  if (ten < 0) return Number([...words].map((sign) => NUMERALS.indexOf(sign)).join(''))
  const [before, after] = [words.slice(0, ten), words.slice(ten + 1)]
  return (before ? numberOf(before) : 1) * 10 + (after ? numberOf(after) : 0)
}

/** Names a whole neighbourhood, not a spot in it. */
const WIDE = /(?:小区|社区|家园|花园|里|村|路|街|巷|胡同)$/

function samePlace(a: Place, b: Place): Likeness['place'] {
  if (a.whole.length < 3 || b.whole.length < 3) return null
  const sameArea = a.area === '' || b.area === '' || a.area.endsWith(b.area) || b.area.endsWith(a.area)
  if (a.whole === b.whole) return WIDE.test(a.whole) ? 'near' : 'same'
  if (a.building === '' || b.building === '') return null
  const [doorA, doorB] = [doorOf(a), doorOf(b)]
  if (!sameArea) return null
  if (a.building === b.building) return doorA === doorB ? 'same' : 'near'
  // 3号楼 and 3号楼2单元: one says more than the other.
  return a.building.startsWith(b.building) || b.building.startsWith(a.building) ? 'near' : null
}
const doorOf = ({ whole, area, building }: Place): string => whole.slice(area.length + building.length).replace(/[号室]$/, '') // prettier-ignore

/**
 * How the place may be written in stored texts, for the search that comes before comparing: 槐树里3号楼 and 槐树里三号楼.
 * Limit: one that was typed with blanks in it (3 号楼) is found by its requester only.
 */
export function spellings(place: string): readonly string[] {
  const { area, building } = placeOf(place)
  if (!building) return place.trim().length >= 3 ? [place.trim()] : []
  const number = Number.parseInt(building, 10)
  const rest = building.slice(String(number).length).replace(/(?<=号楼|号院|栋|幢|座|#).*$/, '')
  return [String(number), ...(number < 100 ? [chineseOf(number)] : [])].map((written) => area + written + rest)
}

function chineseOf(number: number): string {
  if (number < 10) return NUMERALS[number]!
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  return `${tens > 1 ? NUMERALS[tens]! : ''}十${ones ? NUMERALS[ones]! : ''}`
}
