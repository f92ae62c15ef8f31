/** 四有 (DOMAIN §1): old neighbourhoods aim at security, cleaning, repair, parking. Named after what each holds. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { entitiesOf, readEntity } from '#core/book/book.ts'
import { currentCatalogue } from '#core/category/current-catalogue.ts'
import type { CheckHave } from '#core/follow-up/check-have.ts'
import { haveOf, HAVE_CATEGORIES } from '#core/have/categories.ts'
import { HAVES, POINT_STATES, type Have, type PointState } from '#core/have/codes.ts'
import { haveCheck, type HaveCheck } from '#core/have/fields.ts'
import { POINTS } from '#core/have/points.ts'
import { proposalFor } from '#core/have/proposals.ts'
import { countPoints, overallState, recheckDue, standingOf } from '#core/have/standing.ts'
import { newStation, type Station } from '../commands/station.ts'

const all = (have: Have, state: PointState): Record<string, PointState> => Object.fromEntries(POINTS[have].map(({ key }) => [key, state])) // prettier-ignore

test('5 to 7 concrete points for each of the four, no key twice, both languages', () => {
  for (const have of HAVES) {
    const points = POINTS[have]
    expect(points.length).toBeGreaterThanOrEqual(5)
    expect(points.length).toBeLessThanOrEqual(7)
    expect(new Set(points.map(({ key }) => key)).size).toBe(points.length)
    expect(points.every(({ zh, en }) => zh !== '' && en !== '' && zh !== en)).toBe(true)
  }
})

test('which requests belong to which of the four: every code is one of the catalogue, and none belongs to two', () => {
  const { leaves } = currentCatalogue([], '2026-03-02')
  for (const have of HAVES)
    for (const begin of HAVE_CATEGORIES[have]) expect(leaves.some(({ code }) => code.startsWith(begin)), begin).toBe(true) // prettier-ignore
  for (const { code } of leaves) {
    const own = HAVES.filter((have) => HAVE_CATEGORIES[have].some((begin) => code.startsWith(begin)))
    expect(own.length, code).toBeLessThanOrEqual(1)
    expect(haveOf(code)).toBe(own[0] ?? null)
  }
})

describe('the overall state is worked out', () => {
  test.each([
    ['every point that applies is there', { ...all('parking', 'present'), fees: 'not-applicable' }, 'present'],
    ['none is', all('parking', 'absent'), 'absent'],
    ['one is lacking', { ...all('parking', 'present'), fees: 'absent' }, 'partly'],
    ['none is, but one was not looked at', { ...all('parking', 'absent'), fees: 'unchecked' }, 'partly'],
    ['nothing is known to be lacking, one was not looked at', { ...all('parking', 'present'), fees: 'unchecked' }, 'unchecked'], // prettier-ignore
    ['none applies', all('parking', 'not-applicable'), 'not-applicable'],
    ['nobody looked', {}, 'unchecked'],
  ] as const)('%s', (_what, points, state) => expect(overallState('parking', points)).toBe(state))

  test('it is there only when nothing is lacking or left out, and counts add up', () => {
    const points = fc.record(Object.fromEntries(POINTS.repair.map(({ key }) => [key, fc.constantFrom(...POINT_STATES)]))) // prettier-ignore
    fc.assert(
      fc.property(points, (states) => {
        const counts = countPoints('repair', states)
        expect(Object.values(counts).reduce((sum, n) => sum + n, 0)).toBe(POINTS.repair.length)
        const state = overallState('repair', states)
        if (state === 'present') expect(counts.absent + counts.partly + counts.unchecked).toBe(0)
        if (state === 'absent') expect(counts.present + counts.partly + counts.unchecked).toBe(0)
      }),
    )
  })
})

const CHECK: Omit<CheckHave, 'place'> = {
  have: 'parking',
  points: all('parking', 'present'),
  note: '',
  carrier: 'self-governing-body',
  carrierName: '槐树里小区自管会',
  authority: '槐居决〔2026〕2 号',
  checkedOn: '2026-03-01',
  checkedBy: '网格员',
  recheckOn: '2026-06-01',
  cases: [],
  topics: [],
  photos: [],
}
const PHOTO = { blob: 'a'.repeat(32), name: '车位.jpg', media: 'image/jpeg', bytes: 3, sha256: 'b'.repeat(64) }

async function withPlace(): Promise<{ station: Station; place: string }> {
  const station = newStation()
  const place = await station.done({ name: 'save-place', input: { kind: 'neighbourhood', name: '槐树里小区', parent: '', leader: '', leaderPhone: '' } }) // prettier-ignore
  return { station, place }
}
const checks = (station: Station): HaveCheck[] => [...entitiesOf(station.book, 'have-check')].map((id) => haveCheck(id, readEntity(station.book, id)!)) // prettier-ignore

describe('登记检查', () => {
  test('every check is a new record; the newest day counts, and the history shows all of them', async () => {
    const { station, place } = await withPlace()
    const input = { ...CHECK, place }
    const old = await station.done({ name: 'check-have', input: { ...input, checkedOn: '2026-02-01', points: all('parking', 'absent') } }) // prettier-ignore
    const late = await station.done({ name: 'check-have', input: { ...input, photos: [PHOTO] } })
    const typedAfter = await station.done({ name: 'check-have', input: { ...input, checkedOn: '2026-01-01', points: all('parking', 'partly') } }) // prettier-ignore
    const { state, check, history } = standingOf('parking', checks(station))
    expect([state, check?.id, history.map(({ id }) => id)]).toEqual(['present', late, [late, old, typedAfter]])
    const [photo] = [...entitiesOf(station.book, 'have-photo')].map((id) => readEntity(station.book, id)!)
    expect(photo).toMatchObject({ ...PHOTO, check: late })
  })

  test('one that was a mistake is taken back and stays to be read; what counted before counts again', async () => {
    const { station, place } = await withPlace()
    const right = await station.done({ name: 'check-have', input: { ...CHECK, place, checkedOn: '2026-02-01' } })
    const wrong = await station.done({ name: 'check-have', input: { ...CHECK, place, points: all('parking', 'absent') } }) // prettier-ignore
    const back = { check: wrong, reason: '录到别的小区了' }
    await station.done({ name: 'take-back-check', input: back })
    const { check, history } = standingOf('parking', checks(station))
    expect([check?.id, history.map(({ takenBack }) => takenBack)]).toEqual([right, ['录到别的小区了', undefined]])
    expect(await station.refusal({ name: 'take-back-check', input: back })).toBe('nothing-changed')
    expect(await station.refusal({ name: 'take-back-check', input: { ...back, check: 'have-check:none' } })).toBe('no-such-check') // prettier-ignore
    expect(await station.refusal({ name: 'add-have-photos', input: { check: 'have-check:none', photos: [PHOTO] } })).toBe('no-such-check') // prettier-ignore
  })

  test.each([
    ['not-a-neighbourhood', { place: 'place:none' }, 'place'],
    ['nothing-checked', { points: {} }, 'points'],
    ['recheck-too-early', { recheckOn: '2026-03-01' }, 'recheckOn'],
    ['in-the-future', { checkedOn: '2026-03-03' }, 'checkedOn'],
    ['invalid-input', { points: { ...CHECK.points, roofs: 'present' } }, 'points'],
    ['invalid-input', { carrierName: '' }, 'carrierName'],
    ['no-such-case', { cases: ['case:none'] }, 'cases'],
    ['no-such-topic', { topics: ['topic:none'] }, 'topics'],
  ] as const)('%s: nothing is saved', async (code, change, field) => {
    const { station, place } = await withPlace()
    const input = { ...CHECK, place, ...change } as CheckHave
    expect(await station.refusal({ name: 'check-have', input })).toEqual([code, field])
    expect(checks(station)).toEqual([])
  })

  test('a building is no neighbourhood', async () => {
    const { station, place } = await withPlace()
    const building = await station.done({ name: 'save-place', input: { kind: 'building', name: '3号楼', parent: place, leader: '', leaderPhone: '' } }) // prettier-ignore
    expect(await station.refusal({ name: 'check-have', input: { ...CHECK, place: building } })).toEqual(['not-a-neighbourhood', 'place']) // prettier-ignore
  })
})

test('two PCs check the same on one day: both are kept, the same one counts everywhere, and that they differ is said', async () => {
  const { station, place } = await withPlace()
  const other = newStation(2, 'user:other')
  other.take(station.events)
  await station.done({ name: 'check-have', input: { ...CHECK, place } })
  await other.done({ name: 'check-have', input: { ...CHECK, place, points: all('parking', 'partly') } })
  station.take(other.events)
  other.take(station.events)
  const [here, there] = [station, other].map((pc) => standingOf('parking', checks(pc)))
  expect(here).toEqual(there)
  expect([here!.history.length, here!.differs.length]).toEqual([2, 1])
})

test('the day to look again, or half a year later where nobody set one', () => {
  const check = { ...CHECK, place: 'place:1', at: '', by: '', id: 'have-check:1' } as unknown as HaveCheck
  expect(recheckDue({ check })).toBe('2026-06-01')
  expect(recheckDue({ check: { ...check, recheckOn: '' } })).toBe('2026-08-31')
  expect(recheckDue({ check: null })).toBe(null)
})

test.each([
  ['absent', 0, false, 'absent'],
  ['partly', 1, false, null],
  ['partly', 2, false, 'lacking-and-asked'],
  ['present', 4, false, null],
  ['present', 5, false, 'piling-up'],
  ['unchecked', 5, false, 'piling-up'],
  ['not-applicable', 9, false, null],
  ['absent', 9, true, null],
] as const)(
  'a topic is proposed when a have is missing or requests pile up: %s, %i persons, topic %s → %s',
  (state, persons, hasTopic, reason) => {
    // prettier-ignore
    expect(proposalFor({ have: 'parking', state, persons, hasTopic })).toBe(reason)
  },
)

test('one of the four may be a topic before anybody asked; any other topic needs a case', async () => {
  const { station, place } = await withPlace()
  const begin = { title: '停车', category: '', place: '', note: '', cases: [] as [] }
  expect(await station.refusal({ name: 'begin-topic', input: begin })).toEqual(['invalid-input', 'cases'])
  const topic = await station.done({ name: 'begin-topic', input: { ...begin, have: 'parking', placeId: place } })
  expect(readEntity(station.book, topic)).toMatchObject({ have: 'parking', placeId: place })
})
