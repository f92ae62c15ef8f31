/** Every screen of the demonstration. To add one: a line here. */
import { choose, goTo, openForm, press, save } from '../e2e/hand.ts'
import { CASEWORK_SHOTS } from './casework-shots.ts'
import { EVALUATION_SHOTS } from './evaluation-shots.ts'
import { FIRST_DAY_SHOTS } from './exchange-shots.ts'
import { caseOf, formOf, openFirst, screen, settingsAt, type Which } from './hands.ts'
import type { Shot, Stage } from './shot.ts'

/** Cases of the demonstration as it stands at SHOTS_NOW, by the words that find them first in 工单. */
const IN_WORK: Which = { words: '建议开会商量加装电梯' }
const CLOSED: Which = { words: '空调不制冷想找人修' }
const REOPENED: Which = { words: 'S9999-A-2026-00280' }
const REPORT: Which = { words: '地下室有人聚集打牌' }
/** Two of our own: classified, and with papers. */
const LEAK_TITLE = '厨房水管漏水，楼下也湿了'
const LEAK: Which = { words: LEAK_TITLE }
const GAS = '楼道里闻到燃气味，越往上越浓'

/** Drafts, a case that waits for a provider, papers, a backup: the same whatever pictures are wanted. */
export async function prepareDemo({ page, things }: Stage): Promise<void> {
  await goTo(page, '受理')
  for (const word of ['电话', '咨询']) await choose(page, word)
  await page.getByPlaceholder('姓名').fill('沈六丙')
  await page.getByLabel('诉求标题').fill('老年餐厅周末开不开')
  await page.getByText('草稿已存').waitFor()
  await page.keyboard.press('Alt+n')
  for (const word of ['电话', '求助']) await choose(page, word)
  await page.getByPlaceholder('姓名').fill('杨七丁')
  await page.getByPlaceholder('电话').fill('10000008866')
  await page.getByLabel('诉求标题').fill(GAS)
  await page.getByLabel('详细情况').fill('一进楼道就有股燃气味，三层最重，家里还有老人和孩子，怕出事！')
  await page.getByLabel('地点').fill('槐树里小区6号楼2单元')
  await page.getByText('草稿已存').waitFor()

  await page.keyboard.press('Alt+n')
  for (const word of ['来访', '求助']) await choose(page, word)
  await page.getByPlaceholder('姓名').fill('韩四乙')
  await page.getByPlaceholder('电话').fill('10000007719')
  await page.getByLabel('诉求标题').fill(LEAK_TITLE)
  await page.getByLabel('详细情况').fill('厨房水管从昨晚开始漏，楼下 402 的天花板也湿了，想尽快找人上门。')
  await page.getByLabel('地点').fill('槐树里小区3号楼2单元502')
  await page.keyboard.press('Control+Enter')
  await page.getByText('已登记').first().waitFor()
  const form = await openForm(page, 'g', '分类')
  await form.getByRole('radio', { name: /市场服务型/ }).check()
  await save(page)
  const papers = await openForm(page, 'u', '附件')
  await papers.locator('input[type=file]').setInputFiles([things.photo, things.pdf])
  await papers.getByText('维修报价单.pdf').waitFor()
  await save(page)
  await page.getByText('附上 维修报价单.pdf').waitFor()

  await goTo(page, '设置')
  await page.getByLabel('备份到哪个文件夹').fill(things.backup)
  await press(page, '立即备份')
  await page.getByText('备份好了').waitFor()
}

/** `n`: its place in the menu, whatever the language. */
const paper = (name: string, n: number): Shot => {
  const open = async ({ page }: Stage): Promise<void> => {
    await page.locator('body').press('p')
    await page.getByRole('menuitem').nth(n).click()
    await page.locator('.paper-preview[open] .paper').waitFor()
  }
  const show = async (stage: Stage): Promise<void> => {
    await openFirst(stage.page, CLOSED)
    await open(stage)
  }
  return { name, show, anew: open }
}

const openListPaper = async ({ page }: Stage): Promise<void> => {
  await page.keyboard.press('Control+p')
  await page.locator('.paper-preview[open] .paper').waitFor()
}

/** Up to this step of the import, counted from 1. */
const importAt =
  (step: number) =>
  async ({ page, things }: Stage): Promise<void> => {
    await goTo(page, '导入')
    const another = page.getByRole('button', { name: '换一个文件' })
    if (await another.isVisible()) await another.click()
    if (step === 1) return page.getByText('把文件拖到这里').waitFor()
    await page.locator('input[type=file]').setInputFiles(things.register)
    await page.getByText('前 5 行会变成这样').or(page.getByText('哪一列是什么')).first().waitFor()
    for (let n = 2; n < step; n++) await press(page, '下一步')
    if (step === 3) await page.getByText('种写法').first().waitFor()
    if (step === 4) await page.getByRole('button', { name: /^导入 \d+ 行/ }).waitFor()
  }

/** In 柜台模式, which the next picture must not find. */
const atCounter =
  (then: (stage: Stage) => Promise<void>) =>
  async (stage: Stage): Promise<void> => {
    await stage.page.keyboard.press('F9')
    await then(stage)
    await stage.page.waitForTimeout(300)
  }

const leaveCounter = ({ page }: Stage): Promise<void> => page.keyboard.press('F9')

/** What was typed there stays, on every page. */
async function emptyBox({ page }: Stage): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  await page.keyboard.press('Escape')
}

export const DEMO_SHOTS: readonly Shot[] = [
  { name: 'today', readme: true, show: screen('今日待办') },
  { name: 'intake', show: screen('受理') },
  {
    name: 'intake-danger',
    readme: true,
    show: async ({ page }) => {
      await goTo(page, '受理')
      await page.keyboard.press('Alt+d')
      await page.getByRole('dialog').getByRole('button', { name: GAS }).first().click()
      await page.getByText('先开窗').first().waitFor()
    },
  },
  {
    name: 'intake-refused',
    show: async ({ page }) => {
      await goTo(page, '受理')
      await page.keyboard.press('Control+Enter')
      await page.getByText('请选一项').first().waitFor()
    },
  },
  {
    name: 'intake-on-the-spot',
    show: async ({ page }) => {
      await goTo(page, '受理')
      await page.keyboard.press('Alt+d')
      await page.getByRole('dialog').getByRole('button', { name: GAS }).first().click()
      await page.getByText('先开窗').first().waitFor()
      await page.keyboard.press('Control+Shift+Enter')
      await page.getByText('当场怎么答复的').waitFor()
    },
  },
  {
    name: 'drafts',
    show: async ({ page }) => {
      await goTo(page, '受理')
      await page.keyboard.press('Alt+d')
      await page.getByRole('dialog').getByText('老年餐厅').waitFor()
    },
  },
  { name: 'list', readme: true, show: async ({ page }) => (await goTo(page, '工单'), press(page.getByRole('navigation', { name: '视图' }), '未结')) }, // prettier-ignore
  {
    name: 'list-columns',
    show: async ({ page }) => {
      await goTo(page, '工单')
      await press(page, '列 ▾')
      await page.getByText('恢复原样').waitFor()
    },
  },
  {
    name: 'list-filters',
    show: async ({ page }) => {
      await goTo(page, '工单')
      await press(page.getByRole('navigation', { name: '视图' }), '超期')
      await page.getByRole('combobox', { name: '服务类型' }).click()
    },
  },
  {
    name: 'list-export',
    show: async ({ page }) => {
      await goTo(page, '工单')
      await press(page, /^导出/)
      await page.getByText('完整台账 · .csv').waitFor()
    },
  },
  {
    name: 'list-nothing',
    show: async ({ page }) => {
      await goTo(page, '工单')
      await page.getByRole('main').getByRole('textbox', { name: '查找' }).fill('4242424242')
      await page.getByText('没有符合条件的工单').waitFor()
    },
    leave: ({ page }) => press(page.getByRole('navigation', { name: '视图' }), '全部'),
  },
  { name: 'case', show: caseOf(IN_WORK) },
  { name: 'case-routing', readme: true, show: caseOf(LEAK) },
  { name: 'case-closed', show: caseOf(CLOSED) },
  { name: 'case-report', show: caseOf(REPORT) },
  { name: 'case-second-round', show: caseOf(REOPENED) },
  {
    name: 'case-more',
    show: async ({ page }) => {
      await openFirst(page, IN_WORK)
      await press(page.getByRole('main'), /^更多/)
      await page.getByRole('menu').waitFor()
    },
  },
  {
    name: 'case-refused',
    show: async ({ page }) => {
      await openFirst(page, LEAK)
      await page.locator('body').press('e')
      await page.getByText('请先答复').waitFor()
    },
  },
  { name: 'form-classify', show: formOf(LEAK, 'g', '分类') },
  { name: 'form-dispatch', show: formOf(LEAK, 'd', '派单') },
  { name: 'form-contact', show: formOf(IN_WORK, 'c', '联系') },
  { name: 'form-visit', show: formOf(IN_WORK, 'v', '联系') },
  { name: 'form-step', show: formOf(IN_WORK, 'f', '单位回话') },
  { name: 'form-answer', show: formOf(IN_WORK, 'a', '答复') },
  { name: 'form-close', show: formOf({ status: '已答复' }, 'e', '办结') },
  { name: 'form-revisit', show: formOf(CLOSED, 'r', '回访', (page) => choose(page, '有效')) },
  { name: 'form-reopen', show: formOf(CLOSED, 'o', '重新办理') },
  { name: 'form-finding', show: formOf(CLOSED, 's', '督查', (page) => choose(page, '严重问题')) },
  { name: 'form-attach', show: formOf(LEAK, 'u', '附件') },
  { name: 'form-correct', show: formOf(LEAK, 'm', '更正登记') },
  {
    name: 'viewer-picture',
    show: async ({ page }) => {
      await openFirst(page, LEAK)
      await press(page, '查看 渗水的墙.png')
      await page.getByRole('dialog').getByRole('img').waitFor()
    },
  },
  {
    name: 'viewer-pdf',
    show: async ({ page }) => {
      await openFirst(page, LEAK)
      await press(page, '查看 维修报价单.pdf')
      await page.locator('.viewer-page canvas').first().waitFor()
    },
  },
  { name: 'providers', show: screen('服务单位') },
  {
    name: 'providers-matrix',
    show: async ({ page }) => {
      await goTo(page, '服务单位')
      await page.locator('body').press('m')
      await page.getByText('合计').first().waitFor()
    },
  },
  {
    name: 'provider-form',
    show: async ({ page }) => {
      await goTo(page, '服务单位')
      await page.locator('body').press('Enter')
      await page.getByRole('dialog').getByText('服务项目').waitFor()
    },
  },
  { name: 'residents', show: screen('居民') },
  { name: 'revisits', show: screen('回访') },
  {
    name: 'revisit-form',
    show: async ({ page }) => {
      await goTo(page, '回访')
      await page.locator('body').press('Enter')
      await choose(page.getByRole('dialog'), '有效')
    },
  },
  { name: 'import-1', show: importAt(1) },
  { name: 'import-2-columns', show: importAt(2) },
  { name: 'import-3-values', show: importAt(3) },
  { name: 'import-4-check', show: importAt(4) },
  ...(
    [
      ['station', '本站'],
      ['staff', '工作人员'],
      ['limits', '时限与日历'],
      ['categories', '诉求分类'],
      ['display', '显示'],
      ['modules', '功能模块'],
      ['safety', '备份与安全'],
      ['about', '关于'],
    ] as const
  ).map(([name, section]): Shot => ({ name: `settings-${name}`, show: settingsAt(section) })),
  {
    name: 'palette',
    show: async ({ page }) => {
      await page.keyboard.press('Control+k')
      await page.keyboard.type('zhang')
      await page.getByRole('listbox', { name: '查找结果' }).getByRole('option').first().waitFor()
    },
    leave: emptyBox,
  },
  {
    name: 'palette-commands',
    show: async ({ page }) => {
      await page.keyboard.press('Control+k')
      await page.keyboard.type('bf')
      await page.getByRole('listbox', { name: '查找结果' }).getByRole('option').first().waitFor()
    },
    leave: emptyBox,
  },
  {
    name: 'keys',
    show: async ({ page }) => {
      await page.locator('body').press('?')
      await page.getByRole('heading', { name: '全部快捷键' }).waitFor()
    },
  },
  {
    name: 'state',
    show: async ({ page }) => {
      await page.locator('.save-state').click()
      await page.getByRole('dialog').waitFor()
    },
  },
  paper('paper-receipt', 0),
  paper('paper-register', 1),
  paper('paper-progress', 2),
  {
    name: 'paper-notice-form',
    show: async ({ page }) => {
      await openFirst(page, LEAK)
      await page.locator('body').press('p')
      await page.getByRole('menuitem', { name: '一次性告知单' }).click()
      await page.getByRole('dialog').getByText('居民身份证').click()
    },
  },
  {
    name: 'paper-notice',
    show: async ({ page }) => {
      await openFirst(page, LEAK)
      await page.locator('body').press('p')
      await page.getByRole('menuitem', { name: '一次性告知单' }).click()
      const form = page.getByRole('dialog')
      for (const words of ['居民身份证', '户口簿', '现场照片']) await form.getByLabel(words).check()
      await page.keyboard.press('Control+Enter')
      await page.locator('.paper-preview[open] .paper').waitFor()
    },
  },
  {
    name: 'paper-list',
    show: async (stage) => {
      await goTo(stage.page, '工单')
      await press(stage.page.getByRole('navigation', { name: '视图' }), '超期')
      await stage.page.getByText('已按条件筛选').waitFor()
      await openListPaper(stage)
    },
    anew: openListPaper,
  },
  ...CASEWORK_SHOTS,
  ...EVALUATION_SHOTS,
  ...FIRST_DAY_SHOTS,
  { name: 'counter-today', show: atCounter(screen('今日待办')), leave: leaveCounter },
  { name: 'counter-list', show: atCounter(screen('工单')), leave: leaveCounter },
  {
    name: 'counter-case',
    show: async (stage) => {
      await openFirst(stage.page, IN_WORK)
      await atCounter(async () => undefined)(stage)
    },
    leave: leaveCounter,
  },
  {
    name: 'counter-cover',
    show: async (stage) => {
      await goTo(stage.page, '居民')
      await atCounter(async () => undefined)(stage)
    },
    leave: leaveCounter,
  },
  {
    name: 'module-off',
    show: async ({ page }) => {
      await goTo(page, '设置')
      await page.getByRole('switch', { name: '导入' }).click()
      await page.evaluate(() => (location.hash = '#/import'))
      await page.getByText('在本站没有打开').waitFor()
    },
    leave: async ({ page }) => {
      await goTo(page, '设置')
      await page.getByRole('switch', { name: '导入' }).click()
    },
  },
  {
    name: 'crash',
    show: async ({ page }) => {
      await page.evaluate(() => {
        void Promise.reject(new TypeError('for the picture'))
      })
      await page.getByRole('heading', { name: '程序出错了' }).waitFor()
    },
  },
]
