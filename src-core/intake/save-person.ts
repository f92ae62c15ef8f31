/**
 * 登记居民 and correct it later. Two words are enough, a name and where somebody lives; the 身份证号 is kept only with the
 * reason why it is needed (PIPL: minimum fields). `case`: the request that somebody is registered from; it names them then.
 */
import { isConfidential } from '../case-file/confidential.ts'
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import type { Draft } from '../kernel/command.ts'
import { checkPhone } from '../lib/phone.ts'
import { ok } from '../lib/result.ts'
import { entityId, z } from '../lib/schema.ts'
import { dayOf } from '../lib/time.ts'
import { PERSON, personId } from '../person/fields.ts'
import { checkIdNumber } from '../person/id-number.ts'

export const SAVE_PERSON = PERSON.omit({ notifyConsent: true }).extend({
  id: personId.optional(),
  /** A household of their own, with them as its head; instead of `household`. */
  newHousehold: z.boolean().optional(),
  case: entityId('case').optional(),
})
export type SavePerson = z.infer<typeof SAVE_PERSON>

/**
 * Refuses 'no-such-person', 'no-such-case', 'no-such-place', 'reporter' (whoever reports is in no register), 'phone-wrong',
 * 'id-number-wrong', 'id-reason-needed', 'birth-differs' (the number says another date), 'gender-differs', 'in-the-future'.
 */
export function savePerson(reading: Reading, input: SavePerson, asked: Asked): Decision {
  const form = checked(SAVE_PERSON, input)
  if (!form.ok) return form
  const { id, newHousehold = false, case: caseId, ...given } = form.value
  if (id && !reading.read(id)) return refuse('no-such-person')
  const fields: Record<string, unknown> = { ...given }
  for (const field of ['phone', 'otherPhone', 'guardianPhone'] as const)
    if (!checkPhone(given[field] ?? '').ok) return refuse('phone-wrong', [field])
  const today = dayOf(asked.now)
  if (given.birthDate && given.birthDate > today) return refuse('in-the-future', ['birthDate'])
  if (given.idNumber) {
    const number = checkIdNumber(given.idNumber, today)
    if (!number.ok) return refuse('id-number-wrong', ['idNumber'])
    if (!given.idReason) return refuse('id-reason-needed', ['idReason'])
    if (given.birthDate && given.birthDate !== number.value.birthDate) return refuse('birth-differs', ['birthDate'])
    if (given.gender && given.gender !== number.value.gender) return refuse('gender-differs', ['gender'])
    Object.assign(fields, { idNumber: number.value.number, birthDate: number.value.birthDate, gender: number.value.gender }) // prettier-ignore
  }
  if (given.idNumber === '') fields['idReason'] = ''
  if (given.place && !reading.read(given.place)) return refuse('no-such-place', ['place'])
  if (given.household && !reading.read(given.household)) return refuse('no-such-household', ['household'])
  const person = id ?? asked.newId('person')
  const drafts: Draft[] = []
  if (newHousehold) {
    const household = asked.newId('household')
    fields['household'] = household
    const { place = '', placeWords } = given
    drafts.push({ entity: household, kind: 'household-entered', fields: { head: person, place, placeWords, note: '' } })
  }
  drafts.unshift({ entity: person, kind: id ? 'person-changed' : 'person-registered', fields })
  if (caseId) {
    const link = linkDraft(reading, caseId, person)
    if (!link.ok) return link
    drafts.push(...link.value)
  }
  return ok(drafts)
}

const LINK = z.object({ case: entityId('case'), person: personId.or(z.literal('')) })
export type LinkPerson = z.infer<typeof LINK>

/** 认定诉求人: the request belongs to this resident; '' takes it back. What was said at intake stays as it was said. */
export function linkPerson(reading: Reading, input: LinkPerson, _asked: Asked): Decision {
  const form = checked(LINK, input)
  if (!form.ok) return form
  if (form.value.person !== '' && !reading.read(form.value.person)) return refuse('no-such-person')
  return linkDraft(reading, form.value.case, form.value.person)
}

function linkDraft(reading: Reading, caseId: string, person: string): Decision {
  const file = reading.caseFile(caseId)
  if (!file) return refuse('no-such-case')
  if (isConfidential(file.fields) || file.fields.anonymous) return refuse('reporter')
  // Two PCs may have said different persons: saying the shown one again settles it.
  const isDisputed = file.conflicts.includes(`${caseId}.person`)
  if ((file.fields.person ?? '') === person && !isDisputed) return refuse('nothing-changed')
  return ok([{ entity: caseId, kind: person === '' ? 'person-unlinked' : 'person-linked', fields: { person } }])
}
