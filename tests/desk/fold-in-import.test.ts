/**
 * The snapshot moves on in the middle of an import of many large bundles, whose rows never make a tail: whoever opens the station
 * after a power cut begins at the last snapshot, and finds exactly what the journal alone says.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Subtle } from '#core/keys/subtle.ts'
import { deriveKey } from '#core/keys/argon2.ts'
import { openSlots, parseSlots } from '#core/keys/slots.ts'
import { nodeFileSystem } from '#host/file-system.ts'
import { openStationFolder } from '#host/station-folder.ts'
import { openStation } from '#app/desk/open-station.ts'
import type { DeskParts } from '#app/desk/parts.ts'
import { readHead } from '#app/desk/snapshot.ts'
import { pageOf } from '#app/desk/views.ts'
import { openStationDb, stationsHere, type StationDb } from '#app/storage/station-db.ts'
import { fillDistrict, PASSWORD } from '../bench/district/fill-district.ts'
import { idsIn, shownBy } from '../core/kernel/oracle.ts'
import { must } from '../host/crash-trials.ts'
import { newFolder, newProfile, openWorld, removeFolder, type World } from './desk-world.ts'
import { cipherOfFolder } from './everything-stored.ts'

const HOUSES = 8
/** More than 500 go straight into a row of their own (copier.ts). */
const EVENTS_EACH = 640
/** The fold comes behind every third bundle. */
const FOLD_AT = 1_500

const subtle = crypto.subtle as unknown as Subtle
const clock = (): number => Date.parse('2026-11-23T09:00:00+08:00')
const EVERY_CASE = { sort: 'number', descending: false, offset: 0, limit: 10_000 } as const

/** Everything that the station shows, opened by its own start-up; nothing is written. `db` null: the journal alone. */
async function found(dir: string, db: StationDb | null) {
  const host = must(await openStationFolder({ fs: nodeFileSystem, folder: dir, edition: 'browser', demo: false, exportFolder: dir, now: clock })) // prettier-ignore
  try {
    const slots = must(parseSlots(must(await host.readSlots())))
    const { ring, slot } = must(await openSlots(slots, ['user'], PASSWORD, { subtle, derive: deriveKey }))
    const parts: DeskParts = { host, subtle, random: (n) => crypto.getRandomValues(new Uint8Array(n)), derive: deriveKey, clock, openDb: openStationDb, stationsHere, whenIdle: () => undefined, foldAtEvents: FOLD_AT } // prettier-ignore
    const station = must(await openStation(parts, { card: slots.station, ring, user: slot.user, db }, () => undefined))
    const { state, report } = await station.ready()
    const { replica } = state.book
    const { rows, total } = await pageOf(state, EVERY_CASE, clock())
    const logs = [...replica.logs].map(([log, { ids }]) => [log, ids] as const).toSorted()
    return { from: report.from, gaps: report.gaps, shown: { shown: shownBy(replica), ids: idsIn(replica), logs, lamport: replica.lamport, rows, total } } // prettier-ignore
  } finally {
    await host.close()
  }
}

/** Does the idle work while `work` runs, and answers what snapshots were seen in IndexedDB meanwhile: of how many cases. */
async function withIdleWork(world: World, db: StationDb, work: Promise<unknown>): Promise<number[]> {
  const cipher = await cipherOfFolder(world.folder)
  const seen = new Map<string, number>()
  let isOver = false
  const over = work.finally(() => (isOver = true))
  while (!isOver) {
    world.idle()
    const head = await readHead(db, cipher)
    if (head && !isOver) seen.set(head.covers.fold, head.cases)
    await new Promise((done) => setTimeout(done, 5))
  }
  await over
  return [...seen.values()]
}

/** As a power cut: nothing is folded, nothing written any more. */
const cut = (world: World): Promise<void> => world.host.close()

test('folds between two bundles; cut off, opened from the snapshot or from the journal alone it is the same station', async () => {
  newProfile()
  const folder = await newFolder()
  try {
    const filled = await fillDistrict(folder, HOUSES, HOUSES * EVENTS_EACH)
    const dir = join(folder, 'office')
    const bundles = join(folder, 'bundles')
    const names = readdirSync(bundles).toSorted()
    expect([filled.files, names.length]).toEqual([HOUSES, HOUSES])
    const open = async (): Promise<World> => {
      const world = await openWorld(dir, undefined, clock, openStationDb, FOLD_AT)
      must(await world.desk.find())
      must(await world.desk.unlock(PASSWORD, 'user'))
      return world
    }
    let world = await open()
    const [station] = await stationsHere()
    const db = openStationDb(station!)
    const inboxes: string[] = []
    for (const name of names)
      inboxes.push((await world.desk.receiveFile(name, new Uint8Array(readFileSync(join(bundles, name))))).inbox)

    // Cut off behind the fifth: one fold lies behind it, and rows that no snapshot has.
    const first = await withIdleWork(world, db, world.desk.takeInAll(inboxes.slice(0, 5)))
    const casesEach = EVENTS_EACH / 8
    const inBetween = first.filter((cases) => cases > 0)
    expect(inBetween.length).toBeGreaterThan(0)
    for (const cases of inBetween) expect(cases).toBeLessThan(5 * casesEach)
    await cut(world)
    const half = await found(dir, db)
    expect([half.from, half.gaps, half.shown.total]).toEqual([expect.stringMatching(/^(copy|both)$/), 0, 5 * casesEach])
    expect((await found(dir, null)).shown).toEqual(half.shown)

    // The rest, and many more folds than one.
    world = await open()
    const second = await withIdleWork(world, db, world.desk.takeInAll(inboxes.slice(5)))
    expect(Math.max(...second)).toBeGreaterThanOrEqual(Math.max(...inBetween))
    const { rows } = await world.desk.page(EVERY_CASE)
    await cut(world)
    const whole = await found(dir, db)
    const alone = await found(dir, null)
    expect([whole.from, alone.from, whole.gaps]).toEqual([expect.stringMatching(/^(copy|both)$/), 'journal', 0])
    expect(whole.shown.total).toBe(HOUSES * casesEach)
    expect(whole.shown.rows).toEqual(rows)
    expect(alone.shown).toEqual(whole.shown)
    db.close()
  } finally {
    await removeFolder(folder)
  }
}, 240_000)
