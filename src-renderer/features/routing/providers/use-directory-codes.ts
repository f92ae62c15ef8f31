/** The codes of a list with their words, as choices. */
import type { Choice } from '#app/services/desk-types.ts'
import { useLanguage } from '#app/text/text.ts'
import { EN_DIRECTORY, ZH_DIRECTORY, type DirectoryWords } from '#core/provider/words.ts'

export function useDirectoryCodes(): (list: keyof DirectoryWords, codes: readonly string[]) => readonly Choice[] {
  const words = useDirectoryWords()
  return (list, codes) =>
    codes.map((id) => ({ id, words: (words[list] as Readonly<Record<string, string>>)[id] ?? id }))
}

export const useDirectoryWords = (): DirectoryWords => (useLanguage() === 'en' ? EN_DIRECTORY : ZH_DIRECTORY)
