/** 入户走访单: the paper's rows, and one row typed in as one request. */
import { expect, test } from 'vitest'
import type { CommandInput } from '#core/commands.ts'
import { titleOf } from '#core/intake/receive-walk-row.ts'
import { placeCard } from '#core/place/fields.ts'
import { placeTree } from '#core/place/place-tree.ts'
import { doorsOf, wholePages } from '#core/walk-sheet/doors.ts'
import { newStation, NOW, type Station } from '../commands/station.ts'

const place = (id: string, kind: string, name: string, parent = '', more: object = {}) => placeCard(id, { kind, name, parent, ...more }) // prettier-ignore
const TREE = placeTree([
  place('place:n', 'neighbourhood', '槐树里'),
  place('place:b', 'building', '3号楼', 'place:n'),
  place('place:u2', 'unit', '2单元', 'place:b'),
  place('place:u1', 'unit', '1单元', 'place:b'),
  place('place:d201', 'door', '201', 'place:u1'),
  place('place:d101', 'door', '101', 'place:u1'),
  place('place:d102', 'door', '102', 'place:u1', { retired: true }),
  place('place:e101', 'door', '101', 'place:u2'),
])

test('six doors a page, in the order in which a walker meets them; what is not in use any more is left out', () => {
  const doors = doorsOf('place:b', TREE, [], [])
  expect(doors.map(({ words }) => words)).toEqual(['1单元101', '1单元201', '2单元101'])
  expect(wholePages(doors)).toHaveLength(6)
  expect(wholePages(doors, 2)).toHaveLength(12)
  expect(wholePages(Array.from({ length: 7 }, (_, i) => ({ words: String(i) })))).toHaveLength(12)
})

test('known households pre-filled: the head, or whoever is known; nobody who moved away', () => {
  const person = (id: string, at: string, more: object = {}) => ({ id, place: at, ...more })
  const people = [
    person('person:child', 'place:d101', { household: 'household:1' }),
    person('person:head', 'place:d101', { household: 'household:1' }),
    person('person:gone', 'place:d201', { left: 'moved-away' as const }),
    person('person:one', 'place:e101'),
  ]
  const doors = doorsOf('place:b', TREE, people, [{ id: 'household:1', head: 'person:head' }])
  expect(doors.map((door) => door.person)).toEqual(['person:head', undefined, 'person:one'])
})

const sheetOf = async (station: Station): Promise<string> => {
  const person = await station.done({
    name: 'save-person',
    input: { name: '王素兰', phone: '13812342764', placeWords: '3号楼1单元101', marks: [], note: '' } as never,
  })
  return station.done({
    name: 'print-walk-sheet',
    input: { name: '槐树里3号楼', doors: [{ words: '1单元101', person }, { words: '1单元201' }, { words: '' }] },
  })
}
const row = (
  sheet: string,
  more: Partial<CommandInput<'receive-walk-row'>> = {},
): CommandInput<'receive-walk-row'> => ({
  sheet,
  row: 1,
  again: false,
  requestKind: 'complaint',
  urgency: 'general',
  raisedAt: NOW,
  text: '楼道灯一直不亮。晚上看不见台阶',
  ...more,
})

test('one row = one request: door and household come from the sheet, title from what was said', async () => {
  const station = newStation()
  const sheet = await sheetOf(station)
  const id = await station.done({ name: 'receive-walk-row', input: row(sheet) })
  expect(station.file(id).fields).toMatchObject({
    channel: 'home-visit',
    requestKind: 'complaint',
    title: '楼道灯一直不亮',
    requesterName: '王素兰',
    requesterPhone: '13812342764',
    place: '槐树里3号楼1单元101',
    anonymous: false,
  })
  expect(station.file(id).fields.person).toMatch(/^person:/)
})

test('nobody known, and no name given: the door asks, without a name', async () => {
  const station = newStation()
  const sheet = await sheetOf(station)
  const id = await station.done({ name: 'receive-walk-row', input: row(sheet, { row: 2 }) })
  expect(station.file(id).fields).toMatchObject({ anonymous: true, requesterName: '', place: '槐树里3号楼1单元201' })
  const named = await station.done({
    name: 'receive-walk-row',
    input: row(sheet, { row: 3, name: '李一乙', phone: '', place: '槐树里3号楼1单元301' }),
  })
  expect(station.file(named).fields).toMatchObject({ requesterName: '李一乙', place: '槐树里3号楼1单元301' })
  expect(station.file(named).fields.person).toBeUndefined()
})

test('the paper’s time is the time raised and raises no alarm: the limit is counted from receipt', async () => {
  const station = newStation()
  const sheet = await sheetOf(station)
  station.wait(24 * 30)
  const id = await station.done({ name: 'receive-walk-row', input: row(sheet, { requestKind: 'help' }) })
  const { raisedAt, receivedAt, dueAt } = station.file(id).fields
  expect([raisedAt, receivedAt]).toEqual([NOW, '2026-04-01T09:00:00+08:00'])
  expect(dueAt! > receivedAt!).toBe(true)
})

test('a row typed twice asks; the second request of a door is said to be one', async () => {
  const station = newStation()
  const sheet = await sheetOf(station)
  await station.done({ name: 'receive-walk-row', input: row(sheet) })
  expect(await station.refusal({ name: 'receive-walk-row', input: row(sheet) })).toEqual(['already-typed', 'row'])
  expect(await station.refusal({ name: 'receive-walk-row', input: row(sheet, { again: true }) })).toBe(null)
  expect(station.book.cases).toHaveLength(2)
  // Another sheet of the same building has rows of its own.
  expect(await station.refusal({ name: 'receive-walk-row', input: row(await sheetOf(station)) })).toBe(null)
})

test.each([
  ['a time to come', { raisedAt: '2026-03-03T09:00:00+08:00' }, ['in-the-future', 'raisedAt']],
  ['a day before the sheet was printed', { raisedAt: '2026-02-28T09:00:00+08:00' }, ['before-sheet', 'raisedAt']],
  ['a row that the sheet has not', { row: 4 }, ['invalid-input', 'row']],
  ['a sheet that is not here', { sheet: 'walk-sheet:none' }, 'no-such-sheet'],
  ['no words', { text: ' ' }, ['invalid-input', 'text']],
  ['举报, which is confidential and on no paper', { requestKind: 'report' as never }, ['invalid-input', 'requestKind']],
])('%s: a clear refusal beside the field, and nothing saved by half', async (_, wrong, refusal) => {
  const station = newStation()
  const sheet = await sheetOf(station)
  expect(await station.refusal({ name: 'receive-walk-row', input: row(sheet, wrong) })).toEqual(refusal)
  expect(station.book.cases).toEqual([])
})

test('sheets are numbered by year, one after the other', async () => {
  const station = newStation()
  const numbers: unknown[] = []
  for (let i = 0; i < 3; i++)
    numbers.push(station.book.replica.entities.get(await sheetOf(station))!.writes[0]!.f['number'])
  expect(numbers).toEqual(['2026-0001', '2026-0002', '2026-0003'])
})

test.each([
  ['电梯停了。老人下不来', '电梯停了'],
  ['  自来水发黄  ', '自来水发黄'],
  ['一'.repeat(40), `${'一'.repeat(29)}…`],
  ['𠮷'.repeat(31), `${'𠮷'.repeat(29)}…`],
  ['？', '？'],
])('title of %s', (text, title) => expect(titleOf(text)).toBe(title))
