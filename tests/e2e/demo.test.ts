/** --demo: a filled station, open at once, that nobody can take for the real one; and the ten steps of docs/demo.md. */
import { readdirSync, readFileSync } from 'node:fs'
import { access, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { NEW_CASE_KEY } from './doors.ts'
import { choose, goTo, openForm, press, save, savedPath, today, wordsOf } from './hand.ts'
import { cellsInXlsx } from './saved-files.ts'
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
  const tiles = page.locator('.today-numbers b')
  // Dots until the desk has counted.
  await tiles.filter({ hasText: /\d/ }).first().waitFor()
  const numbers = await tiles.allInnerTexts()
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

  await goTo(page, '服务单位')
  const card = page.getByRole('complementary')
  for (const words of ['可达性', '经费', '在办']) await card.getByText(words).first().waitFor()

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

const ROOT = join(import.meta.dirname, '../..')
const STEP = /^## (\d+)\. (.+?) · .+$/

/** The steps as the document has them: number, Chinese title, the words below it. */
const said = readFileSync(join(ROOT, 'docs/demo.md'), 'utf8')
  .split(/^(?=## )/m)
  .map((part) => ({ head: STEP.exec(part.split('\n')[0]!), words: part }))
  .flatMap(({ head, words }) => (head ? [{ n: Number(head[1]), title: head[2]!, words }] : []))

const WHO = '沈阿姨'
const SAID = '已让她开窗、下楼等'
const main = (page: Page) => page.getByRole('main')
/** On 今日待办, once it has been counted. */
const lateCount = async (page: Page): Promise<number> =>
  Number(await main(page).getByRole('button', { name: /^已超期/ }).locator('b').filter({ hasText: /\d/ }).innerText()) // prettier-ignore

/** What a newcomer does, by the titles of docs/demo.md; each begins where the one before it ended. To add one: there and here. */
const STEPS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  看今天先办什么: async (page) => {
    await goTo(page, '今日待办')
    await main(page).locator('tbody span.bad').first().waitFor()
    const count = await lateCount(page)
    await main(page).getByRole('button', { name: /^已超期/ }).click() // prettier-ignore
    await page.getByText(`共 ${count} 件`).waitFor()
    await goTo(page, '今日待办')
  },
  电话里说有燃气味: async (page) => {
    await page.keyboard.press(NEW_CASE_KEY)
    for (const words of ['电话', '求助']) await choose(page, words)
    await page.getByPlaceholder('姓名').fill(WHO)
    await page.getByPlaceholder('电话').fill('10000001234')
    await page.getByLabel('诉求标题').fill('楼道里有燃气味')
    await page.getByLabel('详细情况').fill('一进楼道就有股燃气味，三层最重。')
    await page.getByLabel('地点').fill('槐树里小区6号楼2单元')
    await page.getByText('燃气味：先开窗、先离开').waitFor()
    await page.keyboard.press('Alt+j')
    await expect.poll(() => page.getByRole('radio', { name: '危及安全 2 小时' }).isChecked()).toBe(true)
    await page.keyboard.press('Control+Enter')
    await page.getByText(/已登记 S9999-A-\d{4}-\d{5}/).waitFor()
  },
  '分类、派单': async (page) => {
    await (await openForm(page, 'g', '分类')).getByRole('radio', { name: /市场服务型/ }).check()
    await save(page)
    const recommended = page.getByRole('region', { name: '推荐承办单位' })
    const first = recommended.locator('.candidate.first')
    await first.getByText('城南燃气服务站（演示）').waitFor()
    await app.shot('demo-recommended')
    expect(await first.innerText()).toMatch(/燃气检修与开通/)
    await recommended.getByRole('button', { name: '派单给 城南燃气服务站（演示）' }).click()
    // 危及安全: the emergency is the ground, and is chosen already.
    expect(await page.getByRole('dialog').getByRole('radio', { name: '紧急保护生命、健康、财产' }).isChecked()).toBe(
      true,
    )
    await save(page)
    await page.locator('.referral').getByText('城南燃气服务站（演示）').waitFor()
  },
  '记一句，记错就撤销': async (page) => {
    const line = page.getByLabel('写一句记录')
    await page.locator('body').press('n')
    await page.keyboard.type(SAID)
    await page.keyboard.press('Enter')
    await page.locator('.timeline').getByText(SAID).waitFor()
    await line.blur()
    await page.keyboard.press('Control+z')
    await page.getByText('已撤销“已记下”').waitFor()
    await page.locator('.timeline s').first().waitFor()
    expect(await line.inputValue()).toBe(SAID)
    await line.press('Enter')
    await expect.poll(() => line.inputValue()).toBe('')
    await line.blur()
  },
  '回话、联系、答复、办结': async (page) => {
    await choose(await openForm(page, 'f', '单位回话'), '接单')
    await save(page)
    await page.locator('body').press('e')
    await page.getByText('请先答复诉求人').waitFor()
    await choose(await openForm(page, 'c', '联系'), '联系上了')
    await save(page)
    await (await openForm(page, 'a', '答复')).getByLabel('答复内容').fill('燃气站到场换了软管，已检测，不漏了。')
    await save(page)
    await choose(await openForm(page, 'e', '办结'), '已解决')
    await save(page)
  },
  '回访、督查': async (page) => {
    const revisit = await openForm(page, 'r', '回访')
    for (const words of ['有效', '解决了', '满意']) await choose(revisit, words)
    await save(page)
    await choose(await openForm(page, 's', '督查'), '规范')
    await save(page)
    const story = await wordsOf(page)
    for (const words of ['办结：已解决', '解决了，满意', '督查：规范']) expect(story).toContain(words)
  },
  '给居民一张单子，遮住屏幕': async (page) => {
    await page.locator('body').press('p')
    await page.locator('[role=menuitem]:focus', { hasText: '受理单' }).waitFor()
    await page.keyboard.press('Enter')
    const paper = page.locator('.paper-preview[open] .paper')
    await paper.getByText(WHO).first().waitFor()
    await app.shot('demo-paper')
    await page.keyboard.press('Escape')
    await paper.waitFor({ state: 'detached' })
    await page.keyboard.press('F9')
    await page.getByRole('heading', { name: '**', exact: true }).waitFor()
    expect(await page.locator('body').innerText()).not.toContain(WHO)
    await page.keyboard.press('F9')
    await page.getByRole('heading', { name: '楼道里有燃气味' }).waitFor()
  },
  用首字母找人: async (page) => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('say')
    await page.getByRole('listbox', { name: '查找结果' }).getByRole('option').first().filter({ hasText: WHO }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByText('共 1 件').waitFor()
    await main(page).getByRole('link', { name: '楼道里有燃气味' }).waitFor()
  },
  一张单子带走: async (page) => {
    await goTo(page, '今日待办')
    const count = await lateCount(page)
    expect(count).toBeGreaterThan(0)
    await goTo(page, '工单')
    await press(page.getByRole('navigation', { name: '视图' }), '超期')
    await page.getByText(`共 ${count} 件`).waitFor()
    await press(page, /^导出/)
    await page.getByText('完整台账 · .xlsx').click()
    const cells = cellsInXlsx(await readFile(await savedPath(page, new RegExp(`已导出 ${count} 件：`))))
    const phones = cells.filter(({ words }) => /^1000000\d{4}$/.test(words))
    expect(phones.length).toBeGreaterThan(0)
    expect(phones.filter(({ kind }) => kind !== 'text')).toEqual([])
    await page.getByRole('button', { name: '打开文件夹' }).waitFor()
  },
  '三类服务、五类主体': async (page) => {
    await goTo(page, '服务单位')
    await page.locator('body').press('m')
    await press(page, '市场服务型, 生活服务类组织: 8')
    await expect.poll(() => page.getByRole('table', { name: '服务单位' }).locator('tbody tr').count()).toBe(8)
    const card = page.getByRole('complementary')
    for (const words of ['可达性', '上门', '自费']) await card.getByText(words).first().waitFor()
    await app.shot('demo-providers')
  },
}

describe('docs/demo.md', () => {
  test('has exactly these ten steps, and speaks in the words of the screen', () => {
    expect(said.map(({ n, title }) => `${n}. ${title}`)).toEqual(Object.keys(STEPS).map((title, i) => `${i + 1}. ${title}`)) // prettier-ignore
    expect(said).toHaveLength(10)
    const texts = join(ROOT, 'src-renderer/text/zh-CN')
    const words = [...readdirSync(texts).map((name) => join(texts, name)), join(ROOT, 'src-core/reports/code-words.ts')]
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n')
    const bold = said.flatMap((step) => [...step.words.matchAll(/\*\*([^*]+)\*\*/g)].map(([, word]) => word!))
    expect(bold.length).toBeGreaterThan(20)
    expect(bold.filter((word) => !words.includes(word))).toEqual([])
  })

  for (const { n, title } of said)
    test(`${n}. ${title}`, async () => {
      const step = STEPS[title]
      if (!step) throw new Error(`nobody walks “${title}”`)
      await step(app.page)
      expect(app.faults).toEqual([])
    })
})
