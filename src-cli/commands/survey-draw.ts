/** 抽样 once more, by anybody: the same seed and people give the list of the screen. Nothing is recorded unless it is said. */
import { surveysOf, drawNow, type SurveyWhole } from '#core/book/survey-of.ts'
import { populationOf } from '#core/book/survey-population.ts'
import type { DrawSurvey } from '#core/feedback/draw-survey.ts'
import { ok } from '#core/lib/result.ts'
import { surveyWords } from '#core/reports/survey-words.ts'
import { MOST_SEED } from '#core/survey/fields.ts'
import { misused, refused, type Command } from '../command.ts'
import { withStation } from '../open-station.ts'

const USAGE = 'survey draw DIR CAMPAIGN [--seed N] [--size N] --password-file F [--record] [--json]'

export const surveyDraw: Command = {
  usage: USAGE,
  about: {
    'zh-CN': '按种子抽样，和屏幕上抽出来的一样；CAMPAIGN 是调查名称或编号。不写 --record 就只算不存。',
    en: 'Draws a survey’s sample by its seed: the same list as on screen. CAMPAIGN is its title or id. Recorded only with --record.', // prettier-ignore
  },
  places: ['DIR', 'CAMPAIGN'],
  options: { 'password-file': 'value', seed: 'value', size: 'value', record: 'flag' },
  run(given) {
    const seed = wholeNumber(given.option('seed'), 0, MOST_SEED)
    const size = wholeNumber(given.option('size'), 1, MOST_SEED)
    for (const [word, value] of [['--seed', seed], ['--size', size]] as const) // prettier-ignore
      if (value === 'wrong') return Promise.resolve(misused({ code: 'wrong-value', words: { word, value: given.option(word.slice(2)) ?? '', allowed: `0 … ${MOST_SEED}` } })) // prettier-ignore
    return withStation(given, USAGE, async ({ book, keeper, mark }) => {
      const whole = findSurvey(surveysOf(book), given.places[1]!)
      if (!whole) return refused({ code: 'no-such-survey' })
      const { survey, draw: before } = whole
      // A draw on record is made once more with what it was made of.
      const about = before ? { ...survey, population: before.about, strata: { by: before.strataBy, share: before.share } } : survey // prettier-ignore
      const found = populationOf(book, about.population, about.strata)
      const wanted = { seed: seed ?? before?.seed ?? survey.seed, size: size ?? before?.size ?? survey.size } as { seed: number; size: number } // prettier-ignore
      const drawn = drawNow(about, found, wanted.seed, wanted.size)
      if (!drawn.ok) return refused({ code: drawn.error })
      const recorded = given.flag('record')
      if (recorded) {
        const saved = await keeper.run({ name: 'draw-survey', input: drawn.value })
        if (!saved.ok) return refused(saved.error.kind === 'not-saved' ? { code: saved.error.code } : { code: saved.error.refusal.code as 'already-drawn' }) // prettier-ignore
        // A failed mark loses nothing: the journal has the draw, and the next mark says so again.
        await mark()
      }
      const onRecord = before && { seed: before.seed, digest: before.digest, same: isSame(before, drawn.value) }
      const json = { title: survey.title, ...drawn.value, recorded, onRecord }
      const words = surveyWords(given.language)
      const lines = [
        `${survey.title}  ${words.about.population} ${drawn.value.population}  ${words.about.seed} ${wanted.seed}  ${words.about.size} ${wanted.size}`, // prettier-ignore
        drawn.value.digest,
        ...[...drawn.value.list, ...drawn.value.reserves].map(
          ({ unit, stratum }, i) => `${words.person(i + 1)}  ${unit}  ${stratum}`.trimEnd(), // prettier-ignore
        ),
      ]
      return ok({ json, lines })
    })
  },
}

function findSurvey(surveys: ReadonlyMap<string, SurveyWhole>, word: string): SurveyWhole | null {
  const byId = surveys.get(word) ?? surveys.get(`survey:${word}`)
  if (byId) return byId
  const named = [...surveys.values()].filter(({ survey }) => survey.title === word)
  return named.length === 1 ? named[0]! : null
}

const isSame = (before: Pick<DrawSurvey, 'digest' | 'list' | 'reserves'>, now: DrawSurvey): boolean =>
  before.digest === now.digest &&
  JSON.stringify([before.list, before.reserves].map((all) => all.map(({ unit }) => unit))) ===
    JSON.stringify([now.list, now.reserves].map((all) => all.map(({ unit }) => unit)))

function wholeNumber(typed: string | undefined, least: number, most: number): number | undefined | 'wrong' {
  if (typed === undefined) return undefined
  const n = /^\d{1,10}$/.test(typed) ? Number(typed) : NaN
  return n >= least && n <= most ? n : 'wrong'
}
