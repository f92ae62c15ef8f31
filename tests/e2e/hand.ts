/** What a clerk's hands do on the screen, with mouse and keyboard. */
import type { CDPSession, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

export const STATION = {
  name: '槐树里社区服务站',
  code: '110101001001',
  short: 'S0012',
  user: '受理员甲',
  password: '平安是福 2026',
}

/** The first page of set-up. */
export async function nameStation(page: Page): Promise<void> {
  await page.getByLabel('站名').fill(STATION.name)
  await page.getByLabel('社区代码').fill(STATION.code)
  await page.getByLabel('短代号').fill(STATION.short)
  await page.getByLabel('您的姓名').fill(STATION.user)
  await press(page, '下一步')
}

/** The second page of set-up. */
export async function choosePassword(page: Page): Promise<void> {
  await page.getByLabel('密码', { exact: true }).fill(STATION.password)
  await page.getByLabel('再输一遍').fill(STATION.password)
  await press(page, '下一步')
}

/** The eight groups of the recovery code, as they stand on the third page of set-up. */
export async function readCode(page: Page): Promise<readonly string[]> {
  const shown = page.getByRole('list', { name: '恢复码' }).locator('b')
  await shown.first().waitFor()
  const groups = await shown.allTextContents()
  expect(groups).toHaveLength(8)
  return groups
}

/** The groups that the third page asks for: number and field. */
export async function askedGroups(page: Page): Promise<readonly (readonly [group: number, field: Locator])[]> {
  const all = [1, 2, 3, 4, 5, 6, 7, 8].map((group) => [group, page.getByLabel(`第 ${group} 组`)] as const)
  const there = await Promise.all(all.map(async ([, field]) => (await field.count()) > 0))
  return all.filter((_, i) => there[i])
}

/** Set-up by hand, three pages; answers the recovery code. */
export async function setUp(page: Page): Promise<string> {
  await nameStation(page)
  await choosePassword(page)
  const groups = await readCode(page)
  for (const [group, field] of await askedGroups(page)) await field.fill(groups[group - 1]!)
  await press(page, '完成建站')
  await today(page)
  return groups.join('-')
}

export const today = (page: Page): Promise<void> => page.getByRole('heading', { name: '今日待办' }).waitFor()

export async function unlock(page: Page, password = STATION.password): Promise<void> {
  const field = page.getByLabel('密码', { exact: true })
  await field.fill(password)
  await field.press('Enter')
  // Whichever screen it was locked on.
  await page.getByRole('navigation', { name: '主菜单' }).waitFor()
}

/** Through the side menu, as a person goes, until the page is there. */
export async function goTo(page: Page, name: string): Promise<void> {
  const beginning = new RegExp(`^${name}`)
  const menu = page.getByRole('navigation', { name: '主菜单' })
  const link = menu.getByRole('link', { name: beginning })
  // The rest of the menu may be folded, and what is in it comes a moment after the menu.
  const folded = menu.getByRole('button', { name: '更多', expanded: false })
  await link.or(folded).first().waitFor()
  if ((await link.count()) === 0) await folded.click()
  await link.click()
  await page.getByRole('main').getByRole('heading', { level: 1, name: beginning }).waitFor()
}

export const press = (page: Page | Locator, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).click()

export const choose = (page: Page | Locator, name: string): Promise<void> =>
  page.getByRole('radio', { name, exact: true }).check()

/** A single letter on the case page; answers the form that opened. */
export async function openForm(page: Page, key: string, heading: string): Promise<Locator> {
  await page.locator('body').press(key)
  const form = page.getByRole('dialog')
  await form.getByText(heading).first().waitFor()
  return form
}

/** Ctrl+Enter in the open form, until it has gone. */
export async function save(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}

/** 诉求分类 in a form: typed, and the first one found is taken; it brings its service type. */
export async function pickCategory(form: Locator, words: string): Promise<void> {
  const field = form.getByRole('combobox', { name: /^诉求分类/ })
  await field.fill(words)
  await form.getByRole('listbox', { name: '找到的分类' }).getByRole('option').first().waitFor()
  await field.press('Enter')
  await form.getByRole('button', { name: '换一个' }).waitFor()
}

/** The resident was read what goes to whom, and said yes. */
export const agree = (form: Locator): Promise<void> => form.getByRole('checkbox', { name: /^已读给/ }).check()

/** The words of the page without the menu, line breaks as spaces. */
export const wordsOf = async (page: Page): Promise<string> =>
  (await page.locator('main').innerText()).replace(/\s+/g, ' ')

/** From the list to a case whose title is this. */
export async function openCase(page: Page, title: string): Promise<void> {
  await goTo(page, '工单')
  await page.getByRole('link', { name: title }).first().click()
  await page.getByRole('heading', { name: '办理记录' }).waitFor()
}

/** Waits for a sentence such as "已导出 3 件： 已保存到 /…/工单.xlsx" and answers the path in it. */
export async function savedPath(page: Page, words: RegExp): Promise<string> {
  return page.locator('.saved-file').getByText(words).locator('b').innerText()
}

/** From the columns of a file, past the values when there are any, to the page that imports. */
export async function toImportCheck(page: Page, next = '下一步', run = /^导入 [\d,]+ 行$/): Promise<void> {
  const forward = page.getByRole('button', { name: next, exact: true })
  const ready = page.getByRole('button', { name: run })
  await forward.waitFor()
  while (!(await ready.isVisible())) {
    if (await forward.isEnabled()) await forward.click()
    await forward.or(ready).first().waitFor()
  }
}

/** As another program puts text on the clipboard and the clerk presses Ctrl+V. */
export const pasteText = (page: Page, text: string): Promise<void> =>
  page.evaluate((words) => {
    const data = new DataTransfer()
    data.setData('text/plain', words)
    const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
    // A page's own event puts nothing in by itself; what is left alone goes in as the browser would.
    if ((document.activeElement ?? document.body).dispatchEvent(event)) document.execCommand('insertText', false, words)
  }, text)

/** An input method: letters are composed, then a candidate is chosen. Keys pressed in between reach the page as they do from a real one. */
export async function inputMethod(page: Page): Promise<{
  readonly compose: (letters: string) => Promise<void>
  readonly commit: (words: string) => Promise<void>
}> {
  const cdp: CDPSession = await page.context().newCDPSession(page)
  return {
    compose: async (letters) => {
      const at = letters.length
      await cdp.send('Input.imeSetComposition', { text: letters, selectionStart: at, selectionEnd: at })
    },
    commit: async (words) => {
      await cdp.send('Input.insertText', { text: words })
    },
  }
}
