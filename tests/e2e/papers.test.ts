/** 打印 through both doors: preview, counter view, PDF with its place said, both languages. Content: tests/office/papers.test.ts. */
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DOOR } from './doors.ts'
import { openCase, press, unlock } from './hand.ts'
import { screenWords, strayWords } from './screen-words.ts'
import { request, seedStation } from './seed-station.ts'
import { stationApp } from './station-app.ts'

const app = await stationApp()
beforeAll(() =>
  // Nothing but digits in what people said: the rest must be in the language of the page.
  seedStation(
    app.folder,
    async ({ run }) => {
      await run(
        request({ title: '1001', text: '2002', requesterName: '3003', requesterPhone: '13812342764', place: '' }),
      )
    },
    { name: '4004', user: '5005' },
  ),
)
afterAll(() => app.close())

const paper = (): Promise<string> => app.page.locator('.paper-preview .paper').innerText()
/** What the printer gets; it is never shown. */
const layer = async (): Promise<string> => (await app.page.locator('.print-layer').textContent()) ?? ''

test('a receipt by keys alone; the screen hides in counter view what the paper shows', async () => {
  const page = await app.start()
  await unlock(page)
  await openCase(page, '1001')
  await page.locator('body').press('p')
  // The first line of the menu has the focus already.
  await page.locator('[role=menuitem]:focus', { hasText: '受理单' }).waitFor()
  await page.keyboard.press('Enter')
  await page.locator('.paper-preview[open] .paper').waitFor()
  expect(await paper()).toContain('3003')
  // Enter prints: the button has the focus.
  expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('打印')
  expect(await page.title()).toMatch(/^受理单-S0012-A-\d{4}-00001$/)
  await app.shot('paper-zh')
  expect(strayWords(await screenWords(page, 'zh-CN'), 'zh-CN')).toEqual([])
  await page.keyboard.press('Escape')
  await page.locator('.paper-preview').waitFor({ state: 'detached' })
  expect(await page.title()).toBe('邻务')

  await page.keyboard.press('F9')
  // The page is built anew: no key works before it is there.
  await page.getByRole('heading', { name: '**', exact: true }).waitFor()
  expect(await page.locator('main').getByText('1001').count()).toBe(0)
  await page.locator('body').press('p')
  await page.getByRole('menuitem', { name: '受理单' }).click()
  await page.locator('.paper-preview[open] .paper').waitFor()
  const [onScreen, onPaper] = [await paper(), await layer()]
  for (const words of ['1001', '2002', '3003']) {
    expect(onScreen).not.toContain(words)
    expect(onPaper).toContain(words)
  }
  await app.shot('paper-counter')
  await page.keyboard.press('Escape')
  await page.keyboard.press('F9')
  await page.getByRole('heading', { name: '1001' }).waitFor()
})

test('desktop: a PDF, and where it lies; browser: how to get one', async () => {
  const { page } = app
  await page.locator('body').press('p')
  await page.getByRole('menuitem', { name: '办理进度告知单' }).click()
  await page.locator('.paper-preview[open] .paper').waitFor()
  if (DOOR === 'browser') {
    await page.getByText('在打印窗口的“目标打印机”里选“另存为 PDF”').waitFor()
    expect(await page.getByRole('button', { name: /存为 PDF/ }).count()).toBe(0)
  } else {
    await press(page, /存为 PDF/)
    const path = await page.locator('.saved-file b').innerText()
    expect(path).toMatch(/办理进度告知单-S0012-A-\d{4}-00001\.pdf$/)
    const bytes = await readFile(path)
    expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-')
    expect(bytes.length).toBeGreaterThan(10_000)
    await page.getByRole('button', { name: '打开文件夹' }).waitFor()
    await app.shot('paper-saved')
  }
  await page.keyboard.press('Escape')
  await page.locator('.paper-preview').waitFor({ state: 'detached' })
})

test('in English, menu, preview and paper', async () => {
  const { page } = app
  // What the desk is asked for anew in this language comes a moment later.
  await expect.poll(async () => strayWords(await screenWords(page, 'en'), 'en')).toEqual([])
  for (const name of ['Receipt', 'Register sheet', 'Progress slip']) {
    await page.locator('body').press('p')
    await page.getByRole('menuitem', { name }).click()
    await page.locator('.paper-preview[open] .paper').waitFor()
    await app.shot(`paper-en-${name}`)
    await expect.poll(async () => strayWords(await screenWords(page, 'en'), 'en')).toEqual([])
    await page.keyboard.press('Escape')
    await page.locator('.paper-preview').waitFor({ state: 'detached' })
  }
  expect(app.faults).toEqual([])
})
