/** 记告知: who was told what, when and by which way. Only added to; one that was wrong is taken back and stays to be read. */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ok } from '../lib/result.ts'
import { entityId, moment, z } from '../lib/schema.ts'
import { NOTICE_TELLING, noticeCard, tellingCard } from '../notice/fields.ts'
import { mayBeTold } from '../notice/notify-consent.ts'
import { personCard } from '../person/fields.ts'
import { mergedPerson, personGroups, type Merge } from '../person/merged-people.ts'

export const RECORD_TELLING = NOTICE_TELLING.omit({ by: true, withdrawn: true, at: true }).extend({
  /** When it was said, if not now. */
  at: moment.optional(),
})
export type RecordTelling = z.infer<typeof RECORD_TELLING>

/** Refuses 'no-such-notice', 'notice-withdrawn', 'in-the-future', 'no-such-person', 'no-notify-consent' for anybody who has not agreed. */
export function recordTelling(reading: Reading, input: RecordTelling, asked: Asked): Decision {
  const form = checked(RECORD_TELLING, input)
  if (!form.ok) return form
  const { at = asked.now, ...telling } = form.value
  const read = reading.read(telling.notice)
  if (!read) return refuse('no-such-notice')
  if (noticeCard(telling.notice, read).withdrawn) return refuse('notice-withdrawn')
  if (at > asked.now) return refuse('in-the-future', ['at'])
  const persons = [...new Set(telling.persons)]
  // Consent may have been given or taken back at another entry of the same person.
  const merges = persons.length === 0 ? [] : [...reading.ids('person-merge')].map((merge) => ({ ...(reading.read(merge) as Merge), id: merge })) // prettier-ignore
  const groups = personGroups(merges)
  for (const person of persons) {
    const entries = groups.membersOf(person).flatMap((id) => {
      const entry = reading.read(id)
      return entry ? [personCard(id, entry)] : []
    })
    if (entries.length === 0) return refuse('no-such-person', ['persons'])
    if (!mayBeTold(mergedPerson(entries).card)) return refuse('no-notify-consent', ['persons'])
  }
  const count = persons.length > 0 ? persons.length : telling.count
  return ok([
    {
      entity: asked.newId('notice-telling'),
      kind: 'notice-told',
      fields: { ...telling, persons, count, withdrawn: false, at, by: asked.user },
    },
  ])
}

export const TAKE_BACK_TELLING = z.object({ telling: entityId('notice-telling') })
export type TakeBackTelling = z.infer<typeof TAKE_BACK_TELLING>

export function takeBackTelling(reading: Reading, input: TakeBackTelling, _asked: Asked): Decision {
  const form = checked(TAKE_BACK_TELLING, input)
  if (!form.ok) return form
  const { telling } = form.value
  const read = reading.read(telling)
  if (!read) return refuse('no-such-telling')
  if (tellingCard(telling, read).withdrawn) return refuse('nothing-changed')
  return ok([{ entity: telling, kind: 'telling-taken-back', fields: { withdrawn: true } }])
}
