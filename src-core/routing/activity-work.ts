/** 活动: announced, signed up for, attended. */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ok } from '../lib/result.ts'
import { entityId, z } from '../lib/schema.ts'
import { dayOf } from '../lib/time.ts'
import { ACTIVITY, attendanceTimeId, SIGN_UP, type SignUpInput } from '../provider/activity.ts'
import { writeChanges } from './part-facts.ts'
import { livingOf, timeProblem } from './volunteer-work.ts'

export const SAVE_ACTIVITY = ACTIVITY.extend({ id: entityId('activity').optional() })
export type SaveActivity = z.infer<typeof SAVE_ACTIVITY>

export function saveActivity(reading: Reading, input: SaveActivity, asked: Asked): Decision {
  const form = checked(SAVE_ACTIVITY, input)
  if (!form.ok) return form
  const { id, ...fields } = form.value
  if (id !== undefined && !reading.exists(id)) return refuse('no-such-activity')
  if (!reading.exists(fields.provider)) return refuse('no-such-provider', ['provider'])
  if (fields.to <= fields.from) return refuse('time-backwards', ['to'])
  return writeChanges(reading, { type: 'activity', id, fields }, asked)
}

export function signUp(reading: Reading, input: SignUpInput, asked: Asked): Decision {
  const form = checked(SIGN_UP, input)
  if (!form.ok) return form
  const { activity, member, name } = form.value
  const to = reading.read(activity)
  if (!to) return refuse('no-such-activity')
  if (to['cancelled'] === true) return refuse('activity-cancelled')
  if (member !== '' && !reading.exists(member)) return refuse('no-such-member', ['member'])
  if (member === '' && name === '') return refuse('name-needed', ['name'])
  const others = livingOf(reading, 'sign-up', (one) => one['activity'] === activity)
  const same = others.some((one) =>
    member === ''
      ? one['member'] === '' && one['name'] === name && one['phone'] === form.value.phone
      : one['member'] === member,
  )
  if (same) return refuse('already-signed-up', [member === '' ? 'name' : 'member'])
  if (typeof to['places'] === 'number' && others.length >= to['places']) return refuse('activity-full')
  const fields = { ...form.value, at: asked.now, by: asked.user }
  return ok([{ entity: asked.newId('sign-up'), kind: 'signed-up', fields }])
}

export const MARK_ATTENDANCE = z.object({ signUp: entityId('sign-up'), attended: z.boolean() })
export type MarkAttendance = z.infer<typeof MARK_ATTENDANCE>

/** A helper who came gets the activity's hours, once; unticked they are taken back. One day only: longer ones are typed by hand. */
export function markAttendance(reading: Reading, input: MarkAttendance, asked: Asked): Decision {
  const form = checked(MARK_ATTENDANCE, input)
  if (!form.ok) return form
  const { signUp: id, attended } = form.value
  const entry = reading.read(id)
  const activity = entry && reading.read(String(entry['activity']))
  if (!entry || !activity) return refuse('no-such-entry')
  if (entry['attended'] === attended) return refuse('nothing-changed')
  if (attended && String(activity['from']) > asked.now) return refuse('in-the-future')
  const ticked = { entity: id, kind: 'attendance-marked', fields: { attended } }
  const member = String(entry['member'])
  const [from, to] = [String(activity['from']), String(activity['to'])]
  if (member === '' || dayOf(from) !== dayOf(to)) return ok([ticked])
  const timeId = attendanceTimeId(id)
  if (!attended)
    return ok(
      reading.exists(timeId)
        ? [ticked, { entity: timeId, kind: 'entry-taken-back', fields: { withdrawn: true } }]
        : [ticked],
    )
  const time = {
    member,
    day: dayOf(from),
    from: from.slice(11, 16),
    to: to.slice(11, 16),
    what: String(activity['title']),
    of: String(entry['activity']),
  }
  const problem = timeProblem(reading, time, asked, timeId)
  if (problem) return problem
  const fields = { ...time, at: asked.now, by: asked.user, withdrawn: false }
  return ok([ticked, { entity: timeId, kind: 'service-time-recorded', fields }])
}
