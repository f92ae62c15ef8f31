/** What a directory refuses, each with its field; and what a provider's parts give to routing. */
import { beforeEach, describe, expect, it } from 'vitest'
import { entitiesOf, readEntity } from '#core/book/book.ts'
import { termOn, termProblem } from '#core/agreement/agreement.ts'
import { readDirectory } from '#core/provider/directory.ts'
import { parseHours } from '#core/provider/hours-words.ts'
import { isStale, staleFrom } from '#core/provider/provider-note.ts'
import { BLANK_MEMBER } from '#core/provider/member.ts'
import { BLANK_SERVICE } from '#core/provider/service.ts'
import { BLANK_SITE } from '#core/provider/site.ts'
import { BLANK_ACTIVITY } from '#core/provider/activity.ts'
import { newStation, PROVIDER, type Station } from '../commands/station.ts'

let station: Station
let provider: string
const hours = (words: string) => {
  const read = parseHours(words)
  return read.ok ? read.value : null
}
beforeEach(async () => {
  station = newStation()
  provider = await station.done({ name: 'save-provider', input: PROVIDER })
})
const service = (more: object) =>
  ({
    name: 'save-service',
    input: { ...BLANK_SERVICE, provider, name: '代买', serviceType: 'welfare', ...more },
  }) as const
const agreement = (more: object) =>
  ({ name: 'save-agreement', input: { provider, kind: 'contract', number: '购-1', from: '2026-01-01', to: '2026-12-31', item: '', itemWords: '助餐', unit: 'times', unitFen: 400, quota: 100, used: 0, longReason: '', note: '', overOnPurpose: false, ...more } }) as const // prettier-ignore
const directory = () =>
  readDirectory(
    { read: (id) => readEntity(station.book, id), ids: (type) => entitiesOf(station.book, type) },
    '2026-03-02',
  )

describe('bad input is refused beside its field, and nothing is saved', () => {
  it.each([
    ['opens after it closes', { hours: { weekly: [{ day: 1, from: '17:00', to: '09:00' }], exceptions: [], holidays: '' } }, ['closes-before-opens', 'hours']],
    ['overlapping hours', { hours: { weekly: [{ day: 1, from: '09:00', to: '12:00' }, { day: 1, from: '11:00', to: '13:00' }], exceptions: [], holidays: '' } }, ['hours-overlap', 'hours']],
    ['an unknown category', { categories: ['L999999'] }, ['unknown-category', 'categories']],
    ['an unknown place', { area: ['place:none'] }, ['unknown-place', 'area']],
    ['ages the wrong way round', { minAge: 80, maxAge: 60 }, ['ages-backwards', 'maxAge']],
    ['more places free than there are', { capacityOpen: 5, capacityMax: 3 }, ['capacity-backwards', 'capacityOpen']],
    ['a capacity said tomorrow', { capacityAt: '2026-03-03' }, ['in-the-future', 'capacityAt']],
  ] as const)('%s', async (_what, more, refusal) => {
    expect(await station.refusal(service(more))).toEqual(refusal)
    expect(entitiesOf(station.book, 'service').size).toBe(0)
  }) // prettier-ignore

  it('a duplicate service, whatever its spaces', async () => {
    await station.done(service({}))
    expect(await station.refusal(service({ name: '代 买' }))).toEqual(['duplicate-service', 'name'])
  })

  it('a provider with no hours is fine', async () => {
    await station.done(service({}))
    expect(directory()).toMatchObject([{ service: { name: '代买', hours: null } }])
  })

  it.each([
    [{ to: '2026-02-28', from: '2025-06-01' }, ['term-over', 'to']],
    [{ to: '2025-12-31' }, ['term-backwards', 'to']],
    [{ to: '2027-06-30' }, ['long-term-reason', 'longReason']],
    [{ to: '2029-01-01', longReason: '三年规划' }, ['term-too-long', 'to']],
    [{ to: '2026-02-30' }, ['day-impossible', 'to']],
    [{ used: 101 }, ['quota-exceeded', 'used']],
    [{ to: '2028-12-31', longReason: '三年规划' }, null],
    [{ to: '2026-02-28', from: '2025-06-01', overOnPurpose: true }, null],
  ] as const)('purchase contract: normally at most 1 year, up to 3: %j → %j', async (more, refusal) => {
    expect(await station.refusal(agreement(more))).toEqual(refusal)
  })
})

describe('terms and 动态', () => {
  it('a term is warned of 60 days before it ends', () => {
    const term = { from: '2026-01-01', to: '2026-12-31' }
    expect(['2025-12-31', '2026-10-31', '2026-11-01', '2026-12-31', '2027-01-01'].map((day) => termOn(term, day))).toEqual(['not-begun', 'in-force', 'ending', 'ending', 'over']) // prettier-ignore
    expect(termProblem({ ...term, longReason: '' }, '2026-06-01')).toBeNull()
  })

  it('动态 are stale after six months', () => {
    expect(staleFrom('2026-08-31')).toBe('2027-02-28')
    expect([isStale('2025-09-02', '2026-03-01'), isStale('2025-09-02', '2026-03-02'), isStale(null, '2026-03-02')]).toEqual([false, true, false]) // prettier-ignore
  })
})

describe('what routing reads', () => {
  it('services with their sites, agreements and minutes; without any, the entry stands for one', async () => {
    expect(directory()).toMatchObject([{ id: null, service: { serviceType: 'welfare' } }])
    const id = await station.done(service({ hours: hours('周一 9:00-12:00') }))
    await station.done({ name: 'save-site', input: { ...BLANK_SITE, provider, name: '驿站', barrierFree: 'yes' } })
    await station.done(agreement({ used: 40 }))
    expect(directory()).toMatchObject([
      { id, sites: [{ name: '驿站' }], agreements: [{ left: 60, term: 'in-force' }], minutes: [] },
    ])
    await station.done({ name: 'save-provider', input: { ...PROVIDER, id: provider, stopped: true } })
    expect(directory()).toEqual([])
  })
})

describe('volunteers: service hours recorded truthfully', () => {
  it('not in the future, not before 报到, not twice at the same time; what is taken back does not count', async () => {
    const member = await station.done({ name: 'save-member', input: { ...BLANK_MEMBER, skills: [], posts: [], provider, kind: 'volunteer', name: '张一甲', registeredAt: '2026-02-01' } }) // prettier-ignore
    const time = (day: string, from: string, to: string) =>
      ({ name: 'record-service-time', input: { member, day, from, to, what: '巡楼', of: '' } }) as const
    expect(await station.refusal(time('2026-03-02', '08:00', '10:00'))).toEqual(['in-the-future', 'to'])
    expect(await station.refusal(time('2026-01-31', '08:00', '10:00'))).toEqual(['before-registration', 'day'])
    expect(await station.refusal(time('2026-02-03', '10:00', '08:00'))).toEqual(['time-backwards', 'to'])
    const first = await station.done(time('2026-02-03', '08:00', '10:00'))
    expect(await station.refusal(time('2026-02-03', '09:00', '11:00'))).toEqual(['too-many-hours', 'from'])
    await station.done({ name: 'take-back-entry', input: { entry: first } })
    expect(await station.refusal(time('2026-02-03', '09:00', '11:00'))).toBeNull()
  })

  it('a task is taken over by as many as are wanted; an activity gives its helpers their hours once', async () => {
    const enter = (name: string) =>
      station.done({ name: 'save-member', input: { ...BLANK_MEMBER, skills: [], posts: [], provider, kind: 'volunteer', name, registeredAt: '2026-01-01' } }) // prettier-ignore
    const [one, two] = [await enter('张一甲'), await enter('李二乙')]
    const task = await station.done({ name: 'save-task', input: { provider, kind: 'wish', title: '修轮椅', note: '', wanted: 1, until: '', closed: false } }) // prettier-ignore
    await station.done({ name: 'claim-task', input: { task, member: one } })
    expect(await station.refusal({ name: 'claim-task', input: { task, member: two } })).toBe('task-full')

    const activity = await station.done({ name: 'save-activity', input: { ...BLANK_ACTIVITY, provider, title: '集市', from: '2026-03-01T09:00:00+08:00', to: '2026-03-01T11:00:00+08:00', places: 1 } }) // prettier-ignore
    const signUp = await station.done({ name: 'sign-up', input: { activity, member: two, name: '', phone: '' } })
    expect(await station.refusal({ name: 'sign-up', input: { activity, member: '', name: '王三', phone: '' } })).toBe('activity-full') // prettier-ignore
    for (const attended of [true, false, true])
      await station.done({ name: 'mark-attendance', input: { signUp, attended } })
    const times = [...entitiesOf(station.book, 'service-time')].map((id) => readEntity(station.book, id))
    expect(times).toMatchObject([{ member: two, from: '09:00', to: '11:00', withdrawn: false }])
  })
})
