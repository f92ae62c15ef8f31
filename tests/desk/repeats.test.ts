/** 疑似重复 in the desk, and the files of a draft. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { INTAKE, newFolder, newProfile, openWorld, removeFolder, SET_UP, type World } from './desk-world.ts'

const DAY_MS = 86_400_000
let folder: string
let world: World
let now: number

beforeEach(async () => {
  newProfile()
  folder = await newFolder()
  now = Date.parse('2026-03-02T09:00:00+08:00')
  world = await openWorld(folder, undefined, () => now)
  await world.desk.setUp(SET_UP)
})
afterEach(async () => {
  await world.close()
  await removeFolder(folder)
})

const received = async (fields: Partial<typeof INTAKE | { title: string }> = {}): Promise<string> => {
  const saved = await world.desk.run({ name: 'receive-case', input: { ...INTAKE, ...fields } as never })
  if (!saved.ok) throw new Error(JSON.stringify(saved.error))
  return saved.value.entities[0]!
}
const ASKED = {
  requesterName: '王素兰',
  requesterPhone: '13800002764',
  place: '3号楼2单元101',
  title: '插座又跳闸了',
  text: '',
}

test('the same person first, then the neighbour; each with its reasons; another matter not at all', async () => {
  const neighbour = { requesterName: '李一乙', requesterPhone: '13900001111', place: '三号楼2单元102' }
  const beside = await received({ ...neighbour, title: '电表箱跳闸', text: '总跳闸。' } as never)
  const same = await received()
  await received({ title: '申请公租房', text: '想问要什么材料。' } as never)
  const found = await world.desk.repeats(ASKED)
  expect(found.map(({ row }) => row.id)).toEqual([same, beside])
  expect(found[0]).toMatchObject({ person: 'phone', place: 'same', closedAt: null })
  expect(found[0]!.words).toContain('跳闸')
  expect(found[1]).toMatchObject({ person: null, place: 'near' })
})

test('closed a month ago is shown with its day, closed two years ago is not, open for two years is', async () => {
  const onTheSpot = { content: '已修', outcome: 'solved' as const }
  const closed = await received({ onTheSpot } as never)
  const open = await received()
  now += 30 * DAY_MS
  expect((await world.desk.repeats(ASKED)).map(({ row, closedAt }) => [row.id, closedAt?.slice(0, 10)])).toEqual([
    [open, undefined],
    [closed, '2026-03-02'],
  ])
  now += 700 * DAY_MS
  expect((await world.desk.repeats(ASKED)).map(({ row }) => row.id)).toEqual([open])
})

test('a reporter is found by nobody', async () => {
  await received({ requestKind: 'report', place: '' } as never)
  expect(await world.desk.repeats({ ...ASKED, place: '' })).toEqual([])
})

test('a file of a draft outlives locking, becomes an attachment, and is then no longer to be dropped', async () => {
  const bytes = new TextEncoder().encode('照片')
  const kept = await world.desk.keepFile('1.jpg', 'image/jpeg', bytes)
  if (!kept.ok) throw new Error(kept.error)
  await world.desk.lock()
  await world.desk.unlock(SET_UP.password, 'user')
  await received({ files: [kept.value] } as never)
  await world.desk.dropFile(kept.value.blob)
  expect(await world.desk.blob(kept.value.blob)).toEqual({ ok: true, value: bytes })

  const thrown = await world.desk.keepFile('2.jpg', 'image/jpeg', bytes)
  if (!thrown.ok) throw new Error(thrown.error)
  await world.desk.dropFile(thrown.value.blob)
  expect((await world.desk.blob(thrown.value.blob)).ok).toBe(false)
})
