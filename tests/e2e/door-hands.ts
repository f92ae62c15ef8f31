/** What each door must be able to do, for the tests to be the same through both. */
import { rm } from 'node:fs/promises'
import type { BrowserContext, Page } from 'playwright-core'

/** What a door needs of the test. */
export type Frame = {
  /** Everything this run writes lies below. */
  readonly place: string
  readonly folder: string
  /** Fixed for one test: what Chromium stores belongs to it. */
  readonly port: number
  readonly flags: readonly string[]
  /** Listens to everything a page of this context does, before it loads. `own`: beginning of its own addresses. */
  readonly watch: (context: BrowserContext, own: string) => void
}

/** What a door can do; StationApp says what it means. */
export type DoorHands = {
  readonly start: () => Promise<Page>
  readonly startServer: () => Promise<void>
  readonly newTab: (link: boolean) => Promise<Page>
  readonly killAll: () => Promise<void>
  readonly stopServer: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>
  readonly newProfile: () => Promise<void>
  readonly forget: (page: Page) => Promise<void>
  readonly close: () => Promise<void>
}

export const throwAway = (path: string): Promise<void> =>
  rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })

export async function clearOrigin(page: Page, origin: string): Promise<void> {
  await page.goto('about:blank')
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' })
  await page.context().clearCookies()
  await cdp.detach()
}
