/**
 * The window of the built program while it works: typing in the intake form and in the search box, once at rest and once
 * while a file of 20,000 rows is imported. Real keys, the real page, a station of any size. Counts main-thread tasks over
 * 50 ms.
 */
import { chromium, type Page } from 'playwright-core'
import { assert } from '#core/lib/assert.ts'
import { seeded } from '#core/demo/seeded.ts'
import { chromiumOptions } from '../chromium.ts'
import { longestTask } from './longest-task.ts'
import { PASSWORD } from './seeded-station.ts'
import { newVocabulary } from './vocabulary.ts'

type Doing = {
  /** Milliseconds of each main-thread task over 50 ms. */
  readonly tasks: readonly number[]
  readonly keys: number
  /** ms of the longest task's own processor time. */
  readonly longestCpu: number
}
export type WindowTimes = {
  readonly doings: Readonly<Record<string, Doing>>
  readonly imported: { readonly rows: number; readonly ms: number; readonly tasks: readonly number[] }
}

const ROWS = 20_000
/** ms between two keys: a fast typist. */
const KEY_MS = 45
/** What is typed between two looks at the import. */
const PIECE = 24

/** To add one: how it is reached, and in `measureWindow` what is done there. */
const SCREENS = {
  intake: async (page: Page) => {
    await page.evaluate(() => (location.hash = '#/intake'))
    await page.getByRole('heading', { level: 1, name: '受理新诉求' }).waitFor()
  },
  search: async (page: Page) => {
    await page.keyboard.press('Control+k')
    await page.locator('header input').waitFor()
  },
} as const

type Seen = { readonly at: number; readonly ms: number }

export async function measureWindow(url: string): Promise<WindowTimes> {
  const words = newVocabulary(seeded(11))
  const browser = await chromium.launch(chromiumOptions())
  try {
    const page = await browser.newPage({ locale: 'zh-CN', viewport: { width: 1366, height: 768 } })
    page.setDefaultTimeout(180_000)
    page.on('pageerror', (error) => console.error(error))
    await page.addInitScript(() => {
      const seen: { at: number; ms: number }[] = []
      Object.assign(globalThis, { longTasks: seen })
      new PerformanceObserver((list) =>
        seen.push(...list.getEntries().map(({ startTime, duration }) => ({ at: startTime, ms: duration }))),
      ).observe({ type: 'longtask' })
    })
    await page.goto(url)
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
    await page.keyboard.press('Enter')
    await page.getByRole('navigation', { name: '主菜单' }).waitFor()
    const now = (): Promise<number> => page.evaluate(() => performance.now())
    const tasksSince = async (from: number): Promise<readonly number[]> => {
      await page.waitForTimeout(200) // the observer is told a moment later
      const seen = await page.evaluate(() => (globalThis as unknown as { longTasks: Seen[] }).longTasks)
      return seen.filter(({ at }) => at >= from).map(({ ms }) => ms)
    }

    const doings: Record<string, { tasks: number[]; keys: number; longestCpu: number }> = {}
    /** Opened first: what is counted is typing, not the way there. */
    const type = async (name: string, screen: keyof typeof SCREENS): Promise<void> => {
      await SCREENS[screen](page)
      const field = screen === 'intake' ? page.getByLabel('详细情况') : page.locator('header input')
      await field.fill('')
      await page.waitForTimeout(150)
      await browser.startTracing(page, { categories: ['toplevel'] })
      const from = await now()
      for (const sign of words.text(PIECE)) {
        await page.keyboard.insertText(sign)
        await page.waitForTimeout(KEY_MS)
      }
      const doing = (doings[name] ??= { tasks: [], keys: 0, longestCpu: 0 })
      doing.keys += PIECE
      doing.longestCpu = Math.max(doing.longestCpu, longestTask(await browser.stopTracing()))
      doing.tasks.push(...(await tasksSince(from)))
      if (screen === 'search') await page.keyboard.press('Escape')
    }
    const fillIntake = async (): Promise<void> => {
      await SCREENS.intake(page)
      await page.getByPlaceholder('姓名').fill(words.name())
      await page.getByLabel('地点').fill(`${words.place()}3号楼2单元101`)
      await page.getByLabel('诉求标题').fill(words.text(12))
      await page.waitForTimeout(600)
    }

    // The first search of a session makes its texts; the form's code is fetched when it is first opened.
    await fillIntake()
    for (const screen of ['intake', 'search'] as const) await type('warm', screen)
    delete doings['warm']
    for (let n = 0; n < 3; n++)
      for (const screen of ['intake', 'search'] as const) await type(`typing, ${screen}`, screen)

    await page.evaluate(() => (location.hash = '#/import'))
    await page.getByRole('heading', { level: 1, name: '导入' }).waitFor()
    const lines = Array.from({ length: ROWS }, (_, i) => `W${i},${words.text(12)},2026-03-01,${words.text(120)},${words.name()}`) // prettier-ignore
    await page.locator('input[type=file]').setInputFiles({
      name: '二万行.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`\uFEFF诉求编号,标题,时间,内容,诉求人\r\n${lines.join('\r\n')}\r\n`),
    })
    const run = page.getByRole('button', { name: /^导入 [\d,]+ 行/ })
    const next = page.getByRole('button', { name: '下一步' })
    for (;;) {
      await run.or(next).first().waitFor()
      if (await run.isVisible()) break
      await next.click()
    }
    const started = await now()
    await run.click()
    const isRunning = (): Promise<boolean> => page.locator('progress').first().isVisible()
    await page.locator('progress').first().waitFor()
    const during = 'during the import'
    // A piece counts only when the import was still running at its end.
    for (let n = 0; await isRunning(); n++) {
      const screen = n % 2 === 0 ? 'intake' : 'search'
      await type('last', screen)
      if (!(await isRunning())) break
      const doing = (doings[`typing, ${screen}, ${during}`] ??= { tasks: [], keys: 0, longestCpu: 0 })
      doing.keys += doings['last']!.keys
      doing.longestCpu = Math.max(doing.longestCpu, doings['last']!.longestCpu)
      doing.tasks.push(...doings['last']!.tasks)
      delete doings['last']
    }
    delete doings['last']
    const ms = (await now()) - started
    for (const screen of ['intake', 'search'])
      assert(
        (doings[`typing, ${screen}, ${during}`]?.keys ?? 0) > 0,
        `the import was over before ${screen} was typed into`,
      )
    return { doings, imported: { rows: ROWS, ms, tasks: await tasksSince(started) } }
  } finally {
    await browser.close()
  }
}
