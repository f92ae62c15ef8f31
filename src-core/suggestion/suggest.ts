/**
 * 建议分类: the three likeliest leaves for a text, how sure, and the words that decided. It starts from the catalogue's
 * words and learns what they miss from the cases that this station decided, on this PC only. It is shown, never applied.
 */
import type { ServiceType } from '../case-file/codes.ts'
import type { Category, CategoryCode } from '../category/category.ts'
import type { Catalogue } from '../category/current-catalogue.ts'
import { decidingWords } from './deciding-words.ts'
import type { Decided } from './decided.ts'
import { gramsOf, plainText } from './grams.ts'
import { modelBytes, scores, vectorOf, type LinearModel } from './linear-model.ts'
import { sureness, type Sureness } from './sureness.ts'
import { wordIndex, type WordIndex } from './word-match.ts'

export type SuggestedLeaf = {
  readonly code: CategoryCode
  readonly serviceType: ServiceType
  readonly sure: Sureness
  /** As they stand in the text, the strongest first; at most four. */
  readonly words: readonly string[]
}
export type Suggestion = {
  readonly leaves: readonly SuggestedLeaf[]
  /** Decided cases that it learned from. */
  readonly learnedFrom: number
}
export type Suggester = {
  readonly suggest: (title: string, text: string) => Suggestion
  readonly bytes: number
}

const SUGGESTED = 3
/** Where a leaf that nothing speaks for ends up after learning; leaves that were never decided here start from it. */
const UNHEARD = -0.8
/** From here on something speaks for it: below, nothing is shown rather than a guess. */
const LEAST = { words: 0.12, learned: -0.75 }
/** So many cases of a leaf decide which kind of service it is here, whatever the catalogue says. */
const OWN_HABIT = 3

/** Before anything was decided here. Retired leaves are never suggested. */
export function coldSuggester(catalogue: Catalogue): Suggester {
  const leaves = catalogue.leaves.filter(({ retired }) => !retired)
  return suggesterOf(leaves, wordIndex(leaves), null, [], 0)
}

/**
 * leaf → kind of service that most of its decided cases here got. A leaf of danger keeps the catalogue's: market alone is
 * never proposed for it, whatever the habit (DOMAIN §3.7).
 */
function habits(leaves: readonly Category[], decided: readonly Decided[]): Map<CategoryCode, ServiceType> {
  const dangerous = new Set(leaves.filter(({ limit }) => limit === 'danger').map(({ code }) => code))
  const counts = new Map<CategoryCode, Map<ServiceType, number>>()
  for (const { category, serviceType } of decided) {
    if (dangerous.has(category)) continue
    const own = counts.get(category) ?? new Map<ServiceType, number>()
    counts.set(category, own.set(serviceType, (own.get(serviceType) ?? 0) + 1))
  }
  const types = new Map<CategoryCode, ServiceType>()
  for (const [code, own] of counts) {
    const [[type, most] = ['administrative', 0] as const] = [...own].toSorted(([, a], [, b]) => b - a)
    if (most >= OWN_HABIT) types.set(code, type)
  }
  return types
}

/** `model`: its classes are places in `leaves`. `learnedFrom`: how many different texts it saw. */
export function suggesterOf(
  leaves: readonly Category[],
  words: WordIndex,
  model: LinearModel | null,
  decided: readonly Decided[],
  learnedFrom: number,
): Suggester {
  const types = habits(leaves, decided)
  const positions = new Map(model ? [...model.classes].map((leaf, position) => [leaf, position]) : [])
  return {
    bytes: model ? modelBytes(model) : 0,
    suggest(title, text) {
      const head = plainText(title)
      const body = plainText(text)
      const matches = words(head, body)
      const all = Float64Array.from(matches.scores)
      if (model) {
        const grams = gramsOf(head, body)
        const learned = scores(model, grams, vectorOf(grams, model.rarity))
        for (let leaf = 0; leaf < all.length; leaf++) {
          const position = positions.get(leaf)
          all[leaf]! += position === undefined ? UNHEARD : learned[position]!
        }
      }
      const order = Array.from(all.keys()).toSorted((a, b) => all[b]! - all[a]! || a - b)
      const least = model ? LEAST.learned : LEAST.words
      const shown = order.slice(0, SUGGESTED).filter((leaf) => all[leaf]! > least)
      return {
        learnedFrom,
        leaves: shown.map((leaf, place) => {
          const { code, serviceType } = leaves[leaf]!
          const next = all[order[place + 1]!] ?? 0
          return {
            code,
            serviceType: types.get(code) ?? serviceType,
            sure: place === 0 ? sureness(all[leaf]!, next, model !== null) : 'low',
            words: decidingWords(head, body, matches.wordsFor(leaf), model, positions.get(leaf)),
          }
        }),
      }
    },
  }
}
