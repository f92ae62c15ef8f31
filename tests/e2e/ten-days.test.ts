/** DOMAIN §5.6-5.8 by hand: a limit extended, a clock stopped, and the desk after the PC was off for ten days. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, atTime, dayOf, momentOf } from '#core/lib/time.ts'
import { goTo, save, unlock } from './hand.ts'
import { request, seedStation } from './seed-station.ts'
import { stationApp } from './station-app.ts'

const app = await stationApp()
afterAll(() => app.close())

const DAY_MS = 86_400_000
const TEN_DAYS_ON = addDays(dayOf(momentOf(Date.now())), 10)

beforeAll(() =>
  seedStation(app.folder, async ({ run, daysAgo }) => {
    const contact = (id: string) =>
      run({ name: 'record-contact', input: { case: id, kind: 'first-contact', way: 'phone', reached: true, note: '' } })
    daysAgo(60)
    const urged = await run(request({ title: '电梯停运三天', urgency: 'urgent' }))
    await contact(urged)
    daysAgo(30)
    await run({ name: 'urge-case', input: { case: urged, kind: 'urge', to: '物业公司', way: 'phone', note: '' } })
    daysAgo(0)
    for (const [title, urgency] of [
      ['水管漏水', 'urgent'],
      ['加装扶手', 'general'],
      ['更换门锁', 'general'],
    ] as const)
      // prettier-ignore
      await contact(await run(request({ title, urgency })))
  }),
)

/** The same PC, switched on again: page and workers find a later date, the records are as they were. */
async function tenDaysLater(page: Page): Promise<void> {
  const shifted = `globalThis.Date = new Proxy(Date, {
    construct: (real, given, target) => Reflect.construct(real, given.length > 0 ? given : [real.now() + ${10 * DAY_MS}], target),
    get: (real, name) => (name === 'now' ? () => real.now() + ${10 * DAY_MS} : Reflect.get(real, name)),
  });\n`
  await page.context().addInitScript(shifted)
  // A script of the page does not reach its workers.
  await page.context().route(/worker-[^/]*\.js$/, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: shifted + (await response.text()) })
  })
  await page.reload()
  await unlock(page)
  await goTo(page, '今日待办')
}

test('a limit is extended and a clock stopped by keys; ten days later every case stands where its dates put it', async () => {
  const page = await app.start()
  await unlock(page)
  const list = page.getByRole('table', { name: '今日待办' })
  await list.getByRole('link', { name: '电梯停运三天' }).waitFor()
  const told = async (): Promise<string[]> =>
    (await list.locator('tbody tr:not([aria-hidden])').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '))
  await expect.poll(told).toEqual([expect.stringMatching(/电梯停运三天.*催办后 5 个工作日仍未办结/)])

  await open(page, '加装扶手')
  await page.keyboard.press('x')
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel('新时限').fill(`${TEN_DAYS_ON} 23:59`)
  await drawer.getByLabel('延期原因').fill('等产权单位确认')
  await drawer.getByLabel('谁批准的').fill('李明 副主任')
  await page.keyboard.press('Control+Enter')
  // Telling the resident is part of it: refused beside the field until it is there.
  await drawer.getByRole('alert').or(drawer.locator('[aria-invalid=true]')).first().waitFor()
  await app.shot('limits-untold')
  await drawer.getByLabel('何时告知诉求人').fill(`${dayOf(momentOf(Date.now() - DAY_MS))} 09:00`)
  await drawer.getByRole('radio', { name: '电话' }).check({ force: true })
  await save(page)
  await page.getByText('已延期').waitFor()
  const side = page.getByRole('region', { name: '时限' })
  await side.getByText('延期 ×1').waitFor()
  expect(await side.innerText()).toMatch(/原时限/)
  await page.getByText(/延期：.*改为.*李明 副主任 批准/).waitFor()
  await app.shot('limits-extended')

  await open(page, '更换门锁')
  await page.keyboard.press('h')
  await drawer.getByLabel('到哪天再看').fill(`${TEN_DAYS_ON} 09:00`)
  await save(page)
  await page.getByText('已暂停计时', { exact: true }).first().waitFor()
  await side.getByText('已暂停', { exact: true }).waitFor()
  await app.shot('limits-paused')

  await tenDaysLater(page)
  const expected = [
    /电梯停运三天.*催办后 5 个工作日仍未办结/,
    /水管漏水.*该催办/,
    /加装扶手.*今天到期/,
    /更换门锁.*暂停计时到/,
  ]
  // The first rows may be those that were at hand; the whole list follows them.
  await expect.poll(told).toEqual(expected.map((row) => expect.stringMatching(row)))
  await app.shot('ten-days-later')

  await open(page, '更换门锁')
  await page.keyboard.press('z')
  await drawer.getByText(/恢复后时限顺延到/).waitFor()
  await save(page)
  await page.getByText(/恢复计时，时限顺延到/).waitFor()
  expect(atTime(TEN_DAYS_ON, '09:00:00') > momentOf(Date.now())).toBe(true)
})

async function open(page: Page, title: string): Promise<void> {
  await page.keyboard.press('/')
  await page.getByRole('combobox').or(page.getByRole('searchbox')).first().fill(title)
  await page.getByRole('option', { name: title }).first().click()
  await page.getByRole('heading', { name: title }).waitFor()
}
