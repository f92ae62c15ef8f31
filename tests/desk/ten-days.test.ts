/** DOMAIN §5.8: everything is computed from dates, so a PC that was off for ten days shows the right lists at once. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { INTAKE, newFolder, newProfile, openWorld, removeFolder, SET_UP, type World } from './desk-world.ts'

const DAY = 86_400_000
/** Monday 2 March 2026, 09:00. */
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
const receive = (title: string, change: object = {}) =>
  run({ name: 'receive-case', input: { ...INTAKE, title, ...change } as typeof INTAKE })
/** On its way, so that only dates put it on the list. */
const contact = (id: string) =>
  run({ name: 'record-contact', input: { case: id, kind: 'first-contact', way: 'phone', reached: true, note: '' } })
const today = async (atOnce = false): Promise<string[]> => {
  const { rows } = await world.desk.today({ offset: 0, limit: 100, atOnce })
  return rows.map(({ title, reason }) => `${title} ${reason}`)
}

test('off for ten days: each case at its step, before and after everything is read, and again after a restart', async () => {
  for (const [title, change] of [
    ['投诉', { requestKind: 'complaint' }], // 13 working days: 19 March
    ['求助', {}], // 7 natural days: 9 March
    ['急件', { urgency: 'urgent' }], // 24 h
    ['延过期的', {}],
    ['停着的', {}],
    ['催过的', { urgency: 'urgent' }],
  ] as const) {
    await contact(await receive(title, change))
  }
  const { rows } = await world.desk.page({ sort: 'received', descending: false, offset: 0, limit: 10 })
  const idOf = (title: string): string => rows.find((row) => row.title === title)!.id
  await run({
    name: 'extend-case',
    input: { case: idOf('延过期的'), dueAt: '2026-03-12T23:59:59+08:00', reason: '等', approver: '甲', toldAt: '2026-03-02T09:00:00+08:00', toldWay: 'phone' }, // prettier-ignore
  })
  await run({ name: 'pause-case', input: { case: idOf('停着的'), reason: 'resident', until: '2026-03-11T09:00:00+08:00', note: '' } }) // prettier-ignore
  now += 2 * DAY
  await run({ name: 'urge-case', input: { case: idOf('催过的'), kind: 'urge', to: '物业', way: 'phone', note: '' } })
  expect(await today()).toEqual(['急件 urge', '催过的 late'])

  await world.close()
  now = START + 10 * DAY
  world = await openWorld(folder, undefined, () => now)
  expect((await world.desk.unlock(SET_UP.password, 'user')).ok).toBe(true)
  // Thursday 12 March: five working days after the urging of Wednesday the 4th end with Wednesday the 11th.
  const right = ['催过的 supervise', '急件 urge', '求助 urge', '延过期的 due-today', '停着的 pause-over']
  expect(await today(true)).toEqual(right)
  expect(await today()).toEqual(right)

  now += 10 * DAY
  await world.close()
  world = await openWorld(folder, undefined, () => now)
  await world.desk.unlock(SET_UP.password, 'user')
  expect(await today()).toEqual([
    '催过的 supervise',
    '急件 urge',
    '求助 urge',
    '延过期的 urge',
    '投诉 urge',
    '停着的 pause-over',
  ])
})

test('a calendar brought in is known at once, and counts for what comes in from then on', async () => {
  now = Date.parse('2026-12-28T01:00:00Z')
  const before = await world.desk.limitNow('consult', 'general', '')
  expect(before).toMatchObject({ preset: 'consult', at: '2026-12-31T23:59:59+08:00', unsure: false })
  expect(await world.desk.limitNow('help', 'general', '')).toMatchObject({ unsure: true })
  const bytes = new TextEncoder().encode('日期,类型\n2027-01-01,休\n2027-01-02,休\n2027-01-03,休\n2027-01-04,休\n')
  const read = await world.desk.readCalendar('2027.csv', bytes)
  if (!read.ok) throw new Error(read.error.code)
  expect(read.value).toMatchObject({ year: 2027, replaces: false, missing: ['2027-05-01', '2027-10-01', '2027-10-02', '2027-10-03'] }) // prettier-ignore
  expect((await world.desk.timeRules()).unknown).toBe(2027)
  const found = await world.desk.find()
  const station = `station:${found.ok && found.value.kind === 'station' ? found.value.card.id : ''}`
  const { year, off, work } = read.value
  await run({ name: 'add-calendar-year', input: { station, year, off: [...off], work: [...work], source: '2027.csv' } })
  const { years, unknown } = await world.desk.timeRules()
  expect([years.map((one) => one.year), unknown]).toEqual([[2024, 2025, 2026, 2027], 2028])
  expect(await world.desk.limitNow('help', 'general', '')).toMatchObject({
    at: '2027-01-05T23:59:59+08:00',
    unsure: false,
  })
})
