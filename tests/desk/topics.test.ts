/** 共性问题 and 走访单 as the screens ask for them. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Command } from '#core/commands.ts'
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

const run = async (command: Command): Promise<string> => {
  const saved = await world.desk.run(command)
  if (!saved.ok) throw new Error(JSON.stringify(saved.error))
  return saved.value.entities[0]!
}
const resident = (i: number, more: object = {}): Promise<string> =>
  run({
    name: 'receive-case',
    input: {
      ...INTAKE,
      title: '楼道灯不亮',
      text: '三天了，楼道灯一直不亮。',
      requesterName: `住户${'甲乙丙丁戊'[i]}`,
      requesterPhone: `1390000000${i}`,
      place: `槐树里3号楼2单元10${i}`,
      ...more,
    } as never,
  })

test('four residents’ same complaint: suggested, merged, counted, answered in one go, and parted again', async () => {
  const { desk } = world
  const cases = [await resident(0), await resident(1), await resident(2)]
  now += DAY_MS
  const join = { with: cases[0]!, kind: 'same-matter' } as const
  cases.push(await resident(3, { join }))
  const [topic] = await desk.topics()
  expect(topic).toMatchObject({ title: '楼道灯不亮', cases: 2, persons: 2, open: 2 })
  const suggested = await desk.similarCases(topic!.id)
  expect(suggested.map(({ row }) => row.id).toSorted()).toEqual([cases[1], cases[2]].toSorted())
  await run({ name: 'link-cases', input: { topic: topic!.id, cases: [cases[1]!, cases[2]!] } })
  expect(await desk.similarCases(topic!.id)).toEqual([])
  expect(await desk.similarCases(cases[1]!)).toEqual([])

  const whole = (await desk.topic(topic!.id))!
  expect(whole).toMatchObject({ cases: 4, persons: 4, places: [{ place: '槐树里', count: 4 }], months: [{ month: '2026-03', count: 4 }] }) // prettier-ignore
  expect(whole.members.map(({ row, phoneTail, answered }) => [row.id, phoneTail, answered])).toEqual(
    [0, 1, 2, 3].map((i) => [cases[i], `000${i}`, null]),
  )
  await run({
    name: 'answer-topic',
    input: { topic: topic!.id, cases, way: 'phone', content: '已换灯', answeredBy: '' },
  })
  const answered = (await desk.topic(topic!.id))!.members
  expect(answered.map(({ answered: one }) => [one?.by, one?.content])).toEqual(cases.map(() => ['受理员甲', '已换灯']))
  const rows = (await desk.page({ sort: 'received', descending: false, offset: 0, limit: 9 })).rows
  expect(rows.map(({ joined, status }) => [joined, status])).toEqual(cases.map(() => [topic!.id, 'answered']))

  await run({ name: 'unlink-cases', input: { from: topic!.id, cases } })
  expect(await desk.topics()).toEqual([])
  expect((await desk.page({ sort: 'received', descending: false, offset: 0, limit: 9 })).rows.map(({ joined }) => joined)).toEqual(['', '', '', '']) // prettier-ignore
})

test('nothing is proposed by one word alone, to or beside a report or a child at risk', async () => {
  const { desk } = world
  const asked = await resident(0)
  const alike = await resident(1)
  await resident(0, { place: '', title: '楼道堆物', text: '自行车堆在那里。' })
  await resident(2, { requestKind: 'report', place: '槐树里3号楼2单元102' })
  const child = await resident(3, { text: '楼道灯不亮，邻居孩子被打。' })
  const two = await resident(0, { place: '', title: '灯不亮', text: '三天没人修。' })
  const offered = async (of: string) => (await desk.similarCases(of)).map(({ row }) => row.id).toSorted()
  expect(await offered(asked)).toEqual([alike, two].toSorted())
  expect(await offered(child)).toEqual([])
})

test('one person who came twice is one person; a repeat is found from both sides', async () => {
  const { desk } = world
  const old = await resident(0)
  const other = await resident(1)
  await run({ name: 'join-matter', input: { case: other, with: old, kind: 'same-matter' } })
  now += DAY_MS
  const late = await resident(0, { join: { with: old, kind: 'repeat' } })
  expect((await desk.topicsOfCase(late)).repeats.map(({ id }) => id)).toEqual([old])
  expect((await desk.topicsOfCase(old)).repeatedBy.map(({ id }) => id)).toEqual([late])
  expect((await desk.topics())[0]).toMatchObject({ cases: 3, persons: 2 })
})

test('a contact list shows whole numbers of those who gave one, and of no reporter', async () => {
  const cases = [
    await resident(0),
    await resident(1, { requesterPhone: '' }),
    await resident(2, { requestKind: 'report' }),
    await resident(3, { anonymous: true }),
  ]
  const topic = await run({ name: 'begin-topic', input: { title: '灯', category: '', place: '', note: '', cases } })
  expect(await world.desk.topicContacts(topic)).toMatchObject([
    { case: cases[0], phone: '13900000000', name: '住户甲' },
  ])
  expect((await world.desk.topic(topic))!.members.map(({ phoneTail }) => phoneTail)).toEqual(['0000', '', '', ''])
})

const LAMP = { category: 'L020302', serviceType: 'administrative' }

test('hotspots look at thirty days; who came five times is one person; what nobody classified stands there by its words', async () => {
  const { desk } = world
  await resident(0, LAMP)
  now += 31 * DAY_MS
  const fresh = [await resident(1, LAMP), await resident(2, LAMP), await resident(2, LAMP)]
  expect((await desk.hotspots()).spots).toEqual([])
  fresh.push(await resident(3, { category: '', serviceType: undefined, title: '楼道路灯不亮', text: '楼道的路灯坏了，晚上黑。' })) // prettier-ignore
  const [spot, ...others] = (await desk.hotspots()).spots
  expect(others).toEqual([])
  expect(spot).toMatchObject({
    place: '槐树里',
    category: 'L020302',
    cases: fresh,
    persons: 3,
    guessed: 1,
    topic: null,
  })
  expect(spot!.level).toMatchObject({ persons: 3, before: 0, yearAgo: null })
  expect(spot!.categoryName.zh).not.toBe('')
})

test('reports (举报) and a child at risk stand in no hotspot', async () => {
  await resident(0, LAMP)
  await resident(1, LAMP)
  await resident(2, { ...LAMP, requestKind: 'report' })
  await resident(3, { ...LAMP, text: '灯不亮，邻居孩子被打。' })
  expect((await world.desk.hotspots()).spots).toEqual([])
})

test('the usual level is held against: the same weeks last year, the thirty days before, and the average', async () => {
  const { desk } = world
  await resident(4, LAMP)
  now += 100 * DAY_MS
  for (const i of [0, 1, 2]) await resident(i, LAMP)
  expect((await desk.hotspots()).spots[0]!.level).toMatchObject({
    persons: 3,
    before: 0,
    yearAgo: null,
    trend: 'new',
  })
  now += 365 * DAY_MS
  for (const i of [0, 1, 2]) await resident(i, LAMP)
  const [spot] = (await desk.hotspots()).spots
  expect(spot!.level).toMatchObject({ persons: 3, before: 0, yearAgo: 3, usual: 0, trend: 'seasonal' })
})

test('set aside with its reason it is gone, comes back with three more people, and can be shown again', async () => {
  const { desk } = world
  const cases = [await resident(0, LAMP), await resident(1, LAMP), await resident(2, LAMP)]
  const dismiss = { cases, line: '槐树里 · 路灯', reason: 'other', note: '' } as const
  expect(await desk.run({ name: 'dismiss-hotspot', input: dismiss })).toMatchObject({ ok: false, error: { refusal: { code: 'reason-needed', fields: ['note'] } } }) // prettier-ignore
  const id = await run({ name: 'dismiss-hotspot', input: { ...dismiss, reason: 'in-hand' } })
  await resident(3, LAMP)
  expect(await desk.hotspots()).toMatchObject({ spots: [], setAside: [{ id, reason: 'in-hand', byName: '受理员甲' }] })
  await resident(4, LAMP)
  await resident(5, { ...LAMP, requesterName: '住户己', requesterPhone: '13900000009' })
  expect((await desk.hotspots()).spots).toMatchObject([{ persons: 3 }])
  await run({ name: 'restore-hotspot', input: { dismissal: id } })
  expect(await desk.hotspots()).toMatchObject({ spots: [{ persons: 6 }], setAside: [] })
  expect(await desk.run({ name: 'restore-hotspot', input: { dismissal: id } })).toMatchObject({ ok: false, error: { refusal: { code: 'nothing-changed' } } }) // prettier-ignore
})

test('a walk sheet of a building with nobody in the tree is blank rows; what was typed in is marked on its row', async () => {
  const { desk } = world
  const doors = (await desk.walkDoors('', 2)).map(({ words }) => ({ words }))
  expect(doors).toHaveLength(12)
  const sheet = await run({ name: 'print-walk-sheet', input: { name: '3号楼', doors } })
  const row = { sheet, row: 2, again: false, requestKind: 'help', urgency: 'general', raisedAt: '2026-03-02T08:30:00+08:00', text: '灯不亮' } as const // prettier-ignore
  const id = await run({ name: 'receive-walk-row', input: row })
  expect((await desk.walkSheets())[0]).toMatchObject({ number: '2026-0001', doors: 12, typed: 1 })
  const view = (await desk.walkSheet(sheet))!
  expect(view.rows[1]!.typed).toMatchObject([{ case: id, title: '灯不亮' }])
  expect(view.rows[0]!.typed).toEqual([])
})

test('a half typed row outlives locking, and is no draft of the intake form', async () => {
  const { desk } = world
  await desk.putDraft({ id: 'walk-1', form: 'walk', title: '2026-0001', changedAt: '2026-03-02T09:00:00+08:00', values: { row: '4', text: '写到一' } }) // prettier-ignore
  await desk.lock()
  await desk.unlock(SET_UP.password, 'user')
  expect(await desk.drafts()).toEqual([])
  expect((await desk.drafts('walk')).map(({ values }) => values)).toEqual([{ row: '4', text: '写到一' }])
})
