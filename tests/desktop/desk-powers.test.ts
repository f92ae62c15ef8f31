/** What the desktop edition does around the station folder: paper, folders, window, menu, notifications, tray. */
import { existsSync } from 'node:fs'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { Host, HostMethod } from '#core/host/host.ts'
import { readSources } from '../architecture/sources.ts'
import { desktopPlace } from './desktop-place.ts'
import type { DesktopProgram } from './desktop-program.ts'

type Item = { label?: string; role?: string; accelerator?: string; registerAccelerator?: boolean; submenu?: Item[] }

const on = await desktopPlace()
let program: DesktopProgram
let page: Page

const host = <M extends HostMethod>(method: M, ...params: Parameters<Host[M]>): ReturnType<Host[M]> =>
  page.evaluate(([name, given]) => linwuHost!.call(name as M, given as never), [method, params] as const) as ReturnType<
    Host[M]
  >

async function start(more: Parameters<typeof on.start>[0] = {}): Promise<void> {
  program = await on.start(more)
  page = program.page
  await page.locator('h1').first().waitFor()
}
beforeAll(() => start())

test('what the page would print is saved as PDF, and shown in the file manager', async () => {
  const saved = await host('savePdf', '受理单 S0012-A-2026-00001', false)
  if (!saved.ok) throw new Error(saved.error)
  expect(saved.value).toMatch(/受理单 S0012-A-2026-00001\.pdf$/)
  const pdf = await readFile(saved.value)
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  // A4 in points, to the pixel: upright; then lying, and beside the first one.
  const sizeOf = (bytes: Buffer): number[] =>
    (/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(bytes.toString('latin1')) ?? []).slice(1).map(Number)
  const isNear = (sizes: readonly number[], width: number, height: number): boolean =>
    Math.abs(sizes[0]! - width) < 1 && Math.abs(sizes[1]! - height) < 1
  expect(sizeOf(pdf)).toSatisfy((sizes: number[]) => isNear(sizes, 595.3, 841.9))
  // The page's own @page wins; papers that lie say so in both places.
  await page.evaluate(() => {
    const lying = new CSSStyleSheet()
    lying.replaceSync('@page { size: A4 landscape }')
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, lying]
  })
  const second = await host('savePdf', '受理单 S0012-A-2026-00001.pdf', true)
  if (!second.ok) throw new Error(second.error)
  expect(second.value).not.toBe(saved.value)
  expect(sizeOf(await readFile(second.value))).toSatisfy((sizes: number[]) => isNear(sizes, 841.9, 595.3))

  expect(await host('reveal', saved.value)).toEqual({ ok: true, value: null })
  expect(await program.ask('revealed')).toEqual([saved.value])
  for (const other of ['/etc/passwd', on.folder, `${saved.value}x`])
    expect(await host('reveal', other)).toEqual({ ok: false, error: 'not-found' })
  await rm(saved.value)
  expect(await host('reveal', saved.value)).toEqual({ ok: false, error: 'not-found' })
  expect(await program.ask('revealed')).toEqual([saved.value])
})

test('a folder is chosen in the system dialog, or not', async () => {
  await program.ask('will-choose', '/media/usb')
  expect(await host('chooseFolder', '备份到哪里')).toEqual({ ok: true, value: '/media/usb' })
  await program.ask('will-choose', null)
  expect(await host('chooseFolder', '备份到哪里')).toEqual({ ok: true, value: null })
  expect(await program.ask('dialogs')).toMatchObject([{ kind: 'open', title: '备份到哪里' }, { kind: 'open' }])
})

test('the menu takes no key of the page, and speaks its language', async () => {
  const items = (all: readonly Item[]): Item[] => all.flatMap((item) => [item, ...items(item.submenu ?? [])])
  const menu = items(await program.ask<Item[]>('menu'))
  const taken = menu
    .filter((item) => item.accelerator && item.registerAccelerator !== false)
    .map((item) => item.accelerator!)
  expect(taken).toContain('Ctrl+Q')
  // Every key that a screen binds, as the sources say it, and what Chromium edits with.
  const bound = [...readSources()].flatMap(([file, text]) =>
    file.startsWith('src-renderer/')
      ? [...text.matchAll(/\bkey: '([^']+)'|_KEY = '([^']+)'/g)].map((hit) => hit[1] ?? hit[2]!)
      : [],
  )
  expect(bound).toContain('Ctrl+K')
  expect(bound).toContain('Ctrl+L')
  const ofThePage = new Set([...bound, 'Ctrl+N', 'Ctrl+Z', 'Ctrl+Y', 'Ctrl+X', 'Ctrl+C', 'Ctrl+V', 'Ctrl+A'])
  expect(taken.filter((key) => ofThePage.has(key))).toEqual([])
  // Roles bring keys of their own unless they are told not to.
  for (const { label, role, accelerator, registerAccelerator } of menu)
    if (role) expect([label, accelerator !== undefined || registerAccelerator === false]).toEqual([label, true])

  await page
    .getByRole('button', { name: 'English' })
    .or(page.getByText('English', { exact: true }))
    .first()
    .click()
  await expect.poll(async () => JSON.stringify(await program.ask('menu'))).toContain('About Linwu')
  expect(JSON.stringify(await program.ask('menu'))).not.toMatch(/[\u4e00-\u9fff]/)
  await page
    .getByRole('button', { name: '中文' })
    .or(page.getByText('中文', { exact: true }))
    .first()
    .click()
  await expect.poll(async () => JSON.stringify(await program.ask('menu'))).toContain('关于邻务')
})

test('late work is told once per rise, in numbers, and only to somebody who is not looking', async () => {
  const told = () => program.ask<{ title: string; body: string }[]>('notifications')
  const due = (overdue: number, today: number) => host('tellDue', { overdue, today })
  await program.ask('blur')
  await due(3, 1)
  expect(await told()).toEqual([])
  expect(await program.ask('app')).toMatchObject({ badge: 0 })

  expect(await host('setDesktopSettings', { tray: false, notify: true })).toEqual({ ok: true, value: null })
  for (const [overdue, today] of [[3, 1], [2, 1], [3, 1], [3, 0]] as const) await due(overdue, today) // prettier-ignore
  expect(await told()).toEqual([{ title: '邻务', body: '3 件已超期，1 件今天到期' }])
  await due(3, 2)
  expect((await told()).at(-1)).toEqual({ title: '邻务', body: '3 件已超期，2 件今天到期' })
  expect(await program.ask('app')).toMatchObject({ badge: 3 })
  await program.ask('press-notification')
  expect(await program.ask('window')).toMatchObject({ focused: true })
  await due(9, 9)
  expect(await told()).toHaveLength(2)
  await host('setDesktopSettings', { tray: false, notify: false })
  expect(await program.ask('app')).toMatchObject({ badge: 0 })
})

test('the tray is off; switched on, closing hides the window and the tray brings it back', async () => {
  expect(await program.ask('tray')).toBeNull()
  await host('setDesktopSettings', { tray: true, notify: false })
  expect(await program.ask('tray')).toEqual({ words: '邻务', labels: ['打开邻务', '-', '退出'], isEmpty: false })
  await program.ask('close-window')
  expect(await program.ask('window')).toMatchObject({ visible: false })
  await program.ask('click-tray')
  expect(await program.ask('window')).toMatchObject({ visible: true, focused: true })
  await program.ask('close-window')
  // A second start finds it there.
  expect(await on.startRefused()).toMatchObject({ code: 0 })
  await expect.poll(() => program.ask('window')).toMatchObject({ visible: true })
  await program.ask('press-tray', '退出').catch(() => undefined)
  expect(await program.exited).toBe(0)
  expect(existsSync(join(on.folder, 'lock'))).toBe(false)

  await start()
  expect(await program.ask('tray')).not.toBeNull()
  expect(await host('desktopSettings')).toEqual({ ok: true, value: { tray: true, notify: false } })
  await host('setDesktopSettings', { tray: false, notify: false })
  expect(await program.ask('tray')).toBeNull()
  await program.stop()
})

test('the window opens where it was, and comes back when its screen is gone', async () => {
  const left = { x: 0, y: 0, width: 1920, height: 1040 }
  const right = { x: 1920, y: 0, width: 1920, height: 1040 }
  await start({ screens: [left, right] })
  const bounds = { x: 2_000, y: 60, width: 1_200, height: 760 }
  await program.ask('place', bounds)
  // Remembered when it has come to rest, so that a killed program forgets nothing.
  const file = join(on.place, 'config/Linwu/desktop.json')
  await expect.poll(async () => await readFile(file, 'utf8')).toContain('"x":2000')
  await program.kill()

  await start({ screens: [left, right] })
  expect(await program.ask('window')).toMatchObject({ bounds, maximised: false })
  await program.ask('maximise')
  expect(await program.stop()).toBe(0)

  await start({ screens: [left] })
  expect(await program.ask('window')).toMatchObject({
    bounds: { x: 360, y: 140, width: 1_200, height: 760 },
    maximised: true,
  })
  expect(await program.stop()).toBe(0)
  expect((await readdir(join(on.place, 'config/Linwu'))).filter((name) => name.startsWith('desktop'))).toEqual([
    'desktop.json',
  ])
})
