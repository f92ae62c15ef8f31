/**
 * Every screen, loaded when it is first opened. To add one: its folder under features/, its route in session/route.ts,
 * a line here and one in screen.tsx; in the menu only if people should find it there.
 */
import { lazy, type ComponentType } from 'react'
import { MODULE_NAMES, type MenuName, type ModuleName } from '#core/station/modules.ts'
import type { Route } from '../session/route.ts'
import { addRest } from '../text/text.ts'

/** Every screen but the first speaks words that come with the first of them. */
const withWords = <Props extends object>(load: () => Promise<ComponentType<Props>>) =>
  lazy(async () => {
    const [shown] = await Promise.all([load(), addRest()])
    return { default: shown }
  })

// Those that stand beside this file bring what other verbs have for them.
export const SCREENS = {
  today: lazy(async () => ({ default: (await import('../features/follow-up/today.tsx')).Today })),
  intake: withWords(async () => (await import('./intake-page.tsx')).IntakePage),
  cases: withWords(async () => (await import('./case-list-page.tsx')).CaseListPage),
  case: withWords(async () => (await import('./case-page.tsx')).CasePage),
  residents: withWords(async () => (await import('./residents-page.tsx')).ResidentsPage),
  providers: withWords(async () => (await import('./providers-page.tsx')).ProvidersPage),
  revisit: withWords(async () => (await import('./revisit-page.tsx')).RevisitPage),
  import: withWords(async () => (await import('../features/intake/import/import-screen.tsx')).ImportScreen),
  topics: withWords(async () => (await import('./topics-page.tsx')).TopicsPage),
  walk: withWords(async () => (await import('./walk-page.tsx')).WalkPage),
  gaps: withWords(async () => (await import('../features/routing/gaps/gaps-screen.tsx')).GapsScreen),
  minutes: withWords(async () => (await import('../features/routing/minutes/minutes-screen.tsx')).MinutesScreen),
  reports: withWords(async () => (await import('../features/reports/reports-screen.tsx')).ReportsScreen),
  surveys: withWords(async () => (await import('./surveys-page.tsx')).SurveysPage),
  supervision: withWords(
    async () => (await import('../features/supervision/supervision-screen.tsx')).SupervisionScreen,
  ),
  funding: withWords(async () => (await import('./funding-page.tsx')).FundingPage),
  haves: withWords(async () => (await import('./haves-page.tsx')).HavesPage),
  notices: withWords(async () => (await import('./notices-page.tsx')).NoticesPage),
  learning: withWords(async () => (await import('./learning-page.tsx')).LearningPage),
  exchange: withWords(async () => (await import('./exchange-page.tsx')).ExchangePage),
  conflicts: withWords(
    async () => (await import('../features/exchange/conflicts/conflicts-screen.tsx')).ConflictsScreen,
  ),
  stations: withWords(async () => (await import('./stations-page.tsx')).StationsPage),
  settings: withWords(async () => (await import('../features/settings/settings-screen.tsx')).SettingsScreen),
} as const

export type MenuEntry = Exclude<Route['screen'], 'case'>

/** Six entries at most; the modules that are switched on, and the settings, wait under 更多 (SCREENS §11). */
export const MENU: readonly MenuEntry[] = ['today', 'intake', 'cases', 'residents', 'providers', 'revisit']
export const menuMore = (modules: readonly MenuName[]): readonly MenuEntry[] => [...modules, 'settings']

/** The module that a screen belongs to; null for those that are always there. */
export const moduleOf = (screen: Route['screen']): ModuleName | null =>
  MODULE_NAMES.find((name) => name === screen) ?? null
