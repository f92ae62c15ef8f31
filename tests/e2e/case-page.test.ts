/** 工单页: the road of a welfare and of a market matter, what is refused on it, the second round, and its papers. */
import { readdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { choose, openCase, openForm, press, save, unlock, wordsOf } from './hand.ts'
import { provider, request, seedStation } from './seed-station.ts'
import { stationApp } from './station-app.ts'

const app = await stationApp()
beforeAll(() =>
  seedStation(app.folder, async ({ run }) => {
    await run(provider({ name: '安居维修店', serviceType: 'market', services: '水管、电路' }))
    await run(provider({ name: '快手维修部', serviceType: 'market' }))
    await run(provider({ name: '暖邻志愿队', serviceType: 'welfare', kind: 'social', services: '陪诊' }))
    await run(request({ title: '厨房水管漏水' }))
    await run(request({ title: '老人看病想找人陪诊', requesterName: '赵奶奶' }))
  }),
)
afterAll(() => app.close())

const refusal = (page: Page, words: string): Promise<void> => page.getByText(words).waitFor()

test('market: dispatch, declined with a reason, another provider, three failed calls, the second round, two revisits', async () => {
  const page = await app.start()
  await unlock(page)
  await openCase(page, '厨房水管漏水')

  await page.locator('body').press('d')
  await refusal(page, '还没有分类')
  const classify = await openForm(page, 'g', '分类')
  await classify.getByRole('radio', { name: /市场服务型/ }).check()
  await save(page)

  // The one whose services the request names stands first and is chosen already; only its own type is.
  const dispatch = await openForm(page, 'd', '派单')
  expect(await dispatch.getByRole('radio', { name: /安居维修店/ }).isChecked()).toBe(true)
  expect(await dispatch.innerText()).toContain('会做“水管”')
  await app.shot('dispatch')
  await save(page)
  expect(await wordsOf(page)).toContain('派单给 安居维修店')
  expect(await wordsOf(page)).not.toContain('上报')
  await page.locator('body').press('d')
  await refusal(page, '已经派给一家单位')

  const declined = await openForm(page, 'f', '单位回话')
  await choose(declined, '不接')
  await page.keyboard.press('Control+Enter')
  await refusal(page, '还差原因')
  await choose(declined, '无力承接')
  await app.shot('declined')
  await save(page)
  expect(await wordsOf(page)).toContain('安居维修店 不接，原因：无力承接')
  await press(page, '派单给 快手维修部')
  await page.getByText('现由 快手维修部 承办').waitFor()

  await page.locator('body').press('e')
  await refusal(page, '请先答复诉求人，或记满三次联系不上')
  for (const n of [1, 2, 3]) {
    const contact = await openForm(page, 'c', '联系')
    if (n > 1) await contact.getByText(`没联系上 ${n - 1} 次`).waitFor()
    await choose(contact, '没联系上')
    if (n === 2) await app.shot('contact')
    await save(page)
  }
  await choose(await openForm(page, 'e', '办结'), '无法联系')
  await save(page)
  expect(await wordsOf(page)).toContain('办结：无法联系')
  await page.locator('body').press('c')
  await refusal(page, '这件已经办结')

  const reopened = await openForm(page, 'o', '重新办理')
  await page.keyboard.press('Control+Enter')
  await refusal(page, '请填写')
  await reopened.getByLabel('为什么重新办理').fill('诉求人来站里说水管又漏了')
  await save(page)
  // Both rounds are there, and the second one begins its road anew.
  const twice = await wordsOf(page)
  for (const words of ['办结：无法联系', '重新办理，第 2 轮开始', '诉求人来站里说水管又漏了', '第 2 轮'])
    expect(twice).toContain(words)
  await page.locator('body').press('e')
  await refusal(page, '请先答复诉求人')
  await app.shot('second-round')

  await (await openForm(page, 'a', '答复')).getByLabel('答复内容').fill('已换新水管，请您再看。')
  await save(page)
  await choose(await openForm(page, 'e', '办结'), '已解决')
  await save(page)

  const unreached = await openForm(page, 'r', '回访')
  await choose(unreached, '无效')
  await page.keyboard.press('Control+Enter')
  await refusal(page, '还差原因')
  await choose(unreached, '无人接听')
  await save(page)
  expect(await wordsOf(page)).toContain('回访（无效）：无人接听')

  const reached = await openForm(page, 'r', '回访')
  await choose(reached, '有效')
  await choose(reached, '解决了')
  for (const grade of ['满意', '基本满意', '一般', '不满意'])
    expect(await reached.getByRole('radio', { name: grade, exact: true }).isChecked(), grade).toBe(false)
  await page.keyboard.press('Control+Enter')
  await refusal(page, '请问清是否解决、满意程度后选上')
  await app.shot('revisit-refused')
  await choose(reached, '基本满意')
  await save(page)
  expect(await wordsOf(page)).toContain('回访（有效）：解决了，基本满意')
  expect(app.faults).toEqual([])
})

test('welfare: dispatched, taken, done, answered, closed; a whole number leaves a trace', async () => {
  const page = await app.start()
  await unlock(page)
  await openCase(page, '老人看病想找人陪诊')
  const classify = await openForm(page, 'g', '分类')
  await classify.getByRole('radio', { name: /公益服务型/ }).check()
  await classify.getByLabel('类别').fill('陪诊')
  await save(page)
  await press(page, '派单给 暖邻志愿队')
  await page.getByText('现由 暖邻志愿队 承办').waitFor()
  for (const step of ['接单', '办完']) {
    await choose(await openForm(page, 'f', '单位回话'), step)
    await save(page)
  }
  // Esc leaves a form and keeps what was typed in it.
  await (await openForm(page, 'a', '答复')).getByLabel('答复内容').fill('志愿者明天八点到楼下。')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await openForm(page, 'a', '答复')
  expect(await page.getByLabel('答复内容').inputValue()).toBe('志愿者明天八点到楼下。')
  await save(page)
  await choose(await openForm(page, 'e', '办结'), '已解决')
  await save(page)

  expect(await wordsOf(page)).not.toContain('13812342764')
  await press(page, '查看号码')
  await page.getByText('13812342764').waitFor()
  await page.getByText('查看了诉求人的电话').waitFor()
  const words = await wordsOf(page)
  for (const said of ['暖邻志愿队 接单', '暖邻志愿队 办完', '志愿者明天八点到楼下。', '办结：已解决'])
    expect(words).toContain(said)
  expect(app.faults).toEqual([])
})

/** 3 × 2 pixels. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAFElEQVR4nGP4z8DAAMEMDP8ZIAwAIu4E/ZCtNVkAAAAASUVORK5CYII=',
  'base64',
)

test('a picture opens again from the browser when its folder is lost, and from the folder when the browser is', async () => {
  let page = await app.start()
  await unlock(page)
  await openCase(page, '厨房水管漏水')
  const picture = join(app.place, '水管.png')
  await writeFile(picture, PNG)
  const shown = async (): Promise<void> => {
    await press(page, '查看')
    const image = page.getByRole('img', { name: '水管.png' })
    await expect.poll(() => image.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBe(3)
  }
  const form = await openForm(page, 'u', '附件')
  await form.locator('input[type=file]').setInputFiles(picture)
  await form.getByText('水管.png').waitFor()
  await save(page)
  await page.getByText('附上 水管.png').waitFor()
  await shown()
  await app.shot('attachment')

  const blobs = join(app.folder, 'blobs')
  await app.stopServer()
  await rename(blobs, join(app.place, 'blobs-lost'))
  page = await app.start()
  await unlock(page)
  await openCase(page, '厨房水管漏水')
  await shown()
  await expect.poll(async () => (await readdir(blobs, { recursive: true })).length).toBe(2)

  await app.forget()
  page = await app.start()
  await unlock(page)
  await openCase(page, '厨房水管漏水')
  await shown()
  expect(app.faults).toEqual([])
})
