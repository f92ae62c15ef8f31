/** 访问调查 as screens and papers see it: numbers, names and doors of those who were drawn, and what came of each visit. */
import { readCase, readEntity, userName, type Book } from '#core/book/book.ts'
import { placeTreeOf } from '#core/book/place-tree-of.ts'
import { surveysOf, type SurveyWhole } from '#core/book/survey-of.ts'
import { personGroupsOf, personNow } from '#core/book/survey-population.ts'
import { maskedText } from '#core/case-file/masked.ts'
import { personCard } from '#core/person/fields.ts'
import { phoneTail } from '#core/person/known-people.ts'
import { mergedPerson } from '#core/person/merged-people.ts'
import type { InterviewState, StrataBy } from '#core/survey/codes.ts'
import type { InterviewCard, SheetCard, Stratum, SurveyCard } from '#core/survey/fields.ts'
import type { Question } from '#core/survey/question.ts'
import { resultsOf, type SurveyResults } from '#core/survey/results.ts'
import { interviewerOf, responseOf, type Place, type Response } from '#core/survey/standing.ts'

export type SurveyRow = {
  readonly id: string
  readonly title: string
  readonly from: string
  readonly until: string
  readonly closed: boolean
  readonly questions: number
  readonly size: number
  readonly isDrawn: boolean
  readonly response: Response | null
}

/** `name` of a stratum; '' of a service type, whose word the screen has, and of those not known. */
export type StratumView = Stratum & { readonly name: string }

/** One to be visited. Masked by nobody: it is the station's own screen; counter view hides it. */
export type PlaceRow = {
  readonly number: number
  readonly name: string
  readonly phoneTail: string
  readonly place: string
  readonly stratum: string
  readonly isReserve: boolean
  readonly replaces: number | null
  readonly replacedBy: number | null
  readonly sameAs: number | null
  readonly interviewer: string
  readonly visits: number
  /** Records of the same moment beside the one that counts. */
  readonly beside: number
  readonly interview: InterviewCard | null
  /** What they asked for, and who led the work. */
  readonly about: string
  readonly provider: string
}

export type DrawView = {
  readonly id: string
  readonly at: string
  readonly byName: string
  readonly population: number
  readonly digest: string
  readonly seed: number
  readonly size: number
  readonly strataBy: StrataBy
  readonly strata: readonly StratumView[]
  readonly reserves: number
  /** Numbers of the reserve that nobody has called up. */
  readonly reservesLeft: number
  /** Drawn on another PC at the same moment: when, by whom, with which seed. */
  readonly others: readonly { readonly at: string; readonly byName: string; readonly seed: number }[]
}

export type SurveyView = {
  readonly survey: SurveyCard
  readonly sheets: readonly (SheetCard & { readonly answers: number; readonly byName: string })[]
  readonly draw: DrawView | null
  readonly places: readonly PlaceRow[]
  readonly response: Response | null
}

/** What an interviewer carries. `place`, `phone`: whole, for the paper to mask. */
export type SurveyPaperPerson = {
  readonly number: number
  readonly name: string
  readonly phone: string
  readonly place: string
  readonly about: string
  readonly interviewer: string
}
export type SurveyToPrint = {
  readonly survey: SurveyCard
  readonly version: number
  readonly questions: readonly Question[]
  readonly people: readonly SurveyPaperPerson[]
}

export function listSurveys(book: Book): SurveyRow[] {
  return [...surveysOf(book).values()]
    .map(({ survey, sheets, draw, places }) => ({
      id: survey.id,
      title: survey.title,
      from: survey.from,
      until: survey.until,
      closed: survey.closed,
      questions: sheets.at(-1)?.questions.length ?? 0,
      size: survey.size,
      isDrawn: draw !== null,
      response: draw && responseOf(places),
    }))
    .toSorted((a, b) => Number(a.closed) - Number(b.closed) || (a.from < b.from ? 1 : a.from > b.from ? -1 : a.id < b.id ? 1 : -1)) // prettier-ignore
}

type Contact = { readonly name: string; readonly phone: string; readonly place: string }

/** As they are known today. */
function contactOf(book: Book, unit: string): Contact {
  const now = personNow(book, unit)
  if (now.startsWith('person:')) {
    const cards = personGroupsOf(book)
      .membersOf(now)
      .flatMap((one) => {
        const fields = readEntity(book, one)
        return fields ? [personCard(one, fields)] : []
      })
    if (cards.length === 0) return { name: '', phone: '', place: '' }
    const { name, phone, place, placeWords } = mergedPerson(cards).card
    return { name, phone, place: (place && placeTreeOf(book).pathWords(place)) || placeWords }
  }
  const fields = readEntity(book, unit) ?? {}
  const text = (field: string): string => (typeof fields[field] === 'string' ? fields[field] : '')
  return unit.startsWith('case:')
    ? { name: text('requesterName'), phone: text('requesterPhone'), place: text('place') }
    : { name: text('name'), phone: text('phone'), place: [text('team'), nameOf(book, text('provider'))].filter(Boolean).join(' · ') } // prettier-ignore
}

const nameOf = (book: Book, id: string | undefined): string => (id ? String(readEntity(book, id)?.['name'] ?? '') : '')

export const stratumName = (book: Book, by: StrataBy, key: string): string =>
  key === '' || by === 'none' || by === 'service-type'
    ? ''
    : by === 'place'
      ? placeTreeOf(book).pathWords(key)
      : nameOf(book, key)

const aboutOf = (book: Book, place: Place): string => (place.case && readCase(book, place.case)?.fields.title) || ''

export function viewSurvey(book: Book, id: string): SurveyView | null {
  const whole = surveysOf(book).get(id)
  if (!whole) return null
  const { survey, sheets, draw, otherDraws, places } = whole
  const answers = new Map<string, number>()
  for (const { interview } of places)
    if (interview?.state === 'done') answers.set(interview.sheet, (answers.get(interview.sheet) ?? 0) + 1)
  return {
    survey,
    sheets: sheets.map((sheet) => ({ ...sheet, answers: answers.get(sheet.id) ?? 0, byName: userName(book, sheet.by) })), // prettier-ignore
    draw: draw && {
      id: draw.id,
      at: draw.at,
      byName: userName(book, draw.by),
      population: draw.population,
      digest: draw.digest,
      seed: draw.seed,
      size: draw.size,
      strataBy: draw.strataBy,
      strata: draw.strata.map((one) => ({ ...one, name: stratumName(book, draw.strataBy, one.key) })),
      reserves: draw.reserves.length,
      reservesLeft: places.filter(({ called }) => !called).length,
      others: otherDraws.map(({ at, by, seed }) => ({ at, byName: userName(book, by), seed })),
    },
    places: rowsOf(book, whole),
    response: draw && responseOf(places),
  }
}

const replacesIn =
  (places: readonly Place[]) =>
  (number: number): number | null =>
    places[number - 1]?.replaces ?? null

function rowsOf(book: Book, { survey, draw, places }: SurveyWhole): PlaceRow[] {
  if (!draw) return []
  const names = new Map(draw.strata.map(({ key }) => [key, stratumName(book, draw.strataBy, key)]))
  const replacesOf = replacesIn(places)
  return places
    .filter(({ called }) => called)
    .map((place) => {
      const { name, phone, place: home } = contactOf(book, place.unit)
      const { number, isReserve, replaces, replacedBy, sameAs, interview, beside, visits } = place
      return {
        number,
        name,
        phoneTail: phoneTail(phone.replace(/\D/g, '')),
        place: home,
        stratum: names.get(place.stratum) || place.stratum,
        isReserve,
        replaces,
        replacedBy,
        sameAs,
        interviewer: interview?.interviewer || interviewerOf(place, survey.interviewers, replacesOf),
        visits,
        beside: beside.length,
        interview,
        about: aboutOf(book, place),
        provider: nameOf(book, place.provider),
      }
    })
}

/** What somebody wrote, without their name, phone or any long number in it. */
const textWithout =
  (book: Book) =>
  (text: string, { unit }: Place): string => {
    const { name, phone } = contactOf(book, unit)
    return maskedText(text, name, phone)
  }

export function surveyResults(book: Book, id: string): SurveyResults | null {
  const whole = surveysOf(book).get(id)
  return whole?.draw ? resultsOf(whole.draw, whole.places, whole.sheets, textWithout(book)) : null
}

const OPEN: ReadonlySet<InterviewState> = new Set(['not-met'])

/** Whoever still has to be visited; `interviewer` '' for everybody's. `sheet`: the version, the last one when left out. */
export function surveyToPrint(book: Book, id: string, interviewer: string): SurveyToPrint | null {
  const whole = surveysOf(book).get(id)
  const sheet = whole?.sheets.at(-1)
  if (!whole || !sheet) return null
  const { survey, places, sheets } = whole
  const replacesOf = replacesIn(places)
  const people = places
    .filter(
      ({ called, interview, replacedBy }) => called && replacedBy === null && (!interview || OPEN.has(interview.state)),
    ) // prettier-ignore
    .map((place) => ({
      number: place.number,
      ...contactOf(book, place.unit),
      about: aboutOf(book, place),
      interviewer: interviewerOf(place, survey.interviewers, replacesOf),
    }))
    .filter((one) => interviewer === '' || one.interviewer === interviewer)
  return { survey, version: sheets.length, questions: sheet.questions, people }
}
