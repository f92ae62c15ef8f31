/** Every picture, one after the other: an empty station from its set-up on, the demonstration, then files between houses. */
import { mkdtempSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { removeFolder, SET_UP } from '../desk/desk-world.ts'
import { goTo, today, unlock } from '../e2e/hand.ts'
import { stationApp } from '../e2e/station-app.ts'
import { take } from './camera.ts'
import { DEMO_SHOTS, prepareDemo } from './demo-shots.ts'
import { buildHouses } from './exchange-houses.ts'
import { EXCHANGE_SHOTS, OFFICE_SHOTS } from './exchange-shots.ts'
import { isWanted } from './flags.ts'
import { freezePages, freezePrograms } from './frozen-clock.ts'
import { NEW_STATION_SHOTS } from './new-station-shots.ts'
import type { Shot, Stage } from './shot.ts'
import { makeThings } from './things.ts'

freezePrograms()

/** `folder`: a station that stands already. */
async function stageOf(flags: readonly string[], folder?: string): Promise<Stage> {
  const app = await stationApp(flags, freezePages)
  if (folder !== undefined) await cp(folder, app.folder, { recursive: true })
  const page = await app.start()
  return { app, page, things: await makeThings(page.context(), app.place) }
}

/** A walk: each picture begins where the one before it ended, so all of them are walked whatever is wanted. */
describe.runIf(NEW_STATION_SHOTS.some(({ name }) => isWanted(name)))('a new station', () => {
  let stage: Stage
  beforeAll(async () => void (stage = await stageOf([])))
  afterAll(() => stage.app.close())
  for (const shot of NEW_STATION_SHOTS) test(shot.name, () => make(shot, stage))
})

/** Each begins at 今日待办 with nothing open. */
const demo = DEMO_SHOTS.filter(({ name }) => isWanted(name))
describe.runIf(demo.length > 0)('the demonstration', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await stageOf(['--demo'])
    await today(stage.page)
    await prepareDemo(stage)
  })
  afterAll(() => stage.app.close())
  for (const shot of demo)
    test(shot.name, async () => {
      await home(stage.page)
      await make(shot, stage)
    })
})

/** Walks: what one picture took in or wrote stands in the later ones. */
const atStation = EXCHANGE_SHOTS.some(({ name }) => isWanted(name))
const atOffice = OFFICE_SHOTS.some(({ name }) => isWanted(name))
describe.runIf(atStation || atOffice)('files between houses', () => {
  const place = mkdtempSync(join(tmpdir(), 'linwu-houses-'))
  beforeAll(() => buildHouses(place))
  afterAll(() => removeFolder(place))
  for (const [name, wanted, shots] of [
    ['station', atStation, EXCHANGE_SHOTS],
    ['office', atOffice, OFFICE_SHOTS],
  ] as const)
    describe.runIf(wanted)(name, () => {
      let stage: Stage
      beforeAll(async () => {
        stage = await stageOf([], join(place, name))
        await unlock(stage.page, SET_UP.password)
      })
      afterAll(() => stage.app.close())
      for (const shot of shots)
        test(shot.name, async () => {
          await home(stage.page)
          await make(shot, stage)
        })
    })
})

async function make(shot: Shot, stage: Stage): Promise<void> {
  await shot.show(stage)
  if (isWanted(shot.name)) await take(stage, shot)
  await shot.leave?.(stage)
}

/** Whatever is open is left as a person leaves it; where that does not help, the page is loaded anew. */
async function home(page: Page): Promise<void> {
  const open = page.locator('dialog[open], .ant-drawer-open, .ant-dropdown:not(.ant-dropdown-hidden)')
  for (let n = 0; n < 4 && (await open.count()) > 0; n++) await page.keyboard.press('Escape')
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  if ((await open.count()) > 0 || (await page.getByRole('navigation', { name: '主菜单' }).count()) === 0) {
    await page.evaluate(() => {
      localStorage.clear()
      location.hash = '#/today'
    })
    await page.reload()
    await today(page)
  }
  await goTo(page, '今日待办')
  await page.mouse.move(683, 2)
}
