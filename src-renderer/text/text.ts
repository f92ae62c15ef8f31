/** The language shown, and switching it without a reload. */
import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import { loadRest, loadWords, remember, remembered, type Language, type LaterWords, type Words } from './words.ts'

/** Called once, before the first render. `words`: of the language that is remembered. */
export function startText(words: Words): void {
  const language = remembered()
  void i18next.use(initReactI18next).init({
    resources: { [language]: words },
    lng: language,
    fallbackLng: false,
    defaultNS: 'app',
    initAsync: false,
    // React escapes; a second time would show "&amp;".
    interpolation: { escapeValue: false },
  })
  showLanguage()
}

export function setLanguage(language: Language): void {
  remember(language)
  // Not to be had when the program behind the page is gone, which the page says: then it is shown at the next start.
  switchTo(language).catch(() => undefined)
}

async function switchTo(language: Language): Promise<void> {
  const [first, rest] = await Promise.all([loadWords(language), loadRest(language)])
  add(language, first)
  add(language, rest)
  // Switched back meanwhile.
  if (remembered() !== language) return
  await i18next.changeLanguage(language)
  showLanguage()
}

let rest: Promise<void> | null = null

/** The words of every screen but the first, once; a switch of the language brings them along. */
export function addRest(): Promise<void> {
  const language = remembered()
  return (rest ??= loadRest(language).then(
    (words) => add(language, words),
    (reason: unknown) => {
      // Not there just now (the program behind the page was restarted): the next screen tries again.
      rest = null
      throw reason
    },
  ))
}

function add(language: Language, words: Words | LaterWords): void {
  for (const [namespace, sentences] of Object.entries(words)) i18next.addResourceBundle(language, namespace, sentences)
}

function showLanguage(): void {
  document.documentElement.lang = i18next.language
  document.title = i18next.t('app:name')
}

/** The language shown; the component renders again when it changes. */
export const useLanguage = (): Language => (useTranslation().i18n.language === 'en' ? 'en' : 'zh-CN')
