/** --demo: a filled station, open at once, that nobody can take for the real one. */
import { access, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { goTo, today, wordsOf } from './hand.ts'
import { stationApp } from './station-app.ts'

const app = await stationApp(['--demo'])
afterAll(() => app.close())

/** What the product promises. */
const OPEN_WITHIN_MS = 10_000

test('the demo opens without a password, says what it is, and has everything in it', async () => {
  const started = performance.now()
  const page = await app.start()
  await today(page)
  await page.getByRole('main').locator('tbody a').first().waitFor()
  const took = performance.now() - started
  console.log(`demo: open in ${(took / 1000).toFixed(1)} s, program and browser started together`)
  expect(took).toBeLessThan(OPEN_WITHIN_MS)

  await page.getByText('演示数据：人名、电话、事情都是编的').waitFor()
  expect(await page.getByText('本机副本').count()).toBe(0)
  expect(await page.getByLabel('密码').count()).toBe(0)
  await app.shot('demo-today')
  const numbers = await page.locator('.today-numbers b').allInnerTexts()
  expect(numbers.map(Number).filter((n) => n > 0).length).toBeGreaterThanOrEqual(4)

  await goTo(page, '工单')
  await page.getByText(/共 [\d,]+ 件/).waitFor()
  for (const [name, options] of [
    ['状态', ['待派单/上报', '已派单/上报', '办理中', '已答复', '已办结', '已回访']],
    ['服务类型', ['行政服务型', '公益服务型', '市场服务型', '待分类']],
  ] as const) {
    for (const option of options) {
      await page.getByRole('combobox', { name }).click()
      const choice = page.locator('.ant-select-dropdown:visible').getByTitle(option, { exact: true })
      await choice.click()
      await page.keyboard.press('Escape')
      await page.getByText('已按条件筛选').waitFor()
      await expect.poll(() => page.getByRole('main').locator('tbody a').count(), { message: option }).toBeGreaterThan(0)
      await page.getByRole('button', { name: '清除条件' }).click()
      await page.getByText('已按条件筛选').waitFor({ state: 'hidden' })
    }
  }

  // Where a real station of this person would be, nothing was made.
  await goTo(page, '设置')
  await page.getByText('站点文件夹', { exact: true }).waitFor()
  const folder = /站点文件夹\s+(\S+)/.exec(await wordsOf(page))![1]!
  expect(folder).toContain('linwu-demo-')
  expect(await readdir(join(folder, 'journal'))).not.toEqual([])
  await expect(access(join(app.place, 'data', 'linwu'))).rejects.toThrow('ENOENT')

  // Whoever locks it is told how to get back in; a reload opens it again.
  await page.locator('body').press('Control+l')
  const hint = await page.getByText('演示站的密码是').innerText()
  await page.getByLabel('密码', { exact: true }).fill(hint.split(' ').at(-1)!)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '设置' }).waitFor()
  await page.reload()
  await page.getByRole('heading', { name: '设置' }).waitFor()
  expect(app.faults).toEqual([])
})
