/** A leaf's name in the language that is shown. */
import type { TwoNames } from '#core/category/category.ts'
import { useLanguage } from '#app/text/text.ts'

export function useTwoNames(): (names: TwoNames) => string {
  const language = useLanguage()
  return (names) => (language === 'en' ? names.en : names.zh)
}
