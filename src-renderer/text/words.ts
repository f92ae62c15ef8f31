/**
 * The two languages. A namespace is one file per language under text/<language>/. Only the language that is shown is
 * loaded, in two parts: what the first screen says, and the rest with the first screen that needs it.
 */
import type { chineseLater } from './chinese-later.ts'
import type { chinese } from './chinese.ts'

export type Language = 'zh-CN' | 'en'
export type Words = typeof chinese
export type LaterWords = typeof chineseLater

const FIRST: Readonly<Record<Language, () => Promise<Words>>> = {
  'zh-CN': async () => (await import('./chinese.ts')).chinese,
  en: async () => (await import('./english.ts')).english,
}
const LATER: Readonly<Record<Language, () => Promise<LaterWords>>> = {
  'zh-CN': async () => (await import('./chinese-later.ts')).chineseLater,
  en: async () => (await import('./english-later.ts')).englishLater,
}

export const loadWords = (language: Language): Promise<Words> => FIRST[language]()
export const loadRest = (language: Language): Promise<LaterWords> => LATER[language]()

/** The choice is no personal data, so it may stand in plain storage, and be there before anything is unlocked. */
const REMEMBERED = 'linwu.language'

export const remember = (language: Language): void => localStorage.setItem(REMEMBERED, language)
export const remembered = (): Language => (localStorage.getItem(REMEMBERED) === 'en' ? 'en' : 'zh-CN')
