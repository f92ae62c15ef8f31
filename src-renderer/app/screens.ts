/**
 * Every screen, loaded when it is first opened. To add one: its folder under features/, its route in session/route.ts,
 * a line here and one in screen.tsx; in the menu only if people should find it there.
 */
import { lazy } from 'react'
import type { Route } from '../session/route.ts'

export const SCREENS = {
  today: lazy(async () => ({ default: (await import('../features/follow-up/today.tsx')).Today })),
  intake: lazy(async () => ({ default: (await import('../features/intake/intake-screen.tsx')).IntakeScreen })),
  cases: lazy(async () => ({ default: (await import('../features/follow-up/case-list-screen.tsx')).CaseListScreen })),
  // With what the other verbs bring to it.
  case: lazy(async () => ({ default: (await import('./case-page.tsx')).CasePage })),
  providers: lazy(async () => ({
    default: (await import('../features/routing/providers/providers-screen.tsx')).ProvidersScreen,
  })),
  revisit: lazy(async () => ({ default: (await import('../features/feedback/revisit-screen.tsx')).RevisitScreen })),
  import: lazy(async () => ({ default: (await import('../features/intake/import/import-screen.tsx')).ImportScreen })),
  settings: lazy(async () => ({ default: (await import('../features/settings/settings-screen.tsx')).SettingsScreen })),
} as const

export type MenuEntry = Exclude<Route['screen'], 'case'>

/** Six entries at most; the rest waits under 更多 (SCREENS §11). */
export const MENU: readonly MenuEntry[] = ['today', 'intake', 'cases', 'providers', 'revisit']
export const MENU_MORE: readonly MenuEntry[] = ['import', 'settings']
