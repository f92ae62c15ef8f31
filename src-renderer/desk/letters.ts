/** Names by characters, pinyin and initials. The table of readings is fetched when somebody types letters, or when idle. */
import { letterSearches, typedLetters, type LetterSearch } from '#core/search/pinyin.ts'

let loaded: Promise<(typed: string) => LetterSearch> | null = null

export const loadLetters = (): Promise<(typed: string) => LetterSearch> =>
  (loaded ??= import('pinyin-pro').then(({ pinyin }) => letterSearches(pinyin)))

/** Answers whether a name is found by what was typed. */
export async function nameSearch(query: string): Promise<(name: string) => boolean> {
  const wanted = query.toLowerCase()
  const typed = typedLetters(query)
  const finds = typed === null ? null : (await loadLetters())(typed)
  return (name) => name.toLowerCase().includes(wanted) || finds?.(name) === true
}
