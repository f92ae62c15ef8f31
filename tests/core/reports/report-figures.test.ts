/** Every report figure against a second computation that shares no code with the first: 5,000 generated cases. */
import { describe, expect, it } from 'vitest'
import { absorb, newBook, readCase, type Book } from '#core/book/book.ts'
import { reportNamesOf } from '#core/book/report-names-of.ts'
import { seeded } from '#core/demo/seeded.ts'
import { MEASURES } from '#core/figures/measures.ts'
import { factsOf, type RoundFacts } from '#core/figures/round-facts.ts'
import { newEntity, type Entity } from '#core/kernel/entity.ts'
import { SCOPES } from '#core/kernel/event.ts'
import { casesOf, reportFigures, type Group, type ReportFigures } from '#core/reports/report-figures.ts'
import type { ReportFilters } from '#core/reports/slices.ts'
import { counts, naiveRates, naiveRounds, type NaiveRound, type NaiveRules } from './naive-figures.ts'
import { rawWorld, type Raw, type RawWorld } from './raw-cases.ts'

const CASES = 5_000
const world = rawWorld(20_261_122, CASES)
const book = bookOf(world)
const names = reportNamesOf(book, 'zh-CN')
const rounds = book.cases.flatMap((id) => factsOf(readCase(book, id)!))
const naive = naiveRounds(world)

function bookOf({ places, providers, users, agreements, cases }: RawWorld): Book {
  const made = newBook(SCOPES)
  const put = ({ id, l, f }: Pick<Raw, 'id' | 'l' | 'f'>): string => {
    const entity: Entity = newEntity(id)
    entity.writes = [
      { id: id.slice(id.indexOf(':') + 1), l, u: 'user:1', t: '', k: '', log: 'device01/shared', n: 1, f },
    ]
    made.replica.entities.set(id, entity)
    return id
  }
  absorb(made, [...places, ...providers, ...users, ...agreements].map(put))
  for (const one of cases) absorb(made, [put({ id: one.id, l: 0, f: one.f }), ...one.acts.map(put)])
  return made
}

/** Into which group a round falls, from the raw world. */
const SLICE: Readonly<Record<string, (round: NaiveRound) => string>> = {
  all: () => '',
  place: (round) => round.hood,
  level1: (round) => (/^L\d{6}$/.test(round.category) ? round.category.slice(0, 3) : ''),
  category: (round) => round.category,
  type: (round) => round.type,
  provider: (round) => round.provider,
  handler: (round) => round.handler,
  station: () => '',
  tile: (round) => {
    const card = world.providers.find(({ id }) => id === round.provider)?.f
    const paid = world.agreements.find(({ id }) => id === round.agreement)?.f['kind']
    const funding = paid === 'contract' ? 'purchased' : paid === 'compensation' ? 'compensated' : card?.['funding']
    return [round.type, card?.['kind'] ?? '', funding ?? ''].join('|')
  },
  heat: (round) => `${round.hood}|${SLICE['level1']!(round)}`,
}

const random = seeded(7)
const WEIGHTS: readonly NaiveRules[] = [
  { response: 10, satisfaction: 40, solution: 50, basically: 90 },
  { response: 33, satisfaction: 33, solution: 34, basically: 85 },
  { response: 0, satisfaction: 100, solution: 0, basically: 0 },
]
const parts = (rules: NaiveRules) => ({ response: rules.response / 100, satisfaction: rules.satisfaction / 100, solution: rules.solution / 100, basically: rules.basically / 100 }) // prettier-ignore
const p2 = (n: number): string => String(n).padStart(2, '0')
const anyMoment = (): string =>
  `${random.pick(['2025', '2026'])}-${p2(1 + random.int(12))}-${p2(1 + random.int(28))}T${p2(random.int(24))}:${p2(random.int(60))}:${p2(random.int(60))}+08:00`
const anyPeriod = (i: number): { from: string; until: string } => {
  if (i === 0) return { from: '0001-01-01T00:00:00+08:00', until: '9999-12-31T00:00:00+08:00' }
  if (i === 1) return { from: '2025-10-19T12:00:00+08:00', until: '2025-11-19T12:00:00+08:00' }
  // Cut in the middle of something: exactly at a revisit.
  const at = rounds.find((one) => one.round > 1 && one.revisit)!.revisit!.at
  const [a, b] = i === 2 ? [at, '2027-01-01T00:00:00+08:00'] : i === 3 ? ['2025-01-01T00:00:00+08:00', at] : [anyMoment(), anyMoment()] // prettier-ignore
  return a < b ? { from: a, until: b } : { from: b, until: a }
}
const NOWS = ['2026-08-01T10:00:00+08:00', '2025-12-31T23:59:59+08:00']
const FILTERS: readonly [ReportFilters, (round: NaiveRound) => boolean][] = [
  [{}, () => true],
  [{ serviceType: 'undecided' }, (round) => round.type === ''],
  [{ place: world.places[0]!.id }, (round) => round.hood === world.places[0]!.id],
  [
    { category: 'L01', handler: world.users[1]!.id },
    (round) => round.category.startsWith('L01') && round.handler === world.users[1]!.id,
  ],
  [{ provider: world.providers[3]!.id, serviceType: 'welfare' }, (round) => round.provider === world.providers[3]!.id && round.type === 'welfare'], // prettier-ignore
]

describe('every figure equals the naive one', () => {
  for (let i = 0; i < 8; i++) {
    const period = anyPeriod(i)
    const [filters, passes] = FILTERS[i % FILTERS.length]!
    const rules = WEIGHTS[i % WEIGHTS.length]!
    const now = NOWS[i % 2]!
    const asOf = period.until < now ? period.until : now
    it(`${period.from.slice(0, 16)} to ${period.until.slice(0, 16)}, ${JSON.stringify(Object.keys(filters))}`, () => {
      const figures = reportFigures(rounds, period, filters, parts(rules), names, { at: now, heads: 'A-1' })
      const mine = naive.filter(passes)
      const is = (round: NaiveRound, figure: string): boolean => counts(round, figure, period.from, period.until, asOf)
      const some = mine.filter((round) => MEASURES.some((figure) => is(round, figure)))

      const groups: Readonly<Record<string, readonly Group[]>> = { all: [figures.all], ...figures.groups, tile: figures.tile, heat: figures.heat } // prettier-ignore
      for (const [by, keyOf] of Object.entries(SLICE)) {
        const keys = [...new Set(some.map(keyOf))].toSorted()
        if (by !== 'all') expect(groups[by]!.map(({ key }) => key).toSorted()).toEqual(keys)
        for (const group of groups[by]!) {
          const inGroup = some.filter((round) => keyOf(round) === group.key)
          const count = (figure: string): number => inGroup.filter((round) => is(round, figure)).length
          expect([by, group.key, group.counts]).toEqual([by, group.key, Object.fromEntries(MEASURES.map((figure) => [figure, count(figure)]))]) // prettier-ignore
          expect(group.rates).toEqual(naiveRates(count, rules))
          const timed = count('timed')
          expect(group.inTime).toBe(
            timed === 0 ? null : Math.floor((2000 * count('in-time') + timed) / (2 * timed)) / 10,
          )
        }
      }
      for (const [rates, self] of [[figures.byOthers, false], [figures.bySelf, true]] as const) // prettier-ignore
        expect(rates).toEqual(naiveRates((figure) => some.filter((round) => is(round, figure) && round.revisit!.self === self).length, rules)) // prettier-ignore
      expect(figures.stamp.counts).toEqual({
        cases: new Set(some.map((round) => round.case)).size,
        rounds: some.length,
        valid: some.filter((round) => is(round, 'valid')).length,
        self: some.filter((round) => is(round, 'self')).length,
        ties: some.filter((round) => is(round, 'tied')).length,
      })
      expect(figures.ties.map((tie) => `${tie.case} ${tie.round}`).toSorted()).toEqual(
        some.filter((round) => is(round, 'tied')).map((round) => `${round.case} ${round.round}`).toSorted(), // prettier-ignore
      )
      trendIsRight(figures, mine, rules)
      drillsDown(figures, some, is, period, filters, now)
    })
  }
})

/** Points lie end to end over the whole period, and each is a small report of its own. */
function trendIsRight({ trend, stamp }: ReportFigures, mine: readonly NaiveRound[], rules: NaiveRules): void {
  const { points } = trend
  expect(points[0]!.period.from).toBe(stamp.period.from)
  expect(points.at(-1)!.period.until).toBe(stamp.period.until)
  for (const [i, { period, received, closed, rates }] of points.entries()) {
    if (i > 0) expect(period.from).toBe(points[i - 1]!.period.until)
    const count = (figure: string): number =>
      mine.filter((round) => counts(round, figure, period.from, period.until, period.until)).length
    expect([received, closed]).toEqual([count('received'), count('closed')])
    expect(rates).toEqual(naiveRates(count, rules))
  }
}

/** Every figure opens exactly its cases. */
function drillsDown(
  figures: ReportFigures,
  some: readonly NaiveRound[],
  is: (round: NaiveRound, figure: string) => boolean,
  period: ReportFigures['stamp']['period'],
  filters: ReportFilters,
  now: string,
): void {
  const groups = [figures.all, ...Object.values(figures.groups).flat(), ...figures.tile, ...figures.heat]
  for (let i = 0; i < 40; i++) {
    const group = random.pick(groups)
    const measure = random.pick(MEASURES)
    const found = casesOf(rounds, period, filters, names, now, { by: group.by, key: group.key, measure })
    const wanted = some.filter((round) => SLICE[group.by]!(round) === group.key && is(round, measure))
    expect(found.toSorted()).toEqual([...new Set(wanted.map((round) => round.case))].toSorted())
  }
}

describe('the generated cases hold what is hard', () => {
  const having = (test: (facts: RoundFacts) => boolean): number => rounds.filter(test).length
  it('reopened, withdrawn, tied, several scales, invalid revisits, several orders', () => {
    expect(having(({ round }) => round === 2)).toBeGreaterThan(300)
    expect(having(({ ties }) => ties.length > 1)).toBeGreaterThan(100)
    expect(having(({ orders }) => orders.length > 1)).toBeGreaterThan(500)
    expect(having(({ revisit }) => revisit?.scale === 'good-bad-5')).toBeGreaterThan(500)
    expect(having(({ revisit }) => revisit?.self === true)).toBeGreaterThan(200)
    expect(having(({ revisit }) => revisit?.contacted === false)).toBeGreaterThan(200)
    expect(having(({ onTheSpot }) => onTheSpot)).toBeGreaterThan(100)
    expect(world.cases.flatMap(({ acts }) => acts).filter(({ type }) => type === 'withdrawal').length).toBeGreaterThan(
      500,
    )
  })
})
