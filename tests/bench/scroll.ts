/**
 * Scrolling all cases in the built page, as a person does: wheel, scrollbar, keys. What counts is how long the window could
 * not answer (PerformanceObserver, tasks over 50 ms), and that in the end the right rows stand there.
 */
import { join } from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { assert } from '#core/lib/assert.ts'
import { chromiumOptions } from '../chromium.ts'
import { serve, stationFolder } from './bench.ts'
import { longestTask } from './longest-task.ts'
import { fillStation, PASSWORD } from './seeded-station.ts'

const WHEELS = 200
const JUMPS = 60
const PRESSES = 60
const FRAME_MS = 16

/** `longestCpu`: ms of the window's own processor time, in which other programs of a busy PC do not count. */
export type Scrolled = { readonly tasks: readonly number[]; readonly longestCpu: number }

type ScrollParts = {
  /** Holds `station`, the folder of a filled station. */
  readonly temp: string
  /** The built product: out/renderer. */
  readonly product: string
}

/** A station of its own, for `npm run bench -- --scroll`. */
export async function fillForScroll(temp: string, cases: number): Promise<void> {
  const host = await stationFolder(join(temp, 'station'))
  await fillStation(host, cases)
  await host.close()
}

/** `tasks`: milliseconds of each one over 50 ms while the list was scrolled. */
export async function scrollStation({ temp, product }: ScrollParts): Promise<Scrolled> {
  const host = await stationFolder(join(temp, 'station'))
  const server = await serve(host, product)
  const browser = await chromium.launch(chromiumOptions())
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    page.setDefaultTimeout(180_000)
    await page.goto(`${server.url}#/cases`)
    await page.locator('input[type=password]').fill(PASSWORD)
    await page.keyboard.press('Enter')
    return await scrolled(browser, page)
  } finally {
    await browser.close()
    await server.close()
    await host.close()
  }
}

async function scrolled(browser: Browser, page: Page): Promise<Scrolled> {
  const table = page.locator('table.case-rows')
  await table.waitFor()
  const rows = Number(await table.getAttribute('aria-rowcount'))
  // Opening is another row of the bench; what it left to do in quiet moments is done first.
  await page.waitForTimeout(3_000)
  await page.evaluate(() => {
    const tasks: number[] = []
    Object.assign(globalThis, { scrollTasks: tasks })
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    })
  })
  await browser.startTracing(page, { categories: ['toplevel'] })
  const frame = page.locator('.case-rows-frame')
  await frame.hover()
  for (let n = 0; n < WHEELS; n++) {
    await page.mouse.wheel(0, n < WHEELS * 0.75 ? 500 : -700)
    await page.waitForTimeout(FRAME_MS)
  }
  for (let n = 0; n <= JUMPS; n++) {
    await frame.evaluate(
      (element, share) => {
        element.scrollTop = (element.scrollHeight - element.clientHeight) * share
      },
      ((n * 37) % (JUMPS + 1)) / JUMPS,
    )
    await page.waitForTimeout(2 * FRAME_MS)
  }
  for (const key of ['End', 'PageUp', 'Home', 'PageDown', 'ArrowDown', 'End']) {
    for (let n = 0; n < (key === 'End' || key === 'Home' ? 1 : PRESSES); n++) await page.keyboard.press(key)
    await page.waitForTimeout(10 * FRAME_MS)
  }
  const last = table.locator(`tr[aria-rowindex="${rows}"]`)
  await last.locator('a').waitFor()
  assert((await last.getAttribute('aria-current')) === 'true', 'End must choose the last row')
  const longestCpu = longestTask(await browser.stopTracing())
  const tasks = await page.evaluate(() => (globalThis as unknown as { scrollTasks: number[] }).scrollTasks)
  return { tasks, longestCpu }
}
