/** Every page of the columns equals the page a plain filter-and-sort over the summaries gives. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CHANNELS, REQUEST_KINDS, SERVICE_TYPES, STATUSES, URGENCIES } from '#core/case-file/codes.ts'
import { RATING_MARKS, type CaseSummary } from '#core/case-file/summary.ts'
import { isOpen } from '#core/case-file/status.ts'
import { DUTY_FLAGS } from '#core/case-file/duties.ts'
import { WAITINGS } from '#core/case-file/waiting.ts'
import { DUE_PERIODS, RECEIVED_PERIODS, spanOf } from '#core/follow-up/period.ts'
import { epochOf, momentOf } from '#core/lib/time.ts'
import type { PageQuery } from '#app/desk/shapes.ts'
import { countRows, pageRows, type Orders } from '#app/desk/case-query.ts'
import { newCaseTable, putCase, readRow } from '#app/desk/case-table.ts'

const START = epochOf('2026-01-01T08:00:00+08:00')
/** In the middle of what happens below. */
const NOW = epochOf('2026-01-09T10:30:00+08:00')
const moment = fc.integer({ min: 0, max: 400 }).map((hours) => momentOf(START + hours * 3_600_000))
const pick = <T>(list: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...list)

const summary = (n: number): fc.Arbitrary<CaseSummary> =>
  fc.record({
    id: fc.constant(`case:${n}`),
    number: fc.constant(`S0012-A-2026-${String(n).padStart(5, '0')}`),
    title: fc.constant(`第 ${n} 件`),
    requester: fc.constant(''),
    place: fc.constant(''),
    requestKind: pick(REQUEST_KINDS),
    channel: pick(CHANNELS),
    urgency: pick(URGENCIES),
    status: pick(STATUSES),
    serviceType: fc.option(pick(SERVICE_TYPES), { nil: null }),
    provider: fc.option(pick(['provider:a', 'provider:b']), { nil: null }),
    handler: fc.option(pick(['user:a', 'user:b']), { nil: null }),
    category: pick(['', 'L010203', 'L010204', 'L020101']),
    placeId: fc.option(pick(['place:a', 'place:b']), { nil: null }),
    person: fc.option(pick(['person:a', 'person:b']), { nil: null }),
    joined: pick(['', 'topic:a']),
    pc: fc.option(pick(['0011223344556677', '8899aabbccddeeff']), { nil: null }),
    replyBy: fc.option(moment, { nil: null }),
    duty: pick(DUTY_FLAGS),
    receivedAt: moment,
    dueAt: fc.option(moment, { nil: null }),
    paused: fc.boolean(),
    extensions: fc.nat(9),
    urgeAt: fc.option(moment, { nil: null }),
    superviseAt: fc.option(moment, { nil: null }),
    waiting: pick(WAITINGS),
    nextAt: fc.option(moment, { nil: null }),
    reopened: fc.boolean(),
    disputed: fc.boolean(),
    rating: pick(RATING_MARKS),
  })

const query: fc.Arbitrary<PageQuery> = fc.record(
  {
    status: fc.subarray([...STATUSES]),
    serviceType: fc.subarray([...SERVICE_TYPES, 'undecided'] as const),
    requestKind: fc.subarray([...REQUEST_KINDS]),
    channel: fc.subarray([...CHANNELS]),
    provider: pick(['provider:a', 'provider:b', 'provider:none']),
    handler: pick(['user:a', 'user:b', 'user:none']),
    category: pick(['L01', 'L010203', 'L02', 'L09']),
    open: fc.boolean(),
    urgency: fc.subarray([...URGENCIES]),
    waiting: fc.subarray([...WAITINGS]),
    due: pick([...DUE_PERIODS, '2026-01-05..2026-01-08', '2026-01-05..', '..2026-01-08'] as const),
    received: pick([...RECEIVED_PERIODS, '2026-01-05..2026-01-08'] as const),
    sort: pick(['received', 'due', 'number', 'status'] as const),
    descending: fc.boolean(),
    offset: fc.integer({ min: 0, max: 30 }),
    limit: fc.integer({ min: 1, max: 20 }),
  },
  { requiredKeys: ['sort', 'descending', 'offset', 'limit'] },
) as fc.Arbitrary<PageQuery>

/** Many lists are not filtered at all: that page is a slice of the order. */
const bare = query.map(({ sort, descending, offset, limit }): PageQuery => ({ sort, descending, offset, limit }))

const among = <T>(wanted: readonly T[] | undefined, value: T): boolean => !wanted?.length || wanted.includes(value)

function within(at: string | null, period: PageQuery['due'] | PageQuery['received']): boolean {
  if (period === undefined) return true
  const { from, before } = spanOf(period, momentOf(NOW))
  return at !== null && epochOf(at) >= from && epochOf(at) < before
}

function naive(cases: readonly CaseSummary[], q: PageQuery): { ids: string[]; total: number } {
  const due = (one: CaseSummary): string => one.dueAt ?? '9999'
  const key: Record<PageQuery['sort'], (one: CaseSummary) => string> = {
    received: (one) => one.receivedAt,
    due,
    number: (one) => one.number,
    status: (one) => `${STATUSES.indexOf(one.status)} ${due(one)}`,
  }
  const found = cases
    .filter(
      (one) =>
        among(q.status, one.status) &&
        among(q.serviceType, one.serviceType ?? 'undecided') &&
        among(q.requestKind, one.requestKind) &&
        among(q.channel, one.channel) &&
        (q.provider === undefined || one.provider === q.provider) &&
        (q.handler === undefined || one.handler === q.handler) &&
        (q.category === undefined || one.category.startsWith(q.category)) &&
        (q.open === undefined || q.open === isOpen(one.status)) &&
        among(q.urgency, one.urgency) &&
        among(q.waiting, one.waiting) &&
        within(one.dueAt, q.due) &&
        within(one.receivedAt, q.received),
    )
    .toSorted((a, b) => (key[q.sort](a) < key[q.sort](b) ? -1 : key[q.sort](a) > key[q.sort](b) ? 1 : 0))
  if (q.descending) found.reverse()
  return { ids: found.slice(q.offset, q.offset + q.limit).map((one) => one.id), total: found.length }
}

const columnsOf = ({ title: _t, requester: _r, place: _p, ...columns }: CaseSummary) => columns

test('any filter, order and page over any cases, also after some of them changed', () => {
  const cases = fc
    .integer({ min: 0, max: 60 })
    .chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => summary(i))))
  fc.assert(
    fc.property(
      cases,
      fc.array(fc.oneof(query, bare), { minLength: 1, maxLength: 6 }),
      fc.infiniteStream(summary(0)),
      (first, queries, changes) => {
        const table = newCaseTable()
        const orders: Orders = new Map()
        const now = [...first]
        for (const one of now) putCase(table, one)
        for (const q of queries) {
          const { rows, total } = pageRows(table, orders, q, null, NOW)
          expect(countRows(table, q, null, NOW)).toBe(total)
          for (const row of rows)
            expect(readRow(table, row)).toEqual(columnsOf(now.find(({ id }) => id === table.id[row])!))
          expect({ ids: rows.map((row) => table.id[row]!), total }).toEqual(naive(now, q))
          if (now.length === 0) continue
          const at = q.offset % now.length
          now[at] = { ...changes.next().value!, id: now[at]!.id, number: now[at]!.number, title: now[at]!.title }
          putCase(table, now[at]!)
        }
      },
    ),
    { numRuns: 300 },
  )
})
