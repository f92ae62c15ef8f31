/** Two copies, each enough: whichever is lost, the other one brings everything back, and the program says so. */
import { cp, mkdir, readdir, rename, rm, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStationDb, stationsHere } from '#app/storage/station-db.ts'
import { INTAKE, newFolder, newProfile, openWorld, removeFolder, SET_UP, type World } from './desk-world.ts'

let folder = ''
let world: World

beforeEach(async () => {
  newProfile()
  folder = await newFolder()
  world = await openWorld(folder)
  const found = await world.desk.find()
  expect(found).toMatchObject({ ok: true, value: { kind: 'nothing' } })
  expect(await world.desk.setUp(SET_UP)).toMatchObject({
    ok: true,
    value: { cases: 0, user: { name: SET_UP.userName } },
  })
})
afterEach(async () => {
  await world.close()
  await removeFolder(folder)
})

/** `n` cases, each with an answer, and one attachment on the first. */
async function work(n: number): Promise<string[]> {
  const ids: string[] = []
  for (let i = 0; i < n; i++) {
    const saved = await world.desk.run({ name: 'receive-case', input: { ...INTAKE, title: `${INTAKE.title} ${i}` } })
    if (!saved.ok) throw new Error(JSON.stringify(saved.error))
    ids.push(saved.value.entities[0]!)
    await world.desk.run({
      name: 'record-answer',
      input: { case: ids[i]!, way: 'phone', content: `已派电工 ${i}`, answeredBy: '' },
    })
  }
  return ids
}

async function reopen(): Promise<World> {
  await world.close()
  return again()
}
async function again(): Promise<World> {
  world = await openWorld(folder)
  expect(await world.desk.find()).toMatchObject({ ok: true, value: { kind: 'station' } })
  return world
}
const unlock = async () => {
  const opened = await world.desk.unlock(SET_UP.password, 'user')
  if (!opened.ok) throw new Error(opened.error)
  return opened.value
}
const shown = async () => {
  const page = await world.desk.page({ sort: 'number', descending: false, offset: 0, limit: 1000 })
  return page.rows.map((row) => `${row.number} ${row.title} ${row.status}`)
}

test('a plain restart opens from the copy', async () => {
  await work(5)
  const before = await shown()
  await reopen()
  expect(await unlock()).toMatchObject({
    from: 'copy',
    cases: 5,
    returned: 0,
    gaps: 0,
    damagedCopy: 0,
    damagedJournal: 0,
  })
  expect(await shown()).toEqual(before)
  expect((await work(1)).length).toBe(1)
  await reopen()
  expect((await unlock()).cases).toBe(6)
})

test('a wrong password opens nothing', async () => {
  await reopen()
  expect(await world.desk.unlock('不对的密码', 'user')).toEqual({ ok: false, error: 'wrong-password' })
  expect(await world.desk.unlock(SET_UP.recoveryCode, 'recovery')).toMatchObject({ ok: true })
})

test('with IndexedDB deleted every case and attachment opens from the folder', async () => {
  const [id] = await work(5)
  const bytes = new Uint8Array([1, 2, 3])
  expect(await world.desk.attach(id!, '照片.png', 'image/png', bytes)).toMatchObject({ ok: true })
  const before = await shown()
  await world.close()
  newProfile()
  await again()
  expect(await unlock()).toMatchObject({ from: 'journal', cases: 5, returned: 0 })
  expect(await shown()).toEqual(before)
  const view = await world.desk.caseView(id!)
  const attachment = view!.file.acts.find((act) => act.type === 'attachment')!
  expect(await world.desk.blob((attachment as { blob: string }).blob)).toEqual({ ok: true, value: bytes })
})

test('with the journal moved away everything comes back from IndexedDB and says so', async () => {
  const [id] = await work(5)
  await world.desk.attach(id!, '照片.png', 'image/png', new Uint8Array([7]))
  const before = await shown()
  await world.close()
  await rename(join(folder, 'journal'), join(folder, 'journal-moved'))
  await rename(join(folder, 'blobs'), join(folder, 'blobs-moved'))
  await again()
  const opened = await unlock()
  expect(opened).toMatchObject({ cases: 5, gaps: 0 })
  expect(opened.returned).toBeGreaterThan(20)
  expect(await shown()).toEqual(before)
  await world.close()
  newProfile()
  await again()
  expect(await unlock()).toMatchObject({ from: 'journal', cases: 5 })
  expect(await shown()).toEqual(before)
})

test('with the whole folder emptied this browser gives the station back', async () => {
  await work(3)
  const before = await shown()
  await world.close()
  await rm(folder, { recursive: true })
  await mkdir(folder)
  world = await openWorld(folder)
  expect(await world.desk.find()).toMatchObject({
    ok: true,
    value: { kind: 'only-copy', card: { name: SET_UP.stationName } },
  })
  const opened = await unlock()
  expect(opened.cases).toBe(3)
  expect(opened.returned).toBeGreaterThan(10)
  expect(await shown()).toEqual(before)
  await world.close()
  newProfile()
  await again()
  expect(await unlock()).toMatchObject({ from: 'journal', cases: 3 })
  expect(await shown()).toEqual(before)
})

test('with the journal one segment behind, the union restores it', async () => {
  await work(2)
  await world.close()
  await cp(join(folder, 'journal'), join(folder, 'journal-old'), { recursive: true })
  await again()
  await unlock()
  await work(3)
  const before = await shown()
  await world.close()
  await rm(join(folder, 'journal'), { recursive: true })
  await rename(join(folder, 'journal-old'), join(folder, 'journal'))
  await again()
  const opened = await unlock()
  expect(opened.cases).toBe(5)
  expect(opened.returned).toBeGreaterThan(0)
  expect(await shown()).toEqual(before)
})

test('a flipped byte in the journal is refilled from IndexedDB', async () => {
  await work(5)
  const before = await shown()
  await world.close()
  const [name] = await readdir(join(folder, 'journal'))
  const path = join(folder, 'journal', name!)
  const { readFile } = await import('node:fs/promises')
  const bytes = await readFile(path)
  bytes[Math.floor(bytes.length / 2)]! ^= 4
  await writeFile(path, bytes)
  await again()
  await unlock()
  const checked = await world.desk.checkEverything()
  expect(checked).toMatchObject({ ok: true, value: { damagedJournal: 1, gaps: 0 } })
  expect(await shown()).toEqual(before)
  await world.close()
  newProfile()
  await again()
  expect(await unlock()).toMatchObject({ cases: 5, gaps: 0 })
  expect(await shown()).toEqual(before)
})

test('rows flipped, cut or missing in IndexedDB cost nothing', async () => {
  await work(8)
  const before = await shown()
  const [id] = await stationsHere()
  for (const harm of ['flip', 'cut', 'drop', 'snapshot', 'meta'] as const) {
    await world.close()
    const db = openStationDb(id!)
    const rows = [...(await db.segments.toArray()), ...(await db.tail.toArray())]
    const table = (await db.tail.count()) > 0 ? db.tail : db.segments
    const row = rows.at(-1)!
    const bytes = row.bytes.slice()
    bytes[60]! ^= 1
    if (harm === 'flip') await table.put({ ...row, bytes } as never)
    if (harm === 'cut') await table.put({ ...row, bytes: row.bytes.slice(0, 70) } as never)
    if (harm === 'drop') await table.clear()
    if (harm === 'snapshot')
      await db.snapshots.toCollection().modify((part) => void (part.bytes = part.bytes.slice(0, 30)))
    if (harm === 'meta') await db.meta.clear()
    db.close()
    await again()
    await unlock()
    expect(await shown(), harm).toEqual(before)
    await work(0)
  }
})

test('a cut journal behind a good copy gets its tail back', async () => {
  await work(4)
  const before = await shown()
  await world.close()
  const [name] = await readdir(join(folder, 'journal'))
  await truncate(join(folder, 'journal', name!), 500)
  await again()
  const opened = await unlock()
  expect(opened.returned).toBeGreaterThan(0)
  expect(await shown()).toEqual(before)
})
