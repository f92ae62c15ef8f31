/**
 * The two languages. A namespace is one file per language under text/<language>/; English has the shape of Chinese, so
 * a missing sentence is a compile error. To add a namespace: both files, and a line in each table below.
 */
import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import { app as appEn } from './en/app.ts'
import { caseFile as caseFileEn } from './en/case-file.ts'
import { cases as casesEn } from './en/cases.ts'
import { codes as codesEn } from './en/codes.ts'
import { desktop as desktopEn } from './en/desktop.ts'
import { imports as importsEn } from './en/import.ts'
import { intake as intakeEn } from './en/intake.ts'
import { papers as papersEn } from './en/papers.ts'
import { problems as problemsEn } from './en/problems.ts'
import { providers as providersEn } from './en/providers.ts'
import { settings as settingsEn } from './en/settings.ts'
import { setUp as setUpEn } from './en/set-up.ts'
import { residents as residentsEn } from './en/residents.ts'
import { app } from './zh-CN/app.ts'
import { caseFile } from './zh-CN/case-file.ts'
import { cases } from './zh-CN/cases.ts'
import { codes } from './zh-CN/codes.ts'
import { desktop } from './zh-CN/desktop.ts'
import { imports } from './zh-CN/import.ts'
import { intake } from './zh-CN/intake.ts'
import { papers } from './zh-CN/papers.ts'
import { problems } from './zh-CN/problems.ts'
import { providers } from './zh-CN/providers.ts'
import { settings } from './zh-CN/settings.ts'
import { residents } from './zh-CN/residents.ts'
import { setUp } from './zh-CN/set-up.ts'

export type Language = 'zh-CN' | 'en'

const chinese = {
  app,
  problems,
  'set-up': setUp,
  settings,
  providers,
  import: imports,
  codes,
  intake,
  cases,
  'case-file': caseFile,
  residents,
  papers,
  desktop,
}
const english: typeof chinese = {
  app: appEn,
  problems: problemsEn,
  'set-up': setUpEn,
  settings: settingsEn,
  providers: providersEn,
  import: importsEn,
  codes: codesEn,
  intake: intakeEn,
  cases: casesEn,
  'case-file': caseFileEn,
  residents: residentsEn,
  papers: papersEn,
  desktop: desktopEn,
}

declare module 'i18next' {
  // Only an interface can be widened from outside; this is how i18next learns the keys.
  // oxlint-disable-next-line typescript/consistent-type-definitions
  interface CustomTypeOptions {
    defaultNS: 'app'
    resources: typeof chinese
  }
}

/** The choice is no personal data, so it may stand in plain storage, and be there before anything is unlocked. */
const REMEMBERED = 'linwu.language'

/** Called once, before the first render. */
export function startText(): void {
  void i18next.use(initReactI18next).init({
    resources: { 'zh-CN': chinese, en: english },
    lng: localStorage.getItem(REMEMBERED) === 'en' ? 'en' : 'zh-CN',
    fallbackLng: 'zh-CN',
    defaultNS: 'app',
    initAsync: false,
    // React escapes; a second time would show "&amp;".
    interpolation: { escapeValue: false },
  })
  showLanguage()
}

export function setLanguage(language: Language): void {
  localStorage.setItem(REMEMBERED, language)
  void i18next.changeLanguage(language).then(showLanguage)
}

function showLanguage(): void {
  document.documentElement.lang = i18next.language
  document.title = i18next.t('app:name')
}

/** The language shown; the component renders again when it changes. */
export const useLanguage = (): Language => (useTranslation().i18n.language === 'en' ? 'en' : 'zh-CN')
