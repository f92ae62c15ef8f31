/** The language shown, and switching it without a reload. */
import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { chinese } from './chinese.ts'
import { loadWords, remember, remembered, type Language, type Words } from './words.ts'

declare module 'i18next' {
  // Only an interface can be widened from outside; this is how i18next learns the keys.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface CustomTypeOptions {
    defaultNS: 'app'
    resources: typeof chinese
  }
}

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
  for (const [namespace, words] of Object.entries(await loadWords(language)))
    i18next.addResourceBundle(language, namespace, words)
  // Switched back meanwhile.
  if (remembered() !== language) return
  await i18next.changeLanguage(language)
  showLanguage()
}

function showLanguage(): void {
  document.documentElement.lang = i18next.language
  document.title = i18next.t('app:name')
}

/** The language shown; the component renders again when it changes. */
export const useLanguage = (): Language => (useTranslation().i18n.language === 'en' ? 'en' : 'zh-CN')
