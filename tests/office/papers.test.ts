/** The papers out of the real page: what Chromium prints is opened by poppler, read, and looked at. LINWU_SHOTS keeps the pictures. */
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCase, unlock, wordsOf } from '../e2e/hand.ts'
import { provider, request, seedStation } from '../e2e/seed-station.ts'
import { stationApp } from '../e2e/station-app.ts'
import { ensureOffice } from './office-programs.ts'
import { crop, difference, inkIn, openPdf, withoutHeads, type Pdf } from './pdf.ts'

const app = await stationApp()
const LONG_TEXT = '楼道灯坏了一个多月，老人晚上下楼买药时摔了一跤。物业说已经报修，但一直没有人来。'.repeat(60)
beforeAll(async () => {
  ensureOffice()
  await seedStation(app.folder, async ({ run, daysAgo }) => {
    daysAgo(2)
    for (let i = 0; i < 60; i++) await run(request({ title: `第 ${i} 件：楼道杂物需要清理` }))
    daysAgo(0)
    const lamp = await run(provider({ name: '安居维修店', serviceType: 'market' }))
    const id = await run(request({ title: '楼道灯不亮', requesterName: '𠮷王素兰', place: '槐树里3号楼2单元501' }))
    await run({ name: 'classify', input: { case: id, serviceType: 'market', category: '维修', reason: '内部理由' } })
    await run({
      name: 'dispatch',
      input: {
        case: id,
        provider: lamp,
        reason: '',
        demand: '内部要求',
        ground: 'no-personal-data',
        fieldsSent: ['title'],
      },
    })
    await run(request({ title: '一件说来话长的事', text: LONG_TEXT }))
    const reporter = { requesterName: '赵举报', requesterPhone: '13999998888' }
    await run(request({ requestKind: 'report', title: '餐馆油烟', text: '我是赵举报，电话13999998888', ...reporter }))
  })
})
afterAll(() => app.close())

/** A4 in points, and what Chromium's rounding adds. */
const A4 = [595, 842] as const
const expectA4 = ([width, height]: Pdf['size'], landscape = false): void => {
  const [short, long] = [Math.min(width, height), Math.max(width, height)]
  expect(Math.abs(short - A4[0])).toBeLessThan(2)
  expect(Math.abs(long - A4[1])).toBeLessThan(2)
  expect(width > height).toBe(landscape)
}

const SHOTS = process.env['LINWU_SHOTS']

/** What the printer would get. */
async function printed(page: Page, name: string, isLookedAt = true): Promise<Pdf> {
  const path = join(app.place, `${name}.pdf`)
  writeFileSync(path, await page.pdf({ preferCSSPageSize: true, printBackground: true }))
  if (SHOTS !== undefined) {
    mkdirSync(SHOTS, { recursive: true })
    copyFileSync(path, join(SHOTS, `${name}.pdf`))
    execFileSync(ensureOffice().pdftoppm, ['-r', '80', '-png', path, join(SHOTS, `paper-${name}`)])
    await app.shot(`preview-${name}`)
  }
  const pdf = openPdf(path)
  // Every font travels with the file, and one of them has Chinese.
  expect(pdf.fonts.length).toBeGreaterThan(0)
  expect(pdf.fonts.filter(({ embedded }) => !embedded)).toEqual([])
  expect(pdf.fonts.filter(({ unicode }) => !unicode)).toEqual([])
  pdf.pages.forEach((words, i) => {
    if (isLookedAt) {
      // Neither blank nor black: measured 1.5 % on a last sheet with little on it, 10 % on a full list.
      const ink = inkIn(pdf.picture(i + 1))
      expect(ink).toBeGreaterThan(0.004)
      expect(ink).toBeLessThan(0.25)
    }
    expect(words).toMatch(/数据头 (?:[A-Z]-[0-9a-f]{8} ?)+/)
    expect(words).toContain('受理员甲打印')
    expect(words.replace(/\s+/g, '')).toContain(`第${i + 1}页共${pdf.pages.length}页`)
  })
  return pdf
}

const plain = (pdf: Pdf): string => pdf.pages.join('\n').replace(/\s+/g, '')

/** By the key, then the paper's line in the menu. */
async function preview(page: Page, paper: string): Promise<void> {
  await page.locator('body').press('p')
  await page.getByRole('menuitem', { name: paper }).click()
  await page.locator('.paper-preview[open] .paper').waitFor()
}
const closePreview = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape')
  await page.locator('.paper-preview').waitFor({ state: 'detached' })
  expect(await page.locator('.print-layer').count()).toBe(0)
}

test('受理单: on one sheet with its stub, in Chinese that has glyphs; nothing of the app is on it', async () => {
  const page = await app.start()
  await unlock(page)
  await openCase(page, '楼道灯不亮')
  await preview(page, '受理单')
  const pdf = await printed(page, 'receipt')
  expect(pdf.pages).toHaveLength(1)
  expectA4(pdf.size)
  const words = plain(pdf)
  for (const part of ['槐树里社区服务站', '受理单', '编号：S0012-A-', '𠮷王素兰', '138****2764', '槐树里3号楼2单元501'])
    expect(words).toContain(part)
  for (const part of ['受理单存根', '骑缝章', '诉求人签收', '受理人（签字）', '年月日', '盖章'])
    expect(words).toContain(part)
  for (const part of ['今日待办', '服务单位名录', '关闭', '预览', '隐去', '内部', '13812342764'])
    expect(words).not.toContain(part)

  // Characters of the title are not the same box three times.
  const picture = pdf.picture(1)
  const title = pdf.words.find(({ text }) => text.startsWith('受'))!
  const [x, y, x2, y2] = title.box
  const signs = [...title.text]
  const cell = (i: number): readonly [number, number, number, number] => [x + ((x2 - x) * i) / signs.length, y, x + ((x2 - x) * (i + 1)) / signs.length, y2] // prettier-ignore
  const shapes = signs.map((_, i) => crop(picture, cell(i)))
  for (const shape of shapes) expect(inkIn(shape)).toBeGreaterThan(0.05)
  for (let i = 1; i < shapes.length; i++) expect(difference(shapes[0]!, shapes[i]!)).toBeGreaterThan(0.05)

  // For others: what names or finds the person is gone from the same paper.
  await page.getByLabel('给他人看').check()
  const masked = plain(await printed(page, 'receipt-masked'))
  expect(masked).toContain('𠮷**')
  for (const part of ['王素兰', '501', '老人上下楼']) expect(withoutHeads(masked)).not.toContain(part)
  await closePreview(page)
})

test('一次性告知: ticked and typed by keys alone, recorded first, then on paper; the slip tells it too', async () => {
  const { page } = app
  await page.locator('body').press('p')
  await page.getByRole('menuitem', { name: '一次性告知单' }).click()
  const drawer = page.getByRole('dialog').filter({ hasText: '其他材料' })
  await drawer.waitFor()
  // Nothing named yet: refused beside the field.
  await page.keyboard.press('Control+Enter')
  await drawer.getByText('请填写').waitFor()
  await drawer.getByLabel('居民身份证（原件和复印件）').check()
  await drawer.getByLabel('其他材料').fill('1. 物业出具的报修单\n- 楼道照片')
  await drawer.getByText('一共 3 项').waitFor()
  await drawer.getByLabel('补齐期限').fill('2099-12-01')
  await app.shot('notice-drawer')
  await page.keyboard.press('Control+Enter')
  await page.locator('.paper-preview[open] .paper').waitFor()
  const notice = plain(await printed(page, 'notice'))
  for (const part of [
    '一次性告知单',
    '居民身份证（原件和复印件）',
    '物业出具的报修单',
    '楼道照片',
    '请于2099年12月1日前补齐',
  ])
    expect(notice).toContain(part)
  await closePreview(page)
  expect(await wordsOf(page)).toContain('一次性告知：还缺 3 项材料')

  await preview(page, '办理进度告知单')
  const slip = plain(await printed(page, 'progress'))
  for (const part of [
    '办理进度告知单',
    '已派给安居维修店办理',
    '已告知需要补齐的材料',
    '楼道照片',
    '下一步',
    '告知人（签字）',
  ])
    expect(slip).toContain(part)
  expect(slip).not.toContain('内部')
  await closePreview(page)

  await preview(page, '受理登记表')
  expect(plain(await printed(page, 'register'))).toContain('领导批示')
  await closePreview(page)
})

test('a long text flows over the sheets, a report names nobody', async () => {
  const { page } = app
  await openCase(page, '一件说来话长的事')
  await preview(page, '受理单')
  const pdf = await printed(page, 'long')
  expect(pdf.pages.length).toBeGreaterThan(1)
  expect(plain(pdf).match(/老人晚上下楼买药时摔了一跤/g)?.length).toBeGreaterThan(40)
  // The number stands on every further sheet.
  for (const words of pdf.pages.slice(1)) expect(words).toContain('编号：S0012-A-')
  await closePreview(page)

  await openCase(page, '餐馆油烟')
  for (const paper of ['受理单', '受理登记表', '办理进度告知单']) {
    await preview(page, paper)
    const words = plain(await printed(page, `report-${paper}`, false))
    expect(words).not.toMatch(/赵举报|13999998888/)
    expect(words).not.toContain('诉求人签收')
    await closePreview(page)
  }
})

test('the list across the sheet: its head on every one, filter and count above, names hidden', async () => {
  const { page } = app
  await page.getByRole('link', { name: /^工单/ }).click()
  await page.getByRole('button', { name: '打印…' }).click()
  await page.locator('.paper-preview[open] .paper').waitFor()
  const pdf = await printed(page, 'list')
  expectA4(pdf.size, true)
  expect(pdf.pages.length).toBeGreaterThan(1)
  for (const words of pdf.pages) expect(words.replace(/\s+/g, '')).toContain('序号编号事项')
  const words = plain(pdf)
  expect(words).toContain('共63件')
  expect(words).toContain('已隐去个人信息')
  expect(words).not.toContain('王素兰')
  await closePreview(page)
  expect(app.faults).toEqual([])
})
