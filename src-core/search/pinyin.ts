/**
 * Search by pinyin and initials, one rule for the app and `linwu`: every typed letter run stands for consecutive characters,
 * each given by its syllable or the beginning of it. `wangsulan`, `wsl`, `wangsl` and `wang su lan` all find 王素兰.
 *
 * A character that is read in several ways is found by each of them: a text does not say which is meant. Guessed from the
 * words around it, surnames came out wrong (查, 单, 仇), and the titles of 100,000 cases had to be read before the first
 * answer (9.7 s on a busy PC).
 */

/** Of pinyin-pro, handed in: it is large, and the desk loads it late. */
type Pinyin = (character: string, options: { toneType: 'none'; type: 'array'; multiple: true }) => readonly string[]

/** Whether a text holds what was typed. `from`, `to`: the part that is looked at. */
export type LetterSearch = (text: string, from?: number, to?: number) => boolean

/** Longer typing cannot be a name or a title any more. */
const LONGEST_QUERY = 60

/** Null when the query is not typed in letters: then it is searched by characters only. */
export function typedLetters(query: string): string | null {
  const typed = plain(query.normalize('NFKC')).replace(/[\s'’]+/g, '')
  return typed.length <= LONGEST_QUERY && /^[a-z0-9]*[a-z][a-z0-9]*$/.test(typed) ? typed : null
}

const plain = (letters: string): string => letters.toLowerCase().replaceAll('ü', 'v')

/** Sets of signs as bits: a letter each, the digits together. */
const bitOf = (sign: string): number => 1 << (sign >= 'a' ? sign.charCodeAt(0) - 97 : 26)
/** No set stands for "not looked at yet". */
const KNOWN = 1 << 27
const ALL = KNOWN - 1
const WHOLE = 1 << 28

/**
 * Answers what makes searches of typed letters (`typedLetters`); each of them is made once for many texts. What is learnt
 * about characters is kept: reading one takes 6 µs, and a station uses some thousands of them.
 */
export function letterSearches(pinyin: Pinyin): (typed: string) => LetterSearch {
  const known = new Map<number, readonly string[]>()
  /** Without tones; letters and digits stand for themselves, other signs for nothing. */
  const readingsOf = (codePoint: number): readonly string[] => {
    let readings = known.get(codePoint)
    if (!readings) {
      const sign = String.fromCodePoint(codePoint).normalize('NFKC')
      const all = /^[ -~]+$/.test(sign) ? [sign] : pinyin(sign, { toneType: 'none', type: 'array', multiple: true })
      readings = [...new Set(all.map(plain))].filter((reading) => /^[a-z0-9]+$/.test(reading))
      known.set(codePoint, readings)
    }
    return readings
  }
  /** By code unit: how its readings begin. Half of a surrogate pair may be anything. */
  const initials = new Int32Array(0x1_0000).fill(KNOWN | ALL, 0xd800, 0xdc00)
  const readInitials = (unit: number): number =>
    (initials[unit] = readingsOf(unit).reduce((set, reading) => set | bitOf(reading), KNOWN))

  return (typed) => {
    /** By code unit, when what was typed begins there: how the next character may begin; `WHOLE`: none is needed. */
    const next = new Int32Array(0x1_0000).fill(KNOWN | ALL, 0xd800, 0xdc00)
    const readNext = (unit: number): number => {
      let set = KNOWN
      for (const done of afterOne(readingsOf(unit), typed, 0))
        set |= done === typed.length ? WHOLE : bitOf(typed[done]!)
      return (next[unit] = set)
    }
    /** Goes on with every way to take the letters apart at once, so that no text makes it slow. */
    const fits = (text: string, from: number, to: number): boolean => {
      let ways: readonly number[] = [0]
      for (let at = from; at < to && ways.length > 0;) {
        const codePoint = text.codePointAt(at)!
        const readings = readingsOf(codePoint)
        at += codePoint > 0xffff ? 2 : 1
        ways = [...new Set(ways.flatMap((done) => afterOne(readings, typed, done)))]
        if (ways.includes(typed.length)) return true
      }
      return false
    }
    return (text, from = 0, to = text.length) => {
      for (let at = from; at < to; at++) {
        const unit = text.charCodeAt(at)
        const wanted = next[unit] || readNext(unit)
        if (wanted === KNOWN) continue
        if ((wanted & WHOLE) !== 0) return true
        if (at + 1 === to) return false
        const following = text.charCodeAt(at + 1)
        const begins = initials[following] || readInitials(following)
        if ((wanted & begins & ALL) !== 0 && fits(text, at, to)) return true
      }
      return false
    }
  }
}

/** How much may have been typed after one more character, when `done` letters were before it. */
function afterOne(readings: readonly string[], typed: string, done: number): number[] {
  const ends: number[] = []
  for (const reading of readings)
    for (let n = 0; n < reading.length && reading[n] === typed[done + n]; n++)
      if (!ends.includes(done + n + 1)) ends.push(done + n + 1)
  return ends
}
