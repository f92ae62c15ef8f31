/** The program as a user has it, through either door (doors.ts), with real Chromium and a profile of its own. */
import { mkdir, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { freePort } from '../free-port.ts'
import { browserDoor } from './browser-door.ts'
import { desktopDoor } from './desktop-door.ts'
import { throwAway, type DoorHands, type Frame } from './door-hands.ts'
import { DOOR } from './doors.ts'

/** Pictures of the screens for whoever wants to look at them: LINWU_SHOTS names a folder. */
const SHOTS = process.env['LINWU_SHOTS']

export type StationApp = {
  /** Everything this run writes; thrown away at the end. */
  readonly place: string
  readonly folder: string
  page: Page
  /** What a page did that it must never do: policy violations, errors, requests to the outside. */
  readonly faults: string[]
  /** Starts what does not run, and opens the page; opens it anew when it is there. */
  readonly start: () => Promise<Page>
  /** The program alone, without opening its link. Browser edition only. */
  readonly startServer: () => Promise<void>
  /** A further tab, by the address alone or by the link. Browser edition only. */
  readonly newTab: (link?: boolean) => Promise<Page>
  /** Stops everything as the power switch would. */
  readonly killAll: () => Promise<void>
  /** SIGTERM, as closing the program does; SIGKILL when it dies. In the desktop edition the window goes with it. */
  readonly stopServer: (signal?: 'SIGTERM' | 'SIGKILL') => Promise<void>
  /** Another PC, or a new account: what Chromium stored is thrown away. */
  readonly newProfile: () => Promise<void>
  /** Everything that is kept for this address is deleted, as from the browser's own settings. */
  readonly forget: () => Promise<void>
  readonly shot: (name: string) => Promise<void>
  readonly close: () => Promise<void>
}

/** `flags`: further flags of the program, such as --demo (then no --station). `prepare`: before a page of a browser loads. */
export async function stationApp(
  flags: readonly string[] = [],
  prepare: (context: BrowserContext) => void = () => undefined,
): Promise<StationApp> {
  const place = await mkdtemp(join(tmpdir(), 'linwu-e2e-'))
  const folder = join(place, 'station')
  const faults: string[] = []
  const frame: Frame = {
    place,
    folder,
    port: await freePort(),
    flags: flags.includes('--demo') ? flags : ['--station', folder, ...flags],
    watch: (context, own) => {
      watch(context, own, faults)
      prepare(context)
    },
  }
  const door: DoorHands = DOOR === 'browser' ? browserDoor(frame) : desktopDoor(frame)

  const app: StationApp = {
    place,
    folder,
    page: null as never,
    faults,
    start: async () => (app.page = await door.start()),
    startServer: door.startServer,
    newTab: (link = false) => door.newTab(link),
    killAll: door.killAll,
    stopServer: (signal = 'SIGTERM') => door.stopServer(signal),
    newProfile: door.newProfile,
    forget: () => door.forget(app.page),
    shot: async (name) => {
      if (SHOTS === undefined) return
      await mkdir(SHOTS, { recursive: true })
      await app.page.screenshot({ path: join(SHOTS, `${name}.png`) })
    },
    close: async () => {
      if (app.page && !app.page.isClosed()) await app.shot(`last-${basename(expect.getState().testPath ?? '')}`)
      await door.close()
      await throwAway(place)
    },
  }
  return app
}

function watch(context: BrowserContext, own: string, faults: string[]): void {
  context.setDefaultTimeout(15_000)
  context.on('weberror', (error) => faults.push(`error: ${error.error().message}`))
  // A broken content security policy is told here too, in the page as in its workers.
  context.on('console', (message) => {
    if (message.type() === 'error' || /Content.Security.Policy/i.test(message.text()))
      faults.push(`console: ${message.text()}`)
  })
  context.on('request', (request) => {
    const url = request.url()
    if (!['blob:', 'data:', own].some((beginning) => url.startsWith(beginning))) faults.push(`request: ${url}`)
  })
}
