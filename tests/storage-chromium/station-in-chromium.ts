/** The real desk in real Chromium over a real loopback host: a server process, a browser profile and a station folder. */
import { execFileSync, type ChildProcess } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import { build } from 'vite'
import type { DeskApi } from '#app/desk/api.ts'
import type { Found, Opened } from '#app/desk/shapes.ts'
import { chromiumOptions } from '../chromium.ts'
import { SET_UP } from '../desk/desk-world.ts'
import { bundledChild, lines } from '../host/child.ts'
import { must } from '../host/crash-trials.ts'
import { tempFolder } from '../host/temp-folder.ts'

export type StationInChromium = {
  readonly folder: string
  readonly profile: string
  readonly port: number
  page: () => Page
  /** Starts what does not run of server and browser and connects. `before`: with the page, before it touches the disk. */
  readonly start: (before?: (page: Page) => Promise<void>) => Promise<Found>
  readonly unlock: () => Promise<Opened>
  /** A further window; not connected yet. */
  readonly newPage: () => Promise<Page>
  readonly closeBrowser: () => Promise<void>
  readonly stopServer: (signal?: 'SIGTERM' | 'SIGKILL') => Promise<void>
  readonly killBrowser: () => Promise<void>
  readonly close: () => Promise<void>
}

/** Once for all tests of a file: the page and the server, bundled. */
export async function chromiumStations(): Promise<() => Promise<StationInChromium>> {
  const root = await tempFolder()
  const [startServer] = await Promise.all([
    bundledChild('../storage-chromium/server-child.ts'),
    build({
      configFile: false,
      logLevel: 'silent',
      root: join(import.meta.dirname, 'page'),
      worker: { format: 'es' },
      build: { outDir: root, emptyOutDir: false, target: 'chrome120' },
    }),
  ])
  return () => stationInChromium(startServer, root)
}

async function stationInChromium(
  startServer: (...args: readonly string[]) => ChildProcess,
  root: string,
): Promise<StationInChromium> {
  const place = await tempFolder()
  const [folder, profile] = [join(place, 'station'), join(place, 'profile')]
  await mkdir(profile)
  const port = await freePort()
  let server: { child: ChildProcess; url: string; ended: Promise<void> } | null = null
  let context: BrowserContext | null = null
  let page: Page | null = null

  async function serve(): Promise<void> {
    const child = startServer(folder, root, String(port))
    let ended: Promise<void> = Promise.resolve()
    const url = await new Promise<string>((done, fail) => {
      ended = lines(child, done)
      void ended.then(() => fail(new Error('the server stopped')))
    })
    server = { child, url, ended }
  }

  async function browse(): Promise<void> {
    context = await chromium.launchPersistentContext(profile, chromiumOptions())
    context.setDefaultTimeout(20_000)
  }

  const newPage = async (): Promise<Page> => {
    const made = context!.pages().find((open) => open.url() === 'about:blank') ?? (await context!.newPage())
    await made.goto(server!.url)
    return made
  }

  const stopServer = async (signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> => {
    server?.child.kill(signal)
    await server?.ended
    server = null
  }
  const closeBrowser = async (): Promise<void> => {
    await context?.close()
    context = null
  }

  return {
    folder,
    profile,
    port,
    page: () => page!,
    async start(before) {
      await Promise.all([server ?? serve(), context ?? browse()])
      page = await newPage()
      await before?.(page)
      const said = await page.evaluate(() => testPage.connect(false))
      if (said !== 'ready') throw new Error(said)
      return must(await deskOf(page).find())
    },
    unlock: async () => must(await deskOf(page!).unlock(SET_UP.password, 'user')),
    newPage,
    closeBrowser,
    stopServer,
    async killBrowser() {
      const browser = context!
      context = null
      const closed = new Promise((done) => browser.once('close', done))
      const list = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' })
      for (const line of list.split('\n')) {
        if (line.includes(`--user-data-dir=${profile}`) && !line.includes('--type='))
          process.kill(Number.parseInt(line, 10), 'SIGKILL')
      }
      await closed
    },
    async close() {
      await closeBrowser()
      await stopServer('SIGKILL')
    },
  }
}

/** The desk of a page; everything crosses as JSON. */
export function deskOf(page: Page): DeskApi {
  return new Proxy({} as DeskApi, {
    get: (_, name) => (name === 'then' ? undefined : (...args: unknown[]) => page.evaluate(
      ([method, params]) => (testPage.desk() as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>)[method]!(...params),
      [String(name), args] as const,
    )),
  }) // prettier-ignore
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return port
}
