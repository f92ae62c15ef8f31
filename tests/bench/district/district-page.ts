/**
 * The same folder of bundles through the built page in real Chromium: looked through, taken in, and the office opened again, once
 * from what the copy has and once from its snapshot. Memory is that of the renderer's process, as the kernel counts it.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import { chromiumOptions } from '../../chromium.ts'
import { serve, stationFolder } from '../bench.ts'
import { workerHeap } from '../worker-heap.ts'
import { PASSWORD } from './fill-district.ts'

/** A whole folder may take long on a busy PC (ms). */
const PATIENCE = 3 * 3_600_000

/** Bytes; null where there is no /proc. `peak`: since the process began. */
type Memory = { readonly peak: number; readonly now: number; readonly swap: number } | null

export type PageStage = {
  readonly seconds: number
  readonly renderer: Memory
  /** After a full collection: V8's heap and what typed arrays hold. */
  readonly heap: number
}
export type DistrictPage = Readonly<Record<'look' | 'take' | 'rows' | 'fold' | 'snapshot', PageStage>> & {
  readonly taken: number
  readonly cases: number
}

type DistrictPageParts = {
  /** As fill-district.ts makes them. */
  readonly office: string
  readonly bundles: string
  /** An empty folder. */
  readonly profile: string
  /** The built program's page. */
  readonly product: string
  readonly say: (line: string) => void
}

export async function importDistrict({
  office,
  bundles,
  profile,
  product,
  say,
}: DistrictPageParts): Promise<DistrictPage> {
  const host = await stationFolder(office)
  const server = await serve(host, product)
  const files = readdirSync(bundles)
    .toSorted()
    .map((name) => join(bundles, name))
  let context: BrowserContext | null = null
  const launch = async (): Promise<{ context: BrowserContext; page: Page }> => {
    context = await chromium.launchPersistentContext(profile, { ...chromiumOptions(), locale: 'zh-CN', viewport: { width: 1366, height: 768 } }) // prettier-ignore
    context.setDefaultTimeout(PATIENCE)
    const page = context.pages()[0] ?? (await context.newPage())
    page.on('pageerror', (error) => console.error(error))
    page.on('crash', () => console.error('the page crashed'))
    return { context, page }
  }
  /** Until the first page of cases stands there. */
  const openCases = async (page: Page): Promise<number> => {
    await page.goto(`${server.url}#/cases`)
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
    const started = performance.now()
    await page.keyboard.press('Enter')
    await page.locator('table.case-rows tbody a').first().waitFor()
    return performance.now() - started
  }
  const stageOf = async (
    name: string,
    ms: number,
    open: { context: BrowserContext; page: Page },
  ): Promise<PageStage> => {
    const renderer = await rendererMemory(open.context)
    const stage = { seconds: ms / 1000, renderer, heap: await workerHeap(open.context, open.page) }
    say(`${name}: ${stage.seconds.toFixed(1)} s, renderer ${renderer ? `${mb(renderer.now)}, at most ${mb(renderer.peak)}` : 'not measured'}, worker's heap ${mb(stage.heap)}`) // prettier-ignore
    return stage
  }
  try {
    let open = await launch()
    let { page } = open
    await page.goto(`${server.url}#/exchange`)
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '收文件' }).waitFor()
    const started = performance.now()
    await page.locator('input[type=file][multiple]').setInputFiles(files)
    const all = page.getByRole('button', { name: `全部导入（${files.length} 个）` })
    await page.locator('.exchange-many button:enabled').first().or(page.locator('.problem')).waitFor()
    await all.waitFor()
    const looked = performance.now()
    const look = await stageOf('looked through', looked - started, open)
    const pressed = performance.now()
    await all.click()
    await page.waitForFunction(
      (count) =>
        document.querySelectorAll('.exchange-received .done[role=status], .exchange-lines .done').length === count,
      files.length,
      { polling: 500 },
    )
    const take = await stageOf('taken in', performance.now() - pressed, open)
    const taken = await page.locator('.exchange-received .done[role=status], .exchange-lines .done').evaluateAll((rows) => rows.reduce((sum, { textContent }) => sum + Number(/[\d,]+/.exec(textContent ?? '')?.[0].replaceAll(',', '') ?? 0), 0)) // prettier-ignore

    // Not locked: as after a power cut.
    await open.context.close()
    open = await launch()
    ;({ page } = open)
    const rows = await stageOf('opened after a cut', await openCases(page), open)
    const cases = Number(await page.locator('table.case-rows').getAttribute('aria-rowcount'))
    const locking = performance.now()
    await page.getByRole('button', { name: '锁定' }).click()
    await page.getByLabel('密码', { exact: true }).waitFor()
    const fold = await stageOf('locked', performance.now() - locking, open)
    await open.context.close()
    open = await launch()
    ;({ page } = open)
    const snapshot = await stageOf('opened again', await openCases(page), open)
    return { look, take, rows, fold, snapshot, taken, cases }
  } finally {
    await (context as BrowserContext | null)?.close()
    await server.close()
    await host.close()
  }
}

const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`

/** The renderer that has used most: the page's own; others are spare. */
async function rendererMemory(context: BrowserContext): Promise<Memory> {
  const session = await context.browser()?.newBrowserCDPSession()
  if (!session) return null
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  const found = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => memoryOf(id))
  return found.toSorted((a, b) => (b?.peak ?? 0) - (a?.peak ?? 0))[0] ?? null
}

function memoryOf(pid: number): Memory {
  try {
    const text = readFileSync(`/proc/${pid}/status`, 'utf8')
    const of = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(text)?.[1] ?? 0) * 1024
    return { peak: of('VmHWM'), now: of('VmRSS'), swap: of('VmSwap') }
  } catch {
    return null
  }
}
