/** What one history knows of its PCs, more than any of them does. */
import type { EventId, StoredEvent } from '#core/kernel/event.ts'
import type { Dice } from './dice.ts'
import type { File } from './files.ts'
import type { House } from './houses.ts'
import type { Pc } from './pc.ts'

/** How often each thing happened. What never happens proves nothing (all-histories.ts). To add one: here. */
export const TOLD = ['files', 'fresh', 'held', 'forks', 'conflicts', 'refused', 'died', 'renewed', 'restored', 'orders', 'passedOn', 'answers', 'attached', 'blobsLost', 'blobsSent', 'revoked', 'shutOut', 'missed'] as const // prettier-ignore
export type Told = Record<(typeof TOLD)[number], number>

export type World = {
  readonly dice: Dice
  /** Those that belong to their houses; a revoked one is out. */
  readonly pcs: Pc[]
  /** In somebody else's hands: they write and send, and nobody asks them any more. */
  readonly outcasts: Pc[]
  readonly houses: readonly House[]
  readonly mail: File[]
  /** Every acknowledged event. */
  readonly written: Map<EventId, StoredEvent>
  /** What a restored backup took off its PC: it may be gone for good. */
  readonly lost: Set<EventId>
  readonly told: Told
  number: number
}

export const SECRET = '秘密'
/** PCs, at most. */
export const MANY = 6

export function must(condition: boolean, words: string): asserts condition {
  if (!condition) throw new Error(words)
}

export const isStation = (pc: Pc): boolean => pc.house.name === 'A' || pc.house.name === 'B'
