import type { FolderHost } from '#core/host/host.ts'
import type { RandomBytes } from '#core/journal/cipher.ts'
import type { DeriveKey } from '#core/keys/slots.ts'
import type { Subtle } from '#core/keys/subtle.ts'
import type { StationDb } from '../storage/station-db.ts'

/** Everything the desk gets from outside; the worker gives the browser's, tests give theirs. */
export type DeskParts = {
  readonly host: FolderHost
  readonly subtle: Subtle
  readonly random: RandomBytes
  readonly derive: DeriveKey
  /** Milliseconds since 1970 UTC. */
  readonly clock: () => number
  readonly openDb: (station: string) => StationDb
  readonly stationsHere: () => Promise<string[]>
  /** Runs the work when nobody is waiting for the desk, and not before `ms` have gone by. */
  readonly whenIdle: (work: () => void, ms?: number) => void
  /** FOLD_AT_EVENTS (fold.ts); how many a start may have to replay. */
  readonly foldAtEvents: number
}
