/** A station with a survey in it, made by its commands. */
import { surveysOf, drawNow } from '#core/book/survey-of.ts'
import { populationOf } from '#core/book/survey-population.ts'
import type { CommandInput } from '#core/commands.ts'
import { builtInSheet } from '#core/survey/built-in-sheet.ts'
import type { Population, Strata } from '#core/survey/fields.ts'
import { GROUND, INTAKE, newStation, PROVIDER, type Station } from '../commands/station.ts'

/** The same order for the same number. */
export function shuffledBy<T>(list: readonly T[], mix: number): T[] {
  const out = [...list]
  let state = mix + 1
  for (let i = out.length; i > 1; i--) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    const at = state % i
    ;[out[i - 1], out[at]] = [out[at]!, out[i - 1]!]
  }
  return out
}

export const resident = (station: Station, i: number, more: object = {}): Promise<string> =>
  station.done({
    name: 'save-person',
    input: { name: `居民${i}`, phone: `139${String(i).padStart(8, '0')}`, placeWords: `槐树里${(i % 3) + 1}号楼`, marks: [], note: '', ...more }, // prettier-ignore
  })

/** One case of somebody, done by the provider and closed. */
export async function closedCase(station: Station, provider: string, i: number, more: object = {}): Promise<string> {
  const id = await station.done({
    name: 'receive-case',
    input: { ...INTAKE, requesterName: `居民${i}`, requesterPhone: `139${String(i).padStart(8, '0')}`, ...more },
  })
  await station.done({ name: 'classify', input: { case: id, serviceType: 'welfare', category: '', reason: '' } })
  await station.done({ name: 'dispatch', input: { case: id, provider, reason: '', demand: '', ...GROUND } })
  await station.done({ name: 'record-answer', input: { case: id, way: 'phone', content: '已办好', answeredBy: '' } })
  await station.done({ name: 'close-case', input: { case: id, outcome: 'solved', note: '' } })
  return id
}

export const RESIDENTS: Population = { of: 'residents' }
export const NO_STRATA: Strata = { by: 'none', share: 'proportional' }

export const surveyInput = (more: Partial<CommandInput<'begin-survey'>> = {}): CommandInput<'begin-survey'> => ({
  title: '服务满意度访问',
  purpose: '听听居民怎么说',
  population: RESIDENTS,
  size: 4,
  strata: NO_STRATA,
  seed: 7,
  from: '2026-03-01',
  until: '2026-03-31',
  interviewers: ['甲', '乙'],
  questions: [...builtInSheet('zh-CN')],
  ...more,
})

/** Begins it and, unless there is nobody, draws. */
export async function drawnSurvey(station: Station, more: Partial<CommandInput<'begin-survey'>> = {}) {
  const survey = await station.done({ name: 'begin-survey', input: surveyInput(more) })
  const draw = await station.done({ name: 'draw-survey', input: drawInput(station, survey) })
  const sheet = surveysOf(station.book).get(survey)!.sheets[0]!.id
  return { survey, draw, sheet }
}

export function drawInput(station: Station, id: string, seed?: number, size?: number): CommandInput<'draw-survey'> {
  const { survey } = surveysOf(station.book).get(id)!
  const found = populationOf(station.book, survey.population, survey.strata)
  const drawn = drawNow(survey, found, seed ?? survey.seed, size ?? survey.size)
  if (!drawn.ok) throw new Error(drawn.error)
  return drawn.value
}

export const visit = (
  of: { readonly survey: string; readonly draw: string; readonly sheet: string },
  number: number,
  more: Partial<CommandInput<'record-interview'>> = {},
): CommandInput<'record-interview'> => ({
  ...of,
  number,
  state: 'done',
  reason: '',
  replace: false,
  answers: { overall: 4 },
  interviewer: '甲',
  mode: 'paper',
  at: '2026-03-02T08:00:00+08:00',
  ...more,
})

export const newProvider = (station: Station, name = '暖邻志愿服务队'): Promise<string> =>
  station.done({ name: 'save-provider', input: { ...PROVIDER, name } })

export { newStation }
