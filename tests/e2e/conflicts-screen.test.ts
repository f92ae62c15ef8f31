/** 待核对 as a clerk sees it: two PCs worked apart and met by real files; one after the other by keyboard, in both languages. */
import { cp } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newProfile, removeFolder, SET_UP } from '../desk/desk-world.ts'
import { clock, DAY, newHouse, run, secondPc, sent, taken, type Pc } from '../desk/exchange-houses.ts'
import { receiveCase } from '../faults/station-story.ts'
import { press, unlock } from './hand.ts'
import { provider } from './seed-station.ts'
import { stationApp } from './station-app.ts'

const app = await stationApp()
const pcs: Pc[] = []
const HOUR = 3_600_000
const PERSON = { name: '王素兰', phone: '13800002764', placeWords: '槐树里3号楼2单元101', marks: [], note: '' }

async function handOver(from: Pc, to: Pc): Promise<void> {
  for (const file of (await sent(from, from.house, 'hand-over')).files) await taken(to, file)
}

beforeAll(async () => {
  newProfile()
  clock.now = Date.now() - 2 * DAY
  const front = await newHouse('S0012', '槐树里社区服务站')
  const back = await secondPc(front, 'B')
  pcs.push(front, back)
  const [a, b] = [front.world.desk, back.world.desk]
  const team = await run(a, provider({ name: '暖邻志愿服务队', serviceType: 'welfare' }))
  const cases = [await receiveCase(a, '楼道灯不亮'), await receiveCase(a, '水管漏水'), await receiveCase(a, '电梯异响')]
  for (const id of cases.slice(1)) await run(a, { name: 'classify', input: { case: id, serviceType: 'welfare', category: '', reason: '' } }) // prettier-ignore
  await run(a, { name: 'record-answer', input: { case: cases[2]!, way: 'phone', content: '已请物业检修', answeredBy: '' } }) // prettier-ignore
  clock.now += HOUR
  await handOver(front, back)
  clock.now += HOUR
  const order = { case: cases[1]!, provider: team, reason: '', demand: '', ground: 'no-personal-data', fieldsSent: ['title'] } as const // prettier-ignore
  await run(a, { name: 'correct-request', input: { case: cases[0]!, title: '三号楼楼道灯不亮', urgency: 'urgent' } })
  await run(a, { name: 'dispatch', input: order })
  await run(a, { name: 'close-case', input: { case: cases[2]!, outcome: 'solved', note: '' } })
  await run(a, { name: 'save-person', input: PERSON })
  clock.now += HOUR
  await run(b, { name: 'correct-request', input: { case: cases[0]!, title: '楼道灯坏了两盏', urgency: 'danger' } })
  await run(b, { name: 'dispatch', input: order })
  await run(b, { name: 'close-case', input: { case: cases[2]!, outcome: 'partly-solved', note: '还差一个按钮' } })
  await run(b, { name: 'save-person', input: PERSON })
  clock.now += HOUR
  await handOver(back, front)
  for (const pc of pcs) await pc.world.close()
  await cp(front.folder, app.folder, { recursive: true })
  await unlock(await app.start(), SET_UP.password)
}, 240_000)
afterAll(async () => {
  await app.close()
  for (const { folder } of pcs) await removeFolder(folder)
})

test('a quiet line on the first screen leads there; nothing is red, nothing is blocked', async () => {
  const { page } = app
  await page.getByText('处两台电脑写得不一样').waitFor()
  await app.shot('conflicts-today')
  await page.getByRole('link', { name: '去核对' }).click()
  await page.getByRole('heading', { level: 1, name: '待核对' }).waitFor()
})

test('each kind says what happened; who, when, which computer, and what it had received', async () => {
  const { page } = app
  const card = page.locator('.difference')
  const list = page.locator('.conflict-list button')
  await expect.poll(() => list.count()).toBe(5)
  for (const [i, kind] of ['重复派单', '重复办结', '两种写法', '两种写法', '重复登记的居民'].entries()) {
    await list.nth(i).click()
    await expect.poll(() => card.textContent()).toContain(kind)
    await app.shot(`conflicts-zh-${i}`)
  }
  await list.nth(0).click()
  const said = (await card.textContent()) ?? ''
  expect(said).toContain('前台 A · 本机')
  expect(said).toContain('里屋 B')
  expect(said).toMatch(/这台收到的 前台 A 的文件到 .* 为止/)
  expect(said).toContain('这台还没有收到过 里屋 B 的文件')
})

test('one after the other by keyboard; a rule shows what it would change', async () => {
  const { page } = app
  const list = page.locator('.conflict-list button')
  await page.keyboard.press('1')
  await expect.poll(() => list.count()).toBe(4)
  await page.keyboard.press('2')
  await expect.poll(() => list.count()).toBe(3)
  await press(page, '按规则一次处理')
  await page.getByRole('heading', { name: /处会改|处照现在显示的/ }).or(page.getByText('处照现在显示的定下来')).first().waitFor() // prettier-ignore
  await app.shot('conflicts-zh-rule')
  await page.keyboard.press('Escape')
  await page.locator('.rule-drawer').waitFor({ state: 'hidden' })
  await list.filter({ hasText: '标题' }).click()
  await page.keyboard.press('t')
  await page.getByLabel(/正确的写法/).fill('三号楼楼道灯坏了两盏')
  await app.shot('conflicts-zh-third')
  await page.keyboard.press('Control+Enter')
  await expect.poll(() => list.count()).toBe(2)
})

test('nobody at the counter sees any of it; English says the same', async () => {
  const { page } = app
  await page.keyboard.press('F9')
  await page.getByText('柜台模式下不显示').waitFor()
  expect(await page.getByRole('main').textContent()).not.toContain('王素兰')
  await page.keyboard.press('F9')
  await page.locator('.conflict-list button').first().waitFor()
  await page.evaluate(() => (location.hash = '#/settings'))
  await page.getByText('English', { exact: true }).click()
  await page.evaluate(() => (location.hash = '#/conflicts'))
  await page.getByRole('heading', { level: 1, name: 'To settle' }).waitFor()
  const list = page.locator('.conflict-list button')
  for (let i = 0; i < (await list.count()); i++) {
    await list.nth(i).click()
    await app.shot(`conflicts-en-${i}`)
  }
  expect(app.faults).toEqual([])
})
