import { expect, test } from 'vitest'
import type { Filter } from '#app/services/desk-types.ts'

// The list's place is kept by the browser.
Object.assign(globalThis, { localStorage: { getItem: () => null, setItem: () => undefined } })
const { filterOf, queryOf } = await import('#app/features/follow-up/list-address.ts')

const FILTER: Filter = {
  status: ['received', 'in-work'],
  serviceType: ['market', 'undecided'],
  requestKind: ['report'],
  channel: ['hotline-12345'],
  urgency: ['danger'],
  waiting: ['rerouting'],
  due: 'late',
  received: '2026-01-01..2026-01-31',
  open: true,
  provider: 'provider:0193-abc',
}

test('what is written comes back', () => {
  const hash = `#/cases${queryOf(FILTER, 'due-up')}`
  expect(hash).toContain('status=received,in-work')
  expect(filterOf(hash)).toEqual({ filter: FILTER, sort: 'due-up' })
  expect(queryOf({}, 'received-down')).toBe('')
  expect(filterOf('#/cases')).toEqual({ filter: {}, sort: 'received-down' })
})

test('no word that somebody typed, and nobody’s cases, ever stand there', () => {
  const personal: Filter = { ...FILTER, search: '王素兰', requesterOf: 'case:0193-abc' }
  expect(queryOf(personal, 'due-up')).toBe(queryOf(FILTER, 'due-up'))
  expect(filterOf('#/cases?search=x&requesterOf=case:1&status=x&due=y&sort=z&provider=王素兰')).toEqual({
    filter: {},
    sort: 'received-down',
  })
})
