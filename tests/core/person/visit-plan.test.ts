import { expect, test } from 'vitest'
import { suggestedTier, type Tier } from '#core/person/marks.ts'
import { coverageOf, percentOf, visitDue, type Visited } from '#core/person/visit-plan.ts'
import { addDays, atTime } from '#core/lib/time.ts'

const at = (day: string, time = '10:00:00'): string => atTime(day, time)
const seen = (day: string, result: Visited['result'] = 'fine', nextAt = ''): Visited => ({
  at: at(day),
  result,
  nextAt,
})
const due = (tier: Tier, visits: readonly Visited[], now: string, changes: readonly string[] = []) =>
  visitDue({ tier, since: at('2026-01-05'), visits, changes }, now)

test.each([
  ['high', '2026-03-02', '2026-03-09'],
  ['key', '2026-03-02', '2026-04-30'],
  ['key', '2026-03-31', '2026-04-30'],
  ['key', '2026-12-31', '2027-01-31'],
  ['key', '2028-01-15', '2028-02-29'],
  ['general', '2026-02-01', '2026-06-30'],
  ['general', '2026-11-22', '2027-03-31'],
] as const)(
  'visit tiers: high risk weekly, key monthly, general quarterly: %s seen on %s is due on %s',
  (tier, last, day) => {
    expect(due(tier, [seen(last)], at('2030-01-01'))).toMatchObject({ at: `${day}T23:59:59+08:00`, reason: 'tier', overdue: true }) // prettier-ignore
    expect(due(tier, [seen(last)], at(day)).overdue).toBe(false)
  },
)

test.each([
  ['high', '2026-01-12'],
  ['key', '2026-02-04'],
  ['general', '2026-04-05'],
] as const)('whoever is newly listed (%s) is seen until %s', (tier, day) => {
  expect(due(tier, [], at('2026-01-06'))).toMatchObject({ at: `${day}T23:59:59+08:00`, reason: 'first', last: null, overdue: false }) // prettier-ignore
})

test('within 24 h of a major change, whatever the tier; a visit after it settles it', () => {
  const change = at('2026-03-10', '18:30:00')
  const open = due('general', [seen('2026-03-01')], at('2026-03-11', '09:00:00'), [change])
  expect(open).toMatchObject({ at: at('2026-03-11', '18:30:00'), reason: 'change', overdue: false })
  expect(due('general', [seen('2026-03-01')], at('2026-03-11', '18:30:01'), [change]).overdue).toBe(true)
  expect(due('general', [seen('2026-03-11')], at('2026-03-12'), [change])).toMatchObject({ at: '2026-06-30T23:59:59+08:00', reason: 'tier' }) // prettier-ignore
  // One that met nobody does not.
  expect(due('general', [seen('2026-03-11', 'not-met')], at('2026-03-12'), [change]).reason).toBe('change')
})

test('an agreed day counts when it comes before the plan’s, and only until the next visit', () => {
  expect(due('key', [seen('2026-03-02', 'fine', '2026-03-20')], at('2026-03-03'))).toMatchObject({ at: '2026-03-20T23:59:59+08:00', reason: 'agreed' }) // prettier-ignore
  expect(due('key', [seen('2026-03-02', 'fine', '2026-05-20')], at('2026-03-03')).reason).toBe('tier')
  expect(due('key', [seen('2026-03-02', 'fine', '2026-03-20'), seen('2026-03-21')], at('2026-03-22')).reason).toBe(
    'tier',
  )
})

test('everything is computed from dates: a PC that was off for ten days shows the right list at once', () => {
  const before = due('high', [seen('2026-03-02')], at('2026-03-05'))
  const after = due('high', [seen('2026-03-02')], at(addDays('2026-03-05', 10)))
  expect([before.at, before.overdue, after.at, after.overdue]).toEqual([after.at, false, before.at, true])
})

test('monthly coverage %: who was seen in this calendar month, of everybody listed', () => {
  const person = (tier: Tier, visits: readonly Visited[]) => ({ tier, due: due(tier, visits, at('2026-03-31')) })
  const coverage = coverageOf([
    person('high', [seen('2026-03-01')]),
    person('high', [seen('2026-02-28')]),
    person('key', [seen('2026-03-31', 'not-met')]),
    person('key', [seen('2026-03-30', 'needs-help')]),
    person('general', []),
    person('general', [seen('2026-03-15')]),
  ])
  expect(coverage).toMatchObject({ high: { listed: 2, visited: 1 }, key: { listed: 2, visited: 1 }, all: { listed: 6, visited: 3 } }) // prettier-ignore
  expect([percentOf(coverage.all), percentOf({ listed: 3, visited: 2 }), percentOf({ listed: 0, visited: 0 })]).toEqual([50, 66.6, null]) // prettier-ignore
})

test('marks suggest a tier; nobody is put in the highest by a list', () => {
  expect([suggestedTier([]), suggestedTier(['low-income']), suggestedTier(['low-income', 'living-alone'])]).toEqual([null, 'general', 'key']) // prettier-ignore
})
