/** What pictures begin with: a case that is open, a form, a screen, a part of the settings. */
import type { Page } from 'playwright-core'
import { goTo, openForm, press } from '../e2e/hand.ts'
import type { Stage } from './shot.ts'

/** Words for the search box, or a state to filter by; of what is found the first row. */
export type Which = { readonly words?: string; readonly status?: string }

export async function openFirst(page: Page, { words, status }: Which): Promise<void> {
  await goTo(page, '工单')
  await press(page.getByRole('navigation', { name: '视图' }), '全部')
  const list = page.getByRole('main')
  if (words) await list.getByRole('textbox', { name: '查找' }).fill(words)
  if (status) {
    await page.getByRole('combobox', { name: '状态' }).click()
    await page.locator('.ant-select-dropdown:visible').getByTitle(status, { exact: true }).click()
    await page.keyboard.press('Escape')
  }
  await page.getByText('已按条件筛选').waitFor()
  const row = list.locator('tbody tr:not([aria-hidden])', { hasText: words ?? '' }).first()
  const address = await row.getByRole('link').getAttribute('href')
  // What was searched for would stand in the box at the top of every picture.
  await press(page.getByRole('navigation', { name: '视图' }), '全部')
  await page.evaluate((hash) => (location.hash = hash!), address)
  await page.getByRole('heading', { name: '办理记录' }).waitFor()
}

export const caseOf =
  (which: Which) =>
  async ({ page }: Stage): Promise<void> =>
    openFirst(page, which)

/** The form of this letter on the case that these words find. */
export const formOf =
  (which: Which, key: string, heading: string, then: (page: Page) => Promise<void> = async () => undefined) =>
  async ({ page }: Stage): Promise<void> => {
    await openFirst(page, which)
    await openForm(page, key, heading)
    await then(page)
  }

export const screen =
  (name: string) =>
  async ({ page }: Stage): Promise<void> => {
    await goTo(page, name)
    // A list is drawn a moment after its heading.
    await page.waitForTimeout(300)
  }

export const settingsAt =
  (section: string) =>
  async ({ page }: Stage): Promise<void> => {
    await goTo(page, '设置')
    await press(page.getByRole('navigation', { name: '设置的各部分' }), section)
    await page.waitForTimeout(200)
  }
