/** Which words of a text spoke for a leaf: the catalogue's own that were found, then what was learned. */
import { bucketAt } from './grams.ts'
import { weightOf, type LinearModel } from './linear-model.ts'
import type { Found } from './word-match.ts'

const MOST = 4
/** So many words of the catalogue explain enough; what was learned is shown where they do not: pieces of words, often. */
const ENOUGH = 2
/** Learned words are shown from pairs on: one character alone explains nothing to a reader. */
const LENGTHS = [3, 2] as const
/** A tenth of what the strongest says is no reason any more. */
const SHARE = 0.1

/** `position`: of the leaf in the model. All words stand in the text, none inside another. */
export function decidingWords(
  title: string,
  body: string,
  found: readonly Found[],
  model: LinearModel | null,
  position: number | undefined,
): string[] {
  const strongest = found[0]?.weight ?? 0
  const words = found.filter(({ weight }) => weight >= strongest * SHARE).map(({ word }) => word)
  if (model && position !== undefined && words.length < ENOUGH)
    words.push(...learnedWords(`${title}\n${body}`, model, position))
  const shown: string[] = []
  for (const word of words) {
    if (shown.length === MOST) break
    if (!shown.some((other) => other.includes(word) || word.includes(other))) shown.push(word)
  }
  return shown
}

const HAN = /^\p{Script=Han}+$/u

function learnedWords(text: string, model: LinearModel, position: number): string[] {
  const weights = new Map<string, number>()
  for (let at = 0; at < Math.min(text.length, 600); at++)
    for (const length of LENGTHS) {
      const word = text.slice(at, at + length)
      if (word.length < length || weights.has(word) || !HAN.test(word)) continue
      const weight = weightOf(model, bucketAt(text, at, length), position)
      if (weight > 0) weights.set(word, weight * (length === 3 ? 0.5 : 1))
    }
  return [...weights]
    .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, ENOUGH)
    .map(([word]) => word)
}
