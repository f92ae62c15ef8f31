/** DOMAIN §3.6: repeats and common matters. Each test is named after the sentence it holds. */
import { describe, expect, test } from 'vitest'
import type { CaseFile } from '#core/case-file/case-file.ts'
import { road, statusOf, nextCommands } from '#core/case-file/status.ts'
import { caseSummary, searchedText } from '#core/case-file/summary.ts'
import { areaOf, personsOf, placeGroups, topicOf, type Spotted } from '#core/topic/hotspots.ts'
import { repeatsOf, topicsOf } from '#core/topic/links.ts'
import { INTAKE, newStation, type Station } from '../commands/station.ts'

/** Everything a screen shows of a case but the record itself, where what was taken back stays to be read. */
const shownOf = (file: CaseFile) => [
  caseSummary(file),
  searchedText(file),
  statusOf(file),
  nextCommands(file),
  road(file),
]

const receive = (station: Station, name: string, phone: string): Promise<string> =>
  station.done({ name: 'receive-case', input: { ...INTAKE, requesterName: name, requesterPhone: phone } })

async function twoResidents() {
  const station = newStation()
  const first = await receive(station, '张一甲', '10000000001')
  const second = await receive(station, '李一乙', '10000000002')
  return { station, first, second }
}

test('different persons, same matter → linked as one topic', async () => {
  const { station, first, second } = await twoResidents()
  await station.done({ name: 'join-matter', input: { case: second, with: first, kind: 'same-matter' } })
  const [topic] = topicsOf(station.file(first))
  expect(topicsOf(station.file(second))).toEqual([topic])
  const third = await receive(station, '王一丙', '10000000003')
  await station.done({ name: 'join-matter', input: { case: third, with: second, kind: 'same-matter' } })
  expect(topicsOf(station.file(third))).toEqual([topic])
  const again = { name: 'join-matter', input: { case: third, with: first, kind: 'same-matter' } } as const
  expect(await station.refusal(again)).toBe('already-linked')
})

test('same person, same matter, no new facts → a repeat of the old case, and the progress is told', async () => {
  const station = newStation()
  const old = await receive(station, '张一甲', '10000000001')
  station.wait(48)
  const join = { with: old, kind: 'repeat', told: { way: 'phone', note: '已派单，明天上门' } } as const
  const repeat = await station.done({ name: 'receive-case', input: { ...INTAKE, join } })
  expect(repeatsOf(station.file(repeat))).toEqual([old])
  expect(topicsOf(station.file(repeat))).toEqual([])
  const contact = station.file(old).acts.find((act) => act.type === 'contact')
  expect(contact).toMatchObject({ kind: 'progress', reached: true, note: '已派单，明天上门' })
})

test('a repeat is said of the later case, whichever page it is said on', async () => {
  const station = newStation()
  const old = await receive(station, '张一甲', '10000000001')
  station.wait(1)
  const late = await receive(station, '张一甲', '10000000001')
  await station.done({ name: 'join-matter', input: { case: old, with: late, kind: 'repeat' } })
  expect([repeatsOf(station.file(old)), repeatsOf(station.file(late))]).toEqual([[], [old]])
})

test('a case whose partner is gone is registered by nobody with half of its links', async () => {
  const station = newStation()
  const join = { with: 'case:nowhere', kind: 'same-matter' } as const
  expect(await station.refusal({ name: 'receive-case', input: { ...INTAKE, join } })).toBe('no-such-case')
  expect(station.book.cases).toEqual([])
})

test('merging links, never deletes; each person keeps their own revisit and rating', async () => {
  const { station, first, second } = await twoResidents()
  await station.done({ name: 'join-matter', input: { case: second, with: first, kind: 'same-matter' } })
  const topic = topicsOf(station.file(first))[0]!
  const answer = { topic, cases: [first, second], way: 'phone' as const, content: '线路已修好', answeredBy: '' }
  await station.done({ name: 'answer-topic', input: answer })
  for (const id of [first, second]) {
    expect(station.file(id).acts.filter((act) => act.type === 'answer')).toHaveLength(1)
    await station.done({ name: 'close-case', input: { case: id, outcome: 'solved', note: '' } })
  }
  const rate = (id: string, grade: string, solved: boolean) =>
    station.done({ name: 'record-revisit', input: { case: id, way: 'phone', valid: true, solved, scale: 'three-rates', grade, words: '' } }) // prettier-ignore
  await rate(first, 'satisfied', true)
  await rate(second, 'dissatisfied', false)
  const grades = [first, second].map((id) => station.file(id).acts.find((act) => act.type === 'revisit')?.grade)
  expect(grades).toEqual(['satisfied', 'dissatisfied'])
  expect(await station.refusal({ name: 'answer-topic', input: answer })).toBe('case-closed')
})

describe('un-merging restores both', () => {
  test('what is shown afterwards is what was shown before, and the record keeps that they were joined', async () => {
    const { station, first, second } = await twoResidents()
    const before = [first, second].map((id) => shownOf(station.file(id)))
    await station.done({ name: 'join-matter', input: { case: second, with: first, kind: 'same-matter' } })
    const topic = topicsOf(station.file(first))[0]!
    expect([first, second].map((id) => shownOf(station.file(id)))).not.toEqual(before)
    await station.done({ name: 'unlink-cases', input: { from: topic, cases: [first, second] } })
    expect([first, second].map((id) => shownOf(station.file(id)))).toEqual(before)
    expect(station.file(first).withdrawn.map(({ act }) => act.type)).toEqual(['linking'])
    const again = { from: topic, cases: [first] }
    expect(await station.refusal({ name: 'unlink-cases', input: again })).toBe('nothing-changed')
  })

  test('long after other steps, and by another person than the one who joined them', async () => {
    const { station, first, second } = await twoResidents()
    await station.done({ name: 'join-matter', input: { case: second, with: first, kind: 'same-matter' } })
    const topic = topicsOf(station.file(first))[0]!
    const other = newStation(2, 'user:other')
    other.take(station.events)
    await other.done({ name: 'record-contact', input: { case: first, kind: 'note', way: 'phone', reached: false, note: '问过了' } }) // prettier-ignore
    await other.done({ name: 'unlink-cases', input: { from: topic, cases: [first] } })
    expect([topicsOf(other.file(first)), topicsOf(other.file(second))]).toEqual([[], [topic]])
  })

  test('a joining takes nobody’s undo away', async () => {
    const { station, first, second } = await twoResidents()
    const answer = await station.done({ name: 'record-answer', input: { case: first, way: 'phone', content: '修好了', answeredBy: '' } }) // prettier-ignore
    const other = newStation(2, 'user:other')
    other.take(station.events)
    await other.done({ name: 'join-matter', input: { case: second, with: first, kind: 'same-matter' } })
    station.take(other.events)
    await station.done({ name: 'withdraw-act', input: { case: first, act: answer } })
    expect(topicsOf(station.file(first))).toHaveLength(1)
  })
})

test('a topic is begun from chosen cases, changed, settled and opened again', async () => {
  const { station, first, second } = await twoResidents()
  const begin = { title: '槐树里停电', category: 'L020103', place: '槐树里', note: '', cases: [first, second, first] }
  const topic = await station.done({ name: 'begin-topic', input: begin })
  expect(station.file(first).acts.filter((act) => act.type === 'linking')).toHaveLength(1)
  const change = (input: object) => station.refusal({ name: 'change-topic', input: { topic, ...input } })
  expect(await change({ title: '槐树里 3 号楼停电', closed: true })).toBe(null)
  expect(await change({ closed: true })).toBe('nothing-changed')
  expect(await change({ closed: false })).toBe(null)
  expect(await station.refusal({ name: 'link-cases', input: { topic: 'topic:none', cases: [first] } })).toBe('no-such-topic') // prettier-ignore
  expect(await station.refusal({ name: 'link-cases', input: { topic, cases: [first] } })).toBe('already-linked')
})

const spot = (id: string, more: Partial<Spotted> = {}): Spotted => ({
  id: `case:${id}`,
  category: 'L020103',
  guessed: false,
  place: '槐树里',
  person: `person:${id}`,
  topics: [],
  title: '',
  text: '',
  ...more,
})

test('repeated matters by place and category surface as hotspots: three persons at one place, whoever came how often', () => {
  const three = [spot('1'), spot('2'), spot('3')]
  expect(placeGroups(three.slice(1)).groups).toEqual([])
  const { groups, left } = placeGroups([...three, spot('4', { place: '柳岸' })])
  expect(groups).toEqual([{ category: 'L020103', place: '槐树里', words: '', cases: three }])
  expect(left.map(({ id }) => id)).toEqual(['case:4'])
  const often = [spot('1'), spot('2'), ...['5', '6', '7'].map((id) => spot(id, { person: 'person:1' }))]
  expect([personsOf(often), placeGroups(often).groups]).toEqual([2, []])
  expect(placeGroups(three.map((one) => ({ ...one, category: '' }))).groups).toEqual([])
})

test('a hotspot whose cases stand in one topic already is no news; one more who is not in it is', () => {
  const three = [spot('1'), spot('2'), spot('3')]
  const joined = three.map((one) => ({ ...one, topics: ['topic:1'] }))
  expect([topicOf({ cases: three }), topicOf({ cases: joined }), topicOf({ cases: [...joined, spot('5')] })]).toEqual([null, 'all', 'topic:1']) // prettier-ignore
})

test.each([
  ['槐树里小区3号楼2单元501', '槐树里小区'],
  ['槐树里小区三号楼', '槐树里小区'],
  ['3 号楼 2 单元 101', '3号楼'],
  ['广场南门', '广场南门'],
  ['', ''],
])('the place of %s is %s', (words, area) => expect(areaOf(words)).toBe(area))
