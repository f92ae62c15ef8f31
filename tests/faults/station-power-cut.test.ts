/** A whole station on a disk that keeps only what was synced, with three kinds of IndexedDB beside it. */
import { expect, test } from 'vitest'
import { must } from '../host/crash-trials.ts'
import { size } from '../size.ts'
import { type Found, type Lived, liveThrough, lookAt, lookAtBackup, NOTHING_FOUND } from './power-cuts.ts'
import { type Step, unlockStation, workingDay } from './station-story.ts'

/** States of the disk per cut. */
const SEEDS = size(8, 40)

/** IndexedDB as it was, as it was much earlier, and emptied. */
const databases = (newest: number): number[] => [...new Set([newest, Math.floor(newest / 2), 0])]

const summary = (lived: Lived, copies: number, found: Found): string =>
  `${lived.cuts} cuts × ${SEEDS} seeds × ${copies} IndexedDB: ${found.opened} different states opened, ${found.lost} lost, ${found.half} half, ${found.other.length} other, ${found.alarms} alarms about a torn save`

test('the power goes before every file operation of a working day', { timeout: 900_000 }, async () => {
  const lived = await liveThrough({ steps: workingDay(), seeds: SEEDS })
  const found = NOTHING_FOUND()
  for (const moment of lived.moments) {
    for (const copy of databases(moment.copy)) {
      await lookAt(lived, moment, lived.copies[copy]!, found, { goOn: moment.seed === 0 && copy === moment.copy })
    }
    await lookAtBackup(lived, moment, found)
  }
  console.log(`station power cut: ${summary(lived, 3, found)}`)
  expect(found).toMatchObject({ lost: 0, half: 0, other: [] })
  expect(found.opened).toBeGreaterThan(lived.cuts)
})

test('one missing fdatasync, and the same test fails', { timeout: 300_000 }, async () => {
  const { fs } = await liveThrough({ steps: workingDay(), seeds: 0 })
  // Not the first: what set-up saves is asked for again by unlocking.
  const syncs = fs
    .ops()
    .filter((op) => op.kind === 'fdatasync')
    .slice(1)
  expect(syncs.length).toBeGreaterThan(9)
  const planted = size(3, syncs.length)
  const missed: string[] = []
  for (let i = 0; i < planted; i++) {
    const { n } = syncs[Math.floor(((i + 0.5) * syncs.length) / planted)]!
    // What it should have kept is in danger until the next one.
    const lived = await liveThrough({ steps: workingDay(), seeds: 3, faults: { ignoreSync: n }, cuts: [n + 1, n + 12] })
    const found = NOTHING_FOUND()
    for (const moment of lived.moments) await lookAt(lived, moment, null, found)
    if (found.lost + found.half + found.other.length === 0) missed.push(`fdatasync ${n}`)
  }
  console.log(`station power cut: ${planted} planted missing fdatasync, ${planted - missed.length} found`)
  expect(missed).toEqual([])
})

test('the power goes while IndexedDB gives a lost journal back', { timeout: 300_000 }, async () => {
  const day = await liveThrough({ steps: workingDay(), seeds: 0 })
  const fs = day.fs.crash(1)
  for (const name of ['journal', 'blobs', 'marker.json'])
    await fs.rename(`/data/station/${name}`, `/data/station/${name}-moved`)
  const start = { fs: fs.crash(1), copy: day.copies.at(-1)!, shown: day.shown.at(-1)! }
  const open: Step = {
    name: 'return',
    async run(station) {
      await unlockStation(station)
      while (must(await station.host.listBlobs()).length === 0) await new Promise((later) => setTimeout(later, 5))
    },
  }
  const lived = await liveThrough({ steps: [open], start, seeds: SEEDS })
  const found = NOTHING_FOUND()
  for (const moment of lived.moments) {
    for (const copy of new Set([0, moment.copy]))
      await lookAt(lived, moment, lived.copies[copy]!, found, { mayReturn: true })
  }
  // The journal alone is enough again.
  const end = lived.moments.at(-1)!
  await lookAt(lived, end, null, found)
  console.log(`journal given back: ${summary(lived, 2, found)}`)
  expect(found).toMatchObject({ lost: 0, half: 0, other: [] })
})
