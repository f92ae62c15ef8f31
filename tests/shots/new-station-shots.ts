/** A station from its first minute: set-up, the empty screens, the ways in. To add one: a line here, where the walk passes. */
import type { Page } from 'playwright-core'
import { askedGroups, choosePassword, goTo, nameStation, press, readCode, STATION, today } from '../e2e/hand.ts'
import type { Shot } from './shot.ts'

/** What the third page of set-up asks for, before the camera puts other words in its place: the field and its group. */
let asked: readonly (readonly [field: string, group: string])[] = []

const office = (page: Page, kind: string): Promise<void> =>
  page.locator('.ant-segmented').getByText(kind, { exact: true }).click()

export const NEW_STATION_SHOTS: readonly Shot[] = [
  { name: 'set-up-1', show: ({ page }) => page.getByRole('heading', { name: '建站' }).waitFor() },
  { name: 'set-up-street', show: ({ page }) => office(page, '街道') },
  { name: 'set-up-district', show: ({ page }) => office(page, '区'), leave: ({ page }) => office(page, '社区服务站') },
  {
    name: 'set-up-join',
    show: async ({ page }) => {
      await press(page, '这是本站的另一台电脑')
      await page.getByLabel('这台电脑叫什么').waitFor()
    },
  },
  {
    name: 'set-up-join-asked',
    show: async ({ page }) => {
      await page.getByLabel('这台电脑叫什么').fill('里屋')
      await page.getByLabel('密码', { exact: true }).fill(STATION.password)
      await page.getByLabel('再输一遍').fill(STATION.password)
      await press(page, '生成申请文件')
      await page.locator('.fingerprint').waitFor()
    },
    leave: ({ page }) => page.locator('.join .form-buttons button').first().click(),
  },
  { name: 'set-up-1-refused', show: ({ page }) => press(page, '下一步') },
  {
    name: 'set-up-2',
    show: async ({ page }) => {
      await nameStation(page)
      await page.getByLabel('再输一遍').waitFor()
    },
  },
  {
    name: 'set-up-3',
    show: async ({ page }) => {
      await choosePassword(page)
      const groups = await readCode(page)
      const fields = (await askedGroups(page)).map(async ([n, field]) => [`[id="${await field.getAttribute('id')}"]`, groups[n - 1]!] as const) // prettier-ignore
      asked = await Promise.all(fields)
    },
  },
  { name: 'set-up-paper', media: 'print', show: async () => undefined },
  {
    name: 'today-empty',
    show: async ({ page }) => {
      for (const [field, group] of asked) await page.locator(field).fill(group)
      await press(page, '完成建站')
      await today(page)
    },
  },
  { name: 'list-empty', show: ({ page }) => goTo(page, '工单') },
  { name: 'residents-empty', show: ({ page }) => goTo(page, '居民') },
  { name: 'providers-empty', show: ({ page }) => goTo(page, '服务单位') },
  { name: 'revisits-empty', show: ({ page }) => goTo(page, '回访') },
  {
    name: 'unlock',
    show: async ({ page }) => {
      await page.locator('body').press('Control+l')
      await page.getByLabel('密码', { exact: true }).waitFor()
    },
  },
  {
    name: 'unlock-wrong',
    show: async ({ page }) => {
      await page.getByLabel('密码', { exact: true }).fill(`${STATION.password}？`)
      await page.keyboard.press('Enter')
      await page.getByText('密码不对').waitFor()
    },
  },
  {
    name: 'unlock-code',
    show: async ({ page }) => {
      await press(page, '用恢复码打开')
      await page.getByLabel('恢复码').waitFor()
    },
  },
]
