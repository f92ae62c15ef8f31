/**
 * A folder of bundles through the page, and the power goes in the middle, again and again: each station's file is in whole or not at
 * all, and the same folder once more takes only what is missing.
 */
import { cp, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fillDistrict, PASSWORD } from '../bench/district/fill-district.ts'
import { PER_CASE } from '../bench/district/station-events.ts'
import { size } from '../size.ts'
import { deskOf, keepDesk, open } from './exchange-hands.ts'
import { unlock } from './hand.ts'
import { stationApp } from './station-app.ts'

const HOUSES = 12
const CASES = 60
const KILLS = size(3, 8)

const app = await stationApp([], keepDesk)
let files: string[] = []

beforeAll(async () => {
  const folder = join(app.place, 'district')
  const filled = await fillDistrict(folder, HOUSES, HOUSES * CASES * PER_CASE)
  expect(filled.files).toBe(HOUSES)
  files = (await readdir(join(folder, 'bundles'))).toSorted().map((name) => join(folder, 'bundles', name))
  await cp(join(folder, 'office'), app.folder, { recursive: true })
}, 120_000)
afterAll(() => app.close())

const cards = () => app.page.locator('article.exchange-received')

/** Cases by station; every one has all of its cases or none. */
async function whole(): Promise<number> {
  const { rows } = (await deskOf(app).stations())!
  expect(rows.length).toBe(HOUSES)
  for (const { cases } of rows) expect([0, CASES]).toContain(cases)
  return rows.filter(({ cases }) => cases > 0).length
}

/** Chooses all files of the folder and waits until each was looked through; answers how many are still to be taken in. */
async function look(): Promise<number> {
  await open(app, '#/exchange')
  await app.page.locator('input[type=file][multiple]').setInputFiles(files)
  await expect.poll(() => cards().count()).toBe(HOUSES)
  await app.page.getByText(/^正在看第/).waitFor({ state: 'hidden' })
  return cards().getByRole('button', { name: '导入', exact: true }).count()
}

/** While the second file is taken in. Told by the page itself: a small one may be through before anybody asks again. */
const inTheMiddle = (left: number): Promise<unknown> =>
  app.page.evaluate(
    (words) =>
      new Promise<void>((done) => {
        const see = (): void => {
          if (!new RegExp(words).test(document.querySelector('main')!.innerText)) return
          watch.disconnect()
          done()
        }
        const watch = new MutationObserver(see)
        watch.observe(document.body, { subtree: true, childList: true, characterData: true })
      }),
    `正在导入… *[1-9][0-9]* / ${left}`,
  )

test(`a folder killed ${KILLS} times`, { timeout: 120_000 + KILLS * 30_000 }, async () => {
  await unlock(await app.start(), PASSWORD)
  let before = await whole()
  expect(before).toBe(0)
  const seen: number[] = []
  let left = await look()
  expect(left).toBe(HOUSES)
  for (let round = 0; round < KILLS && left >= 2; round++) {
    const second = inTheMiddle(left)
    await app.page.getByRole('button', { name: `全部导入（${left} 个）` }).click()
    await second
    await app.page.waitForTimeout((round * 37) % 90)
    await app.killAll()
    await unlock(await app.start(), PASSWORD)
    const now = await whole()
    expect(now).toBeGreaterThan(before)
    seen.push((before = now))
    left = await look()
    expect(left).toBe(HOUSES - before)
  }
  if (left > 0)
    await app.page.getByRole('button', { name: left === 1 ? '导入' : `全部导入（${left} 个）`, exact: true }).click()
  await expect.poll(() => cards().locator('.done[role=status]').count(), { timeout: 60_000 }).toBe(left)
  expect(await whole()).toBe(HOUSES)
  const home = (await deskOf(app).exchangeHome())!
  expect(home.inbox).toEqual({ fresh: 0, waiting: 0, aside: 0, quarantine: 0 })
  console.log(`folder × kill −9: stations that were in after each kill ${JSON.stringify(seen)} of ${HOUSES}`)
  expect(seen[0]).toBeLessThan(HOUSES)
})
