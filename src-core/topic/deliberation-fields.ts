/**
 * A deliberation, what was recorded of its steps, and the tasks of its resolution. A step's record is never changed: another
 * one corrects it by naming it, so that two PCs which record the same step keep both (deliberation-road.ts).
 */
import { day, entityId, moment, someWords, words, z } from '../lib/schema.ts'
import { DELIBERATION_KINDS, DELIBERATION_STEPS, LEGALITIES, MAJORITIES } from './deliberation-codes.ts'
import { topicId } from './fields.ts'

export const deliberationId = entityId('deliberation')
export const stepId = entityId('deliberation-step')
export const taskId = entityId('resolution-task')

/** No residents' meeting of one community is larger. */
export const MOST_PEOPLE = 20_000
const count = z.number().int().min(0).max(MOST_PEOPLE)
const dayOrNone = day.or(z.literal(''))

export const DELIBERATION = z.object({
  topic: topicId,
  kind: z.enum(DELIBERATION_KINDS),
  /** What is to be decided, as it stands on the notice. */
  title: someWords(200),
  /** Where people meet. */
  venue: words(200),
  /** When they meet; undefined while it is open. */
  meetingAt: moment.optional(),
  /** 应到: how many should come. */
  expected: z.number().int().min(1).max(MOST_PEOPLE),
  /** Days that the notice hangs before the meeting, and the resolution afterwards. */
  noticeDays: z.number().int().min(0).max(60),
  publicationDays: z.number().int().min(1).max(60),
  majority: z.enum(MAJORITIES),
  /** 无记名: numbers only, nobody's vote. */
  secret: z.boolean(),
  /** 居民会议决议号 that authorises it; '' while there is none. */
  authority: words(80),
  note: words(2_000),
  at: moment,
  by: entityId('user'),
})
export type DeliberationFields = Readonly<z.infer<typeof DELIBERATION>>
export type Deliberation = { readonly id: string } & DeliberationFields

export const deliberationCard = (id: string, fields: Readonly<Record<string, unknown>>): Deliberation => ({
  ...({ topic: '', kind: 'coordination', title: '', venue: '', expected: 1, noticeDays: 0, publicationDays: 1, majority: 'half', secret: false, authority: '', note: '', at: '', by: '', ...fields } as DeliberationFields), // prettier-ignore
  id,
})

/** What was counted or written down; which of these belong to a step is held by its schema in record-step.ts. */
export const STEP_RECORD = z.object({
  deliberation: deliberationId,
  step: z.enum(DELIBERATION_STEPS),
  /** The day on which it was done; of a publication its first. */
  on: day,
  /** 跳过: it was left out, and why. */
  skipped: z.boolean(),
  reason: words(300),
  note: words(4_000),
  /** Earlier records of this step that this one puts right. */
  corrects: z.array(stepId).max(50),
  /** 到会. */
  present: count.optional(),
  votesFor: count.optional(),
  against: count.optional(),
  abstain: count.optional(),
  legality: z.enum(LEGALITIES).optional(),
  /** Who looked at it: 街道司法所, 法律顾问. */
  checkedBy: words(120).optional(),
  /** Where the notice hangs or was sent; its words, without personal data. */
  where: words(200).optional(),
  text: words(8_000).optional(),
  /** Last day of the publication; '' while it runs. */
  until: dayOrNone.optional(),
  /** An objection: who, in what words; and what they were answered. '' for who: nobody named themselves. */
  who: words(60).optional(),
  objection: words(2_000).optional(),
  at: moment,
  by: entityId('user'),
})
export type StepFields = Readonly<z.infer<typeof STEP_RECORD>> & {
  /** Written later, by answer-objection. */
  readonly answer?: string
  readonly answeredOn?: string
}
export type StepRecord = { readonly id: string } & StepFields

export const stepRecord = (id: string, fields: Readonly<Record<string, unknown>>): StepRecord => ({
  ...({ deliberation: '', step: 'proposal', on: '', skipped: false, reason: '', note: '', corrects: [], at: '', by: '', ...fields } as StepFields), // prettier-ignore
  id,
})

export const RESOLUTION_TASK = z.object({
  deliberation: deliberationId,
  what: someWords(300),
  /** Who does it, in words. */
  who: someWords(80),
  provider: entityId('provider').optional(),
  dueOn: day,
  /** The case in which it is carried out (its orders stand there). */
  case: entityId('case').optional(),
  at: moment,
  by: entityId('user'),
})
export type TaskFields = Readonly<z.infer<typeof RESOLUTION_TASK>> & {
  /** '' takes it back. */
  readonly doneOn?: string
  readonly doneNote?: string
}
export type ResolutionTask = { readonly id: string } & TaskFields

export const resolutionTask = (id: string, fields: Readonly<Record<string, unknown>>): ResolutionTask => ({
  ...({ deliberation: '', what: '', who: '', dueOn: '', at: '', by: '', ...fields } as TaskFields),
  id,
})
