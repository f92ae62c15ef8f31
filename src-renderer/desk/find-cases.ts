/** Search in the desk: characters first; letters also find names and titles by pinyin ("wangsulan") and initials ("wsl"). */
import { typedLetters } from '#core/search/pinyin.ts'
import { loadLetters } from './letters.ts'
import { findLetters, findText, type Hits } from './search-text.ts'
import { readAll, type DeskState } from './state.ts'

/** What list, residents and the header's box find. */
export async function findCases(state: DeskState, query: string): Promise<Hits> {
  const typed = typedLetters(query)
  const letters = typed === null ? null : await loadLetters()
  await readAll(state)
  const byText = findText(state.search, query)
  if (typed === null || !letters) return byText
  const byLetters = findLetters(state.search, typed, letters(typed))
  return { rows: either(byText.rows, byLetters.rows), who: either(byText.who, byLetters.who) }
}

const either = (a: Uint8Array, b: Uint8Array): Uint8Array => a.map((mark, row) => mark | b[row]!)
