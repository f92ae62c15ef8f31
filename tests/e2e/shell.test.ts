/** The shell: one box that finds everything, residents, counter view, large print, modules, the lock by itself, a crash. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { choose, goTo, inputMethod, openForm, press, save, STATION, unlock } from './hand.ts'
import { pdf } from './pdf-file.ts'
import { provider, request, seedStation } from './seed-station.ts'
import { stationApp } from './station-app.ts'

const app = await stationApp()
afterAll(() => app.close())

/** What no screen in counter view, no address and no support package may hold. */
const SECRETS = ['素兰', '国强', '13812342764', '13900001111', '2764', '三号楼', '五号楼', '水管', '渗水', '停车没有', '举报人甲', '乱倒'] // prettier-ignore

let page: Page
beforeAll(async () => {
  await seedStation(app.folder, async ({ run, daysAgo }) => {
    daysAgo(9)
    await run(provider({ name: '平安水电维修', serviceType: 'market', services: '电路' }))
    const first = await run(request({ title: '王素兰家水管漏水', text: '厨房水管渗水', requestKind: 'complaint' }))
    await run({ name: 'record-answer', input: { case: first, way: 'phone', content: '水管换好了', answeredBy: '李国强' } }) // prettier-ignore
    await run({ name: 'close-case', input: { case: first, outcome: 'solved', note: '不渗水了' } })
    daysAgo(2)
    await run(request({ title: '卫生间渗水' }))
    await run(request({ title: '停车没有位置', requesterName: '李国强', requesterPhone: '13900001111', place: '五号楼一单元' })) // prettier-ignore
    await run(request({ title: '有人乱倒垃圾', text: '乱倒', requestKind: 'report', requesterName: '举报人甲', place: '五号楼' })) // prettier-ignore
  })
  page = await app.start()
  await unlock(page)
  await page.getByRole('heading', { name: '今日待办' }).waitFor()
})

const box = () => page.getByRole('combobox', { name: '查找，或输入命令' })
const options = () => page.getByRole('listbox', { name: '查找结果' }).getByRole('option')
async function find(words: string, first: RegExp): Promise<void> {
  await page.keyboard.press('Control+k')
  await box().press('Control+a')
  await page.keyboard.type(words)
  await options().first().filter({ hasText: first }).waitFor()
}
async function pick(): Promise<void> {
  await page.keyboard.press('ArrowDown')
  expect(await box().getAttribute('aria-activedescendant')).toBe(await options().first().getAttribute('id'))
  await page.keyboard.press('Enter')
  await page.getByRole('listbox').waitFor({ state: 'hidden' })
}
/** All text, every attribute and whatever is typed. */
const everything = (): Promise<string> =>
  page.evaluate(() => {
    const typed = [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map((field) => field.value)
    return [document.documentElement.outerHTML, location.href, document.title, ...typed].join('\n')
  })
/** Ids and data heads are made of chance: four digits of theirs are not the end of a telephone number. */
const BY_CHANCE = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[A-Z]-[\da-f]{8}/g
const secretsIn = (all: string): string[] => {
  const said = all.replace(BY_CHANCE, '')
  return SECRETS.filter((secret) => said.includes(secret))
}
const given = async (): Promise<string[]> => secretsIn(await everything())

test('one box finds people, cases, providers and commands, by keys alone', async () => {
  await find('wsl', /王素兰/)
  await app.shot('zh-CN-palette')
  expect(await box().getAttribute('aria-expanded')).toBe('true')
  await pick()
  await page.getByText('共 2 件').waitFor()
  expect(new URL(page.url()).hash).toBe('#/cases')

  await find('1111', /李国强/)
  await page.keyboard.press('Escape')
  await find('S0012-A', /S0012-A-\d{4}-0000\d/)
  await pick()
  await page.getByRole('heading', { name: '办理记录' }).waitFor()
  await find('pasd', /平安水电维修/)
  await pick()
  await page.getByRole('main').getByRole('heading', { name: '服务单位' }).waitFor()
  await find('jrdb', /去今日待办/)
  await pick()
  await page.getByRole('main').getByRole('heading', { name: '今日待办' }).waitFor()
  await find('suoding', /锁定/)
  await pick()
  await unlock(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('424242')
  await page.getByText('没有找到“424242”').waitFor()

  // Without a choice: the list of cases, with these words.
  await box().press('Control+a')
  await page.keyboard.type('渗水')
  await page.keyboard.press('Enter')
  await page.getByText('共 2 件').waitFor()
  expect(page.url()).not.toContain(encodeURIComponent('渗水'))
})

test('words that were searched for stand nowhere once the box or the list is left', async () => {
  const inList = page.getByRole('main').getByRole('textbox', { name: '查找' })
  expect(await box().inputValue()).toBe('')
  // From a case one comes back to what was found.
  await page.getByRole('link', { name: '卫生间渗水' }).click()
  await page.getByRole('heading', { name: '卫生间渗水' }).waitFor()
  await page.keyboard.press('Escape')
  expect(await inList.inputValue()).toBe('渗水')
  await goTo(page, '居民')
  await goTo(page, '工单')
  expect(await inList.inputValue()).toBe('')
  await page.getByText('共 4 件').waitFor()
  for (const leave of [() => page.keyboard.press('Escape'), () => page.keyboard.press('Tab')]) {
    await find('wsl', /王素兰/)
    await leave()
    expect(await box().inputValue()).toBe('')
  }
})

test('while an input method composes nothing is found and nothing fires', async () => {
  await goTo(page, '今日待办')
  await page.keyboard.press('Control+k')
  await box().press('Control+a')
  await page.keyboard.press('Delete')
  const { compose, commit } = await inputMethod(page)
  await compose('wang')
  await page.waitForTimeout(300)
  expect(await options().count()).toBe(0)
  await commit('王素')
  await options().first().filter({ hasText: '王素兰' }).waitFor()
  await page.keyboard.press('Escape')
})

test('residents: who asked, their cases, and a new request that begins with what is known', async () => {
  await goTo(page, '居民')
  await page.getByText('2 人', { exact: true }).waitFor()
  await app.shot('zh-CN-residents')
  const listed = await page.getByRole('main').innerText()
  expect(listed).not.toContain('举报人甲')
  expect(listed).not.toContain('13812342764')
  await page.getByRole('textbox', { name: '查找居民' }).fill('wangsl')
  await page.getByText('找到 1 人').waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.press('n')
  await page.getByRole('heading', { name: '受理新诉求' }).waitFor()
  const typed = () => page.getByRole('main').locator('input').evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value)) // prettier-ignore
  await expect.poll(typed).toEqual(expect.arrayContaining(['王素兰', '13812342764', '三号楼二单元']))
  expect(decodeURIComponent(page.url())).not.toMatch(/王|138/)
})

/** Some pages have no heading of their own then. */
async function through(name: string): Promise<void> {
  const menu = page.getByRole('navigation', { name: '主菜单' })
  const link = menu.getByRole('link', { name: new RegExp(`^${name}`) })
  if ((await link.count()) === 0) await menu.getByRole('button', { name: '更多', expanded: false }).click()
  await link.click()
}

test('counter view: no name, number, place or story on any screen, also after a restart', async () => {
  await goTo(page, '工单')
  await page.getByRole('link', { name: '卫生间渗水' }).click()
  await page.getByRole('heading', { name: '卫生间渗水' }).waitFor()
  expect((await given()).length).toBeGreaterThan(3)
  await page.keyboard.press('F9')
  await page.getByRole('heading', { name: '**', exact: true }).waitFor()
  await app.shot('zh-CN-counter-case')
  expect(await given()).toEqual([])
  for (const name of ['今日待办', '工单', '居民', '服务单位', '回访', '导入', '统计', '设置', '受理']) {
    await through(name)
    await page.waitForTimeout(400)
    await app.shot(`zh-CN-counter-${name}`)
    expect(await given(), name).toEqual([])
  }
  await page.keyboard.press('Control+k')
  await page.keyboard.type('S0012')
  await options().first().waitFor()
  expect(await given()).toEqual([])
  await page.keyboard.press('Escape')
  await page.reload()
  await unlock(page)
  await goTo(page, '工单')
  await page.getByRole('main').getByRole('link', { name: '**' }).first().waitFor()
  expect(await given()).toEqual([])
  // The same key, also while something is typed.
  await page.getByRole('main').getByRole('textbox', { name: '查找' }).focus()
  await page.keyboard.press('F9')
  await page.getByRole('link', { name: '卫生间渗水' }).waitFor()
})

test('large print: everything 1.2 times as large, nothing wider than the window, kept after a restart', async () => {
  const height = () => page.getByRole('button', { name: '锁定' }).evaluate((button) => button.getBoundingClientRect().height) // prettier-ignore
  const before = await height()
  await goTo(page, '设置')
  await choose(page, '大字')
  expect((await height()) / before).toBeCloseTo(1.2, 1)
  await page.reload()
  await unlock(page)
  expect((await height()) / before).toBeCloseTo(1.2, 1)
  for (const name of ['今日待办', '受理', '工单', '居民', '服务单位', '回访', '导入', '统计', '设置']) {
    await goTo(page, name)
    await page.waitForTimeout(300)
    await app.shot(`zh-CN-large-${name}`)
    const wider = await page.evaluate(() => {
      const main = document.querySelector('main')!
      return [document.documentElement, main].filter((one) => one.scrollWidth > one.clientWidth + 1).length
    })
    expect(wider, name).toBe(0)
  }
  // What covers the whole window is not 1.2 times the window.
  const fits = async (name: string): Promise<void> => {
    await page.locator('dialog[open]').waitFor()
    await app.shot(`zh-CN-large-${name}`)
    const outside = await page.evaluate(() => {
      const dialog = document.querySelector('dialog[open]')!
      return [dialog, ...dialog.querySelectorAll('button')]
        .filter((one) => {
          const { left, top, right, bottom } = one.getBoundingClientRect()
          return left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1
        })
        .map((one) => one.textContent)
    })
    expect(outside, name).toEqual([])
    await page.keyboard.press('Escape')
    await page.locator('dialog[open]').waitFor({ state: 'hidden' })
  }
  await page.locator('body').press('?')
  await fits('keys')
  await goTo(page, '工单')
  await page.getByRole('link', { name: '卫生间渗水' }).click()
  // A key pressed before the page is there goes to the list.
  await page.getByRole('heading', { name: '卫生间渗水' }).waitFor()
  const paper = join(app.place, '报价单.pdf')
  await writeFile(paper, pdf([{ draw: '' }, { draw: '' }]))
  const form = await openForm(page, 'u', '附件')
  await form.locator('input[type=file]').setInputFiles(paper)
  await save(page)
  await press(page, '查看 报价单.pdf')
  await page.getByText('第 1 页，共 2 页').waitFor()
  await fits('viewer')
  await page.locator('body').press('p')
  await page.getByRole('menuitem', { name: '受理单' }).click()
  // The page behind has a button of that name, too.
  await page.locator('dialog[open]').getByRole('button', { name: /^打印/ }).first().waitFor()
  await fits('paper')
  await goTo(page, '设置')
  await press(page, 'English')
  await app.shot('en-large-settings')
  await press(page, '中文')
  await choose(page, '普通')
})

test('a module switched off is out of menu and search, for the whole station and after a restart', async () => {
  await goTo(page, '设置')
  const module = page.getByRole('switch', { name: '导入' })
  await module.click()
  const link = page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '导入' })
  await link.waitFor({ state: 'hidden' })
  await page.evaluate(() => (location.hash = '#/import'))
  await page.getByText('“导入”在本站没有打开').waitFor()
  await app.shot('zh-CN-module-off')
  await page.reload()
  await unlock(page)
  await page.getByText('“导入”在本站没有打开').waitFor()
  await goTo(page, '设置')
  await module.click()
  await link.waitFor()
})

test('the footer says how it stands, and its panel makes a backup', async () => {
  await page.locator('.save-state').click()
  await page.getByRole('dialog').getByText('还没有备份过').waitFor()
  await app.shot('zh-CN-state')
  await press(page, '选备份的地方')
  await page.getByLabel('备份到哪个文件夹').fill(`${app.place}/backup`)
  await press(page, '立即备份')
  await page.getByText('备份好了').waitFor()
  await find('lijibeifen', /立即备份/)
  await pick()
  await page.getByRole('dialog').getByText('备份放在').waitFor()
  await page.getByRole('dialog').getByText('已保存到').waitFor()
  await page.getByRole('dialog').getByRole('button', { name: '关上' }).click()
  await page.getByText('备份正常').waitFor()
})

test('15 minutes without anybody: locked, and the page says why', async () => {
  await page.clock.install()
  await page.reload()
  await unlock(page)
  await page.clock.fastForward('14:00')
  await page.getByRole('navigation', { name: '主菜单' }).waitFor()
  await page.mouse.move(300, 300)
  await page.clock.fastForward('14:00')
  await page.waitForTimeout(200)
  expect(await page.getByRole('navigation', { name: '主菜单' }).count()).toBe(1)
  await page.clock.fastForward('02:00')
  await page.getByText('15 分钟没有人动').waitFor()
  await app.shot('zh-CN-idle')
  expect(await given()).toEqual([])
  await unlock(page)
})

test('a bug: what is safe, what to do, and a support package without a word about anybody', async () => {
  expect(app.faults).toEqual([])
  await page.evaluate(() => {
    void Promise.reject(new TypeError('王素兰 13812342764 卫生间渗水'))
  })
  await page.getByRole('heading', { name: '程序出错了' }).waitFor()
  expect(await given()).toEqual([])
  await press(page, '存一份支持包')
  const path = await page.locator('.saved-file b').innerText()
  await app.shot('zh-CN-crash')
  const written = await readFile(path, 'utf8')
  expect(secretsIn(written)).toEqual([])
  expect(written).not.toContain(STATION.user)
  expect(JSON.parse(written)).toMatchObject({ kind: 'linwu-support', counts: { total: 4 }, lastError: { name: 'TypeError' } }) // prettier-ignore
  await press(page, '重新打开')
  await unlock(page)
  expect(app.faults.filter((fault) => !fault.includes('TypeError') && !fault.includes('13812342764'))).toEqual([])
})
