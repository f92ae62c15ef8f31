/** 报到 → 专长 → 认领/微心愿 → 服务 → 时长 (DOMAIN §9.5). */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import type { EntityId } from '../kernel/event.ts'
import { ok } from '../lib/result.ts'
import { entityId, type z } from '../lib/schema.ts'
import { dayOf, isDay, type Day } from '../lib/time.ts'
import { DAY_MINUTES, minutesOf } from '../provider/hours.ts'
import { MEMBER } from '../provider/member.ts'
import { SERVICE_TIME, type ServiceTimeInput } from '../provider/service-time.ts'
import { TASK_CLAIM, VOLUNTEER_TASK } from '../provider/volunteer-task.ts'
import { writeChanges } from './part-facts.ts'

export const SAVE_MEMBER = MEMBER.extend({ id: entityId('member').optional() })
export type SaveMember = z.infer<typeof SAVE_MEMBER>

export function saveMember(reading: Reading, input: SaveMember, asked: Asked): Decision {
  const form = checked(SAVE_MEMBER, input)
  if (!form.ok) return form
  const { id, ...fields } = form.value
  if (id !== undefined && !reading.exists(id)) return refuse('no-such-member')
  if (fields.provider !== '' && !reading.exists(fields.provider)) return refuse('no-such-provider', ['provider'])
  const { registeredAt, leftAt } = fields
  if (registeredAt !== '' && !isDay(registeredAt)) return refuse('day-impossible', ['registeredAt'])
  if (registeredAt > dayOf(asked.now)) return refuse('in-the-future', ['registeredAt'])
  if (leftAt !== '' && !isDay(leftAt)) return refuse('day-impossible', ['leftAt'])
  if (leftAt !== '' && leftAt < registeredAt) return refuse('term-backwards', ['leftAt'])
  return writeChanges(reading, { type: 'member', id, fields }, asked)
}

export const SAVE_TASK = VOLUNTEER_TASK.extend({ id: entityId('volunteer-task').optional() })
export type SaveTask = z.infer<typeof SAVE_TASK>

export function saveTask(reading: Reading, input: SaveTask, asked: Asked): Decision {
  const form = checked(SAVE_TASK, input)
  if (!form.ok) return form
  const { id, ...fields } = form.value
  if (id !== undefined && !reading.exists(id)) return refuse('no-such-task')
  if (fields.provider !== '' && !reading.exists(fields.provider)) return refuse('no-such-provider', ['provider'])
  if (fields.until !== '' && !isDay(fields.until)) return refuse('day-impossible', ['until'])
  return writeChanges(reading, { type: 'volunteer-task', id, fields }, asked)
}

export type ClaimTask = z.infer<typeof TASK_CLAIM>

export function claimTask(reading: Reading, input: ClaimTask, asked: Asked): Decision {
  const form = checked(TASK_CLAIM, input)
  if (!form.ok) return form
  const { task, member } = form.value
  const wanted = reading.read(task)
  if (!wanted) return refuse('no-such-task')
  const gone = memberProblem(reading, member, dayOf(asked.now))
  if (gone) return refuse(gone, ['member'])
  if (wanted['closed'] === true) return refuse('task-closed')
  const claims = livingOf(reading, 'task-claim', (claim) => claim['task'] === task)
  if (claims.some((claim) => claim['member'] === member)) return refuse('already-claimed', ['member'])
  if (claims.length >= Number(wanted['wanted'] ?? 1)) return refuse('task-full')
  const fields = { task, member, at: asked.now, by: asked.user }
  return ok([{ entity: asked.newId('task-claim'), kind: 'task-claimed', fields }])
}

/** Refuses what cannot have been: the future, before 报到, after leaving, two places at once. */
export function recordServiceTime(reading: Reading, input: ServiceTimeInput, asked: Asked): Decision {
  const form = checked(SERVICE_TIME, input)
  if (!form.ok) return form
  const problem = timeProblem(reading, form.value, asked)
  if (problem) return problem
  const fields = { ...form.value, at: asked.now, by: asked.user }
  return ok([{ entity: asked.newId('service-time'), kind: 'service-time-recorded', fields }])
}

/** `own`: an entry that is written again (attendance ticked twice). */
export function timeProblem(
  reading: Reading,
  { member, day, from, to }: ServiceTimeInput,
  asked: Asked,
  own?: EntityId,
): ReturnType<typeof refuse> | null {
  if (!isDay(day)) return refuse('day-impossible', ['day'])
  if (minutesOf(to) <= minutesOf(from)) return refuse('time-backwards', ['to'])
  if (minutesOf(to) > DAY_MINUTES) return refuse('time-impossible', ['to'])
  const now = asked.now
  if (day > dayOf(now) || (day === dayOf(now) && to > now.slice(11, 16))) return refuse('in-the-future', ['to'])
  const gone = memberProblem(reading, member, day)
  if (gone) return refuse(gone, ['day'])
  const registered = String(reading.read(member)?.['registeredAt'] ?? '')
  if (registered !== '' && day < registered) return refuse('before-registration', ['day'])
  const sameDay = (one: Readonly<Record<string, unknown>>): boolean => one['member'] === member && one['day'] === day
  const clash = livingOf(reading, 'service-time', sameDay, own).some(
    (one) => String(one['from']) < to && from < String(one['to']),
  )
  return clash ? refuse('too-many-hours', ['from']) : null
}

function memberProblem(reading: Reading, member: EntityId, day: Day): 'no-such-member' | 'member-left' | null {
  const fields = reading.read(member)
  if (!fields) return 'no-such-member'
  const left = String(fields['leftAt'] ?? '')
  return left !== '' && left < day ? 'member-left' : null
}

/** Entries that were not taken back. */
export const livingOf = (
  reading: Reading,
  type: string,
  fits: (entry: Readonly<Record<string, unknown>>) => boolean,
  except?: EntityId,
): readonly Readonly<Record<string, unknown>>[] =>
  [...reading.ids(type)].flatMap((id) => {
    const entry = id === except ? null : reading.read(id)
    return entry && entry['withdrawn'] !== true && fits(entry) ? [entry] : []
  })
