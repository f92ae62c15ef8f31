/**
 * The two languages. A namespace is one file per language under text/<language>/. Only the language that is shown is
 * loaded (20 kB each); the other one when somebody switches.
 */
import type { chinese } from './chinese.ts'

export type Language = 'zh-CN' | 'en'
export type Words = typeof chinese

const LANGUAGES: Readonly<Record<Language, () => Promise<Words>>> = {
  'zh-CN': async () => (await import('./chinese.ts')).chinese,
  en: async () => (await import('./english.ts')).english,
}

export const loadWords = (language: Language): Promise<Words> => LANGUAGES[language]()

/** The choice is no personal data, so it may stand in plain storage, and be there before anything is unlocked. */
const REMEMBERED = 'linwu.language'

export const remember = (language: Language): void => localStorage.setItem(REMEMBERED, language)
export const remembered = (): Language => (localStorage.getItem(REMEMBERED) === 'en' ? 'en' : 'zh-CN')
