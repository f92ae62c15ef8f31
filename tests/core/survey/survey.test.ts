/** 访问调查 by its commands: whom it may ask, one draw that counts, replacements, and every refusal. */
import { expect, test } from 'vitest'
import { drawNow, surveysOf } from '#core/book/survey-of.ts'
import { populationOf } from '#core/book/survey-population.ts'
import { readEntity } from '#core/book/book.ts'
import { entityType } from '#core/kernel/event.ts'
import { fieldScope } from '#core/catalogue.ts'
import { EN_PAPER_WORDS } from '#core/reports/papers/paper-words-en.ts'
import { ZH_PAPER_WORDS } from '#core/reports/papers/paper-words-zh.ts'
import { surveyPaper } from '#core/reports/papers/survey-sheet.ts'
import { codeWords } from '#core/reports/code-words.ts'
import { builtInSheet } from '#core/survey/built-in-sheet.ts'
import type { Population, Strata } from '#core/survey/fields.ts'
import type { Question } from '#core/survey/question.ts'
import { closedCase, drawInput, drawnSurvey, newProvider, newStation, NO_STRATA, resident, shuffledBy, surveyInput, visit } from './world.ts' // prettier-ignore
import { INTAKE } from '../commands/station.ts'

const CASES: Population = { of: 'cases', from: '2026-03-01', until: '2026-03-31' }
const by = (of: Strata['by']): Strata => ({ by: of, share: 'proportional' })

test('the unit of the draw is a person once: five cases, two entries merged, with and without a registration', async () => {
  const station = newStation()
  const provider = await newProvider(station)
  const known = await resident(station, 1)
  const twin = await resident(station, 1, { name: '居民一', phone: '' })
  for (let i = 0; i < 5; i++) await closedCase(station, provider, 1)
  await closedCase(station, provider, 9, { person: twin })
  const unregistered = [await closedCase(station, provider, 2), await closedCase(station, provider, 2)]
  const units = () => populationOf(station.book, CASES, NO_STRATA).map(({ unit }) => unit)
  expect(units().toSorted()).toEqual([unregistered.toSorted()[0], known, twin].toSorted())
  await station.done({ name: 'merge-people', input: { keep: known, drop: twin, reason: '' } })
  expect(units().toSorted()).toEqual([unregistered.toSorted()[0], known].toSorted())
  expect(populationOf(station.book, { of: 'residents' }, NO_STRATA).map(({ unit }) => unit)).toEqual([known])
})

test('nobody who reported, wants no name, moved or died; cases outside the period or still open are nobody’s', async () => {
  const station = newStation()
  const provider = await newProvider(station)
  await closedCase(station, provider, 1, { requestKind: 'report' })
  await closedCase(station, provider, 2, { anonymous: true })
  const moved = await resident(station, 3, { left: 'moved-away' })
  await closedCase(station, provider, 3)
  await closedCase(station, provider, 4, { person: moved })
  await station.done({ name: 'receive-case', input: { ...INTAKE, requesterName: '居民5', requesterPhone: '13900000005' } }) // prettier-ignore
  expect(populationOf(station.book, CASES, NO_STRATA)).toEqual([])
  expect(populationOf(station.book, { of: 'residents' }, NO_STRATA)).toEqual([])
  await closedCase(station, provider, 6)
  expect(populationOf(station.book, CASES, NO_STRATA)).toHaveLength(1)
  expect(populationOf(station.book, { ...CASES, from: '2026-03-03' } as Population, NO_STRATA)).toEqual([])
})

test('by provider, type and category; strata by provider; each is asked about the last case that fits', async () => {
  const station = newStation()
  const [one, other] = [await newProvider(station), await newProvider(station, '安居物业')]
  await closedCase(station, one, 1)
  station.wait(1)
  const last = await closedCase(station, other, 1)
  await closedCase(station, one, 2)
  const found = populationOf(station.book, CASES, by('provider'))
  expect(found.map(({ stratum }) => stratum).toSorted()).toEqual([one, other].toSorted())
  expect(found.find(({ provider }) => provider === other)).toMatchObject({ case: last, serviceType: 'welfare' })
  expect(populationOf(station.book, { ...CASES, provider: one } as Population, NO_STRATA)).toHaveLength(2)
  expect(populationOf(station.book, { ...CASES, serviceType: 'market' } as Population, NO_STRATA)).toEqual([])
})

test('the population is the same whatever the order in which its cases came', async () => {
  const station = newStation()
  const provider = await newProvider(station)
  for (let i = 0; i < 8; i++) await closedCase(station, provider, i % 5, i % 2 === 0 ? { requesterPhone: '', place: '槐树里9号楼' } : {}) // prettier-ignore
  const of = await station.done({ name: 'begin-survey', input: surveyInput({ population: CASES, size: 2 }) })
  const list = drawInput(station, of)
  for (const mix of [1, 2, 3, 4, 5]) {
    const other = newStation(2)
    other.take(shuffledBy(station.events, mix))
    expect(drawInput(other, of)).toEqual(list)
  }
})

test('two PCs drawing at once: both draws are kept, the first by the kernel’s order counts, on both', async () => {
  const [a, b] = [newStation(1), newStation(2)]
  for (let i = 0; i < 9; i++) await resident(a, i)
  const survey = await a.done({ name: 'begin-survey', input: surveyInput() })
  b.take(a.events)
  const first = a.events.length
  await a.done({ name: 'draw-survey', input: drawInput(a, survey, 1) })
  await resident(b, 20)
  await b.done({ name: 'draw-survey', input: drawInput(b, survey, 2) })
  const [toA, toB] = [b.events, a.events.slice(first)]
  a.take(toA)
  b.take(toB)
  const [onA, onB] = [a, b].map((station) => surveysOf(station.book).get(survey)!)
  expect(onA!.draw!.seed).toBe(1)
  expect([onB!.draw!.id, onB!.otherDraws.map(({ seed }) => seed)]).toEqual([onA!.draw!.id, [2]])
})

test('a draw on record is made once more from what stands in it, and differs when the people changed', async () => {
  const station = newStation()
  for (let i = 0; i < 9; i++) await resident(station, i)
  const { survey } = await drawnSurvey(station)
  const { draw } = surveysOf(station.book).get(survey)!
  expect(drawInput(station, survey)).toMatchObject({ list: draw!.list, reserves: draw!.reserves, digest: draw!.digest })
  await resident(station, 30)
  expect(drawInput(station, survey).digest).not.toBe(draw!.digest)
})

test('each refusal has its cause, and nothing is half done', async () => {
  const station = newStation()
  for (let i = 0; i < 6; i++) await resident(station, i)
  const refused = async (...[command]: Parameters<typeof station.refusal>) => {
    const before = station.events.length
    const why = await station.refusal(command)
    expect(station.events.length).toBe(before)
    return Array.isArray(why) ? why[0] : why
  }
  const begun = await station.done({ name: 'begin-survey', input: surveyInput() })
  const found = surveysOf(station.book).get(begun)!
  const input = drawInput(station, begun)
  expect(await refused({ name: 'begin-survey', input: surveyInput({ until: '2026-02-01' }) })).toBe('invalid-input')
  expect(await refused({ name: 'begin-survey', input: surveyInput({ strata: by('provider') }) })).toBe('invalid-input')
  expect(await refused({ name: 'begin-survey', input: surveyInput({ population: { of: 'cases', from: '2026-03-02', until: '2026-03-01' } }) })).toBe('invalid-input') // prettier-ignore
  expect(await refused({ name: 'draw-survey', input: { ...input, size: 7 } })).toBe('sample-too-large')
  expect(await refused({ name: 'draw-survey', input: { ...input, size: 1, strata: [...input.strata, ...input.strata] } })).toBe('sample-below-strata') // prettier-ignore
  expect(await refused({ name: 'draw-survey', input: { ...input, list: [...input.list.slice(1), input.list[1]!] } })).toBe('invalid-input') // prettier-ignore
  expect(await refused({ name: 'draw-survey', input: { ...input, survey: 'survey:none' } })).toBe('no-such-survey')
  expect(drawNow(found.survey, [], 1, 4)).toEqual({ ok: false, error: 'sample-too-large' })
  const sheet = found.sheets[0]!.id
  expect(await refused({ name: 'record-interview', input: visit({ survey: begun, draw: 'survey-draw:none', sheet }, 1) })).toBe('draw-first') // prettier-ignore
  const draw = await station.done({ name: 'draw-survey', input })
  const of = { survey: begun, draw, sheet }
  expect(await refused({ name: 'draw-survey', input: { ...input, seed: 99 } })).toBe('already-drawn')
  expect(await refused({ name: 'change-survey', input: { survey: begun, size: 5 } })).toBe('already-drawn')
  expect(await refused({ name: 'change-survey', input: { survey: begun, title: '服务满意度访问' } })).toBe('nothing-changed') // prettier-ignore
  expect(await refused({ name: 'record-interview', input: visit(of, 99) })).toBe('no-such-interviewee')
  expect(await refused({ name: 'record-interview', input: visit(of, 1, { at: '2027-01-01T00:00:00+08:00' }) })).toBe('in-the-future') // prettier-ignore
  expect(await refused({ name: 'record-interview', input: visit(of, 1, { answers: { overall: 6 } }) })).toBe('invalid-input') // prettier-ignore
  expect(await refused({ name: 'record-interview', input: visit(of, 1, { answers: { fee: -1 } }) })).toBe('invalid-input') // prettier-ignore
  expect(await refused({ name: 'record-interview', input: visit(of, 1, { answers: {} }) })).toBe('invalid-input')
  // Six people, four drawn: two in reserve.
  const replaced = (number: number) => ({ name: 'record-interview', input: visit(of, number, { state: 'refused', answers: {}, replace: true }) }) as const // prettier-ignore
  for (const number of [1, 2]) await station.done(replaced(number))
  expect(await refused(replaced(3))).toBe('no-reserve')
  expect(
    surveysOf(station.book)
      .get(begun)!
      .places.filter(({ called }) => called),
  ).toHaveLength(6)
  expect(await refused({ name: 'save-survey-sheet', input: { survey: begun, from: sheet, questions: [...builtInSheet('zh-CN')] } })).toBe('nothing-changed') // prettier-ignore
  expect(await refused({ name: 'save-survey-sheet', input: { survey: begun, from: 'survey-sheet:none', questions: [...builtInSheet('en')] } })).toBe('sheet-first') // prettier-ignore
  await station.done({ name: 'change-survey', input: { survey: begun, closed: true } })
  expect(await refused({ name: 'record-interview', input: visit(of, 3) })).toBe('survey-closed')
  const opinion = { from: 'resident', who: '', about: 'station', words: '好', way: 'phone', at: '2026-03-02T08:00:00+08:00' } as const // prettier-ignore
  expect(await refused({ name: 'record-opinion', input: { ...opinion, about: 'provider' } })).toBe('invalid-input')
  expect(await refused({ name: 'record-opinion', input: { ...opinion, scale: 'three-rates', grade: 'very-satisfied' } })).toBe('invalid-input') // prettier-ignore
  expect(await refused({ name: 'withdraw-opinion', input: { opinion: 'opinion:none', reason: 'x' } })).toBe('no-such-opinion') // prettier-ignore
  const said = await station.done({ name: 'record-opinion', input: opinion })
  await station.done({ name: 'withdraw-opinion', input: { opinion: said, reason: '记重了' } })
  expect(await refused({ name: 'withdraw-opinion', input: { opinion: said, reason: 'x' } })).toBe('opinion-withdrawn')
})

test('a sheet with two equal options, a range the wrong way round or an id twice is no sheet', async () => {
  const station = newStation()
  const bad: readonly (readonly Question[])[] = [
    [{ id: 'a', kind: 'choice', words: '？', options: ['是', '是'] }],
    [{ id: 'a', kind: 'number', words: '？', unit: '', min: 5, max: 5 }],
    [{ id: 'a', kind: 'text', words: '？' }, { id: 'a', kind: 'text', words: '！' }], // prettier-ignore
    [],
  ]
  for (const questions of bad)
    expect((await station.refusal({ name: 'begin-survey', input: surveyInput({ questions: [...questions] }) }))?.[0]).toBe('invalid-input') // prettier-ignore
})

test('nobody’s name or number in shared scope: whoever was drawn, what was answered and said stay at the station', async () => {
  const station = newStation()
  for (let i = 0; i < 6; i++) await resident(station, i)
  const of = await drawnSurvey(station)
  await station.done({ name: 'record-interview', input: visit(of, 1, { answers: { say: '居民1说的' } }) })
  await station.done({ name: 'record-opinion', input: { from: 'resident', who: '居民1', about: 'station', words: '13900000001', way: 'phone', at: '2026-03-02T08:00:00+08:00' } }) // prettier-ignore
  for (const id of [...station.book.of].flatMap(([type, ids]) =>
    /survey|interview|opinion/.test(type) ? [...ids] : [],
  ))
    // prettier-ignore
    for (const [field, value] of Object.entries(readEntity(station.book, id)!))
      if (fieldScope(entityType(id), field) !== 'private') expect(JSON.stringify(value)).not.toMatch(/居民|139|person:/)
})

test('on paper: a list with names and a sheet by number; for reviewers the persons are numbers (受访人 007)', () => {
  const people = [{ number: 7, name: '王素兰', phone: '13812342764', place: '槐树里3号楼', about: '跳闸', interviewer: '甲' }] // prettier-ignore
  const facts = { title: '访问', version: 2, questions: builtInSheet('zh-CN'), people, interviewer: '甲' }
  const frame = { station: '槐树里', clerk: '甲', printedAt: '2026-03-02T09:00:00+08:00', heads: '', codes: codeWords('zh-CN'), words: ZH_PAPER_WORDS } // prettier-ignore
  const staff = JSON.stringify(surveyPaper(facts, frame, 'staff').parts)
  expect(staff).toContain('王素兰')
  expect(staff).toContain('"2764"')
  expect(staff).not.toContain('13812342764')
  const out = JSON.stringify(surveyPaper(facts, frame, 'outsider'))
  expect(out).toContain('受访人 007')
  for (const secret of ['王素兰', '2764', '槐树里3号楼', '跳闸']) expect(out).not.toContain(secret)
  const sheets = surveyPaper(facts, frame, 'staff').parts.filter((part) => part.kind === 'next')
  expect(JSON.stringify(sheets)).not.toContain('王素兰')
  expect(JSON.stringify(surveyPaper({ ...facts, questions: builtInSheet('en') }, { ...frame, words: EN_PAPER_WORDS }, 'outsider'))).toContain('Person 007') // prettier-ignore
})
