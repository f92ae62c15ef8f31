/** 两个都留 and 知道了: a difference that somebody looked at and let stand. It is not shown again while nothing is added to it. */
import type { EntityId, Scope } from '../kernel/event.ts'
import type { Moment } from '../lib/time.ts'

/** `settlement:<uuid>`. */
export type SettlementFields = {
  /** Key of the difference (exchange/conflicts/difference.ts); it names entities, never people. */
  readonly about: string
  readonly note: string
  readonly at: Moment
  readonly by: EntityId
}

/** `about` is shared: both offices then see the same list. */
export const SETTLEMENT_SCOPES: Readonly<Record<keyof SettlementFields, Scope>> = {
  about: 'shared',
  note: 'private',
  at: 'shared',
  by: 'private',
}

/** To add one: here, its sentence in both texts and in src-cli/problems, and a test that earns it. */
export type DifferenceRefusal = 'difference-moved' // settled meanwhile, or another way of writing came in since it was shown
