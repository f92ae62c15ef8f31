/** Surveys out of a book: versions of the sheet, draws and interviews in the order of writing, and where all of it stands. */
import { err, ok, type Result } from '../lib/result.ts'
import type { DrawSurvey } from '../feedback/draw-survey.ts'
import type { Period } from '../figures/period.ts'
import { interviewsByProvider, opinionsByProvider, type ProviderInterviews, type ProviderOpinions, type SurveyStanding } from '../survey/by-provider.ts' // prettier-ignore
import { draw, type DrawCode } from '../survey/draw.ts'
import { drawCard, interviewCard, sheetCard, surveyCard, byWriting, type DrawCard, type Drawn, type InterviewCard, type SheetCard, type SurveyCard, type Written } from '../survey/fields.ts' // prettier-ignore
import { opinionCard, type OpinionCard } from '../survey/opinion.ts'
import { populationDigest } from '../survey/population-digest.ts'
import { drawInForce, placesOf, type Place } from '../survey/standing.ts'
import { entitiesOf, readEntity, type Book } from './book.ts'
import { personNow } from './survey-population.ts'

export type SurveyWhole = {
  readonly survey: SurveyCard
  /** In the order of their versions; the last one is in use. */
  readonly sheets: readonly SheetCard[]
  readonly draw: DrawCard | null
  /** Drawn on another PC at the same time: kept, and not used. */
  readonly otherDraws: readonly DrawCard[]
  readonly places: readonly Place[]
}

/** The first write of the entity; its id and not the event's, so that it is the same whatever scopes somebody holds. */
function writtenOf(book: Book, id: string): Written {
  const writes = book.replica.entities.get(id)?.writes ?? []
  return [writes.reduce((least, { l }) => Math.min(least, l), Number.MAX_SAFE_INTEGER), id]
}

function cardsOf<T extends { readonly survey: string; readonly written: Written }>(
  book: Book,
  type: string,
  make: (id: string, written: Written, fields: Readonly<Record<string, unknown>>) => T | null,
): Map<string, T[]> {
  const out = new Map<string, T[]>()
  for (const id of entitiesOf(book, type)) {
    const card = make(id, writtenOf(book, id), readEntity(book, id) ?? {})
    if (!card) continue
    const own = out.get(card.survey)
    if (own) own.push(card)
    else out.set(card.survey, [card])
  }
  for (const own of out.values()) own.sort(byWriting)
  return out
}

type All = {
  readonly sheets: ReadonlyMap<string, readonly SheetCard[]>
  readonly draws: ReadonlyMap<string, readonly DrawCard[]>
  readonly interviews: ReadonlyMap<string, readonly InterviewCard[]>
}
const kept = new WeakMap<Book, { readonly revision: number; readonly surveys: ReadonlyMap<string, SurveyWhole> }>()

/** Every survey; read anew after something was written. 20 surveys with 5,000 interviews: about 30 ms. */
export function surveysOf(book: Book): ReadonlyMap<string, SurveyWhole> {
  const before = kept.get(book)
  if (before?.revision === book.replica.revision) return before.surveys
  const all: All = {
    sheets: cardsOf(book, 'survey-sheet', sheetCard),
    draws: cardsOf(book, 'survey-draw', drawCard),
    interviews: cardsOf(book, 'interview', interviewCard),
  }
  const surveys = new Map([...entitiesOf(book, 'survey')].map((id) => [id, wholeOf(book, id, all)]))
  kept.set(book, { revision: book.replica.revision, surveys })
  return surveys
}

function wholeOf(book: Book, id: string, { sheets, draws, interviews }: All): SurveyWhole {
  const own = draws.get(id) ?? []
  const inForce = drawInForce(own)
  return {
    survey: surveyCard(id, readEntity(book, id) ?? {}),
    sheets: sheets.get(id) ?? [],
    draw: inForce,
    otherDraws: own.filter((one) => one !== inForce),
    places: inForce ? placesOf(inForce, interviews.get(id) ?? [], (unit) => personNow(book, unit)) : [],
  }
}

/** What `draw-survey` would put on record. `found`: populationOf with the survey's own population and strata. */
export function drawNow(survey: SurveyCard, found: readonly Drawn[], seed: number, size: number): Result<DrawSurvey, DrawCode> {
  const byUnit = new Map(found.map((one) => [one.unit, one]))
  const strata = { of: (unit: string) => byUnit.get(unit)!.stratum, share: survey.strata.share }
  const drawn = draw(byUnit.keys(), size, seed, strata)
  if (!drawn.ok) return err(drawn.error)
  const whole = (units: readonly string[]): Drawn[] => units.map((unit) => byUnit.get(unit)!)
  return ok({
    survey: survey.id,
    about: survey.population,
    strataBy: survey.strata.by,
    share: survey.strata.share,
    population: drawn.value.population,
    digest: populationDigest(byUnit.keys()),
    seed,
    size,
    strata: drawn.value.strata.map(({ key, population, drawn: some }) => ({ key, population, drawn: some.length })),
    list: whole(drawn.value.list),
    reserves: whole(drawn.value.reserves),
  })
} // prettier-ignore

const standing = (book: Book): SurveyStanding[] =>
  [...surveysOf(book).values()].map(({ places, sheets }) => ({ places, sheets }))

export const opinionsOf = (book: Book): OpinionCard[] =>
  [...entitiesOf(book, 'opinion')].map((id) => opinionCard(id, readEntity(book, id) ?? {}))

/** For scorecards: interviews, and apart from them opinions, by provider. */
export const interviewsIn = (book: Book, period: Period): ReadonlyMap<string, ProviderInterviews> =>
  interviewsByProvider(standing(book), period)
export const opinionsIn = (book: Book, period: Period): ReadonlyMap<string, ProviderOpinions> =>
  opinionsByProvider(opinionsOf(book), period)
