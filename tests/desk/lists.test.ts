/** The lists of an open station: today's, the numbers of tiles, files made in steps, kept views, providers by pinyin. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Filter } from '#app/desk/shapes.ts'
import { openStationDb, stationsHere } from '#app/storage/station-db.ts'
import { readSheet } from '#core/sheet/read-sheet.ts'
import { INTAKE, newFolder, newProfile, openWorld, removeFolder, SET_UP, type World } from './desk-world.ts'

const DAY = 86_400_000
const START = Date.parse('2026-03-02T01:00:00Z')
let folder: string
let now: number
let world: World

beforeEach(async () => {
  newProfile()
  folder = await newFolder()
  now = START
  world = await openWorld(folder, undefined, () => now)
  await world.desk.setUp(SET_UP)
})
afterEach(async () => {
  await world.close()
  await removeFolder(folder)
})

async function run(command: Parameters<World['desk']['run']>[0]): Promise<string> {
  const saved = await world.desk.run(command)
  if (!saved.ok) throw new Error(JSON.stringify(saved.error))
  return saved.value.entities[0]!
}
const receive = (title: string, change: Partial<typeof INTAKE | { urgency: 'danger' }> = {}) =>
  run({ name: 'receive-case', input: { ...INTAKE, title, ...change } as typeof INTAKE })
const provider = (name: string, services = '') =>
  run({
    name: 'save-provider',
    input: { name, kind: 'life-service', phone: '62001234', serviceType: 'market', funding: '', services, hours: '', area: '东里', contact: '' }, // prettier-ignore
  })
const reopen = async (): Promise<void> => {
  await world.close()
  world = await openWorld(folder, undefined, () => now)
  const unlocked = await world.desk.unlock(SET_UP.password, 'user')
  expect(unlocked.ok).toBe(true)
}
const whole = { offset: 0, limit: 100, atOnce: false }

test('today: reasons in order, a page of it, and the clock alone brings cases onto it', async () => {
  await receive('甲')
  const repair = await provider('安居维修店')
  const sent = await receive('乙')
  await run({
    name: 'dispatch',
    input: { case: sent, provider: repair, reason: '', demand: '', ground: 'no-personal-data', fieldsSent: ['title'] },
  })
  await receive('丙', { urgency: 'danger' })
  const shown = async (offset = 0, limit = 100): Promise<string[]> =>
    (await world.desk.today({ offset, limit, atOnce: false })).rows.map(({ title, reason }) => `${title} ${reason}`)
  expect(await shown()).toEqual(['丙 danger', '乙 no-contact', '甲 new'])
  expect(await shown(1, 1)).toEqual(['乙 no-contact'])

  await run({ name: 'record-contact', input: { case: sent, kind: 'first-contact', way: 'phone', reached: true, note: '' } }) // prettier-ignore
  expect(await shown()).toEqual(['丙 danger', '甲 new'])
  now += 3 * 3_600_000
  expect(await shown()).toEqual(['丙 danger-late', '甲 new'])
  now += 2 * DAY
  expect(await shown()).toEqual(['丙 danger-late', '甲 unrouted', '乙 silent'])
  now += 6 * DAY
  expect((await shown()).toSorted()).toEqual(['丙 danger-late', '乙 urge', '甲 urge'])
})

test('after a start the head of the copy answers at once, by the same rule and today’s clock', async () => {
  await receive('甲')
  await receive('丙', { urgency: 'danger' })
  now += 3 * 3_600_000
  await reopen()
  const first = await world.desk.today({ ...whole, atOnce: true })
  expect(first.partial).toBe(true)
  expect(first.rows.map(({ title, reason }) => `${title} ${reason}`)).toEqual(['丙 danger-late', '甲 new'])
  const { rows } = await world.desk.today(whole)
  expect(rows).toEqual(first.rows)
  expect((await world.desk.today({ ...whole, atOnce: true })).partial).toBe(false)
})

test('the number of a tile is the length of the list it opens', async () => {
  for (const title of ['甲', '乙', '丙']) await receive(title, title === '丙' ? { urgency: 'danger' } : {})
  now += 3 * 3_600_000
  const filters: readonly Filter[] = [
    {},
    { open: true, due: 'late' },
    { open: true, due: 'next-7' },
    { waiting: ['routing'] },
    { waiting: ['contact'] },
    { search: '甲' },
    { urgency: ['danger'], received: 'from-today' },
  ]
  const counts = await world.desk.countEach(filters)
  expect(counts).toEqual([3, 1, 2, 3, 0, 1, 1])
  for (const [i, filter] of filters.entries()) {
    const page = await world.desk.page({ ...filter, sort: 'due', descending: false, offset: 0, limit: 1 })
    expect(page.total).toBe(counts[i])
  }
})

test('a file in steps: a save goes in between, the rest is there, and one that was dropped is gone', async () => {
  for (let i = 0; i < 12; i++) await receive(`第${i}件`)
  const request = { sort: 'number', descending: true, columns: ['number', 'title', 'phone'] } as const
  const id = await world.desk.beginExport(request, 'zh-CN')
  await receive('后来的')
  expect(await world.desk.stepExport(id)).toEqual({ done: 12, of: 12 })
  const sheet = readSheet(await world.desk.endExport(id, 'xlsx'), '工单.xlsx')
  if (!sheet.ok) throw new Error(sheet.error)
  const [head, ...rows] = sheet.value.rows.map(({ cells }) => cells)
  expect(head).toEqual(['编号', '标题', '联系电话'])
  expect(rows.map((row) => row[1])).toEqual(Array.from({ length: 12 }, (_, i) => `第${11 - i}件`))
  expect(rows[0]![2]).toBe(INTAKE.requesterPhone)

  const other = await world.desk.beginExport(request, 'zh-CN')
  await world.desk.dropExport(other)
  await expect(world.desk.stepExport(other)).rejects.toThrow('no export')
})

test('views are kept on this PC, sealed', async () => {
  const views = [{ name: '李家的件', filter: { due: 'late' }, sort: 'due-up', columns: ['number'] }] as const
  await world.desk.putSavedViews(views)
  const db = openStationDb((await stationsHere())[0]!)
  const bytes = (await db.meta.get('views'))?.value as Uint8Array
  db.close()
  expect(new TextDecoder().decode(bytes)).not.toMatch(/李家|due-up/)
  await reopen()
  expect(await world.desk.savedViews()).toEqual(views)
  await world.desk.putSavedViews([])
  expect(await world.desk.savedViews()).toEqual([])
})

test('providers by characters, pinyin and initials, every word of them', async () => {
  const [repair, meals] = [await provider('安居维修店', '水管、开锁'), await provider('好味餐厅', '送餐')]
  for (const [words, ids] of [
    ['安居', [repair]],
    ['anju', [repair]],
    ['ajwx', [repair]],
    ['shuiguan', [repair]],
    ['送餐', [meals]],
    ['东里', [repair, meals]],
    ['6200', [repair, meals]],
    ['东里 送餐', [meals]],
    ['没有', []],
  ] as const)
    expect(await world.desk.findProviders(words), words).toEqual(ids)
})
