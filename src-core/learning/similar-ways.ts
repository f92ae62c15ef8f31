/**
 * 类似办法: which model cases and policy cards say what somebody is just typing. Characters in pairs, each worth the more the
 * fewer cards have it; a card of the same category needs less. What means the same in other words is not seen.
 * tests/core/learning/similar-ways.test.ts says what is found.
 */
import { COMMON } from '../topic/common-words.ts'

export type WayKind = 'model-case' | 'policy-card'
export type Way = {
  readonly id: string
  readonly kind: WayKind
  readonly title: string
  /** Everything that it may be found by. */
  readonly text: string
  readonly categories: readonly string[]
}
export type FoundWay = {
  readonly id: string
  readonly kind: WayKind
  /** What both say, longest first: the reason why it is shown. */
  readonly words: readonly string[]
  readonly sameCategory: boolean
}

const MOST = 3
const MOST_WORDS = 4
const RUN = /\p{Script=Han}{2,}|[a-z0-9]{3,}/gu

type Read = { readonly way: Way; readonly text: string; readonly title: string; readonly pairs: ReadonlySet<string> }
export type WayIndex = { readonly read: readonly Read[]; readonly holding: ReadonlyMap<string, readonly number[]> }

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(COMMON, ' ')

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>()
  for (const [run] of text.matchAll(RUN)) {
    if (/^[a-z0-9]/.test(run)) pairs.add(run)
    else for (let i = 0; i + 2 <= run.length; i++) pairs.add(run.slice(i, i + 2))
  }
  return pairs
}

export function wayIndex(ways: readonly Way[]): WayIndex {
  const holding = new Map<string, number[]>()
  const read = ways.map((way, n): Read => {
    const title = plain(way.title)
    const text = `${title}\n${plain(way.text)}`
    const pairs = pairsOf(text)
    for (const pair of pairs) {
      const list = holding.get(pair)
      if (list) list.push(n)
      else holding.set(pair, [n])
    }
    return { way, title, text, pairs }
  })
  return { read, holding }
}

/** Longer stories repeat themselves: so much of them is looked at. */
const LOOKED_AT = 600
/** Of so many cards the words are put together; the others had fewer pairs in common. */
const CLOSELY = 12

/** At most three, the likeliest first; without a word in common nothing, whatever the category. */
export function similarWays({ read, holding }: WayIndex, asked: string, category = ''): readonly FoundWay[] {
  const mine = plain(asked.slice(0, LOOKED_AT))
  const scores = new Map<number, number>()
  for (const pair of pairsOf(mine)) {
    const cards = holding.get(pair)
    if (!cards) continue
    const worth = Math.log(1 + read.length / cards.length)
    for (const n of cards) scores.set(n, (scores.get(n) ?? 0) + worth * (read[n]!.title.includes(pair) ? 2 : 1))
  }
  const isSame = (n: number): boolean => category !== '' && read[n]!.way.categories.includes(category)
  return [...scores]
    .map(([n, score]) => ({ n, score: score + (isSame(n) ? 2 : 0) }))
    .toSorted((a, b) => b.score - a.score || (read[a.n]!.way.id < read[b.n]!.way.id ? -1 : 1))
    .slice(0, CLOSELY)
    .flatMap(({ n }): FoundWay[] => {
      const { way, text } = read[n]!
      const words = sharedWords(mine, text)
      const sameCategory = isSame(n)
      // One pair is chance: 电梯 alone, unless it is of this category, or what the card is called after.
      const said = words.join('').length
      if (said < (sameCategory || words.some((word) => read[n]!.title.includes(word)) ? 2 : 4)) return []
      return [{ id: way.id, kind: way.kind, words, sameCategory }]
    })
    .slice(0, MOST)
}

/** Longest runs that both texts have. */
function sharedWords(mine: string, theirs: string): string[] {
  const found = new Set<string>()
  for (const [run] of mine.matchAll(RUN)) {
    if (/^[a-z0-9]/.test(run)) {
      if (theirs.includes(run)) found.add(run)
      continue
    }
    for (let from = 0; from + 2 <= run.length;) {
      let to = from + 2
      if (!theirs.includes(run.slice(from, to))) {
        from++
        continue
      }
      while (to < run.length && theirs.includes(run.slice(from, to + 1))) to++
      found.add(run.slice(from, to))
      from = to - 1
    }
  }
  const longest = [...found].toSorted((a, b) => b.length - a.length)
  return longest.filter((word, i) => !longest.slice(0, i).some((other) => other.includes(word))).slice(0, MOST_WORDS)
}
