/**
 * 服务时长, recorded truthfully (DOMAIN §9.5): what was done, on which day, from when to when, written by whom and when. Only ever
 * added to; a wrong one is withdrawn and stays visible. The certificate is the sum of these lines and nothing else.
 */
import type { EntityId, Scope } from '../kernel/event.ts'
import { entityId, someWords, z } from '../lib/schema.ts'
import { minutesOf } from './hours.ts'

const time = z.string().regex(/^(?:[01]\d|2[0-4]):[0-5]\d$/)

export const SERVICE_TIME = z.object({
  member: entityId('member'),
  day: z.string().max(10),
  from: time,
  to: time,
  what: someWords(200),
  /** The post, wish or activity it belongs to; '' for none. */
  of: entityId('volunteer-task').or(entityId('activity')).or(z.literal('')),
})
export type ServiceTimeInput = z.infer<typeof SERVICE_TIME>
export type ServiceTimeFields = ServiceTimeInput & {
  readonly at: string
  readonly by: string
  readonly withdrawn?: boolean
}

export const SERVICE_TIME_SCOPES: Readonly<Record<keyof ServiceTimeFields, Scope>> = {
  member: 'private',
  day: 'private',
  from: 'private',
  to: 'private',
  what: 'private',
  of: 'private',
  at: 'private',
  by: 'private',
  withdrawn: 'private',
}

export const minutesServed = ({ from, to }: Pick<ServiceTimeInput, 'from' | 'to'>): number =>
  minutesOf(to) - minutesOf(from)

/** Minutes by member; what was withdrawn does not count. */
export function servedBy(times: Iterable<ServiceTimeFields>): Map<EntityId, number> {
  const out = new Map<EntityId, number>()
  for (const one of times) if (!one.withdrawn) out.set(one.member, (out.get(one.member) ?? 0) + minutesServed(one))
  return out
}
