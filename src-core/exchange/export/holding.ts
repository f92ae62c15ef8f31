/** What export and import look at: the events' places, the records of bundles, and who is who. */
import type { EntityId } from '#core/kernel/event.ts'
import type { Replica } from '#core/kernel/replica.ts'
import type { Trust } from '../trust/trust.ts'

/** Of the book, what exchange reads. */
export type Holding = {
  readonly replica: Replica
  readonly read: (id: EntityId) => Readonly<Record<string, unknown>> | null
  readonly ids: (type: string) => Iterable<EntityId>
}

export type Roster = Pick<Trust, 'house' | 'pc' | 'houses' | 'houseOf' | 'isBeyond' | 'isBelow' | 'isAbove' | 'pcsOf'>
