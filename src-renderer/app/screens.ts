/**
 * Every screen, loaded when it is first opened. To add one: its folder under features/, its route in session/route.ts,
 * a line here and one in screen.tsx; in the menu only if people should find it there.
 */
import { lazy } from 'react'
import { MODULE_NAMES, type ModuleName } from '#core/station/modules.ts'
import type { Route } from '../session/route.ts'

export const SCREENS = {
  today: lazy(async () => ({ default: (await import('../features/follow-up/today.tsx')).Today })),
  // With what the other verbs bring to it.
  intake: lazy(async () => ({ default: (await import('./intake-page.tsx')).IntakePage })),
  cases: lazy(async () => ({ default: (await import('./case-list-page.tsx')).CaseListPage })),
  // With what the other verbs bring to it.
  case: lazy(async () => ({ default: (await import('./case-page.tsx')).CasePage })),
  // With the plan's paper, which belongs to the reports.
  residents: lazy(async () => ({ default: (await import('./residents-page.tsx')).ResidentsPage })),
  // With its paper, which belongs to the reports.
  providers: lazy(async () => ({ default: (await import('./providers-page.tsx')).ProvidersPage })),
  revisit: lazy(async () => ({ default: (await import('../features/feedback/revisit-screen.tsx')).RevisitScreen })),
  import: lazy(async () => ({ default: (await import('../features/intake/import/import-screen.tsx')).ImportScreen })),
  topics: lazy(async () => ({
    default: (await import('../features/follow-up/topics/topics-screen.tsx')).TopicsScreen,
  })),
  // With its paper, which belongs to the reports.
  walk: lazy(async () => ({ default: (await import('./walk-page.tsx')).WalkPage })),
  gaps: lazy(async () => ({ default: (await import('../features/routing/gaps/gaps-screen.tsx')).GapsScreen })),
  minutes: lazy(async () => ({
    default: (await import('../features/routing/minutes/minutes-screen.tsx')).MinutesScreen,
  })),
  settings: lazy(async () => ({ default: (await import('../features/settings/settings-screen.tsx')).SettingsScreen })),
} as const

export type MenuEntry = Exclude<Route['screen'], 'case'>

/** Six entries at most; the modules that are switched on, and the settings, wait under 更多 (SCREENS §11). */
export const MENU: readonly MenuEntry[] = ['today', 'intake', 'cases', 'residents', 'providers', 'revisit']
export const menuMore = (modules: readonly ModuleName[]): readonly MenuEntry[] => [...modules, 'settings']

/** The module that a screen belongs to; null for those that are always there. */
export const moduleOf = (screen: Route['screen']): ModuleName | null =>
  MODULE_NAMES.find((name) => name === screen) ?? null
