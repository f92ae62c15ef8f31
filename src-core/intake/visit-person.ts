/** 走访, 重大变化 and 查看号码 of a registered resident: each an entity of its own, never written over. */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ok } from '../lib/result.ts'
import { moment, type z } from '../lib/schema.ts'
import { dayOf } from '../lib/time.ts'
import { PERSON_CHANGE, PERSON_VIEWING, PERSON_VISIT } from '../person/fields.ts'

export const RECORD_VISIT = PERSON_VISIT.omit({ by: true }).extend({ at: moment.optional() })
export type RecordVisit = z.infer<typeof RECORD_VISIT>

/** `at` left out: now. Refuses 'no-such-person', 'in-the-future', and a next day that lies before the visit. */
export function recordPersonVisit(reading: Reading, input: RecordVisit, asked: Asked): Decision {
  const form = checked(RECORD_VISIT, input)
  if (!form.ok) return form
  const { at = asked.now, ...fields } = form.value
  if (!reading.read(fields.person)) return refuse('no-such-person')
  if (at > asked.now) return refuse('in-the-future', ['at'])
  if (fields.nextAt && fields.nextAt <= dayOf(at)) return refuse('next-before', ['nextAt'])
  return ok([
    { entity: asked.newId('person-visit'), kind: 'person-visited', fields: { ...fields, at, by: asked.user } },
  ])
}

export const RECORD_CHANGE = PERSON_CHANGE.omit({ by: true }).extend({ at: moment.optional() })
export type RecordChange = z.infer<typeof RECORD_CHANGE>

export function recordPersonChange(reading: Reading, input: RecordChange, asked: Asked): Decision {
  const form = checked(RECORD_CHANGE, input)
  if (!form.ok) return form
  const { at = asked.now, ...fields } = form.value
  if (!reading.read(fields.person)) return refuse('no-such-person')
  if (at > asked.now) return refuse('in-the-future', ['at'])
  return ok([{ entity: asked.newId('person-change'), kind: 'change-heard', fields: { ...fields, at, by: asked.user } }])
}

export const RECORD_PERSON_VIEWING = PERSON_VIEWING.omit({ at: true, by: true })
export type RecordPersonViewing = z.infer<typeof RECORD_PERSON_VIEWING>

export function recordPersonViewing(reading: Reading, input: RecordPersonViewing, asked: Asked): Decision {
  const form = checked(RECORD_PERSON_VIEWING, input)
  if (!form.ok) return form
  if (!reading.read(form.value.person)) return refuse('no-such-person')
  const fields = { ...form.value, at: asked.now, by: asked.user }
  return ok([{ entity: asked.newId('person-viewing'), kind: 'number-viewed', fields }])
}
