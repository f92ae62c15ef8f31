/** 四有 and 协商 as the screens ask for them. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Command } from '#core/commands.ts'
import { HAVES } from '#core/have/codes.ts'
import { POINTS } from '#core/have/points.ts'
import { INTAKE, newFolder, newProfile, openWorld, removeFolder, SET_UP, type World } from './desk-world.ts'

let folder: string
let world: World
let now: number
let place: string

const run = async (command: Command): Promise<string> => {
  const saved = await world.desk.run(command)
  if (!saved.ok) throw new Error(JSON.stringify(saved.error))
  return saved.value.entities[0]!
}

beforeEach(async () => {
  newProfile()
  folder = await newFolder()
  now = Date.parse('2026-03-02T09:00:00+08:00')
  world = await openWorld(folder, undefined, () => now)
  await world.desk.setUp(SET_UP)
  place = await run({ name: 'save-place', input: { kind: 'neighbourhood', name: '槐树里小区', parent: '', leader: '', leaderPhone: '' } }) // prettier-ignore
})
afterEach(async () => {
  await world.close()
  await removeFolder(folder)
})

const asked = (i: number, more: object = {}): Promise<string> =>
  run({ name: 'receive-case', input: { ...INTAKE, title: '车位被占', text: '车位总被外来车占。', category: 'L060202', requesterName: `住户${'甲乙丙丁戊'[i]}`, requesterPhone: `1390000000${i}`, place: `槐树里小区3号楼${i + 1}01`, ...more } as never }) // prettier-ignore

const check = (photos: readonly object[] = []): Promise<string> =>
  run({ name: 'check-have', input: { place, have: 'parking', points: Object.fromEntries(POINTS.parking.map(({ key }) => [key, 'absent'])), note: '', carrier: 'nobody', carrierName: '', authority: '', checkedOn: '2026-03-01', checkedBy: '网格员', recheckOn: '2026-03-02', cases: [], topics: [], photos } as never }) // prettier-ignore

const parking = async () => (await world.desk.haves())[0]!.cells.find(({ have }) => have === 'parking')!

test('coverage: every neighbourhood with its four, linked requests by category, due re-checks, and a topic proposed', async () => {
  const cases = [await asked(0), await asked(1), await asked(1), await asked(2, { category: 'L090202' }), await asked(3, { place: '别处' })] // prettier-ignore
  const [row] = await world.desk.haves()
  expect([row!.name, row!.cells.map(({ have, state }) => [have, state])]).toEqual(['槐树里小区', HAVES.map((have) => [have, 'unchecked'])]) // prettier-ignore
  expect(await parking()).toMatchObject({ open: 3, persons: 2, cases: cases.slice(0, 3), due: false, proposal: null })
  await check()
  expect(await parking()).toMatchObject({ state: 'absent', due: true, dueOn: '2026-03-02', proposal: 'absent' })
  const topic = await run({ name: 'begin-topic', input: { title: '槐树里停车', category: '', place: '', note: '', cases: [cases[0]!], have: 'parking', placeId: place } }) // prettier-ignore
  expect(await parking()).toMatchObject({ topic: { id: topic }, proposal: null })
  const view = (await world.desk.haveView(place, 'parking'))!
  expect([view.history.length, view.total, view.requests.length, view.current?.overall]).toEqual([1, 3, 3, 'absent'])
  expect(await world.desk.haveView('place:none', 'parking')).toBe(null)
})

test('a topic of one of the four stands in the list before anybody asked', async () => {
  const topic = await run({ name: 'begin-topic', input: { title: '停车', category: '', place: '', note: '', cases: [], have: 'parking', placeId: place } }) // prettier-ignore
  expect((await world.desk.topics()).map(({ id, cases }) => [id, cases])).toEqual([[topic, 0]])
})

test('a photo is sealed on the disk, is in backups with all blobs, and no thrown-away draft drops it', async () => {
  const { desk, host } = world
  const bytes = Uint8Array.from([1, 2, 3])
  const kept = await desk.keepFile('车位.jpg', 'image/jpeg', bytes)
  if (!kept.ok) throw new Error(kept.error)
  await check([kept.value])
  await desk.dropFile(kept.value.blob)
  expect(await desk.blob(kept.value.blob)).toEqual({ ok: true, value: bytes })
  const listed = await host.listBlobs()
  expect(listed.ok && listed.value).toEqual([kept.value.blob])
  expect((await desk.haveView(place, 'parking'))!.current!.photos).toMatchObject([{ name: '车位.jpg', bytes: 3 }])
  await desk.lock()
  await desk.unlock(SET_UP.password, 'user')
  expect(await desk.blob(kept.value.blob)).toEqual({ ok: true, value: bytes })
})

test('a deliberation with its road, and who of the topic is named in a text that will be published', async () => {
  const topic = await run({ name: 'begin-topic', input: { title: '停车', category: '', place: '', note: '', cases: [await asked(0), await asked(1)] } }) // prettier-ignore
  const deliberation = await run({ name: 'begin-deliberation', input: { topic, kind: 'forum', title: '车位怎么分', venue: '', expected: 10, noticeDays: 3, publicationDays: 7, majority: 'half', secret: true, authority: '', note: '' } }) // prettier-ignore
  const step = { deliberation, on: '2026-03-01', skipped: false, reason: '', note: '', corrects: [] }
  await run({ name: 'record-step', input: { ...step, step: 'attendance', present: 8 } })
  await run({ name: 'add-task', input: { deliberation, what: '画线', who: '物业', dueOn: '2026-04-01' } })
  const [view] = await world.desk.deliberations(topic)
  expect(view).toMatchObject({ id: deliberation, byName: '受理员甲', missing: ['proposal', 'notice'] })
  expect(view!.road.map(({ state }) => state)).toEqual(['missing', 'missing', 'done', 'now', 'ahead', 'ahead', 'ahead', 'ahead']) // prettier-ignore
  expect(view!.tasks).toMatchObject([{ what: '画线', providerName: '', caseNumber: '' }])
  const found = await world.desk.personalData(topic, '住户乙和 139-0000-0000 都同意')
  expect(found.map(({ kind, words }) => `${kind} ${words}`).toSorted()).toEqual(['name 住户乙', 'phone 13900000000'])
  expect(await world.desk.deliberations('topic:none')).toEqual([])
})
