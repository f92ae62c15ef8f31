/** What the screens ask about surveys and opinions. */
import { readEntity, userName, type Book } from '#core/book/book.ts'
import { drawNow, opinionsOf, surveysOf } from '#core/book/survey-of.ts'
import { populationSteps } from '#core/book/survey-population.ts'
import type { DrawSurvey } from '#core/feedback/draw-survey.ts'
import { err, type Result } from '#core/lib/result.ts'
import { surveySheets } from '#core/reports/survey-rows.ts'
import { writeXlsx } from '#core/sheet/write-sheet.ts'
import type { DrawCode } from '#core/survey/draw.ts'
import type { Drawn, Population, Strata } from '#core/survey/fields.ts'
import type { OpinionCard } from '#core/survey/opinion.ts'
import type { SurveyResults } from '#core/survey/results.ts'
import type { Asking } from './asking.ts'
import { listSurveys, stratumName, surveyResults, surveyToPrint, viewSurvey, type StratumView, type SurveyRow, type SurveyToPrint, type SurveyView } from './surveys.ts' // prettier-ignore

/** How many could be asked, before anything is drawn. */
export type PopulationView = { readonly population: number; readonly strata: readonly Omit<StratumView, 'drawn'>[] }
/** The draw on record, made once more: the same; or what is different by now. */
export type Redrawn =
  | { readonly kind: 'same' }
  | { readonly kind: 'population-changed'; readonly before: number; readonly now: number }
  | { readonly kind: 'list-differs' }
export type OpinionRow = OpinionCard & {
  readonly providerName: string
  readonly topicTitle: string
  readonly byName: string
}

export type SurveyQuestions = {
  surveys(): Promise<readonly SurveyRow[]>
  survey(id: string): Promise<SurveyView | null>
  surveyPopulation(population: Population, strata: Strata): Promise<PopulationView>
  /** What would be put on record (`draw-survey`); nothing is written. */
  drawSurvey(id: string, seed: number, size: number): Promise<Result<DrawSurvey, DrawCode | 'no-such-survey'>>
  redraw(id: string): Promise<Redrawn | null>
  surveyResults(id: string): Promise<SurveyResults | null>
  /** Whole names and numbers, for the printer. */
  surveyPaper(id: string, interviewer: string): Promise<SurveyToPrint | null>
  /** Results as .xlsx: no names in it. */
  surveyFile(id: string, language: 'zh-CN' | 'en'): Promise<Uint8Array | null>
  /** Newest first. */
  opinions(): Promise<readonly OpinionRow[]>
}

const breath = (): Promise<void> => new Promise((done) => setTimeout(done))

/** In portions: a save does not wait while 100,000 cases are looked at. */
async function populationIn(book: Book, population: Population, strata: Strata): Promise<Drawn[]> {
  const steps = populationSteps(book, population, strata)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await breath()
  }
}

export const surveyQuestions = ({ ready }: Asking): SurveyQuestions => {
  const book = async (): Promise<Book> => (await ready()).state.book
  return {
    surveys: async () => listSurveys(await book()),
    survey: async (id) => viewSurvey(await book(), id),
    async surveyPopulation(population, strata) {
      const own = await book()
      const found = await populationIn(own, population, strata)
      const counts = new Map<string, number>()
      for (const { stratum } of found) counts.set(stratum, (counts.get(stratum) ?? 0) + 1)
      return {
        population: found.length,
        strata: [...counts]
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, n]) => ({ key, population: n, name: stratumName(own, strata.by, key) })),
      }
    },
    async drawSurvey(id, seed, size) {
      const own = await book()
      const survey = surveysOf(own).get(id)?.survey
      if (!survey) return err('no-such-survey')
      return drawNow(survey, await populationIn(own, survey.population, survey.strata), seed, size)
    },
    async redraw(id) {
      const own = await book()
      const whole = surveysOf(own).get(id)
      if (!whole?.draw) return null
      const { about, strataBy, share, seed, size, digest, population, list, reserves } = whole.draw
      const strata = { by: strataBy, share }
      const found = await populationIn(own, about, strata)
      const again = drawNow({ ...whole.survey, population: about, strata }, found, seed, size)
      if (!again.ok || again.value.digest !== digest)
        return { kind: 'population-changed', before: population, now: found.length }
      const ids = (all: readonly Drawn[]): string => all.map(({ unit }) => unit).join(' ')
      const isSame = ids(again.value.list) === ids(list) && ids(again.value.reserves) === ids(reserves)
      return { kind: isSame ? 'same' : 'list-differs' }
    },
    surveyResults: async (id) => surveyResults(await book(), id),
    surveyPaper: async (id, interviewer) => surveyToPrint(await book(), id, interviewer),
    async surveyFile(id, language) {
      const own = await book()
      const view = viewSurvey(own, id)
      const results = surveyResults(own, id)
      if (!view?.draw || !results) return null
      return writeXlsx(surveySheets({ survey: view.survey, draw: view.draw, places: view.places, results }, language))
    },
    async opinions() {
      const own = await book()
      const text = (id: string | undefined, field: string): string =>
        id ? String(readEntity(own, id)?.[field] ?? '') : ''
      return opinionsOf(own)
        .map((one) => ({
          ...one,
          providerName: text(one.provider, 'name'),
          topicTitle: text(one.topic, 'title'),
          byName: userName(own, one.by),
        }))
        .toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? 1 : -1))
    },
  }
}
