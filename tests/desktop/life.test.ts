/** The desktop edition from its first window to its last: set-up, one instance, locking, a dead page, a power cut, the folder given back. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { agree, goTo, openCase, press, save, setUp, STATION, today, unlock } from '../e2e/hand.ts'
import { provider, request, seedStation } from '../e2e/seed-station.ts'
import { freePort } from '../free-port.ts'
import { desktopPlace } from './desktop-place.ts'

type Asked = { readonly text: string; readonly buttons: readonly string[] }

const on = await desktopPlace()
// A test that failed leaves nothing to the next one.
afterEach(() => on.endAll())

const seeded = join(on.place, 'seeded')
const lockOf = (folder: string): string => join(folder, 'lock')

test('the window opens, a station is set up, and the program ends cleanly and gives its folder back', async () => {
  const program = await on.start()
  await expect.poll(() => program.ask('window')).toMatchObject({ visible: true, bounds: { width: 1366, height: 768 } })
  // Chinese until the page says otherwise.
  expect(JSON.stringify(await program.ask('menu'))).toContain('关于邻务')
  await setUp(program.page)
  expect(existsSync(lockOf(on.folder))).toBe(true)
  expect(await program.stop()).toBe(0)
  expect(existsSync(lockOf(on.folder))).toBe(false)
})

test('kill −9 a moment after a save: it starts again, and nothing that was shown as saved is lost', async () => {
  await seedStation(seeded, async ({ run }) => {
    await run(provider({ name: '亮灯维修店', serviceType: 'market' }))
    await run(request({ title: '楼道灯坏了', serviceType: 'market' }))
  })
  const flags = ['--station', seeded]
  const program = await on.start({ flags })
  await unlock(program.page)
  await openCase(program.page, '楼道灯坏了')
  await press(program.page, '派单给 亮灯维修店')
  await agree(program.page.getByRole('dialog'))
  await save(program.page)
  await program.page.getByRole('heading', { name: '派单情况' }).waitFor()
  const lock = await readFile(lockOf(seeded), 'utf8')
  await program.kill()
  // Nobody gave it back; whoever comes next sees that its owner is dead.
  expect(await readFile(lockOf(seeded), 'utf8')).toBe(lock)

  const again = await on.start({ flags })
  await again.page.getByRole('heading', { name: STATION.name }).waitFor()
  await unlock(again.page)
  await openCase(again.page, '楼道灯坏了')
  await again.page.getByRole('heading', { name: '派单情况' }).waitFor()
  await again.page.getByText('派单给 亮灯维修店').first().waitFor()
  expect(await again.stop()).toBe(0)
  expect(existsSync(lockOf(seeded))).toBe(false)
})

test('one program: locked with the screen, a dead page, a second start, a demo beside it, the window closed', async () => {
  const flags = ['--station', seeded]
  const program = await on.start({ flags })
  const { page, ask } = program
  const isLocked = async (): Promise<void> => {
    await page.getByLabel('密码', { exact: true }).waitFor()
    expect(await page.getByRole('navigation', { name: '主菜单' }).count()).toBe(0)
  }
  for (const lockIt of [
    () => ask('power', 'lock-screen'),
    () => ask('power', 'suspend'),
    () => ask('press-menu', ['文件', '锁定']),
  ]) {
    await unlock(page)
    await lockIt()
    await isLocked()
  }

  await unlock(page)
  await ask('will-press', 0)
  await ask('crash')
  await isLocked()
  await unlock(page)
  await ask('will-press', 0)
  await ask('hang')
  await page.getByRole('navigation', { name: '主菜单' }).waitFor()
  await ask('will-press', 1)
  await ask('hang')
  await isLocked()
  const [crash, hang, ...more] = await ask<Asked[]>('dialogs')
  expect(more).toHaveLength(1)
  expect(crash).toMatchObject({ buttons: ['重新打开页面', '退出'] })
  expect(crash!.text).toMatch(/页面意外停了[^]*都在站点文件夹里[^]*重新打开页面/)
  expect(hang).toMatchObject({ buttons: ['再等一会儿', '重新打开页面'] })
  expect(hang!.text).toContain('页面没有回应')

  await unlock(page)
  // The switches that only this edition has.
  await goTo(page, '设置')
  await page.getByRole('switch', { name: '关窗后留在通知区' }).click()
  await expect.poll(() => ask('tray')).toMatchObject({ words: '邻务' })
  await page.getByRole('switch', { name: '关窗后留在通知区' }).click()
  await expect.poll(() => ask('tray')).toBeNull()

  await ask('minimise')
  expect(await ask('window')).toMatchObject({ focused: false, minimized: true })
  expect(await on.startRefused({ flags })).toMatchObject({ code: 0, said: '' })
  await expect.poll(() => ask('window')).toMatchObject({ focused: true, minimized: false })

  // Another account of this computer, the same station.
  const other = await on.startRefused({ flags, home: join(on.place, 'other'), port: await freePort() })
  expect(other.said).toMatch(/正由另一个程序使用[^]*Another program is using/)

  // The fictitious station has a data folder of its own, so it may stand beside the real one.
  const demo = await on.start({ flags: ['--demo'], port: await freePort() })
  await today(demo.page)
  expect(await demo.ask('app')).toMatchObject({ userData: join(on.place, 'config/Linwu demo') })
  expect(await ask('app')).toMatchObject({ userData: join(on.place, 'config/Linwu') })
  expect(await demo.stop()).toBe(0)

  // Closing the window is ending the program, unless it lives in the notification area.
  await ask('close-window').catch(() => undefined)
  expect(await program.exited).toBe(0)
  expect(existsSync(lockOf(seeded))).toBe(false)
})

test('--demo with --station is refused in both languages, and nothing is touched', async () => {
  const { code, said } = await on.startRefused({ flags: ['--demo', '--station', join(on.place, 'never')] })
  expect(said).toMatch(/演示（--demo）用自己的文件夹[^]*has a folder of its own/)
  expect(code).toBe(0)
  expect(existsSync(join(on.place, 'never'))).toBe(false)
})
