/** 受理: what is missing, Chinese input, rare characters, and a reporter nobody gets to see. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { NEW_CASE_KEY } from './doors.ts'
import { choose, goTo, inputMethod, openCase, press, savedPath, unlock, wordsOf } from './hand.ts'
import { wordsInXlsx } from './saved-files.ts'
import { seedStation } from './seed-station.ts'
import { stationApp } from './station-app.ts'

const app = await stationApp()
beforeAll(() => seedStation(app.folder, async () => undefined))
afterAll(() => app.close())

/** Longer than the list waits before it searches. */
const SEARCHED_MS = 400
const list = (page: Page) => page.getByRole('main').getByRole('textbox', { name: '查找' })
const total = (page: Page, n: number): Promise<void> => page.getByText(`共 ${n} 件`).waitFor()

test('a request typed with an input method, with rare characters, up to search, reload and export', async () => {
  let page = await app.start()
  await unlock(page)
  await page.locator('body').press(NEW_CASE_KEY)
  await page.getByRole('heading', { name: '受理新诉求' }).waitFor()

  // Nothing filled: each field says so, and the first one has the focus.
  await page.keyboard.press('Control+Enter')
  await page.getByText('请选一项').first().waitFor()
  expect(await page.getByText('请选一项').count()).toBe(2)
  expect(await page.locator(':focus').evaluate((element) => element.closest('[role=group]')?.textContent)).toMatch(
    /^来源/,
  )
  await app.shot('intake-refused')
  await choose(page, '来访')
  await choose(page, '求助')
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => page.getByText('请填写').count()).toBe(3)
  expect(await page.locator(':focus').getAttribute('placeholder')).toBe('姓名')

  await page.evaluate(() => {
    document.addEventListener('keydown', (event) => (document.title = `composing ${event.isComposing}`), true)
  })
  const method = await inputMethod(page)
  await page.getByPlaceholder('姓名').click()
  await method.compose('ji')
  await method.commit('𠮷田𪚥')
  await page.getByLabel('详细情况').fill('𠮷田家门口的灯不亮，写作“䶮”的那位也来问过。')
  await page.getByLabel('诉求标题').click()
  await method.compose('lou dao deng')
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Enter')
  expect(await page.title()).toBe('composing true')
  await page.waitForTimeout(SEARCHED_MS)
  expect(await page.getByRole('heading', { name: '受理新诉求' }).isVisible()).toBe(true)
  await method.commit('𠮷家楼道灯不亮')
  await app.shot('intake-filled')
  await page.keyboard.press('Control+Enter')
  await page.getByText(/已登记 S0012-A-\d{4}-00001/).waitFor()

  // While letters are composed, neither box searches and Enter is the input method's.
  await page.keyboard.press('Control+k')
  await method.compose('zzzz')
  await page.keyboard.press('Enter')
  await page.waitForTimeout(SEARCHED_MS)
  expect(await page.getByRole('heading', { name: '办理记录' }).isVisible()).toBe(true)
  await method.commit('')
  await goTo(page, '工单')
  await total(page, 1)
  await list(page).click()
  await method.compose('zzzz')
  await page.keyboard.press('Enter')
  await page.waitForTimeout(SEARCHED_MS)
  expect(await page.getByRole('link', { name: '𠮷家楼道灯不亮' }).isVisible()).toBe(true)
  await method.commit('没有这件')
  await page.getByText('没有符合条件的工单').waitFor()
  await list(page).fill('𪚥')
  await page.getByRole('link', { name: '𠮷家楼道灯不亮' }).waitFor()

  await page.reload()
  await unlock(page)
  await list(page).fill('𠮷田')
  await page.getByRole('link', { name: '𠮷家楼道灯不亮' }).click()
  await page.getByText('𠮷田家门口的灯不亮，写作“䶮”的那位也来问过。').waitFor()
  await goTo(page, '工单')
  for (const format of ['xlsx', 'csv']) {
    await press(page, /^导出/)
    await page.getByText(`完整台账 · .${format}`).click()
    const file = await readFile(await savedPath(page, new RegExp(`已导出 1 件：(?=.*\\.${format}$)`)))
    const words = format === 'xlsx' ? wordsInXlsx(file) : file.toString('utf8')
    for (const rare of ['𠮷家楼道灯不亮', '𠮷田𪚥', '䶮']) expect(words, format).toContain(rare)
  }
  expect(app.faults).toEqual([])
})

test('a known person found by initials, danger proposed, a repeat shown with its reasons, files, and closed on the spot', async () => {
  const page = await app.start()
  await unlock(page)
  // Somebody who asked before, at an address, about a matter that is closed.
  await goTo(page, '受理')
  for (const word of ['来访', '求助']) await choose(page, word)
  await page.getByPlaceholder('姓名').fill('王素兰')
  await page.getByPlaceholder('电话').fill('13812342764')
  await page.getByLabel('诉求标题').fill('插座总跳闸')
  await page.getByLabel('详细情况').fill('厨房插座总跳闸。')
  await page.getByLabel('地点').fill('槐树里3号楼2单元101')
  await page.keyboard.press('Control+Shift+Enter')
  await page.getByText('当场怎么答复的').waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByText('请选一项').waitFor()
  await page.getByLabel('当场怎么答复的').fill('电工在场，换了插座。')
  await choose(page.getByRole('dialog'), '已解决')
  await page.keyboard.press('Control+Enter')
  await page.getByText(/已登记/).waitFor()
  expect(await wordsOf(page)).toContain('办结：已解决')

  await goTo(page, '受理')
  await page.getByPlaceholder('姓名').pressSequentially('wsl')
  await page.getByRole('option', { name: /王素兰.*2764.*槐树里3号楼2单元101/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('取自居民住址').waitFor()
  expect(await page.getByPlaceholder('电话').inputValue()).toBe('13812342764')
  // Changed by hand it is no longer the resident's address.
  await page.getByLabel('地点').fill('槐树里3号楼2单元102')
  await page.getByText('取自居民住址').waitFor({ state: 'hidden' })
  await page.getByLabel('地点').fill('槐树里3号楼2单元101')
  await choose(page, '代他人反映')
  await page.getByLabel('代谁反映').fill('李奶奶，邻居')
  for (const word of ['电话', '求助', '紧急 24 小时']) await choose(page, word)
  await page.getByLabel('诉求标题').fill('插座又跳闸，墙里有焦味')
  await page.getByLabel('详细情况').fill('没有冒烟。厨房插座一用就跳闸。')
  const repeat = page.getByRole('region', { name: '疑似重复' })
  await repeat.getByRole('link', { name: '插座总跳闸' }).waitFor()
  // The phone and the place alone may have found it already.
  await expect.poll(() => repeat.innerText()).toMatch(/同一电话 · 同一地点 · 都说到“[^”]*插座/)
  expect(await repeat.innerText()).toContain('可能没有根治')
  // Named, with whom to call; proposed, not set; what is denied is not named.
  const danger = page.getByRole('alert')
  await danger.getByText('焦味：先断电').waitFor()
  expect(await danger.innerText()).toContain('95598')
  expect(await danger.innerText()).not.toContain('冒烟：')
  expect(await page.getByRole('radio', { name: '紧急 24 小时' }).isChecked()).toBe(true)
  await page.keyboard.press('Alt+j')
  expect(await page.getByRole('radio', { name: '危及安全 2 小时' }).isChecked()).toBe(true)
  await page.getByText(/时限：2 小时内/).waitFor()

  // By dialog, dropped and pasted; kept with the draft.
  const give = (how: 'drop' | 'paste', name: string): Promise<void> =>
    page.evaluate(
      ([kind, file]) => {
        const data = new DataTransfer()
        data.items.add(new File(['照片'], file, { type: 'image/jpeg' }))
        const more = { bubbles: true, cancelable: true }
        const field = document.querySelector('textarea')!
        field.dispatchEvent(kind === 'drop' ? new DragEvent('drop', { dataTransfer: data, ...more }) : new ClipboardEvent('paste', { clipboardData: data, ...more })) // prettier-ignore
      },
      [how, name] as const,
    )
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Control+u')])
  await chooser.setFiles({ name: '一.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('照片一') })
  await page.getByText('一.jpg').waitFor()
  await give('drop', '二.jpg')
  await page.getByText('二.jpg').waitFor()
  await give('paste', '三.jpg')
  await page.getByText('三.jpg').waitFor()
  await press(page, '去掉附件 三.jpg')
  await app.shot('intake-whole')
  // What is said to be kept outlives the power cut.
  await page.getByText('草稿已存').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('heading', { name: '今日待办' }).waitFor()
  await app.killAll()
  const again = await app.start()
  await unlock(again)
  await goTo(again, '受理')
  await press(again, '其他草稿 1')
  await again.getByRole('dialog').getByText('王素兰 · 求助 · 槐树里3号楼2单元101 · 今天').waitFor()
  await again.getByRole('dialog').getByRole('button', { name: '插座又跳闸' }).first().click()
  await again.getByText('二.jpg').waitFor()
  expect(await again.getByText('三.jpg').count()).toBe(0)
  await again.keyboard.press('Control+Enter')
  await again.getByText(/已登记/).waitFor()
  for (const name of ['一.jpg', '二.jpg']) await again.getByText(name).first().waitFor()
  expect(app.faults).toEqual([])
})

test("a matter that is not the station's is told where to go, and is a question that was answered", async () => {
  const page = await app.start()
  await unlock(page)
  await goTo(page, '受理')
  await choose(page, '来访')
  await page.getByLabel('诉求标题').fill('想办亲属关系公证')
  await press(page, /^更多 ▾/)
  await page.getByRole('menuitem', { name: /引导告知/ }).click()
  await page.getByLabel('告诉了哪个渠道').fill('请到公证处办理，带户口本。')
  expect(await page.getByRole('radio', { name: '转其他渠道' }).isChecked()).toBe(true)
  await page.keyboard.press('Control+Enter')
  await page.getByText(/已登记/).waitFor()
  expect(await wordsOf(page)).toContain('办结：转其他渠道')
  expect(await wordsOf(page)).toContain('咨询')
  expect(app.faults).toEqual([])
})

const REPORTER = '甄举人'
const PHONE = '13900004444'

test('a reporter shows in no list, is found by no search, and leaves in no export', async () => {
  const page = await app.start()
  await unlock(page)
  await goTo(page, '受理')
  await choose(page, '举报')
  await page.getByText('举报默认保密').waitFor()
  await choose(page, '电话')
  await page.getByPlaceholder('姓名').fill(REPORTER)
  await page.getByPlaceholder('电话').fill(PHONE)
  await page.getByLabel('诉求标题').fill('地下室夜里加工食品')
  await page.getByLabel('详细情况').fill('七号楼地下室夜里有人加工食品，气味很大。')
  await page.keyboard.press('Control+Enter')
  await page.getByText(/已登记 S0012-A-\d{4}-00005/).waitFor()
  expect(await wordsOf(page)).not.toContain(REPORTER)
  await app.shot('report-case')

  await goTo(page, '工单')
  await total(page, 5)
  expect(await wordsOf(page)).toContain('举报 · 保密')
  for (const words of [REPORTER, PHONE, 'zhenjuren', 'zjr']) {
    await list(page).fill(words)
    await page.getByText('没有符合条件的工单').waitFor()
  }
  await list(page).fill('')
  await total(page, 5)
  for (const format of ['xlsx', 'csv']) {
    await press(page, /^导出/)
    await page.getByText(`完整台账 · .${format}`).click()
    const file = await readFile(await savedPath(page, new RegExp(`已导出 5 件：(?=.*\\.${format}$)`)))
    const words = format === 'xlsx' ? wordsInXlsx(file) : file.toString('utf8')
    expect(words).toContain('地下室夜里加工食品')
    for (const secret of [REPORTER, PHONE]) expect(words, format).not.toContain(secret)
  }
  await goTo(page, '今日待办')
  await page.getByRole('link', { name: '地下室夜里加工食品' }).waitFor()
  expect(await page.locator('body').innerText()).not.toContain(REPORTER)

  await openCase(page, '地下室夜里加工食品')
  expect(await page.locator('body').innerText()).not.toContain(REPORTER)
  await press(page, '查看举报人')
  await page.getByText(REPORTER).waitFor()
  expect(app.faults).toEqual([])
})
