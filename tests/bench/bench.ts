/** The bench itself: a seeded station, the real loopback host, real Chromium; answers rows for the table and facts for the JSON. */
import { mkdir, readdir, stat } from 'node:fs/promises'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import { assert } from '#core/lib/assert.ts'
import { nodeFileSystem } from '#host/file-system.ts'
import { browserDesk } from '#host/browser-desk.ts'
import { startLoopback, type Loopback } from '#host/loopback-server.ts'
import { openStationFolder, type StationFolder } from '#host/station-folder.ts'
import { chromiumOptions } from '../chromium.ts'
import type { ColdStart } from './page/cold-start.ts'
import type { BenchPage } from './page/main.ts'
import type { JsonBytes } from './page/reference.ts'
import type { BenchApi } from './page/worker.ts'
import { fillStation, PASSWORD } from './seeded-station.ts'
import type { Scrolled } from './scroll.ts'
import { measureWindow, type WindowTimes } from './window.ts'
import { workerHeap } from './worker-heap.ts'

export type Settings = {
  readonly cases: number
  /**
   * `sizes`: only memory and disk, the small station that growth is measured against. `window`: only the built program.
   * `exchange`: only bundles.
   */
  readonly only: 'sizes' | 'window' | 'exchange' | null
  /** An empty folder. */
  readonly temp: string
  /** The built bench page. */
  readonly page: string
  /** The built program's page. */
  readonly product: string
  readonly say: (line: string) => void
}

export type Sizes = {
  readonly json: JsonBytes
  /** JSON lines of all events. */
  readonly lineBytes: number
  readonly journal: number
  readonly indexedDb: number
  readonly indexedDbFiles: number
  readonly heapEmpty: number
  readonly heapLoaded: number
  readonly heapSearched: number
}

export type Cold = {
  readonly ours: ColdStart
  readonly reference: number
  readonly equal: boolean
  readonly parse: number
}

export type Measured = {
  readonly cases: number
  readonly events: number
  readonly rebuildMs: number
  readonly sizes: Sizes | null
  readonly cold: readonly Cold[]
  readonly warm: readonly Cold[]
  readonly pages: Awaited<ReturnType<BenchApi['pages']>>
  readonly dashboard: Awaited<ReturnType<BenchApi['dashboard']>> | null
  readonly keystrokes: Awaited<ReturnType<BenchApi['keystrokes']>> | null
  readonly saves: Awaited<ReturnType<BenchApi['saves']>> | null
  readonly exchange: Awaited<ReturnType<BenchApi['exchange']>> | null
  /** Only what was measured. */
  readonly longTasks: Readonly<Partial<Record<LongTasksOf, readonly number[]>>>
  /** Added by run.mjs: the built program over the same station, when everything else is done. */
  readonly scroll?: Scrolled
  readonly imported: { readonly ms: number; readonly imported: number } | null
  readonly repeats: Awaited<ReturnType<BenchApi['askedAgain']>> | null
  readonly window: WindowTimes | null
}

type LongTasksOf = 'rebuild' | 'load' | 'search' | 'import'

const COLD_ROUNDS = 5
const ROUNDS = 9
const SAVES = 1_000
const SEARCHED_PIECES = 100
const IMPORTED_ROWS = 2_000
const ASKED_AGAIN = 200

const NOT_MEASURED = {
  cold: [],
  warm: [],
  pages: [],
  dashboard: null,
  keystrokes: null,
  saves: null,
  exchange: null,
  imported: null,
  repeats: null,
  window: null,
}

type Tab = {
  readonly page: Page
  readonly ask: <K extends keyof BenchApi>(
    name: K,
    ...args: Parameters<BenchApi[K]>
  ) => Promise<Awaited<ReturnType<BenchApi[K]>>>
  readonly start: () => Promise<void>
  readonly longTasks: () => Promise<number[]>
}

/** A page with a fresh worker, connected to its host. */
async function openTab(context: BrowserContext, url: string): Promise<Tab> {
  const page = await context.newPage()
  page.on('pageerror', (error) => console.error(error))
  await page.goto(url)
  await page.waitForFunction('globalThis.bench !== undefined')
  const start = (): Promise<void> => page.evaluate(() => (globalThis as unknown as { bench: BenchPage }).bench.start())
  await page.evaluate(() => (globalThis as unknown as { bench: BenchPage }).bench.connect())
  await start()
  return {
    page,
    start,
    ask: ((name: keyof BenchApi, ...args: unknown[]) =>
      page.evaluate(([method, params]) => (globalThis as unknown as { bench: BenchPage }).bench.ask(method, params), [
        name,
        args,
      ] as const)) as Tab['ask'],
    longTasks: () => page.evaluate(() => (globalThis as unknown as { bench: BenchPage }).bench.longTasks()),
  }
}

export async function measure({ cases, only, temp, page: root, product, say }: Settings): Promise<Measured> {
  const started = performance.now()
  const tell = (text: string): void =>
    say(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${text}`)
  const host = await stationFolder(join(temp, 'station'))
  const { events, lineBytes } = await fillStation(host, cases)
  tell(`${cases} cases, ${events} events written`)
  if (only === 'window') {
    const window = await measureProduct(host, product).finally(() => host.close())
    return { cases, events, rebuildMs: 0, sizes: null, ...NOT_MEASURED, longTasks: {}, window }
  }
  // Two origins over one host: each has an IndexedDB of its own, so that neither side finds it opened by the other.
  const [ours, reference] = [await serve(host, root), await serve(host, root)]
  const profile = join(temp, 'profile')
  let context: BrowserContext | null = null
  const launch = async (): Promise<BrowserContext> => {
    await context?.close()
    return (context = await chromium.launchPersistentContext(profile, chromiumOptions()))
  }
  try {
    const longTasks: Partial<Record<LongTasksOf, number[]>> = {}
    const sizes = { journal: await folderBytes(join(temp, 'station/journal')), indexedDb: 0, indexedDbFiles: 0 }

    let tab = await openTab(await launch(), ours.url)
    if (only === 'exchange') {
      const exchange = await tab.ask('exchange', ROUNDS)
      return { cases, events, rebuildMs: 0, sizes: null, ...NOT_MEASURED, exchange, longTasks }
    }
    const rebuild = await tab.ask('coldStart', PASSWORD)
    assert(rebuild.from === 'journal', 'the first start must rebuild')
    await tab.ask('lock')
    longTasks.rebuild = await tab.longTasks()
    sizes.indexedDb = await tab.page.evaluate(() => (globalThis as unknown as { bench: BenchPage }).bench.usage())
    await tab.page.context().close()
    sizes.indexedDbFiles = await folderBytes(join(profile, 'Default/IndexedDB'))
    tell('rebuilt from the journal, copy and snapshot written')

    const browser = await launch()
    tab = await openTab(browser, ours.url)
    const heapEmpty = await workerHeap(browser, tab.page)
    await tab.ask('coldStart', PASSWORD)
    longTasks.load = await tab.longTasks()
    const heapLoaded = await workerHeap(browser, tab.page)
    await tab.ask('page', { search: '哪儿也没有', sort: 'due', descending: false, offset: 0, limit: 50 })
    const heapSearched = await workerHeap(browser, tab.page)
    const other = await openTab(browser, reference.url)
    const json = await other.ask('prepare', PASSWORD)
    assert(json.cases === cases, 'the reference must hold the same cases')
    tell('memory and disk measured, reference rows written')
    const done = {
      cases,
      events,
      rebuildMs: rebuild.ready,
      sizes: { ...sizes, json, lineBytes, heapEmpty, heapLoaded, heapSearched },
    }
    if (only === 'sizes') return { ...done, ...NOT_MEASURED, longTasks }
    const cold: Cold[] = []
    const warm: Cold[] = []
    for (let round = 0; round < COLD_ROUNDS; round++) {
      const fresh = await launch()
      const tabs = [await openTab(fresh, ours.url), await openTab(fresh, reference.url)] as const
      cold.push(await coldRound(tabs, round % 2 === 0))
      for (const each of tabs) await each.start()
      warm.push(await coldRound(tabs, round % 2 === 0))
    }
    tell('cold starts measured')

    // Only now: rows beside the copy would have made its database larger, and opening it slower.
    tab = await openTab(await launch(), ours.url)
    await tab.ask('prepare', PASSWORD)
    await tab.start()
    await tab.ask('coldStart', PASSWORD)
    const dashboard = await tab.ask('dashboard', ROUNDS, 200)
    tell('counts measured')
    const pages = await tab.ask('pages', ROUNDS, 20)
    tell('pages measured')
    const keystrokes = await tab.ask('keystrokes', SEARCHED_PIECES)
    tell('searches measured')
    const repeats = await tab.ask('askedAgain', ASKED_AGAIN)
    tell('repeats measured')
    await tab.longTasks()
    const samples = ['测一测搜索框', '的一是不了在', '人有我他这中', '大来上个国到']
    await tab.page.evaluate(
      (texts) => (globalThis as unknown as { bench: BenchPage }).bench.typeSearches(texts),
      samples,
    )
    longTasks.search = await tab.longTasks()
    await tab.page.evaluate(
      (count) => (globalThis as unknown as { bench: BenchPage }).bench.makeRows(count),
      IMPORTED_ROWS,
    )
    await tab.longTasks()
    const imported = (await tab.page.evaluate(() =>
      (globalThis as unknown as { bench: BenchPage }).bench.importRows(),
    )) as {
      ms: number
      imported: number
    }
    longTasks.import = await tab.longTasks()
    tell('import measured')
    const saves = await tab.ask('saves', SAVES)
    tell('saves measured')
    const exchange = await tab.ask('exchange', ROUNDS)
    tell('export and import of bundles measured')
    await (context as BrowserContext | null)?.close()
    context = null
    const window = await measureProduct(host, product)
    tell('window of the built program measured')
    return { ...done, cold, warm, pages, dashboard, keystrokes, saves, exchange, longTasks, imported, repeats, window }
  } finally {
    await (context as BrowserContext | null)?.close()
    await Promise.all([ours.close(), reference.close()])
    await host.close()
  }
}

/** The program as it is installed, over the same folder, with a browser profile of its own. */
async function measureProduct(host: StationFolder, product: string): Promise<WindowTimes> {
  const server = await serve(host, product)
  try {
    return await measureWindow(server.url)
  } finally {
    await server.close()
  }
}

async function coldRound([ours, reference]: readonly [Tab, Tab], oursFirst: boolean): Promise<Cold> {
  const first = oursFirst ? await ours.ask('coldStart', PASSWORD) : null
  const raw = await reference.ask('coldReference')
  const mine = first ?? (await ours.ask('coldStart', PASSWORD))
  assert(mine.from === 'copy', `opened from ${mine.from}`)
  const parse = await reference.ask('unlockReference', PASSWORD)
  return { ours: mine, reference: raw.ms, equal: mine.ids === raw.ids && mine.ids !== '', parse }
}

export async function stationFolder(folder: string): Promise<StationFolder> {
  await mkdir(folder, { recursive: true })
  const host = await openStationFolder({
    fs: nodeFileSystem,
    folder,
    edition: 'browser',
    demo: false,
    exportFolder: join(folder, 'out'),
    now: () => Date.now(),
  })
  assert(host.ok, 'no station folder')
  return host.value
}

export async function serve(host: StationFolder, root: string): Promise<Loopback> {
  const server = await startLoopback({
    host: browserDesk(host),
    root,
    port: 0,
    token: 'bench-token-0123456789',
    report: (bug) => console.error(bug),
  })
  assert(server.ok, 'no loopback server')
  return server.value
}

async function folderBytes(folder: string): Promise<number> {
  let bytes = 0
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) bytes += (await stat(join(entry.parentPath, entry.name))).size
  }
  return bytes
}

export const machine = (): Readonly<Record<string, unknown>> => ({
  processors: cpus().length,
  processor: cpus()[0]?.model ?? '',
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  load: loadavg().map((load) => Number(load.toFixed(2))),
  platform: `${process.platform} ${process.arch}`,
  node: process.version,
})

export async function chromiumVersion(): Promise<string> {
  const browser = await chromium.launch(chromiumOptions())
  const version = browser.version()
  await browser.close()
  return version
}
