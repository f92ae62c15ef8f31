/** 愿意接收通知: said by the resident, written with way, time and who heard it; taken back in the same way. */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ok } from '../lib/result.ts'
import { dayOf } from '../lib/time.ts'
import { z } from '../lib/schema.ts'
import { CONSENT_WAYS } from '../notice/codes.ts'
import { isYoung } from '../notice/notify-consent.ts'
import { personCard, personId } from '../person/fields.ts'

export const RECORD_NOTIFY_CONSENT = z.object({ person: personId, given: z.boolean(), way: z.enum(CONSENT_WAYS) })
export type RecordNotifyConsent = z.infer<typeof RECORD_NOTIFY_CONSENT>

/** Refuses 'no-such-person', 'guardian-consents' (under 14). Taking back is never refused. */
export function recordNotifyConsent(reading: Reading, input: RecordNotifyConsent, asked: Asked): Decision {
  const form = checked(RECORD_NOTIFY_CONSENT, input)
  if (!form.ok) return form
  const { person, given, way } = form.value
  const read = reading.read(person)
  if (!read) return refuse('no-such-person')
  if (given && way !== 'guardian' && isYoung(personCard(person, read), dayOf(asked.now))) return refuse('guardian-consents', ['way']) // prettier-ignore
  const notifyConsent = { given, way, at: asked.now, by: asked.user }
  return ok([{ entity: person, kind: given ? 'notify-agreed' : 'notify-withdrawn', fields: { notifyConsent } }])
}
