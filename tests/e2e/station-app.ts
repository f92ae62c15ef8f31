/** The program as a user has it: the built browser edition as its own process, and real Chromium with a profile of its own. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { chromiumOptions } from '../chromium.ts'

const OUT = join(import.meta.dirname, '../../out/main')
/** Pictures of the screens for whoever wants to look at them: LINWU_SHOTS names a folder. */
const SHOTS = process.env['LINWU_SHOTS']

export type StationApp = {
  /** Everything this run writes; thrown away at the end. */
  readonly place: string
  readonly folder: string
  readonly port: number
  page: Page
  /** What a page did that it must never do: policy violations, errors, requests to the outside. */
  readonly faults: string[]
  /** Starts what does not run of server and browser, and opens the link. */
  readonly start: () => Promise<Page>
  /** The program alone, without opening its link. */
  readonly startServer: () => Promise<void>
  /** A further tab, by the address alone or by the link. */
  readonly newTab: (link?: boolean) => Promise<Page>
  /** Stops both as the power switch would. */
  readonly killAll: () => Promise<void>
  /** SIGTERM, as closing the program does; SIGKILL when it dies. */
  readonly stopServer: (signal?: 'SIGTERM' | 'SIGKILL') => Promise<void>
  /** Another PC, or a new account: the browser is closed and its profile thrown away. */
  readonly newProfile: () => Promise<void>
  /** Everything the browser keeps for this address is deleted, as from its own settings. */
  readonly forget: () => Promise<void>
  readonly shot: (name: string) => Promise<void>
  readonly close: () => Promise<void>
}

/** `flags`: further flags of the browser edition, such as --demo (then no --station). */
export async function stationApp(flags: readonly string[] = []): Promise<StationApp> {
  const place = await mkdtemp(join(tmpdir(), 'linwu-e2e-'))
  const folder = join(place, 'station')
  const profile = join(place, 'profile')
  const port = await freePort()
  const faults: string[] = []
  let server: ChildProcess | null = null
  let context: BrowserContext | null = null
  let url = ''

  async function serve(): Promise<ChildProcess> {
    const station = flags.includes('--demo') ? [] : ['--station', folder]
    const words = [join(OUT, 'serve.js'), ...station, '--port', String(port), '--no-open', ...flags]
    const child = spawn(process.execPath, words, {
      stdio: ['ignore', 'pipe', 'pipe'],
      // The files it exports and its default folders go to `place`.
      env: { ...process.env, HOME: place, USERPROFILE: place, XDG_DATA_HOME: join(place, 'data') },
    })
    url = await new Promise((done, fail) => {
      let said = ''
      const hear = (data: Buffer): void => {
        said += data.toString()
        const link = /http:\/\/127\.0\.0\.1:\S+/.exec(said)
        if (link) done(link[0])
      }
      child.stdout.on('data', hear)
      child.stderr.on('data', hear)
      child.on('exit', () => fail(new Error(`the server stopped: ${said}`)))
    })
    return child
  }

  async function startBrowser(): Promise<BrowserContext> {
    const started = await chromium.launchPersistentContext(profile, {
      ...chromiumOptions(),
      locale: 'zh-CN',
      viewport: { width: 1366, height: 768 },
    })
    started.setDefaultTimeout(15_000)
    started.on('weberror', (error) => faults.push(`error: ${error.error().message}`))
    // A broken content security policy is told here too, in the page as in its workers.
    started.on('console', (message) => {
      if (message.type() === 'error' || /Content.Security.Policy/i.test(message.text()))
        faults.push(`console: ${message.text()}`)
    })
    started.on('request', (request) => {
      const target = new URL(request.url())
      const own = ['blob:', 'data:'].includes(target.protocol) || target.host === `127.0.0.1:${port}`
      if (!own) faults.push(`request: ${request.url()}`)
    })
    return started
  }

  const startServer = async (): Promise<void> => {
    server ??= await serve()
  }
  const stopServer = async (signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> => {
    const child = server
    server = null
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise((done) => child.once('exit', done))
    child.kill(signal)
    await gone
  }
  const closeBrowser = async (): Promise<void> => {
    await context?.close()
    context = null
  }
  const throwAway = (path: string): Promise<void> => rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }) // prettier-ignore

  const app: StationApp = {
    place,
    folder,
    port,
    page: null as never,
    faults,
    start: async () => {
      const [, browser] = await Promise.all([
        startServer(),
        context ?? startBrowser().then((started) => (context = started)),
      ])
      app.page = browser.pages()[0] ?? (await browser.newPage())
      await app.page.goto(url)
      return app.page
    },
    startServer,
    newTab: async (link = false) => {
      const tab = await context!.newPage()
      await tab.goto(link ? url : `http://127.0.0.1:${port}/`)
      return tab
    },
    killAll: async () => {
      const browser = context
      context = null
      await Promise.all([stopServer('SIGKILL'), browser && killBrowser(browser, profile)])
    },
    stopServer,
    newProfile: async () => {
      await closeBrowser()
      await throwAway(profile)
    },
    forget: async () => {
      const { page } = app
      await page.goto('about:blank')
      const cdp = await page.context().newCDPSession(page)
      await cdp.send('Storage.clearDataForOrigin', { origin: `http://127.0.0.1:${port}`, storageTypes: 'all' })
      await page.context().clearCookies()
      await cdp.detach()
    },
    shot: async (name) => {
      if (SHOTS === undefined) return
      await mkdir(SHOTS, { recursive: true })
      await app.page.screenshot({ path: join(SHOTS, `${name}.png`) })
    },
    close: async () => {
      if (context) await app.shot(`last-${basename(expect.getState().testPath ?? '')}`)
      await closeBrowser()
      await stopServer('SIGKILL')
      await throwAway(place)
    },
  }
  return app
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return port
}

/** kill −9 of the browser's main process: playwright's own `close` would let it tidy up. */
async function killBrowser(context: BrowserContext, profile: string): Promise<void> {
  const closed = new Promise((done) => context.once('close', done))
  const list = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' })
  for (const line of list.split('\n')) {
    if (!line.includes(`--user-data-dir=${profile}`) || line.includes('--type=')) continue
    process.kill(Number(line.trim().split(' ')[0]), 'SIGKILL')
  }
  await closed
}
