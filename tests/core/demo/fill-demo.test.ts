import { describe, expect, it } from 'vitest'
import { entitiesOf, newBook, readCase, readEntity, type Book } from '#core/book/book.ts'
import { dueOf } from '#core/case-file/due.ts'
import { CHANNELS, OUTCOMES, REQUEST_KINDS, SERVICE_TYPES, STATUSES } from '#core/case-file/codes.ts'
import { actsOf, type CaseFile } from '#core/case-file/case-file.ts'
import { waitingOf } from '#core/case-file/waiting.ts'
import { categoryOf, isOpen, serviceTypeOf, statusOf } from '#core/case-file/status.ts'
import { DEMO_AREAS } from '#core/demo/demo-people.ts'
import { DEMO_SEED } from '#core/demo/demo-station.ts'
import { fillDemo } from '#core/demo/fill-demo.ts'
import { todayAt } from '#core/follow-up/today.ts'
import type { Appended } from '#core/journal/writer.ts'
import { SCOPES, type StoredEvent } from '#core/kernel/event.ts'
import { ok } from '#core/lib/result.ts'
import { ratingsOf } from '#core/revisit/ratings.ts'
import { epochOf } from '#core/lib/time.ts'
import { presenceOf } from '#core/station/colleagues.ts'

const NOW = epochOf('2026-04-01T15:20:00+08:00')

async function demo(now: number): Promise<{ book: Book; cases: CaseFile[]; events: StoredEvent[]; providers: number }> {
  const book = newBook(SCOPES)
  const events: StoredEvent[] = []
  const writer = {
    append: (part: readonly StoredEvent[]) => {
      events.push(...part)
      const appended: Appended = { segment: '', ordinal: 0, from: 0, to: 0, nextSeq: 0, batch: new Uint8Array(0) }
      return Promise.resolve(ok(appended))
    },
    settle: () => Promise.resolve(ok(null)),
    position: () => null,
  }
  const parts = {
    book,
    writer,
    stationId: 'station:demo',
    user: 'user:demo',
    device: '0123456789abcdef',
    now,
    seed: DEMO_SEED,
  }
  const filled = await fillDemo(parts)
  expect(filled).toEqual(ok(book.cases.length))
  return {
    book,
    cases: book.cases.map((id) => readCase(book, id)!),
    events,
    providers: entitiesOf(book, 'provider').size,
  }
}

describe('the demo station', async () => {
  const { book, cases, events, providers } = await demo(NOW)
  const all = <T>(pick: (file: CaseFile) => T): Set<T> => new Set(cases.map(pick))

  it('holds at least 700 cases over two years and about twenty providers', () => {
    expect(cases.length).toBeGreaterThanOrEqual(700)
    expect(providers).toBeGreaterThanOrEqual(20)
    const months = all((file) => file.fields.receivedAt!.slice(0, 7))
    expect(months.size).toBeGreaterThanOrEqual(24)
    expect(months.has('2026-04')).toBe(true)
  })

  it('shows every status, service type, request kind, and every channel but the import', () => {
    expect([...all(statusOf)].toSorted()).toEqual([...STATUSES].toSorted())
    expect([...all(serviceTypeOf)].toSorted()).toEqual([...SERVICE_TYPES, null].toSorted())
    expect([...all((file) => file.fields.requestKind)].toSorted()).toEqual([...REQUEST_KINDS].toSorted())
    expect([...all((file) => file.fields.channel)].toSorted()).toEqual(
      CHANNELS.filter((c) => c !== 'import').toSorted(),
    )
  })

  it('holds revisits with grades, findings, returned orders, cases that were reopened and some nobody could reach', () => {
    const count = (pick: (file: CaseFile) => boolean): number => cases.filter(pick).length
    expect(count((file) => actsOf(file.acts, 'revisit').some((act) => act.valid && act.grade))).toBeGreaterThan(100)
    expect(count((file) => actsOf(file.acts, 'revisit').some((act) => !act.valid))).toBeGreaterThan(5)
    expect(count((file) => actsOf(file.acts, 'finding').some((act) => act.demand))).toBeGreaterThan(3)
    expect(count((file) => actsOf(file.acts, 'reopening').length > 0)).toBeGreaterThan(3)
    expect(count((file) => actsOf(file.acts, 'referral-step').some((act) => act.step === 'returned'))).toBeGreaterThan(
      3,
    )
    expect(count((file) => actsOf(file.acts, 'ruling').length > 0)).toBeGreaterThan(3)
    expect(count((file) => actsOf(file.acts, 'consent').length > 0)).toBeGreaterThan(100)
    const outcomes = new Set(cases.flatMap((file) => actsOf(file.acts, 'closing').map((act) => act.outcome)))
    expect([...outcomes].toSorted()).toEqual([...OUTCOMES].toSorted())
  })

  it('shows what is rare: a line here says how many cases of it there are at least', () => {
    const least: Readonly<Record<string, readonly [number, (file: CaseFile) => boolean]>> = {
      'categories of the catalogue': [600, (file) => /^L\d{6}$/.test(categoryOf(file))],
      'sent on a lawful ground': [
        100,
        (file) => actsOf(file.acts, 'referral').some(({ ground }) => ground !== undefined),
      ],
      'co-handlers': [1, (file) => actsOf(file.acts, 'referral').filter(({ role }) => role === 'co').length === 2],
      'an objection refused': [1, (file) => actsOf(file.acts, 'ruling').some(({ decision }) => decision === 'refused')],
      'interim reports': [3, (file) => actsOf(file.acts, 'referral-step').some(({ step }) => step === 'interim')],
      'a part in a shared matter': [1, (file) => actsOf(file.acts, 'participation').length > 1],
      urged: [1, (file) => actsOf(file.acts, 'urging').length > 0],
      'consent taken back': [1, (file) => actsOf(file.acts, 'consent-withdrawal').length > 0],
      gaps: [2, (file) => actsOf(file.acts, 'gap').length > 0],
      'a gap that was filled': [
        1,
        (file) => actsOf(file.acts, 'gap').length > 0 && actsOf(file.acts, 'referral').length > 0,
      ],
      'orders of 12345 with a limit of their own': [2, (file) => file.fields.orderDueAt !== undefined],
      'an order asked back': [1, (file) => actsOf(file.acts, 'order-return').length > 0],
      paused: [1, (file) => dueOf(file).paused !== null],
      extended: [2, (file) => dueOf(file).extensions > 0],
      'a unit asks': [1, (file) => Boolean(file.fields.requesterUnit)],
      'reports about somebody': [1, (file) => Boolean(file.fields.reportedUnit)],
      'a child': [1, (file) => actsOf(file.acts, 'child-report').length > 0],
      'given to a colleague': [100, (file) => actsOf(file.acts, 'assignment').length > 0],
      'not accepted, with reason and channel': [4, (file) => actsOf(file.acts, 'closing').some(({ refusalReason, toldChannel }) => refusalReason && toldChannel)], // prettier-ignore
      'settled at once': [30, (file) => actsOf(file.acts, 'closing').some(({ at }) => at === file.fields.receivedAt)],
      'of a registered resident': [50, (file) => file.fields.person !== undefined],
      'at a place of the tree': [600, (file) => file.fields.placeId !== undefined],
      'in a topic': [7, (file) => actsOf(file.acts, 'linking').length > 0],
    }
    const counts = Object.entries(least).map(([what, [n, holds]]) => [what, n, cases.filter(holds).length] as const)
    console.log(counts.map(([what, , found]) => `${found} ${what}`).join('; '))
    expect(counts.filter(([, n, found]) => found < n)).toEqual([])
  })

  it('has two topics, a walk sheet of which two rows are typed in, and colleagues of whom one is away', () => {
    const of = (type: string) => [...entitiesOf(book, type)].map((id) => readEntity(book, id)!)
    expect(of('topic').map(({ closed }) => closed)).toEqual([true, false])
    expect(of('walk-sheet')).toHaveLength(1)
    expect(of('walk-entry').map(({ row }) => row)).toEqual([1, 2])
    const staff = of('user').map((fields) => presenceOf(fields, '2026-04-01'))
    expect(staff.toSorted()).toEqual(['away', 'here', 'here', 'here'])
  })

  it('happens in the past, and in working hours where a clerk wrote it', () => {
    for (const file of cases) for (const act of file.acts) expect(epochOf(act.at)).toBeLessThanOrEqual(NOW)
  })

  it('names nobody: invented names, and numbers that no network gives out', () => {
    for (const { fields } of cases) {
      expect(fields.requesterName).toMatch(/^([\u4e00-\u9fff][一二三四五六七八九][甲乙丙丁戊己庚辛壬癸])?$/)
      expect(fields.requesterPhone).toMatch(/^(100\d{8})?$/)
    }
  })

  it('holds bad ratings at every step, few of them open; and one resident whom nobody reached', () => {
    const states = cases.flatMap((file) => ratingsOf(file).map(({ state }) => state))
    for (const state of ['to-verify', 'to-rectify', 'put-right', 'superseded'] as const) expect(states).toContain(state)
    expect(states.filter((state) => state === 'to-verify').length).toBeLessThan(8)
    expect(cases.filter((file) => waitingOf(file) === 'unreached').length).toBeGreaterThanOrEqual(1)
  })

  it('is the same for the same seed and moment', async () => {
    const again = await demo(NOW)
    expect(again.events.length).toBe(events.length)
    expect(again.events.at(-1)!.id).toBe(events.at(-1)!.id)
  })

  it.each([
    ['a Wednesday morning', '2026-04-15T10:12:00+08:00'],
    ['a Monday', '2026-04-13T09:00:00+08:00'],
    ['a Sunday evening', '2026-04-19T20:00:00+08:00'],
    ['a year whose holidays are not known', '2027-02-01T08:30:00+08:00'],
  ])('is a well-run station on %s', async (_, moment) => {
    const now = epochOf(moment)
    const day = todayAt(moment)
    const files = (await demo(now)).cases
    const due = (file: CaseFile): number => epochOf(dueOf(file).at ?? '9999-01-01T00:00:00+08:00')
    const open = files.filter((file) => isOpen(statusOf(file)))
    const late = open.filter((file) => due(file) < now)
    expect(late).toHaveLength(3)
    for (const file of late) expect(now - due(file)).toBeLessThan(30 * 3_600_000)
    expect(late.filter((file) => file.fields.urgency === 'danger')).toEqual([])
    expect(open.filter((file) => due(file) >= now && due(file) < day.end)).toHaveLength(5)
    const revisits = files.filter((file) => waitingOf(file) === 'revisit' && due(file) < day.end)
    expect(revisits.length).toBeGreaterThanOrEqual(10)
    expect(revisits.length).toBeLessThanOrEqual(15)
    expect(files.length).toBeGreaterThanOrEqual(700)
  })

  it('is full on a holiday too', async () => {
    const holiday = await demo(epochOf('2026-10-04T07:00:00+08:00'))
    expect(holiday.cases.length).toBeGreaterThanOrEqual(700)
    expect(new Set(holiday.cases.map(statusOf)).size).toBe(STATUSES.length)
  })
})

describe('the demo’s residents', async () => {
  const { book } = await demo(NOW)
  const all = (type: string) => [...entitiesOf(book, type)].map((id) => readEntity(book, id)!)

  it('has a place tree of its four neighbourhoods, about sixty residents in households, and visits', () => {
    expect(all('place').filter(({ kind }) => kind === 'neighbourhood').map(({ name }) => name)).toEqual([...DEMO_AREAS]) // prettier-ignore
    const people = all('person')
    expect(people.length).toBeGreaterThanOrEqual(55)
    expect(people.every(({ place }) => typeof place === 'string' && place !== '')).toBe(true)
    expect(all('household').length).toBe(30)
    expect(all('person-visit').length).toBeGreaterThan(100)
    expect(new Set(people.flatMap(({ marks }) => marks as string[])).size).toBeGreaterThan(4)
    // The second entries of 疑似同一人.
    expect(people.at(-2)!['name']).not.toBe(people[0]!['name'])
  })
})
