/** Openings under odd circumstances. */
import { appendFile, readdir, rename, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DBCore } from 'dexie'
import { openStationDb, stationsHere, type StationDb } from '#app/storage/station-db.ts'
import { segmentFileName, segmentHeader } from '#core/journal/segment.ts'
import { receiveCase, shownBy } from '../faults/station-story.ts'
import { must } from '../host/crash-trials.ts'
import { INTAKE, newFolder, newProfile, openWorld, removeFolder, SET_UP, type World } from './desk-world.ts'

let folder = ''
let world: World

beforeEach(async () => {
  newProfile()
  folder = await newFolder()
  await start()
  must(await world.desk.setUp(SET_UP))
})
afterEach(async () => {
  await world.close()
  await removeFolder(folder)
})

async function start() {
  world = await openWorld(folder)
  return must(await world.desk.find())
}
const unlock = async () => must(await world.desk.unlock(SET_UP.password, 'user'))
async function reopen() {
  await world.close()
  await start()
  return unlock()
}

test.each([
  ['both copies there', () => undefined],
  ['IndexedDB emptied', () => newProfile()],
  ['the journal lost', () => rename(join(folder, 'journal'), join(folder, 'moved'))],
])('the recovery code opens all but `confidential`, and leaves both copies whole: %s', async (_, harm) => {
  const input = { ...INTAKE, requestKind: 'report', requesterName: '举报人甲' } as const
  const id = must(await world.desk.run({ name: 'receive-case', input })).entities[0]!
  await receiveCase(world.desk, '第二件')
  const shown = await shownBy(world.desk)
  await world.close()
  await harm()
  await start()
  const report = must(await world.desk.unlock(SET_UP.recoveryCode, 'recovery'))
  expect(report).toMatchObject({ cases: 2, gaps: 0, damagedJournal: 0, damagedCopy: 0 })
  expect((await world.desk.caseView(id))!.file.fields.reporterName).toBe(undefined)
  await receiveCase(world.desk, '用恢复码登记')
  expect(await reopen()).toMatchObject({ cases: 3, gaps: 0, damagedJournal: 0, damagedCopy: 0 })
  expect(await shownBy(world.desk)).toEqual(expect.arrayContaining(shown.slice(1)))
  // Each copy alone has it.
  await world.close()
  newProfile()
  await start()
  expect(await unlock()).toMatchObject({ cases: 3, returned: 0, gaps: 0 })
  await world.close()
  await rm(join(folder, 'journal'), { recursive: true })
  await start()
  expect(await unlock()).toMatchObject({ cases: 3, gaps: 0 })
  expect(await shownBy(world.desk)).toEqual(expect.arrayContaining(shown.slice(1)))
})

test('a journal that ends before the marker says is named, although no frame is damaged', async () => {
  for (const title of ['一', '二', '三']) await receiveCase(world.desk, title)
  await world.desk.lock()
  const [name] = await readdir(join(folder, 'journal'))
  await world.close()
  await truncate(join(folder, 'journal', name!), 600)
  newProfile()
  await start()
  expect((await unlock()).gaps).toBeGreaterThan(0)
})

test('a segment whose beginning was interrupted is no damage, and the next save does not go into it', async () => {
  await receiveCase(world.desk, '一')
  await world.desk.lock()
  for (const [n, bytes] of [0, 20, 32].entries()) {
    const id = String(n + 1).repeat(32)
    const path = join(folder, 'journal', segmentFileName(id, n * 10 + 2))
    await writeFile(path, new Uint8Array(32).subarray(0, bytes))
    if (bytes === 20) await appendFile(path, segmentHeader(id, n * 10 + 2).subarray(20, 24))
    expect(await reopen()).toMatchObject({ cases: n + 1, gaps: 0, damagedJournal: 0, returned: 0 })
    await receiveCase(world.desk, '再一件')
    const shown = await shownBy(world.desk)
    await world.close()
    newProfile()
    await start()
    expect(await unlock()).toMatchObject({ cases: n + 2, gaps: 0, damagedJournal: 0, returned: 0 })
    expect(await shownBy(world.desk)).toEqual(shown)
  }
})

test('an empty folder beside a copy whose keys are damaged is never taken for a new station', async () => {
  await receiveCase(world.desk, '一')
  await world.close()
  const db = openStationDb((await stationsHere())[0]!)
  await db.meta.put({ key: 'slots', value: new Uint8Array(20) })
  db.close()
  for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true })
  expect(await start()).toEqual({ kind: 'locked-out', reason: 'slots-damaged' })
})

test('locked while it is still loading: what arrives late opens nothing', async () => {
  await receiveCase(world.desk, '一')
  await world.close()
  world = await openWorld(folder, undefined, undefined, slowDb)
  must(await world.desk.find())
  expect(await unlock()).toMatchObject({ from: 'copy', cases: 1 })
  await world.desk.lock()
  await new Promise((later) => setTimeout(later, 300))
  await expect(world.desk.counts()).rejects.toThrow()
})

/** Takes its time over the larger parts of the snapshot. */
function slowDb(station: string): StationDb {
  const db = openStationDb(station)
  const create = (core: DBCore): DBCore => ({
    ...core,
    table(name) {
      const table = core.table(name)
      const slow = (): Promise<void> => new Promise((later) => setTimeout(later, name === 'snapshots' ? 100 : 0))
      return { ...table, getMany: (request) => table.getMany(request).then((rows) => slow().then(() => rows)) as never }
    },
  })
  db.use({ stack: 'dbcore', name: 'slow', create })
  return db
}
