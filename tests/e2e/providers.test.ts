/** 服务单位: a provider's page, a service with hours that cannot be and then can, and the filters. */
import { afterAll, expect, test } from 'vitest'
import { goTo, press, save, today } from './hand.ts'
import { stationApp } from './station-app.ts'

const app = await stationApp(['--demo'])
afterAll(() => app.close())

test('a provider’s page: services, papers, people, activities and news; bad hours are refused beside their field', async () => {
  const page = await app.start()
  await today(page)
  await goTo(page, '服务单位')
  const list = page.getByRole('table', { name: '服务单位' })
  await page.getByLabel('查找服务单位').fill('银杏')
  await list.getByText('银杏为老服务中心').waitFor()
  await page.getByLabel('查找服务单位').press('Enter')
  await expect.poll(() => list.locator('tbody tr').count()).toBe(1)
  await page.locator('body').press('p')
  const section = (name: string) => page.getByRole('region', { name, exact: true })
  await section('服务').getByText('老年助餐').first().waitFor()
  await section('资质').getByText(/到期/).waitFor()
  await section('动态').getByText('送餐人手不够').waitFor()
  await app.shot('provider-page')

  await press(page, '加一项服务')
  const form = page.getByRole('dialog')
  await form.getByLabel('服务名称').fill('助医陪诊')
  await form.getByLabel('服务时间').fill('周一至周五 17:00-9:00')
  await page.keyboard.press('Control+Enter')
  await form.getByText(/关门早于开门/).waitFor()
  await form.getByLabel('服务时间').fill('周一至周五 9:00-17:00；法定节假日休息')
  await app.shot('provider-service-form')
  await save(page)
  await section('服务').getByText('助医陪诊').waitFor()
  await page.locator('body').press('Escape')
  await press(page, '现在开着')
  await app.shot('provider-filters')
  expect(app.faults).toEqual([])
})
