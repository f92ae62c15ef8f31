/** Who works at the station, and everything of one of them handed over in one step. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Command } from '#core/commands.ts'
import { INTAKE, newFolder, newProfile, openWorld, removeFolder, SET_UP, type World } from './desk-world.ts'

let folder: string
let now: number
let world: World
beforeEach(async () => {
  newProfile()
  folder = await newFolder()
  now = Date.parse('2026-03-02T01:00:00Z')
  world = await openWorld(folder, undefined, () => now)
  await world.desk.setUp(SET_UP)
})
afterEach(async () => {
  await world.close()
  await removeFolder(folder)
})
async function run(command: Command): Promise<string> {
  const saved = await world.desk.run(command)
  if (!saved.ok) throw new Error(JSON.stringify(saved.error))
  return saved.value.entities[0]!
}
const receive = (title: string, change: object = {}) =>
  run({ name: 'receive-case', input: { ...INTAKE, title, ...change } as typeof INTAKE })
const page = { sort: 'number', descending: false } as const
const titles = async (filter: object): Promise<string[]> =>
  (await world.desk.page({ ...filter, ...page, offset: 0, limit: 100 })).rows.map(({ title }) => title)

test('a colleague who leaves: all open work goes to another in one step, closed cases stay', async () => {
  const li = await run({ name: 'save-colleague', input: { name: '小李' } })
  const wang = await run({ name: 'save-colleague', input: { name: '小王' } })
  const ids = [await receive('甲'), await receive('乙'), await receive('丙')]
  for (const id of ids) await run({ name: 'assign-case', input: { case: id, to: li, reason: '' } })
  await run({ name: 'record-answer', input: { case: ids[2]!, way: 'phone', content: '已办', answeredBy: '' } })
  await run({ name: 'close-case', input: { case: ids[2]!, outcome: 'solved', note: '' } })
  await run({ name: 'save-colleague', input: { id: li, name: '小李', leftOn: '2026-03-02' } })
  const before = await world.desk.colleagues()
  expect(before.find(({ id }) => id === li)).toMatchObject({ presence: 'left', open: 2 })

  const theirs = await world.desk.matching({ open: true, handler: li, ...page })
  expect(theirs).toEqual(ids.slice(0, 2))
  // One that changes hands between preview and saving is left out by name; the rest goes.
  await run({ name: 'assign-case', input: { case: ids[0]!, to: wang, reason: '' } })
  const done = await world.desk.runMany(
    theirs.map((id) => ({ name: 'assign-case', input: { case: id, to: wang, reason: '离岗移交' } })),
  )
  expect(done).toEqual({ ok: true, value: { done: 1, refused: [{ index: 0, refusal: { code: 'nothing-changed' } }] } })
  expect(await titles({ handler: wang })).toEqual(['甲', '乙'])
  expect(await titles({ handler: li })).toEqual(['丙'])
  expect((await world.desk.colleagues()).at(-1)).toMatchObject({ id: li, open: 0 })
})

test('today and lists narrow to a person, some cases, a place and all within it, a mark of whoever asks', async () => {
  const li = await run({ name: 'save-colleague', input: { name: '小李' } })
  const area = { kind: 'neighbourhood', name: '槐树里', parent: '', leader: '', leaderPhone: '' } as const
  const place = await run({ name: 'save-place', input: area })
  const building = await run({ name: 'save-place', input: { ...area, kind: 'building', name: '3号楼', parent: place } })
  const first = await receive('甲', { placeId: building })
  await receive('乙')
  await run({ name: 'assign-case', input: { case: first, to: li, reason: '' } })
  const today = async (filter: object) =>
    (await world.desk.today({ offset: 0, limit: 100, atOnce: false, filter })).rows.map(({ title }) => title)
  expect(await today({})).toEqual(['甲', '乙'])
  expect(await today({ handler: li })).toEqual(['甲'])
  expect(await today({ ids: [first] })).toEqual(['甲'])
  expect(await titles({ place })).toEqual(['甲'])
  expect(await titles({ place: building })).toEqual(['甲'])
  expect(await titles({ place: 'place:none' })).toEqual([])
  expect(await titles({ mark: 'alone' })).toEqual([])
})

test('the columns come back as they were after closing and opening again', async () => {
  const li = await run({ name: 'save-colleague', input: { name: '小李' } })
  const id = await receive('甲')
  await run({ name: 'assign-case', input: { case: id, to: li, reason: '' } })
  const shown = async () => (await world.desk.page({ ...page, offset: 0, limit: 10 })).rows
  const before = await shown()
  await world.close()
  world = await openWorld(folder, undefined, () => now)
  expect((await world.desk.unlock(SET_UP.password, 'user')).ok).toBe(true)
  expect(await shown()).toEqual(before)
  expect(before[0]).toMatchObject({ handler: li, handlerName: '小李' })
})
