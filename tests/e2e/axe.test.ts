/** No serious finding on any screen or dialog, in Chinese, in English and in large print; no field the browser completes. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { auditOf } from './axe-audit.ts'
import { choose, choosePassword, goTo, nameStation, openCase, press, unlock } from './hand.ts'
import { provider, request, seedStation } from './seed-station.ts'
import { stationApp } from './station-app.ts'

const app = await stationApp()
const { audit, seen } = auditOf(app)
afterAll(() => app.close())
/** The smallest picture there is. */
const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64') // prettier-ignore

test('before a station is open', async () => {
  const page = await app.start()
  await page.getByRole('heading', { name: '建站' }).waitFor()
  await audit(page, 'set-up-1')
  await nameStation(page)
  await audit(page, 'set-up-2')
  await choosePassword(page)
  await page.getByRole('list', { name: '恢复码' }).waitFor()
  await audit(page, 'set-up-3')
  await app.stopServer()
})

test('the open station', async () => {
  await seedStation(app.folder, async ({ run, daysAgo }) => {
    daysAgo(9)
    const one = await run(provider({ name: '安居维修店', serviceType: 'market' }))
    const closed = await run(request({ title: '厨房漏水', requestKind: 'complaint', serviceType: 'market' }))
    await run({
      name: 'dispatch',
      input: { case: closed, provider: one, reason: '', demand: '', ground: 'no-personal-data', fieldsSent: ['title'] },
    })
    await run({ name: 'record-answer', input: { case: closed, way: 'phone', content: '修好了', answeredBy: '' } })
    await run({ name: 'close-case', input: { case: closed, outcome: 'solved', note: '' } })
    await run(request({ title: '夜里加工食品', requestKind: 'report' }))
    const open = await run(request({ title: '楼道灯坏了', serviceType: 'market' }))
    await run({
      name: 'dispatch',
      input: { case: open, provider: one, reason: '', demand: '', ground: 'no-personal-data', fieldsSent: ['title'] },
    })
  })
  const page = await app.start()
  await page.getByLabel('密码', { exact: true }).waitFor()
  await audit(page, 'unlock')
  await unlock(page)
  await page.getByRole('link', { name: '楼道灯坏了' }).first().waitFor()
  await audit(page, 'today')
  await page.locator('body').press('?')
  await page.getByRole('dialog').waitFor()
  await audit(page, 'keys')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('wsl')
  await page.getByRole('option').first().waitFor()
  await audit(page, 'palette')
  await page.keyboard.press('Escape')

  const closed = (): Promise<void> => page.getByRole('dialog').first().waitFor({ state: 'hidden' })
  const leave = async (): Promise<void> => {
    await page.keyboard.press('Escape')
    await closed()
  }
  await goTo(page, '受理')
  await audit(page, 'intake')
  await page.keyboard.press('Control+Enter')
  await page.getByText('请选一项').first().waitFor()
  await page.getByPlaceholder('姓名').pressSequentially('wsl')
  await page.getByRole('option').first().waitFor()
  await audit(page, 'intake-refused')
  await page.keyboard.press('Enter')
  await choose(page, '来访')
  await choose(page, '求助')
  await page.getByLabel('诉求标题').fill('楼道灯又坏了，墙里有焦味')
  await page.getByLabel('详细情况').fill('三号楼二单元楼道灯坏了')
  await page.getByText('疑似重复').waitFor()
  await page.getByText('还在办').first().waitFor()
  await audit(page, 'intake-filled')
  await page.keyboard.press('Control+Shift+Enter')
  await page.getByText('当场怎么答复的').waitFor()
  await audit(page, 'on-the-spot')
  await leave()
  await page.keyboard.press('Alt+d')
  await page.getByRole('dialog').waitFor()
  await audit(page, 'drafts')
  await press(page.getByRole('dialog'), /^删除草稿/)
  await leave()

  await goTo(page, '工单')
  await page.getByText('共 3 件').waitFor()
  await audit(page, 'list')
  await openCase(page, '楼道灯坏了')
  await audit(page, 'case')
  for (const key of ['g', 'd', 'c', 'f', 'a', 's', 'm', 'u']) {
    await page.locator('body').press(key)
    const form = page.getByRole('dialog')
    // What cannot be done now says so on the page instead.
    const opened = await form.waitFor({ timeout: 1_500 }).then(() => true, () => false) // prettier-ignore
    await audit(page, `case-${key}`)
    if (!opened) continue
    if (key === 'u') {
      const file = join(app.place, '灯.png')
      await writeFile(file, PICTURE)
      await form.locator('input[type=file]').setInputFiles(file)
      await page.keyboard.press('Control+Enter')
      await closed()
    } else await leave()
  }
  await page.getByText('灯.png').first().waitFor()
  await audit(page, 'case-attached')
  await page
    .getByRole('button', { name: /灯.png/ })
    .first()
    .click()
  await page.getByRole('dialog').waitFor()
  await audit(page, 'viewer')
  await leave()
  await page.locator('body').press('p')
  await page.getByRole('menu').waitFor()
  await audit(page, 'print-menu')
  await page.getByRole('menuitem', { name: '受理单' }).click()
  await page.getByRole('button', { name: /^打印/ }).last().waitFor()
  await audit(page, 'print-preview')
  await page.keyboard.press('Escape')
  await openCase(page, '厨房漏水')
  for (const key of ['o', 'r']) {
    await page.locator('body').press(key)
    await page.getByRole('dialog').waitFor()
    await audit(page, `case-${key}`)
    await leave()
  }
  await openCase(page, '夜里加工食品')
  await audit(page, 'case-report')

  await goTo(page, '居民')
  await page.getByText('王素兰').first().waitFor()
  await audit(page, 'residents')
  await goTo(page, '服务单位')
  await audit(page, 'providers')
  await page.locator('body').press('n')
  await page.getByRole('dialog').waitFor()
  await audit(page, 'provider')
  await leave()
  await goTo(page, '回访')
  await audit(page, 'revisits')
  await page.locator('body').press('Enter')
  await page.getByRole('dialog').waitFor()
  await audit(page, 'revisit')
  await leave()

  await page.evaluate(() => (location.hash = '#/import'))
  await page.getByRole('heading', { level: 1, name: '导入' }).waitFor()
  await audit(page, 'import-1')
  const sheet = join(app.place, '诉求.csv')
  await writeFile(sheet, '诉求编号,标题,时间,内容,服务类型\n1,灯坏了,2026-01-02,灯坏了三天,市场\n2,,,,\n')
  await page.locator('input[type=file]').setInputFiles(sheet)
  // With a service type there are values to choose for.
  for (const step of ['对应列', '对应取值', '核对并导入']) {
    await page.locator('.import-steps [aria-current=step]').getByText(step).waitFor()
    await audit(page, `import-${step}`)
    const next = page.getByRole('button', { name: '下一步' })
    if (await next.isVisible()) await next.click()
  }
  await press(page, /^导入 1 行/)
  await page.getByRole('heading', { name: '导入结果' }).waitFor()
  await audit(page, 'import-report')
  await page.evaluate(() => (location.hash = '#/settings'))
  await page.getByRole('heading', { level: 1, name: '设置' }).waitFor()
  await audit(page, 'settings')

  expect(seen.length).toBeGreaterThan(30)
  expect(app.faults).toEqual([])
})
