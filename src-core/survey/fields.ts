/** 访问调查: the survey, its sheets, the one draw that counts, and the interviews. */
import { SERVICE_TYPES } from '../case-file/codes.ts'
import { day, entityId, moment, someWords, words, z } from '../lib/schema.ts'
import { MARKS, TIERS } from '../person/marks.ts'
import { MEMBER_KINDS } from '../provider/member.ts'
import { INTERVIEW_MODES, INTERVIEW_STATES, STRATA_BY, STRATA_SHARES } from './codes.ts'
import { ANSWER, MOST_QUESTIONS, QUESTION } from './question.ts'

export const surveyId = entityId('survey')
export const surveySheetId = entityId('survey-sheet')
export const surveyDrawId = entityId('survey-draw')
const placeId = entityId('place')
const providerId = entityId('provider')

/** As many as a station of ten interviewers visits in a month. */
export const MOST_DRAWN = 2_000
/** A seed is a whole number that can be written down and typed again. */
export const MOST_SEED = 4_294_967_295

/** Filters that are left out let everybody in. Days are whole days, both included. */
export const POPULATION = z.discriminatedUnion('of', [
  z.object({
    of: z.literal('cases'),
    from: day,
    until: day,
    provider: providerId.optional(),
    serviceType: z.enum(SERVICE_TYPES).optional(),
    /** Code of the catalogue; a branch stands for all below it. */
    category: words(80).optional(),
    place: placeId.optional(),
  }),
  z.object({
    of: z.literal('residents'),
    place: placeId.optional(),
    /** Whoever has one of them. */
    marks: z.array(z.enum(MARKS)).max(MARKS.length).optional(),
    tier: z.enum(TIERS).optional(),
  }),
  z.object({ of: z.literal('members'), kind: z.enum(MEMBER_KINDS).optional(), provider: providerId.optional() }),
])
export type Population = z.infer<typeof POPULATION>

export const STRATA = z.object({ by: z.enum(STRATA_BY), share: z.enum(STRATA_SHARES) })
export type Strata = z.infer<typeof STRATA>

export const SURVEY = z.object({
  title: someWords(100),
  purpose: words(1_000),
  population: POPULATION,
  size: z.number().int().min(1).max(MOST_DRAWN),
  strata: STRATA,
  seed: z.number().int().min(0).max(MOST_SEED),
  from: day,
  until: day,
  /** As they stand on the paper: colleagues, volunteers, a student. */
  interviewers: z.array(someWords(30)).max(20),
  /** 已结束: nothing more is typed in. */
  closed: z.boolean(),
  at: moment,
  by: entityId('user'),
})
export type SurveyFields = z.infer<typeof SURVEY>

export const SURVEY_SHEET = z.object({
  survey: surveyId,
  questions: z.array(QUESTION).min(1).max(MOST_QUESTIONS),
  at: moment,
  by: entityId('user'),
})
export type SurveySheetFields = z.infer<typeof SURVEY_SHEET>

/** Who can be drawn: a resident, somebody known from requests alone (their first case stands for them), or a member. */
export const UNIT_ID = z.string().regex(/^(?:person|case|member):[0-9A-Za-z._-]{1,80}$/)

/** One who was drawn. `case`, `provider`, `serviceType`: of the case for which they are asked, the last one in the period. */
export const DRAWN = z.object({
  unit: UNIT_ID,
  stratum: words(120),
  case: entityId('case').optional(),
  provider: providerId.optional(),
  serviceType: z.enum(SERVICE_TYPES).optional(),
})
export type Drawn = z.infer<typeof DRAWN>

/** `key`: a place, a type, a provider; '' for those of whom it is not known, and where there are no strata. */
export const STRATUM = z.object({
  key: words(120),
  population: z.number().int().min(1),
  drawn: z.number().int().min(0),
})
export type Stratum = z.infer<typeof STRATUM>

/** All that is needed to draw the same again. */
export const SURVEY_DRAW = z.object({
  survey: surveyId,
  about: POPULATION,
  strataBy: z.enum(STRATA_BY),
  share: z.enum(STRATA_SHARES),
  /** How many there were to draw from. */
  population: z.number().int().min(1),
  /** SHA-256 of their ids, sorted, each ended by a line feed (population-digest.ts). */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  seed: z.number().int().min(0).max(MOST_SEED),
  size: z.number().int().min(1).max(MOST_DRAWN),
  strata: z.array(STRATUM).min(1).max(500),
  /** Number 1 is the first. */
  list: z.array(DRAWN).min(1).max(MOST_DRAWN),
  /** Numbers go on after the list; within a stratum the first is called up first. */
  reserves: z.array(DRAWN).max(MOST_DRAWN),
  at: moment,
  by: entityId('user'),
})
export type SurveyDrawFields = z.infer<typeof SURVEY_DRAW>

/** One visit to one who was drawn, or its correction. */
export const INTERVIEW = z.object({
  survey: surveyId,
  draw: surveyDrawId,
  /** 受访人 007. */
  number: z
    .number()
    .int()
    .min(1)
    .max(2 * MOST_DRAWN),
  state: z.enum(INTERVIEW_STATES),
  reason: words(300),
  /** Somebody of the reserve is called up instead. Never of an interview that was done. */
  replace: z.boolean(),
  /** The version that was asked. */
  sheet: surveySheetId,
  /** By id of the question; one that was not answered is not there. */
  answers: z.record(z.string(), ANSWER),
  interviewer: words(30),
  mode: z.enum(INTERVIEW_MODES),
  at: moment,
  by: entityId('user'),
  /** Earlier records of the same person that were seen when this one was written: it takes their place. */
  after: z.array(entityId('interview')).max(50),
})
export type InterviewFields = z.infer<typeof INTERVIEW>

type Fields = Readonly<Record<string, unknown>>
/** Lamport number and id: the order of writing on which everybody agrees. */
export type Written = readonly [lamport: number, id: string]
export const byWriting = (a: { readonly written: Written }, b: { readonly written: Written }): number =>
  a.written[0] - b.written[0] || (a.written[1] < b.written[1] ? -1 : 1)

/** As they are read back: whatever has not arrived leaves a hole. */
export type SurveyCard = { readonly id: string } & SurveyFields
export const surveyCard = (id: string, fields: Fields): SurveyCard => ({
  ...({ title: '', purpose: '', population: { of: 'residents' }, size: 1, strata: { by: 'none', share: 'proportional' }, seed: 0, from: '', until: '', interviewers: [], closed: false, at: '', by: '', ...fields } as SurveyFields), // prettier-ignore
  id,
})
export type SheetCard = { readonly id: string; readonly written: Written } & SurveySheetFields
export type DrawCard = { readonly id: string; readonly written: Written } & SurveyDrawFields
export type InterviewCard = { readonly id: string; readonly written: Written } & InterviewFields

/** Null while a part of it has not arrived. */
export const sheetCard = (id: string, written: Written, fields: Fields): SheetCard | null =>
  Array.isArray(fields['questions']) ? ({ ...fields, id, written } as SheetCard) : null
export const drawCard = (id: string, written: Written, fields: Fields): DrawCard | null =>
  Array.isArray(fields['list']) && Array.isArray(fields['strata']) ? ({ ...fields, id, written } as DrawCard) : null
export const interviewCard = (id: string, written: Written, fields: Fields): InterviewCard | null =>
  typeof fields['number'] === 'number' ? ({ ...fields, id, written } as InterviewCard) : null
