/** What is typed is what is kept: input methods are left alone, rare characters survive, what nobody sees is taken away. */
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { choose, goTo, inputMethod, pasteText, press, savedPath, unlock } from './hand.ts'
import { wordsInXlsx } from './saved-files.ts'
import { request, seedStation } from './seed-station.ts'
import { stationApp } from './station-app.ts'

const app = await stationApp()
beforeAll(() =>
  seedStation(app.folder, async ({ run }) => {
    await run(request({ title: '楼道灯坏了' }))
  }),
)
afterAll(() => app.close())

/** Longer than any pause after which something is asked. */
const ASKED_MS = 600
/** Extension A, B, C, D, E, F, G and H, and a form that a selector chooses. */
const RARE = '㐂𠮷𪚥𫞩𬱖𭐴𮯰𰻝𱁬葛󠄀'

test('while an input method composes, nothing is searched, chosen, proposed, saved or left', async () => {
  const page = await app.start()
  await unlock(page)
  await goTo(page, '受理')
  const method = await inputMethod(page)
  const quiet = async (): Promise<void> => {
    for (const key of ['Control+Enter', 'Control+Shift+Enter', 'Enter', 'ArrowDown', 'Alt+d', 'Control+k', 'Alt+j'])
      await page.keyboard.press(key)
    await page.waitForTimeout(ASKED_MS)
    expect(await page.getByRole('heading', { name: '受理新诉求' }).isVisible()).toBe(true)
    for (const role of ['dialog', 'option', 'alert'] as const) expect(await page.getByRole(role).count(), role).toBe(0)
    expect(await page.getByText('请填写').count()).toBe(0)
  }

  // The letters alone would have found 王素兰.
  await page.getByPlaceholder('姓名').click()
  await method.compose('wsl')
  await quiet()
  expect(await page.getByPlaceholder('姓名').evaluate((field) => field === document.activeElement)).toBe(true)
  await method.commit('王素')
  await page.getByRole('option', { name: /王素兰/ }).waitFor()
  // Esc closes the list; the page stays.
  await page.keyboard.press('Escape')
  await page.getByRole('option').waitFor({ state: 'detached' })
  expect(await page.getByRole('heading', { name: '受理新诉求' }).isVisible()).toBe(true)

  // A word that would propose danger, still being composed.
  await page.getByLabel('诉求标题').click()
  await method.compose('着火')
  await quiet()
  await method.commit('着火了')
  await page.getByRole('alert').getByText('着火').waitFor()
  expect(await page.getByRole('radio', { name: '一般' }).isChecked()).toBe(true)
  await page.keyboard.press('Alt+j')
  expect(await page.getByRole('radio', { name: /危及安全/ }).isChecked()).toBe(true)

  // The header's box and the commands in it.
  await page.keyboard.press('Control+k')
  await method.compose('sz')
  await page.keyboard.press('Enter')
  await page.waitForTimeout(ASKED_MS)
  expect(await page.getByRole('option').count()).toBe(0)
  expect(await page.getByRole('heading', { name: '受理新诉求' }).isVisible()).toBe(true)
  await method.commit('')
  await page.keyboard.press('Escape')

  // The list's box.
  await goTo(page, '工单')
  await page.getByText('共 1 件').waitFor()
  await page.getByRole('main').getByRole('textbox', { name: '查找' }).click()
  await method.compose('zzz')
  await page.waitForTimeout(ASKED_MS)
  expect(await page.getByRole('link', { name: '楼道灯坏了' }).isVisible()).toBe(true)
  await method.commit('')

  // Quick record on the case page: Enter chooses the candidate, it does not save.
  await page.getByRole('link', { name: '楼道灯坏了' }).click()
  await page.getByRole('heading', { name: '办理记录' }).waitFor()
  const records = (): Promise<number> => page.getByText('已联系').count()
  const before = await records()
  await page.locator('body').press('c')
  await page.getByRole('dialog').locator('textarea').first().click()
  await method.compose('yi lianxi')
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('Enter')
  await page.waitForTimeout(ASKED_MS)
  expect(await page.getByRole('dialog').isVisible()).toBe(true)
  expect(await records()).toBe(before)
  await method.commit('已联系')
  // A drawer takes Esc for the input method's own for a moment after a composition ended.
  await page.waitForTimeout(ASKED_MS)
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  expect(app.faults).toEqual([])
})

test('rare characters of every extension: typed, kept, found, shown after a restart, in both exports', async () => {
  let page = await app.start()
  await unlock(page)
  await goTo(page, '受理')
  const method = await inputMethod(page)
  await choose(page, '来访')
  await choose(page, '求助')
  await page.getByPlaceholder('姓名').click()
  await method.compose('ji')
  await method.commit(RARE)
  await page.getByLabel('诉求标题').fill(`${RARE}家的灯`)
  await page.getByLabel('详细情况').fill(`写作“${RARE}”。\n第二行 👨‍👩‍👧`)
  await page.getByText('草稿已存').waitFor()
  await page.keyboard.press('Control+Enter')
  await page.getByText(/已登记/).waitFor()

  await app.killAll()
  page = await app.start()
  await unlock(page)
  await goTo(page, '工单')
  const search = page.getByRole('main').getByRole('textbox', { name: '查找' })
  for (const one of Array.from(RARE).slice(0, -1)) {
    await search.fill(one)
    await page.getByText('共 1 件').waitFor()
    await page.getByRole('link', { name: `${RARE}家的灯` }).waitFor()
  }
  await page.getByRole('link', { name: `${RARE}家的灯` }).click()
  await page.getByRole('heading', { name: '办理记录' }).waitFor()
  await page.getByText('第二行 👨‍👩‍👧').waitFor()
  await app.shot('rare-characters')
  await goTo(page, '工单')
  for (const format of ['xlsx', 'csv']) {
    await press(page, /^导出/)
    await page.getByText(`完整台账 · .${format}`).click()
    const file = await readFile(await savedPath(page, new RegExp(`已导出 1 件：(?=.*\\.${format}$)`)))
    const words = format === 'xlsx' ? wordsInXlsx(file) : file.toString('utf8')
    for (const rare of [`${RARE}家的灯`, RARE, '👨‍👩‍👧']) expect(words, format).toContain(rare)
  }
  expect(app.faults).toEqual([])
})

test('what is pasted comes without what nobody sees; digits become those of the keyboard; a password stays as it is', async () => {
  const page = await app.start()
  const secret = page.getByLabel('密码', { exact: true })
  await secret.click()
  await pasteText(page, '\u200B密')
  expect(await secret.inputValue()).toBe('\u200B密')
  await secret.fill('')
  await unlock(page)
  await goTo(page, '受理')

  const pasted = async (label: string, text: string): Promise<string> => {
    await page.getByLabel(label, { exact: true }).click()
    await pasteText(page, text)
    return page.getByLabel(label, { exact: true }).inputValue()
  }
  expect(await pasted('诉求标题', '\uFEFF3\u00A0号楼\u200B灯\u202E坏了\u202C')).toBe('3 号楼灯坏了')
  expect(await pasted('详细情况', '第一行\r\n第二行\u2028第三行 👨‍👩‍👧\u0007')).toBe('第一行\n第二行\n第三行 👨‍👩‍👧')
  const phone = page.getByPlaceholder('电话')
  await phone.click()
  await pasteText(page, '１３８\u200B－１２３４－２７６４')
  expect(await phone.inputValue()).toBe('138-1234-2764')
  // In the middle of what is there, and Ctrl+Z takes it back.
  await page.getByLabel('诉求标题').click()
  await page.keyboard.press('Home')
  await pasteText(page, '\u200B东\u200B')
  expect(await page.getByLabel('诉求标题').inputValue()).toBe('东3 号楼灯坏了')
  await page.keyboard.press('Control+z')
  expect(await page.getByLabel('诉求标题').inputValue()).toBe('3 号楼灯坏了')

  // Full-width digits from an input method.
  const method = await inputMethod(page)
  await phone.fill('')
  await phone.click()
  await method.compose('139')
  await method.commit('１３９')
  await expect.poll(() => phone.inputValue()).toBe('139')
  await page.keyboard.insertText('０００１')
  await expect.poll(() => phone.inputValue()).toBe('1390001')
  // The form has what the field shows.
  await page.getByText('草稿已存').waitFor()
  await page.keyboard.press('Alt+d')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await page.reload()
  await unlock(page)
  await goTo(page, '受理')
  await press(page, /^其他草稿/)
  await page.getByRole('dialog').getByRole('button', { name: '3 号楼灯坏了' }).first().click()
  await expect.poll(() => page.getByPlaceholder('电话').inputValue()).toBe('1390001')
  expect(app.faults).toEqual([])
})
