/** 结果: counts, shares and intervals held against published values; nobody counted twice, whatever the order of the merge. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { interviewsIn, opinionsIn, surveysOf } from '#core/book/survey-of.ts'
import {
  effectiveSize,
  meanOf,
  shareInterval,
  studentT,
  weightedMean,
  weightedShare,
  wilson,
} from '#core/survey/intervals.ts'
import { resultsOf } from '#core/survey/results.ts'
import { responseOf } from '#core/survey/standing.ts'
import { closedCase, drawnSurvey, newProvider, newStation, resident, shuffledBy, surveyInput, visit } from './world.ts' // prettier-ignore

const MARCH = { from: '2026-03-01T00:00:00+08:00', until: '2026-04-01T00:00:00+08:00' }

test('Wilson 95 %: the values of the textbooks', () => {
  // Newcombe 1998, table I: 81/263, 15/148, 0/20, 1/29.
  const of = (count: number, n: number) => Object.values(wilson(count / n, n)).map((x) => Number(x.toFixed(4)))
  expect(of(81, 263)).toEqual([0.2553, 0.3662])
  expect(of(15, 148)).toEqual([0.0624, 0.1605])
  expect(of(0, 20)).toEqual([0, 0.1611])
  expect(of(1, 29)).toEqual([0.0061, 0.1718])
})

test('finite population correction: the nearer to everybody the narrower; everybody asked: no interval', () => {
  expect(effectiveSize(50, 100)).toBe(99)
  expect(effectiveSize(50, null)).toBe(50)
  expect(shareInterval(20, 40, 40)).toBeNull()
  const width = (population: number | null) => {
    const { low, high } = shareInterval(20, 40, population)!
    return high - low
  }
  expect(width(50)).toBeLessThan(width(500))
  expect(width(500)).toBeLessThan(width(null))
})

test('fewer than 5 answers → counts only, no interval claims', () => {
  expect(shareInterval(2, 4, 100)).toBeNull()
  expect(shareInterval(2, 5, 100)).not.toBeNull()
  expect(meanOf([5, 5, 4, 1], 100)).toEqual({ mean: 3.75, interval: null })
  expect(weightedShare([{ population: 60, n: 4, count: 2 }])?.interval).toBeNull()
})

test('means: Student’s t as in its tables, and the interval of a worked example', () => {
  for (const [freedom, t] of [
    [4, 2.7764],
    [9, 2.2622],
    [19, 2.093],
    [29, 2.0452],
    [99, 1.9842],
  ] as const)
    // prettier-ignore
    expect(Math.abs(studentT(freedom) - t)).toBeLessThan(0.001)
  const { mean, interval } = meanOf([4, 5, 3, 4, 4, 5, 2, 4, 5, 4], null)!
  expect([mean, interval!.low, interval!.high].map((x) => x.toFixed(3))).toEqual(['4.000', '3.326', '4.674'])
})

test('strata-weighted: each stratum speaks for its people, not for its answers', () => {
  // 900 people of whom 10 of 20 say yes, 100 of whom 20 of 20 do: 55 %, not 75 %.
  const put = weightedShare([{ population: 900, n: 20, count: 10 }, { population: 100, n: 20, count: 20 }])! // prettier-ignore
  expect(put.share).toBeCloseTo(0.55, 12)
  expect(put.interval!.low).toBeLessThan(0.55)
  expect(weightedShare([{ population: 90, n: 6, count: 3 }, { population: 10, n: 0, count: 0 }])).toMatchObject({ share: 0.5, missing: true }) // prettier-ignore
  const mean = weightedMean([{ population: 3, values: [5, 5, 5] }, { population: 9, values: [1, 2, 3, 2, 2] }])! // prettier-ignore
  expect(mean.mean).toBeCloseTo(2.75, 12)
})

test('by one survey: shares, mean, non-response, words without names; a question worded anew is counted apart', async () => {
  const station = newStation()
  for (let i = 0; i < 12; i++) await resident(station, i)
  const of = await drawnSurvey(station, { size: 6 })
  const whole = () => surveysOf(station.book).get(of.survey)!
  const grades = [5, 5, 4, 2]
  for (const [i, overall] of grades.entries())
    await station.done({ name: 'record-interview', input: visit(of, i + 1, { answers: { overall, solved: 1, need: [1, 3], say: `居民的话${i}` } }) }) // prettier-ignore
  const questions = whole().sheets[0]!.questions.map((one) => (one.id === 'solved' ? { ...one, words: '事情办好了吗？' } : one)) // prettier-ignore
  const second = await station.done({ name: 'save-survey-sheet', input: { survey: of.survey, from: of.sheet, questions } }) // prettier-ignore
  await station.done({ name: 'record-interview', input: visit({ ...of, sheet: second }, 5, { answers: { overall: 4, solved: 2 } }) }) // prettier-ignore
  await station.done({ name: 'record-interview', input: visit(of, 6, { state: 'refused', answers: {}, replace: true, reason: '没空' }) }) // prettier-ignore
  const { places, sheets, draw } = whole()
  const results = resultsOf(draw!, places, sheets)
  const overall = results.questions.find(({ question }) => question.id === 'overall')!
  expect(overall).toMatchObject({ answered: 5, versions: [1, 2], mean: { mean: 4 } })
  expect(overall.options.map(({ count }) => count)).toEqual([0, 1, 0, 2, 2])
  const solved = results.questions.filter(({ question }) => question.id === 'solved')
  expect(solved.map(({ versions, answered, few }) => [versions, answered, few])).toEqual([[[1], 4, true], [[2], 1, true]]) // prettier-ignore
  expect(results.response).toMatchObject({ called: 7, tried: 6, done: 5, rate: 5 / 6, byState: { refused: 1 } })
  expect(places.find(({ number }) => number === 6)?.replacedBy).toBe(7)
  expect(places.find(({ number }) => number === 7)).toMatchObject({ called: true, replaces: 6, isReserve: true })
})

test('interviews and opinions flow into a provider’s evidence, by period, interviews apart from opinions', async () => {
  const station = newStation()
  const [one, other] = [await newProvider(station), await newProvider(station, '安居物业')]
  for (let i = 0; i < 4; i++) await closedCase(station, i < 3 ? one : other, i)
  const population = { of: 'cases', from: '2026-03-01', until: '2026-03-31' } as const
  const of = await drawnSurvey(station, { size: 4, population })
  const places = () => surveysOf(station.book).get(of.survey)!.places
  for (const { number, provider } of places().slice(0, 4))
    await station.done({ name: 'record-interview', input: visit(of, number, { answers: { overall: provider === one ? 5 : 2, speed: 3, station: 1 } }) }) // prettier-ignore
  const sums = interviewsIn(station.book, MARCH)
  expect(sums.get(one)).toMatchObject({ interviews: 3, answers: 6, mean: 75 })
  expect(sums.get(other)).toMatchObject({ interviews: 1, answers: 2, mean: 37.5 })
  expect(interviewsIn(station.book, { from: '2026-04-01T00:00:00+08:00', until: MARCH.until }).size).toBe(0)
  const opinion = { who: '', about: 'provider', provider: one, words: '来得快', way: 'phone', at: '2026-03-02T08:00:00+08:00' } as const // prettier-ignore
  await station.done({ name: 'record-opinion', input: { ...opinion, from: 'party-member', scale: 'three-rates', grade: 'satisfied' } }) // prettier-ignore
  const bad = await station.done({ name: 'record-opinion', input: { ...opinion, from: 'resident', scale: 'good-bad-5', grade: 'dissatisfied' } }) // prettier-ignore
  expect(opinionsIn(station.book, MARCH).get(one)).toMatchObject({ 'party-member': { all: 1, graded: 1, bad: 0 }, resident: { all: 1, bad: 1 } }) // prettier-ignore
  await station.done({ name: 'withdraw-opinion', input: { opinion: bad, reason: '记错了单位' } })
  expect(opinionsIn(station.book, MARCH).get(one)?.resident.all).toBe(0)
})

test('merging two PCs’ interviews in any order gives the same results; nobody is counted twice', async () => {
  const [a, b] = [newStation(1), newStation(2)]
  for (let i = 0; i < 14; i++) await resident(a, i)
  const of = await drawnSurvey(a, { size: 6 })
  b.take(a.events)
  // Both type in numbers 1 to 3; each replaces somebody else; b corrects number 1 once more.
  for (const [station, overall] of [
    [a, 5],
    [b, 1],
  ] as const)
    // prettier-ignore
    for (const number of [1, 2, 3])
      await station.done({ name: 'record-interview', input: visit(of, number, { answers: { overall } }) })
  await a.done({ name: 'record-interview', input: visit(of, 4, { state: 'moved', answers: {}, replace: true }) })
  await b.done({ name: 'record-interview', input: visit(of, 5, { state: 'refused', answers: {}, replace: true }) })
  await b.done({ name: 'record-interview', input: visit(of, 1, { answers: { overall: 3 } }) })
  await b.done({ name: 'record-interview', input: visit(of, 3, { state: 'not-met', answers: {} }) })
  const events = [...a.events, ...b.events]
  const seen = (order: readonly (typeof events)[number][]) => {
    const other = newStation(3)
    other.take(order)
    const { places, draw, sheets } = surveysOf(other.book).get(of.survey)!
    return { places, results: resultsOf(draw!, places, sheets), by: [...interviewsIn(other.book, MARCH)] }
  }
  const whole = seen(events)
  expect(whole.results.response).toMatchObject({ done: 3, tried: 5, called: 8 })
  expect(whole.places.filter(({ beside }) => beside.length > 0).map(({ number }) => number)).toEqual([1, 2, 3])
  // Two were to be replaced: two reserves, not one for both.
  expect(whole.places.flatMap(({ replacedBy }) => replacedBy ?? []).toSorted()).toEqual([7, 8])
  await fc.assert(
    fc.asyncProperty(fc.nat(), async (mix) => {
      await Promise.resolve()
      expect(seen(shuffledBy(events, mix))).toEqual(whole)
      expect(seen([...shuffledBy(events, mix), ...a.events])).toEqual(whole)
    }),
    { numRuns: 40 },
  )
})

test('two drawn entries that turn out to be one person are one interview', async () => {
  const station = newStation()
  const ids = []
  for (let i = 0; i < 4; i++) ids.push(await resident(station, i))
  const of = await drawnSurvey(station, { size: 4 })
  for (const number of [1, 2, 3, 4]) await station.done({ name: 'record-interview', input: visit(of, number) })
  const places = () => surveysOf(station.book).get(of.survey)!.places
  expect(responseOf(places()).done).toBe(4)
  await station.done({ name: 'merge-people', input: { keep: ids[0]!, drop: ids[1]!, reason: '' } })
  expect(responseOf(places())).toMatchObject({ done: 3, tried: 3 })
  expect(places().filter(({ sameAs }) => sameAs !== null)).toHaveLength(1)
})

test('the built-in sheet’s three scales about the service count for whoever led the case', () => {
  expect(surveyInput().questions.filter((one) => one.kind === 'scale' && one.link)).toHaveLength(3)
})
