/** What hands do with files between houses: requests and grants, exports with their preview, imports with their dry run. */
import type { BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Command } from '#core/commands.ts'
import type { DeskApi } from '#app/desk/api.ts'
import { SET_UP } from '../desk/desk-world.ts'
import { askedGroups, choose, press, readCode, today } from './hand.ts'
import type { StationApp } from './station-app.ts'

type Scope = typeof globalThis & { deskWorker: Worker; lastCall?: number }

/** For `stationApp`: keeps the page's own desk where `deskOf` finds it. */
export const keepDesk = (context: BrowserContext): void =>
  void context.addInitScript(() => {
    globalThis.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options)
        if (options?.name === 'desk') (globalThis as Scope).deskWorker = this
      }
    }
  })

/** The desk of the page that is open, for what is done in bulk: the same functions that the screens call. */
export const deskOf = (app: StationApp): DeskApi =>
  new Proxy({} as DeskApi, {
    get: (_, name) =>
      typeof name !== 'string' || name === 'then' ? undefined : (...args: unknown[]) => ask(app.page, name, args),
  })

const ask = (page: Page, name: string, args: readonly unknown[]): Promise<unknown> =>
  page.evaluate(
    ([called, given]) =>
      new Promise((done, fail) => {
        const scope = globalThis as Scope
        // Far from the numbers that the page itself counts.
        const call = (scope.lastCall = (scope.lastCall ?? 1e9) + 1)
        const hear = ({ data }: MessageEvent<{ reply?: number; value?: unknown; bug?: string }>): void => {
          if (data.reply !== call) return
          scope.deskWorker.removeEventListener('message', hear)
          if (data.bug === undefined) done(data.value)
          else fail(new Error(data.bug))
        }
        scope.deskWorker.addEventListener('message', hear)
        scope.deskWorker.postMessage({ call, name: called, args: given }, [])
      }),
    [name, args] as const,
  )

export async function run(app: StationApp, command: Command): Promise<string> {
  const done = await deskOf(app).run(command)
  if (!done.ok) throw new Error(`${command.name}: ${JSON.stringify(done.error)}`)
  return done.value.entities[0]!
}

/** Into the export folder, without its screen. Answers the paths. */
export async function exported(
  app: StationApp,
  peer: string,
  profile: 'hand-over' | 'report' | 'directory' | 'receipt',
): Promise<readonly string[]> {
  // prettier-ignore
  const made = await deskOf(app).makeExport(peer, profile, null)
  if (!made.ok) throw new Error(`${profile}: ${JSON.stringify(made.error)}`)
  return made.value.files.map(({ path }) => path)
}

export const open = ({ page }: StationApp, hash: string): Promise<unknown> =>
  page.evaluate((to) => (location.hash = to), hash)

/** 建站 as a 街道. */
export async function setUpOffice({ page }: StationApp, name: string, code: string, short: string): Promise<void> {
  await page.locator('.ant-segmented').getByText('街道', { exact: true }).click()
  await page.getByLabel('站名').fill(name)
  await page.getByLabel('社区代码').fill(code)
  await page.getByLabel('短代号').fill(short)
  await page.getByLabel('您的姓名').fill('街道经办人')
  await press(page, '下一步')
  await newPassword(page)
  await press(page, '下一步')
  await finish(page)
}

async function newPassword(page: Page): Promise<void> {
  await page.getByLabel('密码', { exact: true }).fill(SET_UP.password)
  await page.getByLabel('再输一遍').fill(SET_UP.password)
}

async function finish(page: Page): Promise<void> {
  const groups = await readCode(page)
  for (const [group, field] of await askedGroups(page)) await field.fill(groups[group - 1]!)
  await press(page, '完成建站')
  await today(page)
}

/** The digits that stand on the screen; of several the ones on top. */
const digits = (page: Page): Promise<string> => page.locator('.fingerprint b').first().innerText()
const savedFile = (page: Page): Promise<string> => page.locator('.saved-file b').innerText()

/** 这是本站的另一台电脑, until the request is written. */
export async function askToJoin({ page }: StationApp, name: string): Promise<{ file: string; digits: string }> {
  await press(page, '这是本站的另一台电脑')
  await page.getByLabel('这台电脑叫什么').fill(name)
  await newPassword(page)
  await press(page, '生成申请文件')
  return { file: await savedFile(page), digits: await digits(page) }
}

/** The grant that came back; `fingerprint`: what the other side reads out. */
export async function join({ page }: StationApp, grant: string, fingerprint: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(grant)
  await page.getByLabel('刚才给这台电脑定的密码').fill(SET_UP.password)
  await press(page, '打开许可文件')
  const compared = page.getByRole('checkbox', { name: '已经逐组核对，两边一样' })
  await compared.waitFor()
  expect(await digits(page)).toBe(fingerprint)
  expect(await page.getByRole('button', { name: '下一步' }).isDisabled()).toBe(true)
  await compared.check()
  await press(page, '下一步')
  await finish(page)
}

const devices = async (app: StationApp): Promise<void> => {
  await open(app, '#/exchange/devices')
  await app.page.getByRole('heading', { name: '本站指纹' }).waitFor()
}

/** 本站指纹 of a house that has one. */
export async function ownDigits(app: StationApp): Promise<string> {
  await devices(app)
  return digits(app.page)
}

/** 存出接入申请. */
export async function askUpper(app: StationApp): Promise<string> {
  await devices(app)
  await press(app.page, '存出接入申请')
  return savedFile(app.page)
}

/**
 * A request or a grant on 电脑与密钥: the digits are those that the other side reads out, and without the tick there is no button.
 * Answers the file that was written, if one is.
 */
export async function approve(
  app: StationApp,
  file: string,
  fingerprint: string,
  button: '批准加入，存出许可文件' | '批准接入，存出许可文件' | '采用',
  newcomer?: string,
): Promise<string> {
  const { page } = app
  await devices(app)
  await page.locator('input[type=file][accept*=linwu-grant]').setInputFiles(file)
  const compared = page.getByRole('checkbox', { name: '已经打电话逐组核对，两边一样' })
  await compared.waitFor()
  expect(await digits(page)).toBe(fingerprint)
  expect(await page.getByRole('button', { name: button }).isDisabled()).toBe(true)
  if (newcomer !== undefined) {
    await page.getByText('新来的人', { exact: true }).click()
    await page.getByRole('textbox', { name: '姓名' }).fill(newcomer)
  }
  await compared.check()
  await press(page, button)
  await compared.waitFor({ state: 'detached' })
  return button === '采用' ? '' : savedFile(page)
}

/** 导出 by hand, past the preview. Answers what the preview said and the paths. */
export async function exportByHand(app: StationApp, card: string): Promise<{ said: string; files: readonly string[] }> {
  const { page } = app
  await open(app, '#/exchange')
  await page.getByRole('region', { name: card }).getByRole('button', { name: /^导出/ }).click()
  const drawer = page.getByRole('dialog', { name: /^导出给/ })
  await drawer.getByText(/共 [\d,]+ 条记录/).waitFor()
  const said = await drawer.innerText()
  await page.keyboard.press('Control+Enter')
  await drawer.getByText(/写完后读回核对一致/).waitFor()
  const files = await drawer.locator('.exchange-done li > span:first-child').allInnerTexts()
  await press(drawer, /^收起/)
  await drawer.waitFor({ state: 'hidden' })
  return { said, files }
}

/** 收文件: what each card says of its file before anything is taken in. */
export async function receiveByHand(app: StationApp, files: readonly string[]): Promise<readonly string[]> {
  await open(app, '#/cases')
  await app.page.getByRole('heading', { level: 1, name: '工单' }).waitFor()
  await open(app, '#/exchange')
  await app.page.locator('input[type=file][multiple]').setInputFiles([...files])
  const cards = app.page.locator('article.exchange-received')
  await expect.poll(() => cards.count(), { timeout: 15_000 }).toBe(files.length)
  await app.page.getByText(/^正在看第/).waitFor({ state: 'hidden' })
  return cards.allInnerTexts()
}

/** The button of the one file, or of all of them; answers what the cards say then. */
export async function takeInByHand({ page }: StationApp): Promise<readonly string[]> {
  const cards = page.locator('article.exchange-received')
  const ready = cards.filter({ has: page.getByRole('button', { name: '导入', exact: true }) })
  const count = await ready.count()
  await press(page, count === 1 ? '导入' : `全部导入（${count} 个）`)
  await expect.poll(() => cards.locator('.done[role=status]').count(), { timeout: 30_000 }).toBe(count)
  return cards.allInnerTexts()
}

export async function importByHand(app: StationApp, files: readonly string[]): Promise<readonly string[]> {
  await receiveByHand(app, files)
  return takeInByHand(app)
}

/** 答复, 认可结案 and the like of the one 督办 order that stands there. */
export async function stepOrder(app: StationApp, step: string, note: string, as: string): Promise<void> {
  const { page } = app
  await open(app, '#/supervision/orders')
  await page.getByRole('navigation', { name: '督查督办' }).getByRole('link', { name: '督办' }).click()
  await page.locator('main tbody tr').first().waitFor()
  await page.locator('body').press('e')
  const drawer = page.getByRole('dialog')
  await choose(drawer, step)
  await drawer.getByLabel('做了什么、结果怎样').fill(note)
  await choose(drawer, as)
  await page.keyboard.press('Control+Enter')
  await drawer.waitFor({ state: 'hidden' })
}
