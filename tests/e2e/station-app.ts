/** The program as a user has it: the built browser edition as its own process, and real Chromium with a profile of its own. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { chromiumOptions } from '../chromium.ts'

const OUT = join(import.meta.dirname, '../../out/main')

export type StationApp = {
  readonly place: string
  readonly folder: string
  readonly port: number
  page: Page
  /** What the page did that it must never do: policy violations, errors, requests to the outside. */
  readonly faults: string[]
  /** Starts server and browser (again). */
  start: () => Promise<Page>
  newTab: () => Promise<Page>
  /** Stops both as the power switch would. */
  killAll: () => Promise<void>
  stopServer: () => Promise<void>
  close: () => Promise<void>
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return port
}

/** `flags`: further flags of the browser edition, such as --demo (then no --station). */
export async function stationApp(flags: readonly string[] = [], locale = 'zh-CN'): Promise<StationApp> {
  const place = await mkdtemp(join(tmpdir(), 'linwu-e2e-'))
  const folder = join(place, 'station')
  const port = await freePort()
  const faults: string[] = []
  let server: ChildProcess | null = null
  let context: BrowserContext | null = null
  let url = ''

  const watch = (page: Page): void => {
    page.on('pageerror', (error) => faults.push(`error: ${error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(`console: ${message.text()}`)
    })
    page.on('request', (request) => {
      const target = new URL(request.url())
      if (!['blob:', 'data:'].includes(target.protocol) && target.host !== `127.0.0.1:${port}`) faults.push(`request: ${request.url()}`)
    })
  }

  async function startServer(): Promise<void> {
    const station = flags.includes('--demo') ? [] : ['--station', folder]
    const child = spawn(process.execPath, [join(OUT, 'serve.js'), ...station, '--port', String(port), '--no-open', ...flags], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, HOME: place, USERPROFILE: place },
    })
    server = child
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
  }

  const app: StationApp = {
    place,
    folder,
    port,
    page: null as never,
    faults,
    start: async () => {
      if (!server) await startServer()
      context ??= await chromium.launchPersistentContext(join(place, 'profile'), {
        ...chromiumOptions(), locale, viewport: { width: 1366, height: 768 }, acceptDownloads: true,
      }) // prettier-ignore
      app.page = context.pages()[0] ?? (await context.newPage())
      watch(app.page)
      await app.page.goto(url)
      return app.page
    },
    newTab: async () => {
      const tab = await context!.newPage()
      watch(tab)
      await tab.goto(`http://127.0.0.1:${port}/`)
      return tab
    },
    killAll: async () => {
      const browser = context
      context = null
      await Promise.all([kill(server), killBrowser(browser, join(place, 'profile'))])
      server = null
    },
    stopServer: async () => {
      await kill(server)
      server = null
    },
    close: async () => {
      await context?.close()
      await kill(server)
      await rm(place, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
  }
  return app
}

async function kill(child: ChildProcess | null): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((done) => child.once('exit', done))
  child.removeAllListeners('exit')
  child.once('exit', () => undefined)
  const exited = new Promise((done) => child.once('exit', done))
  child.kill('SIGKILL')
  await Promise.race([gone, exited])
}

/** kill −9 of the browser's main process: playwright's own `close` would let it tidy up. */
async function killBrowser(context: BrowserContext | null, profile: string): Promise<void> {
  if (!context) return
  const { execFileSync } = await import('node:child_process')
  const closed = new Promise((done) => context.once('close', done))
  const list = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' })
  for (const line of list.split('\n')) {
    if (!line.includes(`--user-data-dir=${profile}`) || line.includes('--type=')) continue
    process.kill(Number(line.trim().split(' ')[0]), 'SIGKILL')
  }
  await closed
}

export const STATION = { name: '槐树里社区服务站', code: '110101001001', short: 'S0012', user: '受理员甲', password: '平安是福 2026' }

/** Set-up by hand, three pages; answers the recovery code. */
export async function setUp(page: Page): Promise<string> {
  await page.getByLabel('站名').fill(STATION.name)
  await page.getByLabel('社区代码').fill(STATION.code)
  await page.getByLabel('短代号').fill(STATION.short)
  await page.getByLabel('您的姓名').fill(STATION.user)
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByLabel('密码', { exact: true }).fill(STATION.password)
  await page.getByLabel('再输一遍').fill(STATION.password)
  await page.getByRole('button', { name: '下一步' }).click()
  const groups = await page.getByRole('list', { name: '恢复码' }).locator('b').allTextContents()
  expect(groups).toHaveLength(8)
  for (const [i, group] of groups.entries()) {
    const field = page.getByLabel(`第 ${i + 1} 组`)
    if (await field.count()) await field.fill(group)
  }
  await page.getByRole('button', { name: '完成建站' }).click()
  await page.getByRole('heading', { name: '今日待办' }).waitFor()
  return groups.join('-')
}

export async function unlock(page: Page): Promise<void> {
  await page.getByLabel('密码', { exact: true }).fill(STATION.password)
  await page.getByRole('button', { name: '打开', exact: true }).click()
  await page.getByRole('heading', { name: '今日待办' }).waitFor()
}

/** Through the side menu, as a person goes. */
export const goTo = (page: Page, name: string): Promise<void> => page.getByRole('navigation').getByRole('link', { name: new RegExp(`^${name}`) }).click()

export const choose = (page: Page, name: string): Promise<void> => page.getByRole('radio', { name, exact: true }).check()
