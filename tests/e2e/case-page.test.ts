/** 工单页: the road of a welfare and of a market matter, what is refused on it, the second round, and its papers. */
import { readdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  agree,
  choose,
  goTo,
  inputMethod,
  openCase,
  openForm,
  pickCategory,
  press,
  save,
  unlock,
  wordsOf,
} from './hand.ts'
import { chinese, encryptedPdf, gbk, hugePdf, pdf, scannedPdf, tick } from './pdf-file.ts'
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
    await run(request({ title: '走廊堆了杂物', requesterName: '钱阿姨' }))
  }),
)
afterAll(() => app.close())

/** A time that cannot be read is refused and kept as typed; one that can is shown as all are; the month is for picking. */
async function pickNext(page: Page, contact: Locator): Promise<void> {
  const next = contact.getByLabel('下次联系')
  const field = contact.locator('.field').filter({ has: page.getByLabel('下次联系') })
  await next.fill('后天')
  await page.keyboard.press('Control+Enter')
  await contact.getByText('请检查这一项').waitFor()
  expect(await next.inputValue()).toBe('后天')
  await next.fill('2030年1月2日 8:05')
  await press(field, /^日历/)
  expect(await next.inputValue()).toBe('2030-01-02 08:05')
  const chosen = contact.getByRole('button', { name: '2030-01-02' }).and(contact.locator(':focus'))
  await chosen.waitFor()
  await app.shot('contact')
  await page.keyboard.press('PageDown')
  await page.keyboard.press('Escape')
  await contact.getByRole('table').waitFor({ state: 'hidden' })
  await press(field, /^日历/)
  await chosen.waitFor()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect.poll(() => next.inputValue()).toBe('2030-01-03 08:05')
}

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
  expect(await dispatch.innerText()).toContain('服务项目里有“水管”')
  await agree(dispatch)
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
  const second = await openForm(page, 'd', '派单')
  await second.getByRole('radio', { name: /快手维修部/ }).check()
  await agree(second)
  await save(page)
  await page.locator('.referral').getByText('快手维修部').waitFor()

  await page.locator('body').press('e')
  await refusal(page, '请先答复诉求人，或记满三次联系不上')
  for (const n of [1, 2, 3]) {
    const contact = await openForm(page, 'c', '联系')
    if (n > 1) await contact.getByText(`没联系上 ${n - 1} 次`).waitFor()
    await choose(contact, '没联系上')
    if (n === 2) await pickNext(page, contact)
    await save(page)
  }
  expect(await wordsOf(page)).toContain('2030-01-03')
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
  await pickCategory(classify, '出行陪伴')
  await save(page)
  await agree(await openForm(page, 'd', '派单'))
  await save(page)
  await page.locator('.referral').getByText('暖邻志愿队').waitFor()
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
  'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAFUlEQVR4nGM4IScnt8BGzuYEA5wFAD2kBkH6y0a8AAAAAElFTkSuQmCC',
  'base64',
)

test('a picture opens again from the browser when its folder is lost, and from the folder when the browser is', async () => {
  let page = await app.start()
  await unlock(page)
  await openCase(page, '厨房水管漏水')
  const picture = join(app.place, '水管.png')
  await writeFile(picture, PNG)
  const shown = async (): Promise<void> => {
    await press(page, '查看 水管.png')
    const image = page.getByRole('dialog').getByRole('img', { name: '水管.png' })
    await expect.poll(() => image.evaluate((element) => (element as HTMLCanvasElement).width)).toBe(3)
    await page.keyboard.press('Escape')
    await image.waitFor({ state: 'detached' })
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

test('quick record: one line and Enter; an input method is left alone; undo gives the words back', async () => {
  const page = await app.start()
  await unlock(page)
  await openCase(page, '走廊堆了杂物')
  const line = page.getByLabel('写一句记录')
  await page.getByText('写一句记录').first().waitFor()
  await app.shot('quick-empty')
  await page.locator('body').press('n')
  expect(await line.evaluate((element) => element === document.activeElement)).toBe(true)

  const ime = await inputMethod(page)
  await ime.compose('yidao')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  expect(await page.locator('.timeline .entry').count()).toBe(2)
  await ime.commit('已到现场，')
  await page.keyboard.type('cvd 3 户都通知了')
  // Leaving the page keeps it.
  await page.keyboard.press('Escape')
  await openCase(page, '走廊堆了杂物')
  expect(await line.inputValue()).toBe('已到现场，cvd 3 户都通知了')
  await line.press('Enter')
  await page.getByText('已到现场，cvd 3 户都通知了').waitFor()
  expect(await line.inputValue()).toBe('')
  await app.shot('quick-saved')

  // Ctrl+Z belongs to the field while it has the focus.
  await page.keyboard.press('Control+z')
  await page.getByRole('button', { name: /^撤销/ }).waitFor()
  await line.blur()
  await page.keyboard.press('Control+z')
  await page.getByText('已撤销“已记下”').waitFor()
  await page.getByText(/已撤销 · 受理员甲 · 今天/).waitFor()
  expect(await page.locator('.timeline s').first().innerText()).toContain('备注')
  expect(await line.inputValue()).toBe('已到现场，cvd 3 户都通知了')
  await app.shot('undone')
  await line.press('Control+Enter')
  await expect.poll(() => line.inputValue()).toBe('')
  expect(app.faults).toEqual([])
})

test('undo: a wrong dispatch is taken back, stays visible, and the next step is offered again', async () => {
  const page = await app.start()
  await unlock(page)
  await openCase(page, '走廊堆了杂物')
  const classify = await openForm(page, 'g', '分类')
  await classify.getByRole('radio', { name: /市场服务型/ }).check()
  await save(page)
  const order = await openForm(page, 'd', '派单')
  await order.getByRole('radio', { name: /快手维修部/ }).check()
  if (await order.getByLabel('为什么选这家').isVisible()) await order.getByLabel('为什么选这家').fill('居民指定')
  await agree(order)
  await save(page)
  await page.locator('.referral').getByText('快手维修部').waitFor()
  await page.getByRole('button', { name: /^撤销/ }).click()
  await page.getByText('已撤销“已派单”').waitFor()
  await page.getByText('推荐承办单位').waitFor()
  await expect.poll(() => page.locator('.timeline s').allInnerTexts()).toContainEqual(expect.stringContaining('派单给 快手维修部')) // prettier-ignore
  // Behind a drawer and in a field Ctrl+Z is the field's own.
  await (await openForm(page, 'a', '答复')).getByLabel('答复内容').fill('写到一半')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await goTo(page, '工单')
  expect(await page.getByRole('row', { name: /走廊堆了杂物/ }).innerText()).not.toContain('已派单')
  expect(app.faults).toEqual([])
})

test('correction: the drawer opens with what is written, only changes are said, the old value stays', async () => {
  const page = await app.start()
  await unlock(page)
  await openCase(page, '走廊堆了杂物')
  let form = await openForm(page, 'm', '更正登记')
  expect(await form.getByLabel('诉求标题').inputValue()).toBe('走廊堆了杂物')
  expect(await form.innerText()).not.toContain('13812342764')
  await app.shot('correct')
  await page.keyboard.press('Control+Enter')
  await refusal(page, '没有改动，原来的都在')
  await form.getByLabel('诉求标题').fill('')
  await page.keyboard.press('Control+Enter')
  await refusal(page, '请填写')
  await form.getByLabel('诉求标题').fill('二楼走廊堆了杂物')
  await choose(form, '紧急 24 小时')
  // Esc keeps what was changed.
  await page.keyboard.press('Escape')
  await form.waitFor({ state: 'hidden' })
  form = await openForm(page, 'm', '更正登记')
  expect(await form.getByLabel('诉求标题').inputValue()).toBe('二楼走廊堆了杂物')
  await press(form, '查看并更正')
  await form.getByRole('textbox', { name: '电话' }).fill('13900001111')
  await save(page)
  await page.getByRole('heading', { level: 1, name: '二楼走廊堆了杂物' }).waitFor()
  const words = await wordsOf(page)
  expect(words).toContain('诉求标题由“走廊堆了杂物”改为“二楼走廊堆了杂物”（原值保留）')
  expect(words).toContain('电话由“138****2764”改为“139****1111”')
  expect(words).toContain('紧急程度由“一般”改为“紧急 24 小时”')
  expect(words).toContain('查看了诉求人的电话')
  expect(words).not.toContain('13900001111')
  await app.shot('corrected')
  await page.getByRole('button', { name: /^撤销/ }).click()
  await page.getByRole('heading', { level: 1, name: '走廊堆了杂物', exact: true }).waitFor()

  // A request that is a report: the name leaves the page and the lists.
  form = await openForm(page, 'm', '更正登记')
  await choose(form, '举报')
  await form.getByText('姓名和电话转为保密').waitFor()
  await save(page)
  await page.getByRole('heading', { name: '举报人（保密）' }).waitFor()
  expect(await wordsOf(page)).not.toContain('钱阿姨')
  expect(app.faults).toEqual([])
})

/** A picture of 60,000 × 60,000 pixels in a few hundred bytes. */
const BOMB = ((): Buffer => {
  const head = Buffer.from(PNG)
  head.writeUInt32BE(60_000, 16)
  head.writeUInt32BE(60_000, 20)
  return head
})()

test('papers: thumbnails, PDFs with Chinese, zoom and turning, hostile files; dragged and pasted files are asked about', async () => {
  const page = await app.start()
  await unlock(page)
  await openCase(page, '厨房水管漏水')
  const two = [
    { draw: `${chinese('槐树里物业维修单', 40, 220)} ${gbk('ceacd0dec8cb', 40, 150)} ${tick(200, 150)}` },
    { draw: chinese('第二页背面', 40, 220) },
  ]
  const files: readonly (readonly [string, Buffer])[] = [
    ['维修单.pdf', pdf(two)],
    ['加密.pdf', encryptedPdf()],
    ['半截.pdf', pdf(two).subarray(0, 600)],
    ['扫描.pdf', scannedPdf()],
    ['公里.pdf', hugePdf()],
    ['炸弹.png', BOMB],
    ['半张.png', PNG.subarray(0, 50)],
    ['假的.png', Buffer.from('<html><script>alert(1)</script>')],
    ['录音.amr', Buffer.from('#!AMR')],
  ]
  for (const [name, bytes] of files) await writeFile(join(app.place, name), bytes)
  const form = await openForm(page, 'u', '附件')
  await form.locator('input[type=file]').setInputFiles(files.map(([name]) => join(app.place, name)))
  await form.getByText('录音.amr').waitFor()
  await save(page)
  await page.getByText('附上 录音.amr').waitFor()

  const viewer = page.getByRole('dialog')
  const ink = (): Promise<number> =>
    viewer.locator('.viewer-page canvas').evaluate((element) => {
      const { width, height } = element as HTMLCanvasElement
      const { data } = (element as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, width, height)
      let dark = 0
      for (let i = 0; i < data.length; i += 4) if (data[i]! < 100 && data[i + 3]! > 200) dark += 1
      return dark / (data.length / 4)
    })
  const drawn = (n: number): Promise<void> => viewer.locator(`.viewer-page[data-page="${n}"] canvas`).waitFor()

  const opener = page.getByRole('button', { name: '查看 维修单.pdf' })
  await opener.click()
  await drawn(1)
  expect(await ink()).toBeGreaterThan(0.005)
  await viewer.getByText('第 1 页，共 2 页').waitFor()
  await app.shot('viewer-pdf')
  await page.keyboard.press('PageDown')
  await drawn(2)
  await viewer.getByText('第 2 页，共 2 页').waitFor()
  expect(await ink()).toBeGreaterThan(0.003)
  const before = await viewer.locator('.viewer-page canvas').boundingBox()
  await page.keyboard.press('r')
  await expect.poll(async () => ((await viewer.locator('.viewer-page canvas').boundingBox())?.height ?? 0) > (before?.width ?? 0) / 2).toBe(true) // prettier-ignore
  await page.keyboard.press('+')
  await viewer.getByText('125%').waitFor()
  await page.keyboard.press('s')
  await viewer.getByText(/已保存到/).waitFor()
  await app.shot('viewer-turned')
  await page.keyboard.press('Escape')
  await viewer.waitFor({ state: 'hidden' })
  expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true)

  const answers: readonly (readonly [string, RegExp])[] = [
    ['加密.pdf', /设了密码/],
    ['半截.pdf', /不完整/],
    ['炸弹.png', /大得会拖住电脑/],
    ['半张.png', /缺了一块/],
    ['假的.png', /不是一张图片/],
    ['录音.amr', /在这里看不了/],
  ]
  for (const [name, words] of answers) {
    await press(page, `查看 ${name}`)
    await viewer.getByText(words).waitFor()
    await page.keyboard.press('Escape')
    await viewer.waitFor({ state: 'hidden' })
  }
  // What pdf.js needs for a scanned page comes from the program's own files; the rest of the page is there.
  const decoder = page.waitForResponse(/openjpeg/)
  await press(page, '查看 扫描.pdf')
  expect((await decoder).ok()).toBe(true)
  await drawn(1)
  await page.keyboard.press('ArrowRight')
  await viewer.getByText('公里.pdf').waitFor()
  await drawn(1)
  await page.keyboard.press('Escape')
  await viewer.waitFor({ state: 'hidden' })

  // A picture dragged onto the page, then one from the clipboard: nothing is attached before it is said.
  await page.evaluate((base64) => {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
    const data = new DataTransfer()
    data.items.add(new File([bytes], '拖来的.png', { type: 'image/png' }))
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
  }, PNG.toString('base64'))
  await viewer.getByText('拖来的.png').waitFor()
  await page.keyboard.press('Escape')
  await viewer.waitFor({ state: 'hidden' })
  expect(await wordsOf(page)).not.toContain('拖来的.png')
  await page.evaluate((base64) => {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
    const data = new DataTransfer()
    data.items.add(new File([bytes], 'image.png', { type: 'image/png' }))
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, PNG.toString('base64'))
  await viewer.getByText('拖来的.png').waitFor()
  await viewer.getByText(/粘贴-\d{8}-\d{6}\.png/).waitFor()
  await app.shot('brought')
  await save(page)
  await page.getByText(/附上 粘贴-/).waitFor()
  await page.locator('.attachment.picture').last().scrollIntoViewIfNeeded()
  await expect.poll(() => page.locator('.attachment.picture canvas[data-state=drawn]').count()).toBeGreaterThan(1)
  await app.shot('thumbnails')
  // Both at once are taken back at once.
  await page.getByRole('button', { name: /^撤销/ }).click()
  await page.getByText('已撤销“已加上附件”').waitFor()
  await expect.poll(() => page.locator('.timeline .withdrawn').count()).toBe(2)
  expect(app.faults).toEqual([])
})
