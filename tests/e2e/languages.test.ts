/** Both languages on every screen of an open station, with no word of the other one left standing. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bothLanguages, IN_DIGITS } from './both-languages.ts'
import { agree, choose, goTo, openForm, press, save, unlock } from './hand.ts'
import { provider, request, seedStation } from './seed-station.ts'
import { stationApp } from './station-app.ts'

const app = await stationApp()
const { read, seen, strays } = bothLanguages(app)
afterAll(() => app.close())

const none = { text: '', requesterName: '', requesterPhone: '', place: '', category: '' }
const consult = { ...none, requestKind: 'consult' as const }

/** One case for each state that has words of its own. */
beforeAll(() =>
  seedStation(
    app.folder,
    async ({ run, daysAgo }) => {
      daysAgo(20)
      const [street] = [
        await run(provider({ name: '88', serviceType: 'administrative', kind: 'public-affairs', services: '6001' })),
        await run(provider({ name: '99', serviceType: 'market', funding: 'resident-paid', hours: '8-20' })),
        await run(provider({ name: '77', serviceType: 'welfare', kind: 'social' })),
      ]
      const whole = await run(request({ title: '1001', text: '6001', requesterName: '5005', place: '3-2-1', urgency: 'danger' })) // prettier-ignore
      const late = await run(request({ ...consult, title: '1002', channel: 'hotline-12345', orderNumber: '12' }))
      await run(request({ title: '1003', text: '1', requestKind: 'report', requesterName: '4004', place: '' }))
      daysAgo(2)
      await run({ name: 'classify', input: { case: whole, serviceType: 'market', category: '12', reason: '' } })
      await run({ name: 'classify', input: { case: whole, serviceType: 'administrative', category: '12', reason: '3' } }) // prettier-ignore
      const referral = await run({ name: 'dispatch', input: { case: whole, provider: street, reason: '', demand: '9', ground: 'no-personal-data', fieldsSent: ['title'] } }) // prettier-ignore
      await run({ name: 'record-referral-step', input: { case: whole, referral, step: 'returned', reasonCode: 'other', note: '1' } }) // prettier-ignore
      const again = await run({
        name: 'dispatch',
        input: {
          case: whole,
          provider: street,
          reason: '',
          demand: '',
          ground: 'no-personal-data',
          fieldsSent: ['title'],
        },
      })
      await run({ name: 'record-referral-step', input: { case: whole, referral: again, step: 'accepted', note: '' } })
      for (const kind of ['first-contact', 'progress', 'visit', 'note'] as const)
        await run({ name: 'record-contact', input: { case: whole, kind, way: 'wechat', reached: kind !== 'progress', note: '2' } }) // prettier-ignore
      await run({ name: 'record-viewing', input: { case: whole, what: 'phone' } })
      const closed = async (id: string): Promise<void> => {
        await run({ name: 'record-answer', input: { case: id, way: 'letter', content: '7', answeredBy: '88' } })
        await run({ name: 'close-case', input: { case: id, outcome: 'limited-explained', note: '1' } })
      }
      await closed(whole)
      await run({ name: 'record-revisit', input: { case: whole, way: 'phone', valid: false, invalidReason: 'refused', words: '' } }) // prettier-ignore
      await run({ name: 'record-revisit', input: { case: whole, way: 'phone', valid: true, solved: false, scale: 'good-bad-5', grade: 'very-dissatisfied', words: '0' } }) // prettier-ignore
      await run({ name: 'record-finding', input: { case: whole, verdict: 'to-rectify', demand: '8', dueAt: '2030-01-01T10:00:00+08:00' } }) // prettier-ignore
      // Not late again yet: a second round past its time would be asked about, too.
      daysAgo(0)
      await run({ name: 'reopen-case', input: { case: whole, reason: '6' } })
      await closed(late)
      await run(request({ title: '1004', text: '1', place: '', requesterName: '5005', serviceType: 'welfare' }))
      await run(
        request({
          title: '1005',
          text: '1',
          place: '',
          anonymous: true,
          requesterName: '',
          serviceType: 'administrative',
        }),
      )
    },
    IN_DIGITS,
  ),
)

test('the open station: every screen, every form, what it refuses and what it reports', async () => {
  const page = await app.start()
  await unlock(page)
  await page.getByRole('link', { name: '1001' }).waitFor()
  await read(page, 'today')
  await page.locator('body').press('?')
  await read(page, 'keys')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('1001')
  await page.getByRole('listbox', { name: '查找结果' }).getByRole('option').first().waitFor()
  await read(page, 'palette')
  await page.getByRole('combobox', { name: '查找，或输入命令' }).press('Control+a')
  await page.keyboard.type('sz')
  await page.getByRole('option', { name: '去设置' }).waitFor()
  await read(page, 'palette-commands')
  await page.getByRole('combobox', { name: '查找，或输入命令' }).press('Control+a')
  await page.keyboard.type('424242')
  await page.getByText('没有找到').waitFor()
  await read(page, 'palette-nothing')
  await page.keyboard.press('Escape')
  await page.locator('.save-state').click()
  await page.getByRole('dialog').waitFor()
  await read(page, 'state')
  await page.keyboard.press('Escape')

  await goTo(page, '居民')
  await page.getByText('1 人', { exact: true }).waitFor()
  await read(page, 'residents')
  await page.getByRole('textbox', { name: '查找居民' }).fill('424242')
  await page.getByText('没有这个人').waitFor()
  await read(page, 'residents-nothing')
  await page.keyboard.press('F9')
  await page.getByText('这一页在柜台模式下不显示').waitFor()
  await read(page, 'counter-cover')
  await goTo(page, '工单')
  await page.getByRole('main').getByRole('link', { name: '**' }).first().waitFor()
  await read(page, 'counter-list')
  await page.keyboard.press('F9')

  await goTo(page, '受理')
  await read(page, 'intake')
  await page.keyboard.press('Control+Enter')
  await page.getByText('请选一项').first().waitFor()
  await read(page, 'intake-refused')
  for (const word of ['举报', '危及安全 2 小时', '电话']) await choose(page, word)
  await page.getByLabel('诉求标题').fill('2001')
  await page.keyboard.press('Control+Enter')
  await page.getByText('草稿已存').waitFor()
  await read(page, 'intake-report-draft')
  await choose(page, '代他人反映')
  await page.getByLabel('详细情况').fill('1')
  await page.getByPlaceholder('姓名', { exact: true }).fill('1')
  await page.getByLabel('代谁反映').fill('2')
  await page.keyboard.press('Control+Shift+Enter')
  await page.getByText('当场怎么答复的').waitFor()
  await read(page, 'intake-on-the-spot')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Alt+d')
  await read(page, 'drafts')
  await press(page, '删除草稿 2001')
  await page.getByText('已删除草稿').first().waitFor()
  await read(page, 'draft-removed')
  await page.keyboard.press('Escape')

  await goTo(page, '工单')
  await page.getByText('共 5 件').waitFor()
  await read(page, 'list')
  for (const name of ['状态', '服务类型', '诉求类型', '来源', '排序']) {
    await page.getByRole('combobox', { name }).click()
    await read(page, `list-${name}`)
    await page.keyboard.press('Escape')
  }
  await press(page, '更多条件 ▾')
  await read(page, 'list-more')
  await press(page, '列 ▾')
  await page.getByText('恢复原样').waitFor()
  await read(page, 'list-columns')
  await page.keyboard.press('Escape')
  await press(page, /^导出/)
  await page.getByText('完整台账 · .csv').waitFor()
  await read(page, 'list-export')
  await page.getByText('完整台账 · .csv').click()
  await page.getByText('已导出 5 件').waitFor()
  await page.getByRole('switch').click()
  await page.getByText('已按条件筛选').waitFor()
  await page.getByRole('main').getByRole('textbox', { name: '查找' }).fill('424242')
  await page.getByText('没有符合条件的工单').waitFor()
  await read(page, 'list-nothing')
  await press(page.getByRole('main').locator('.list-head'), '清除条件')

  const open = async (title: string): Promise<void> => {
    await goTo(page, '工单')
    await page.getByRole('link', { name: title }).click()
    await page.getByRole('heading', { name: title }).waitFor()
  }
  const leave = async (): Promise<void> => {
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
  }
  await open('1001')
  await read(page, 'case-second-round')
  await press(page, '查看号码')
  await press(page.getByRole('main'), /^更多/)
  await page.getByRole('menu').waitFor()
  await read(page, 'case-more')
  await page.keyboard.press('Escape')
  for (const [key, words] of [
    ['e', '还不能办结'],
    ['f', '还没有派出去的单'],
    ['r', '这件还在办'],
  ] as const) {
    await page.locator('body').press(key)
    await page.getByText(words).waitFor()
    await read(page, `case-refuses-${key}`)
  }
  await openForm(page, 'g', '分类')
  await read(page, 'form-classify')
  await leave()
  const order = await openForm(page, 'd', '上报')
  await press(order, /^其他单位/)
  await order.getByRole('radio', { name: /99/ }).check()
  await page.keyboard.press('Control+Enter')
  await order.getByText('请填写').first().waitFor()
  await read(page, 'form-report-up')
  await leave()
  await press(page, '上报给 88')
  await page.locator('.referral').getByText('已上报，待受理').waitFor()
  await read(page, 'case-reported')
  await choose(await openForm(page, 'f', '上级回话'), '退回')
  await read(page, 'form-step-up')
  await leave()
  for (const [key, heading] of [
    ['c', '联系'],
    ['v', '联系'],
    ['m', '更正登记'],
    ['a', '答复'],
    ['s', '督查'],
    ['u', '附件'],
  ] as const) {
    await openForm(page, key, heading)
    await page.keyboard.press('Control+Enter')
    await read(page, `form-${key}`)
    if (key === 's') {
      await choose(page, '严重问题')
      await read(page, 'form-s-serious')
    }
    if (key === 'u') {
      const file = join(app.place, '7.png')
      await writeFile(file, '7')
      await page.getByRole('dialog').locator('input[type=file]').setInputFiles(file)
      await save(page)
      await page.getByText('附上 7.png').waitFor()
      await read(page, 'case-attached')
      await press(page, '查看 7.png')
      await page.getByText('不是一张图片').waitFor()
      await read(page, 'viewer')
      await leave()
      await page.locator('body').press('Control+z')
      await page.getByText('已撤销 · ').waitFor()
      await read(page, 'case-undone')
    } else await leave()
  }
  await open('1003')
  await read(page, 'case-report')
  await page.locator('body').press('d')
  await page.getByText('还没有分类').waitFor()
  await read(page, 'case-refuses-d')
  await open('1004')
  await press(page, '派单给 77')
  await page.keyboard.press('Control+Enter')
  await page.getByText('还没有征得同意').waitFor()
  await read(page, 'form-dispatch')
  await agree(page.getByRole('dialog'))
  await read(page, 'form-dispatch-agreed')
  await save(page)
  await page.locator('.referral').getByText('77').waitFor()
  await read(page, 'case-dispatched')
  await choose(await openForm(page, 'f', '单位回话'), '不接')
  await page.keyboard.press('Control+Enter')
  await page.getByText('还差原因').waitFor()
  await read(page, 'form-step')
  await leave()
  await open('1002')
  await read(page, 'case-closed')
  await openForm(page, 'o', '重新办理')
  await read(page, 'form-reopen')
  await leave()

  await goTo(page, '服务单位')
  await read(page, 'providers')
  await page.locator('body').press('n')
  await page.getByRole('dialog').getByText('更多').click()
  await page.keyboard.press('Control+Enter')
  await read(page, 'form-provider')
  await leave()
  await page.locator('body').press('m')
  await read(page, 'providers-matrix')
  await page.getByLabel('查找服务单位').fill('424242')
  await page.getByText('没有叫这个名字的').waitFor()
  await read(page, 'providers-nothing')

  await goTo(page, '回访')
  await page.getByText('1 件已办结待回访').waitFor()
  await read(page, 'revisits')
  await page.locator('body').press('Enter')
  await choose(page.getByRole('dialog'), '无效')
  await read(page, 'form-revisit-invalid')
  await choose(page.getByRole('dialog'), '有效')
  await page.keyboard.press('Control+Enter')
  await page.getByText('还差诉求人的回答').first().waitFor()
  await read(page, 'form-revisit')
  await choose(page.getByRole('dialog'), '好差评')
  await read(page, 'form-revisit-five')
  await choose(page.getByRole('dialog'), '没解决')
  await choose(page.getByRole('dialog'), '满意')
  await save(page)
  await page.getByText('没有待回访的件').waitFor()
  await read(page, 'revisits-none')

  await goTo(page, '导入')
  await read(page, 'import')
  const give = async (name: string, content: string): Promise<void> => {
    await writeFile(join(app.place, name), content)
    await page.locator('input[type=file]').setInputFiles(join(app.place, name))
  }
  await give('1.csv', '')
  await page.getByText('表里没有内容').waitFor()
  await read(page, 'import-empty')
  await give('2.csv', '31,32,33\n1,2,3\n')
  await page.getByText('还缺').waitFor()
  await read(page, 'import-lacking')
  await press(page, '换一个文件')
  const dates = ['2026-01-02', '', '2026-02-30', '2/3/2026', '2999-01-01']
  await give('3.csv', `诉求编号,标题,时间,服务类型\n${dates.map((date, i) => `${i},30${i},${date},7`).join('\n')}\n`)
  await page.getByRole('button', { name: '下一步' }).waitFor()
  // The header's words are data of the file.
  await page.evaluate(() => {
    for (const chosen of document.querySelectorAll<HTMLElement>('.import-columns .ant-select'))
      chosen.style.display = 'none'
  })
  await read(page, 'import-columns')
  await press(page, '下一步')
  await page.getByText('服务类型：1 种写法').waitFor()
  await read(page, 'import-values')
  await press(page, '下一步')
  await page.getByText('导入 2 行').waitFor()
  await read(page, 'import-check')
  await press(page, '导入 2 行')
  await page.getByText('导入结果').waitFor()
  await press(page, '把没导入的存成表')
  await page.getByText('已保存到').waitFor()
  await read(page, 'import-report')
  await press(page, '撤销这次导入…')
  await page.getByText('会抹去').waitFor()
  await read(page, 'import-undo')
  await press(page, '不撤销')
  await press(page, '看工单')
  await page.getByRole('link', { name: '300' }).click()
  await page.getByRole('heading', { name: '办理记录' }).waitFor()
  await read(page, 'case-imported')

  await goTo(page, '设置')
  await press(page, '立即备份')
  await press(page, '设命令行密码')
  await read(page, 'settings-refused')
  await page.getByLabel('备份到哪个文件夹').fill(app.folder)
  await press(page, '立即备份')
  await page.getByText('备份不能放在').waitFor()
  await press(page, '检查数据')
  await page.getByText('全部对得上').waitFor()
  await read(page, 'settings-problem')
  await page.getByLabel('备份到哪个文件夹').fill(join(app.place, 'backup'))
  await press(page, '立即备份')
  await page.getByText('备份好了').waitFor()
  await read(page, 'settings')
  await choose(page, '大字')
  await press(page, '存一份支持包')
  await page.getByText('已保存到').last().waitFor()
  await read(page, 'settings-large')
  await choose(page, '普通')
  await page.getByRole('switch', { name: '导入' }).click()
  await page.evaluate(() => (location.hash = '#/import'))
  await page.getByText('在本站没有打开').waitFor()
  await read(page, 'module-off')

  expect(strays).toEqual([])
  expect(seen.length).toBeGreaterThan(50)
  expect(app.faults).toEqual([])
})
