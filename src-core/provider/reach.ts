/** 可达分钟: how long it takes from a neighbourhood to a service, or the service to a resident, typed by somebody who knows. */
import type { EntityId, Scope } from '../kernel/event.ts'
import { entityId, z } from '../lib/schema.ts'

/** 步行 · 上门到达. */
export const REACH_HOWS = ['walk', 'arrive'] as const

export const SERVICE_REACH = z.object({
  service: entityId('service'),
  place: entityId('place'),
  minutes: z.number().int().min(1).max(600),
  how: z.enum(REACH_HOWS),
})
export type ServiceReach = z.infer<typeof SERVICE_REACH>

const tail = (id: EntityId): string => id.slice(id.indexOf(':') + 1)

/** One entry for each pair: two PCs that type it write the same entity, and a difference is a conflict. */
export const reachId = (service: EntityId, place: EntityId): EntityId =>
  `reach:${tail(service).slice(0, 39)}_${tail(place).slice(0, 39)}`

/** `minutes` null: taken back, not known any more. */
export const REACH_SCOPES: Readonly<Record<keyof ServiceReach, Scope>> = {
  service: 'directory',
  place: 'directory',
  minutes: 'directory',
  how: 'directory',
}
