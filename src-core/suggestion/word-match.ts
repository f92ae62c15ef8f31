/** 冷启动: what the catalogue's words say about a text, before anything was decided here. */
import type { Category } from '../category/category.ts'
import { naturalLog } from './natural-log.ts'

/** A word that ends in ? only hints. */
const HINT = 0.3
/** A word in the heading counts like so many mentions in the story. */
const IN_TITLE = 3
/** The story is looked at so far: further down stands who was rung up when. */
const BODY_LENGTH = 600
/** Evidence that counts as half of the whole: one word in the story leaves doubt, three in the heading none. */
const HALF = 4

export type Found = { readonly word: string; readonly weight: number }
export type Matches = {
  /** One for each leaf, from 0 (nothing) to below 1. */
  readonly scores: Float64Array
  /** Words that spoke for a leaf, the strongest first. */
  readonly wordsFor: (leaf: number) => readonly Found[]
}
export type WordIndex = (title: string, body: string) => Matches

type Entry = { readonly word: string; readonly uses: readonly (readonly [leaf: number, weight: number])[] }

/** `title` and `body` of the answer's question as `plainText` gives them. */
export function wordIndex(leaves: readonly Category[]): WordIndex {
  const uses = new Map<string, (readonly [leaf: number, share: number])[]>()
  leaves.forEach(({ words, name }, leaf) => {
    const own = new Map<string, number>([[name.zh.toLowerCase(), 1]])
    for (const word of words.toLowerCase().split(/\s+/)) {
      const hints = word.endsWith('?')
      const plain = hints ? word.slice(0, -1) : word
      if (plain !== '') own.set(plain, hints ? HINT : 1)
    }
    for (const [word, share] of own) {
      const known = uses.get(word)
      if (known) known.push([leaf, share])
      else uses.set(word, [[leaf, share]])
    }
  })
  const byFirst = new Map<string, Entry[]>()
  for (const [word, all] of uses) {
    // A longer word says more; one that stands in several leaves is shared among them.
    const sum = all.reduce((total, [, share]) => total + share, 0)
    const entry = { word, uses: all.map(([leaf, share]) => [leaf, (share * word.length) / sum] as const) }
    const first = word[0]!
    const list = byFirst.get(first)
    if (list) list.push(entry)
    else byFirst.set(first, [entry])
  }

  const count = (text: string, into: Map<Entry, number>): void => {
    for (let at = 0; at < text.length; at++)
      for (const entry of byFirst.get(text[at]!) ?? [])
        if (text.startsWith(entry.word, at)) into.set(entry, (into.get(entry) ?? 0) + 1)
  }

  return (title, body) => {
    const inTitle = new Map<Entry, number>()
    const inBody = new Map<Entry, number>()
    count(title, inTitle)
    count(body.slice(0, BODY_LENGTH), inBody)
    const sums = new Float64Array(leaves.length)
    const found: (Found & { readonly leaf: number })[] = []
    for (const entry of new Set([...inTitle.keys(), ...inBody.keys()])) {
      const said = (inTitle.has(entry) ? IN_TITLE : 0) + flattened(inBody.get(entry) ?? 0)
      for (const [leaf, weight] of entry.uses) {
        sums[leaf]! += weight * said
        found.push({ leaf, word: entry.word, weight: weight * said })
      }
    }
    let most = 0
    for (const sum of sums) most = Math.max(most, sum)
    return {
      scores: sums.map((sum) => sum / (most + HALF)),
      wordsFor: (leaf) => found.filter((one) => one.leaf === leaf).toSorted((a, b) => b.weight - a.weight),
    }
  }
}

/** 0, 0.7, 1.1, 1.4 … : saying a word ten times is not ten words. */
const FLATTENED = Float64Array.from({ length: 21 }, (_, n) => naturalLog(1 + n))
const flattened = (n: number): number => FLATTENED[Math.min(20, n)]!
