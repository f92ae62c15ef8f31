/**
 * 派单的一生 (DOMAIN §4): a declined order, a return that is reviewed and refused, and cannot be asked for again; taken back
 * and given to a market provider with consent; the order on paper with its deadline and only the fields that were sent.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { agree, choose, openCase, openForm, press, save, unlock, wordsOf } from './hand.ts'
import { provider, request, seedStation } from './seed-station.ts'
import { stationApp } from './station-app.ts'

const app = await stationApp()
beforeAll(() =>
  seedStation(app.folder, async ({ run }) => {
    await run(provider({ name: '暖邻志愿队', serviceType: 'welfare', kind: 'social', services: '陪诊' }))
    await run(provider({ name: '银龄服务社', serviceType: 'welfare', kind: 'social', services: '陪诊' }))
    await run(provider({ name: '安康家政', serviceType: 'market', services: '陪诊' }))
    await run(
      request({
        title: '老人看病想找人陪诊',
        requesterName: '赵奶奶',
        requesterPhone: '10000000017',
        serviceType: 'welfare',
      }),
    )
  }),
)
afterAll(() => app.close())

test('declined, objection refused, market with consent, the order on paper', async () => {
  const page = await app.start()
  await unlock(page)
  await openCase(page, '老人看病想找人陪诊')
  const card = page.locator('.referral')

  // Nothing leaves without a yes: everything is chosen but the one tick.
  const first = await openForm(page, 'd', '派单')
  expect(await first.getByRole('radio', { name: '本人同意' }).isChecked()).toBe(true)
  await page.keyboard.press('Control+Enter')
  await first.getByText('还没有征得同意，没有派出').waitFor()
  await agree(first)
  await app.shot('dispatch-consent')
  await save(page)
  expect(await card.innerText()).toMatch(/(暖邻志愿队|银龄服务社)[\s\S]*已派出，待接单/)

  await press(card, '不接')
  await choose(page.getByRole('dialog'), '无力承接')
  await save(page)
  expect(await wordsOf(page)).toMatch(/(暖邻志愿队|银龄服务社) 不接，原因：无力承接/)

  const second = await openForm(page, 'd', '派单')
  await agree(second)
  await save(page)
  await press(card, '接单')
  await save(page)

  // The return goes to review, the ruling is against it, and the same order cannot be returned again.
  const asking = await openForm(page, 't', '退单申请')
  await choose(asking, '服务区外')
  await save(page)
  await card.getByText('退单待裁定').waitFor()
  const ruling = await openForm(page, 'Alt+t', '裁定退单')
  await choose(ruling, '不予退单')
  await page.keyboard.press('Control+Enter')
  await ruling.getByText('还差原因').waitFor()
  await ruling.getByLabel('裁定理由').fill('在贵社服务片区内')
  await app.shot('ruling')
  await save(page)
  const again = await openForm(page, 't', '退单申请')
  await choose(again, '服务区外')
  await page.keyboard.press('Control+Enter')
  await again.getByText('同一家单位不能再退同一张单').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })

  const back = await openForm(page, 'f', '单位回话')
  await choose(back, '收回改派')
  await back.getByLabel('为什么收回').fill('三天没有派人')
  await save(page)

  // Fallback to the market, with a reason and consent of its own; the story stays here.
  const market = await openForm(page, 'd', '派单')
  await press(market, /^其他单位/)
  await market.getByRole('radio', { name: /安康家政/ }).check()
  await market.getByLabel('为什么选这家').fill('公益单位都排不开')
  await market.getByRole('checkbox', { name: '内容', exact: true }).uncheck()
  await agree(market)
  await save(page)
  expect(await wordsOf(page)).toMatch(
    /派单给 安康家政，原因：公益单位都排不开，期限 .*，提供标题、地点、姓名、电话（本人同意）/,
  )

  await page.locator('body').press('p')
  await page.getByRole('menuitem', { name: /派单单/ }).click()
  const paper = page.getByRole('dialog').locator('.paper').first()
  const printed = await paper.innerText()
  for (const words of ['派单单', '交安康家政（主办）', '赵奶奶', '10000000017', '办理期限', '本人同意', '派单回执'])
    expect(printed).toContain(words)
  expect(printed).not.toContain('诉求内容')
  await app.shot('dispatch-order')
  expect(app.faults).toEqual([])
})
