/**
 * One step of a deliberation. What happened is recorded even where it was not as it should have been: the road says so. Only
 * what cannot be is refused: more people than were invited, votes that do not add up, a publication that ends before it
 * begins, and a notice with personal data in it.
 */
import { checked, refuse, type Asked, type Decision, type Reading, type Refusal } from '../case-file/decision.ts'
import { dayOf } from '../lib/time.ts'
import { ok, type Result } from '../lib/result.ts'
import { day, entityId, someWords, z } from '../lib/schema.ts'
import { recordsInForce, addsUp } from '../topic/deliberation-road.ts'
import { STEP_RECORD, stepId, stepRecord, deliberationCard, type Deliberation, type StepRecord } from '../topic/deliberation-fields.ts' // prettier-ignore
import { MOST_MEMBERS } from '../topic/link-drafts.ts'
import { linksTo } from '../topic/links.ts'
import { namedIn, personalDataIn } from '../topic/personal-data.ts'

/** `members`: the cases of the topic; what is published is held against the people of these. */
export const RECORD_STEP = STEP_RECORD.omit({ at: true, by: true }).extend({
  members: z.array(entityId('case')).max(MOST_MEMBERS).optional(),
})
export type RecordStep = z.infer<typeof RECORD_STEP>

type Fields = Omit<RecordStep, 'members'>

/** What a step must bring, unless it is skipped. */
const NEEDED: Readonly<Partial<Record<RecordStep['step'], readonly (keyof Fields)[]>>> = {
  attendance: ['present'],
  vote: ['votesFor', 'against', 'abstain'],
  legality: ['legality', 'checkedBy'],
}

export function recordStep(reading: Reading, input: RecordStep, asked: Asked): Decision {
  const form = checked(RECORD_STEP, input)
  if (!form.ok) return form
  const { members = [], ...fields } = form.value
  const read = reading.read(fields.deliberation)
  if (!read) return refuse('no-such-deliberation')
  const about = deliberationCard(fields.deliberation, read)
  if (fields.on > dayOf(asked.now)) return refuse('in-the-future', ['on'])
  const known = stepsOf(reading, fields.deliberation)
  const isKnown = (id: string): boolean => known.some((one) => one.id === id && one.step === fields.step)
  if (!fields.corrects.every(isKnown)) return refuse('no-such-record', ['corrects'])
  if (fields.skipped) {
    if (fields.reason === '') return refuse('reason-needed', ['reason'])
  } else {
    const right = isPossible(fields, about, known)
    if (!right.ok) return right
    const clean = isPublishable(reading, fields, about, members)
    if (!clean.ok) return clean
  }
  return ok([
    {
      entity: asked.newId('deliberation-step'),
      kind: fields.skipped ? 'step-skipped' : 'step-recorded',
      fields: { ...(fields.skipped ? withoutFacts(fields) : fields), at: asked.now, by: asked.user },
    },
  ])
}

/** Whoever skips a step after all leaves nothing behind that would count. */
const withoutFacts = ({ deliberation, step, on, skipped, reason, note, corrects }: Fields) => ({ deliberation, step, on, skipped, reason, note, corrects }) // prettier-ignore

function isPossible(fields: Fields, about: Deliberation, known: readonly StepRecord[]): Result<null, Refusal> {
  const missing = (NEEDED[fields.step] ?? []).filter((name) => fields[name] === undefined || fields[name] === '')
  if (missing.length > 0) return refuse('invalid-input', missing)
  if (fields.step === 'attendance' && fields.present! > about.expected) return refuse('more-than-expected', ['present'])
  if (fields.step === 'vote') {
    const attendance = recordsInForce(known.filter(({ step, skipped }) => step === 'attendance' && !skipped))[0]
    if (attendance?.present === undefined) return refuse('attendance-first')
    if (!addsUp(fields, attendance.present)) return refuse('votes-do-not-add-up', ['votesFor'])
  }
  if (fields.step === 'publication' && fields.until && fields.until < fields.on) return refuse('publication-backwards', ['until']) // prettier-ignore
  if (fields.step === 'publication' && !fields.text) return refuse('invalid-input', ['text'])
  return ok(null)
}

/** Only what hangs on a wall is looked through; minutes and objections stay at the station. */
function isPublishable(
  reading: Reading,
  fields: Fields,
  about: Deliberation,
  members: readonly string[],
): Result<null, Refusal> {
  // prettier-ignore
  if (fields.step !== 'publication' && fields.step !== 'notice') return ok(null)
  const files = members.flatMap((id) => {
    const file = reading.caseFile(id)
    return file && linksTo(file, about.topic).length > 0 ? [file] : []
  })
  const found = personalDataIn(`${fields.text ?? ''}\n${fields.where ?? ''}`, files.flatMap(namedIn))
  return found.length > 0 ? refuse('personal-data-inside', ['text']) : ok(null)
}

export const stepsOf = (reading: Pick<Reading, 'ids' | 'read'>, deliberation: string): StepRecord[] =>
  [...reading.ids('deliberation-step')].flatMap((id) => {
    const read = reading.read(id)
    return read?.['deliberation'] === deliberation ? [stepRecord(id, read)] : []
  })

export const ANSWER_OBJECTION = z.object({ record: stepId, answer: someWords(2_000), answeredOn: day })
export type AnswerObjection = z.infer<typeof ANSWER_OBJECTION>

export function answerObjection(reading: Reading, input: AnswerObjection, asked: Asked): Decision {
  const form = checked(ANSWER_OBJECTION, input)
  if (!form.ok) return form
  const { record, ...fields } = form.value
  const read = reading.read(record)
  if (!read || !stepRecord(record, read).objection) return refuse('no-such-record', ['record'])
  if (fields.answeredOn > dayOf(asked.now)) return refuse('in-the-future', ['answeredOn'])
  return ok([{ entity: record, kind: 'objection-answered', fields }])
}
