/** Requests and services for the tests of ranking: everything unknown until a test says it. */
import fc from 'fast-check'
import type { ServiceType } from '#core/case-file/codes.ts'
import { MARKS } from '#core/person/marks.ts'
import type { Hours } from '#core/provider/hours.ts'
import { DELIVERY_WAYS } from '#core/provider/service.ts'
import type { Offer, Wanted } from '#core/routing/offer.ts'
import { NO_RESULTS, type PastResults } from '#core/routing/past-results.ts'

/** Monday. */
export const NOW = '2026-03-02T09:00:00+08:00'
const week = (from: string, to: string): Hours => ({
  weekly: [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from, to })),
  exceptions: [],
  holidays: 'as-usual',
})
export const OPEN: Hours = week('08:00', '18:00')
export const CLOSED: Hours = week('20:00', '22:00')

export const WANTED: Wanted = {
  serviceType: 'market',
  chain: ['market', 'welfare'],
  category: 'L020201',
  text: '厨房插座一用就跳闸',
  danger: false,
  reported: null,
  turnedDown: [],
  place: ['place:community', 'place:huai', 'place:b3'],
  neighbourhood: 'place:huai',
  person: { age: 82, marks: ['living-alone'], residence: 'registered', needs: [] },
  now: NOW,
  wishedAt: null,
}

export const OFFER: Offer = {
  provider: 'provider:1',
  providerName: '平安水电维修',
  providerType: 'market',
  service: 'service:1',
  serviceName: '上门维修',
  serviceType: 'market',
  closedDown: false,
  categories: [],
  words: '',
  area: [],
  areaWords: '',
  sites: [],
  minutes: [],
  hours: [],
  ways: [],
  barrierFree: null,
  languages: [],
  cost: null,
  costWords: '',
  capacity: null,
  funding: null,
  eligibility: { minAge: null, maxAge: null, marks: [], residence: [] },
  results: null,
}

export const offer = (n: number, more: Partial<Offer> = {}): Offer => ({
  ...OFFER,
  provider: `provider:${n}`,
  providerName: `单位${n}`,
  service: `service:${n}`,
  ...more,
})

export const past = (closed: number, more: Partial<PastResults> = {}): PastResults => ({
  ...NO_RESULTS,
  closed,
  said: closed,
  accepted: closed,
  timed: closed,
  inTime: closed,
  ...more,
})

/**
 * Facts of an offer from the worst to the best, unknown left out. To add one: here; the properties take it up.
 * What excludes is not among them.
 */
export const LADDERS: Readonly<
  Partial<Record<keyof Offer, { readonly unknown: unknown; readonly steps: readonly unknown[] }>>
> = {
  categories: { unknown: [], steps: [['L020202'], ['L020201']] },
  area: { unknown: [], steps: [['place:huai']] },
  sites: { unknown: [], steps: [['place:far'], ['place:huai']] },
  minutes: {
    unknown: [],
    steps: [600, 120, 45, 15, 8, 5].map((minutes) => [{ place: 'place:huai', minutes, how: 'walk' }]),
  },
  hours: { unknown: [], steps: [[CLOSED], [OPEN]] },
  ways: { unknown: [], steps: [['on-site'], ['on-site', 'home-visit']] },
  barrierFree: { unknown: null, steps: [false, true] },
  languages: { unknown: [], steps: [['普通话'], ['普通话', '手语', '四川话']] },
  cost: { unknown: null, steps: ['resident-paid', 'subsidised', 'free'] },
  capacity: { unknown: null, steps: [1, 3, 10].map((free) => ({ free, of: 10 })) },
  funding: {
    unknown: null,
    steps: [0, 12].map((left) => ({ kind: 'contract', over: false, left, unit: 'hours' })),
  },
  results: {
    unknown: null,
    steps: [
      past(10, { accepted: 2, inTime: 1, returned: 8 }),
      past(10, { accepted: 5, inTime: 5, returned: 5 }),
      past(10, { accepted: 8, inTime: 8, returned: 1 }),
      past(10, {}),
    ],
  },
}

const oneOf = <T>(...values: T[]) => fc.constantFrom(...values)
export const LADDER_NAMES = Object.keys(LADDERS) as (keyof Offer)[]

/** Any facts, some unknown, some that exclude. */
export const anyOffer = (n: number): fc.Arbitrary<Offer> =>
  fc
    .record({
      serviceType: oneOf<ServiceType>('administrative', 'welfare', 'market'),
      closedDown: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
      words: oneOf('', '插座、电路', '开锁'),
      ways: fc.subarray([...DELIVERY_WAYS]),
      eligibility: fc.record({
        minAge: oneOf(null, 60, 90),
        maxAge: oneOf(null, 100),
        marks: fc.subarray([...MARKS].slice(0, 2)),
        residence: fc.subarray(['registered', 'living'] as const),
      }),
      ladder: fc.tuple(...LADDER_NAMES.map((name) => fc.integer({ min: -1, max: LADDERS[name]!.steps.length - 1 }))),
      full: fc.integer({ min: 0, max: 7 }).map((one) => one === 0),
    })
    .map(({ ladder, full, ...facts }) => ({
      ...offer(n, facts as Partial<Offer>),
      ...Object.fromEntries(
        LADDER_NAMES.map((name, i) => [
          name,
          ladder[i] === -1 ? LADDERS[name]!.unknown : LADDERS[name]!.steps[ladder[i]!],
        ]),
      ),
      ...(full && { capacity: { free: 0, of: 10 } }),
    }))

export const anyWanted: fc.Arbitrary<Wanted> = fc
  .record({
    danger: fc.boolean(),
    category: oneOf('', 'L020201'),
    needs: fc.subarray(['barrier-free', 'home-visit', 'hearing', 'dialect'] as const),
    marks: oneOf(null, [], ['low-income'] as const),
    age: oneOf(null, 30, 82),
  })
  .map(({ danger, category, needs, marks, age }) => ({
    ...WANTED,
    danger,
    category,
    person: { age, marks, residence: 'registered', needs },
  }))
