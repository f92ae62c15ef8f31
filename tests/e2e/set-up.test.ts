/** 建站, three pages with what goes wrong on each; then the lock, and the ways back in. */
import { readdir } from 'node:fs/promises'
import { afterAll, expect, test } from 'vitest'
import { askedGroups, choosePassword, nameStation, press, readCode, STATION, today, unlock } from './hand.ts'
import { stationApp } from './station-app.ts'

const app = await stationApp()
afterAll(() => app.close())

test('set-up refuses what is wrong beside the field, and a reload on the way loses nothing important', async () => {
  const page = await app.start()

  await press(page, '下一步')
  await expect.poll(() => page.locator(':focus').getAttribute('name')).toBe('name')
  await page.getByLabel('站名').fill(STATION.name)
  await page.getByLabel('社区代码').fill('1101010010')
  await page.getByLabel('您的姓名').fill(STATION.user)
  await press(page, '下一步')
  await page.getByText('现在是 10 位，要 12 位数字').waitFor()
  await app.shot('set-up-1-refused')

  // The short code is suggested as soon as the code is whole; what is typed over it stays.
  await page.getByLabel('社区代码').fill(STATION.code)
  await expect.poll(() => page.getByLabel('短代号').inputValue()).toBe('S1001')
  await nameStation(page)

  await page.getByLabel('密码', { exact: true }).fill('1234567')
  await press(page, '下一步')
  await page.getByText('至少 8 个字符').waitFor()
  await page.getByLabel('密码', { exact: true }).fill(STATION.password)
  await page.getByLabel('再输一遍').fill('平安是福 2025')
  await press(page, '下一步')
  await page.getByText('两遍不一样').waitFor()
  await choosePassword(page)
  const first = await readCode(page)

  await page.reload()
  await expect.poll(() => page.getByLabel('站名').inputValue()).toBe(STATION.name)
  expect(await page.getByLabel('社区代码').inputValue()).toBe(STATION.code)
  expect(await page.getByLabel('短代号').inputValue()).toBe(STATION.short)
  await nameStation(page)
  await choosePassword(page)
  const second = await readCode(page)
  expect(second).not.toEqual(first)
  await page.getByText('刚才打印或抄下的那张作废').waitFor()

  const [one, two] = (await askedGroups(page)) as [Asked, Asked]
  await one[1].fill(second[one[0] - 1]!)
  await two[1].fill('0000')
  await press(page, '完成建站')
  await page.getByText('和上面的不一样').waitFor()
  expect((await readdir(app.folder)).filter((name) => name === 'slots.json')).toEqual([])
  await app.shot('set-up-3-refused')
  // As people type: small letters, a blank, o for 0.
  await two[1].fill(` ${second[two[0] - 1]!.toLowerCase().replaceAll('0', 'o')} `)
  await press(page, '完成建站')
  await today(page)
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0)

  const locked = async (): Promise<void> => {
    await page.locator('body').press('Control+l')
    await page.getByLabel('密码', { exact: true }).waitFor()
    expect(await page.locator('body').innerText()).not.toContain('工单')
  }
  await locked()
  await page.getByLabel('密码', { exact: true }).fill('平安是福 2025')
  await page.keyboard.press('Enter')
  await page.getByText('密码不对').waitFor()
  const said = await page.getByRole('alert').innerText()
  expect(said).toContain('不用担心')
  expect(said).toContain('恢复码')
  await app.shot('unlock-wrong')
  await unlock(page)

  await locked()
  await press(page, '用恢复码打开')
  await page.getByLabel('恢复码').fill(first.join('-'))
  await page.keyboard.press('Enter')
  await page.getByText('恢复码不对').waitFor()
  await page.getByLabel('恢复码').fill(second.join(' ').toLowerCase())
  await page.keyboard.press('Enter')
  await today(page)
  // The heading is there before the list is.
  await page.getByText('今天没有要办的事').waitFor()
  expect(app.faults).toEqual([])
})

type Asked = Awaited<ReturnType<typeof askedGroups>>[number]
