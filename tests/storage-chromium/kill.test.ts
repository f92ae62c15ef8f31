/** kill −9 of Chromium, of the server, of both, in the middle of saves. */
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { INTAKE, SET_UP } from '../desk/desk-world.ts'
import { shownBy } from '../faults/station-story.ts'
import { must } from '../host/crash-trials.ts'
import { size } from '../size.ts'
import { chromiumStations, deskOf } from './station-in-chromium.ts'

const ROUNDS = size(21, 60)

declare global {
  var acknowledged: (id: string) => Promise<void>
}

test(`killed ${ROUNDS} times`, { timeout: 60_000 + ROUNDS * 15_000 }, async () => {
  const station = await (await chromiumStations())()
  const desk = () => deskOf(station.page())
  await station.start()
  must(await desk().setUp(SET_UP))
  const saved = new Set<string>()
  let underWay = 0
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const page = station.page()
      let told = (): void => undefined
      const first = new Promise<void>((done) => (told = done))
      await page.exposeFunction('acknowledged', (id: string): void => {
        saved.add(id)
        told()
      })
      await page.evaluate((input) => {
        const save = async (): Promise<void> => {
          const said = await testPage.desk().run({ name: 'receive-case', input })
          if (!said.ok) return
          void acknowledged(said.value.entities[0]!)
          setTimeout(() => void save(), 0)
        }
        void save()
      }, INTAKE)
      // Half of the rounds end wherever a save just is, the others behind one that was acknowledged, however slow the PC.
      if (round % 2 === 0) await first
      await new Promise((later) => setTimeout(later, 30 + ((round * 17) % 60)))
      if (round % 3 !== 1) await station.killBrowser()
      if (round % 3 !== 0) await station.stopServer('SIGKILL')
      if (round % 3 === 1) await page.close()
      expect(await station.start()).toMatchObject({ kind: 'station' })
      const report = await station.unlock()
      expect(report).toMatchObject({ returned: 0, gaps: 0, damagedJournal: 0, damagedCopy: 0 })
      const { rows } = await desk().page({ sort: 'number', descending: false, offset: 0, limit: 100_000 })
      const shown = new Set(rows.map((row) => row.id))
      expect([...saved].filter((id) => !shown.has(id))).toEqual([])
      // What was under way is there as a whole or not at all.
      expect(
        rows.filter(
          (row) =>
            row.title !== INTAKE.title || row.channel !== INTAKE.channel || row.serviceType !== INTAKE.serviceType,
        ),
      ).toEqual([])
      for (const id of shown) if (!saved.has(id)) underWay += 1
      for (const id of shown) saved.add(id)
    }
    const shown = await shownBy(desk())
    await desk().lock()
    await station.closeBrowser()
    await station.stopServer()
    await rename(join(station.folder, 'journal'), join(station.folder, 'journal-moved'))
    await station.start()
    await station.unlock()
    expect(await shownBy(desk())).toEqual(shown)
    await station.closeBrowser()
    await rm(station.profile, { recursive: true })
    await station.start()
    await station.unlock()
    expect(await shownBy(desk())).toEqual(shown)
    console.log(
      `kill −9 of browser and server × ${ROUNDS}: ${saved.size} saves, 0 lost, 0 half, ${underWay} under way came through whole`,
    )
    expect(saved.size).toBeGreaterThanOrEqual(ROUNDS / 2)
  } finally {
    await station.close()
  }
})
