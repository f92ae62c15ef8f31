/** What the writer queue is given of a bundle that came in, and what it answers. */
import type { Refusal } from '../case-file/decision.ts'
import type { Command } from '../commands.ts'
import { inOrder, tryReceive, type Trial } from '../kernel/trial.ts'
import type { Draft } from '../kernel/command.ts'
import type { EntityId, LogId, Scope, StoredEvent } from '../kernel/event.ts'
import type { Gap } from '../kernel/replica.ts'
import type { Moment } from '../lib/time.ts'
import { countsOf, type TriedIn } from '../exchange/import/try-in.ts'
import { arrivalId, type BundleCounts, type BundleFields } from '../peer/fields.ts'
import type { Book } from './book.ts'

export type Incoming = {
  /** 32 hex digits. */
  readonly bundle: string
  readonly record: Pick<
    BundleFields,
    'peer' | 'pc' | 'profile' | 'file' | 'sha256' | 'bytes' | 'logs' | 'letters' | 'heads' | 'have' | 'got'
  > &
    Partial<Pick<BundleFields, 'want'>>
  /** Verified, and without what revoked PCs signed beyond what counts (TriedIn.events). */
  readonly events: readonly StoredEvent[]
  /** Of which PCs only these scopes come here (TriedIn.marks), where no command of `commands` or earlier has said so yet. */
  readonly marks?: ReadonlyMap<string, readonly Scope[]>
  /** What the dry run of exactly these events and marks gave (tryIn): not run again when nothing has been written since. */
  readonly tried?: Pick<TriedIn, 'trial' | 'revision'>
  /**
   * Decided in the same turn and written in the same batch: new grants, letters. They see the book as it was before the bundle.
   * One that is refused holds nothing up.
   */
  readonly commands?: readonly Command[]
}

export type TakenIn = {
  /** This bundle had been taken in before, and nothing of it was new. */
  readonly already: boolean
  readonly counts: BundleCounts
  /** What its held events wait for: the file has to be kept, and tried again. */
  readonly missing: readonly Gap[]
  readonly forks: readonly { readonly log: LogId; readonly n: number }[]
  readonly conflicts: Trial['conflicts']
  /** Cases whose summary may have changed. */
  readonly cases: ReadonlySet<EntityId>
  readonly refused: readonly { readonly index: number; readonly refusal: Refusal }[]
}

export type Intake = {
  readonly trial: Trial
  readonly counts: BundleCounts
  /** In the order in which they are stored: never those that wait. */
  readonly fresh: readonly StoredEvent[]
  /** The record of the bundle, or what changes in it; null when nothing does. */
  readonly record: Draft | null
}

/** `pc`: this one; each PC of a house writes down for itself what came in (peer/fields.ts, BundleFields). */
export function intakeOf(
  book: Book,
  { bundle, record, events, marks, tried }: Incoming,
  at: Moment,
  by: EntityId,
  pc: string,
): Intake {
  const trial = tried?.revision === book.replica.revision ? tried.trial : tryReceive(book.replica, events, marks)
  const counts = countsOf(trial, events.length)
  const fresh = inOrder(trial.fresh)
  const entity = arrivalId(bundle, pc)
  const isNew = !book.replica.entities.has(entity)
  const fields: Partial<BundleFields> = isNew ? { direction: 'in', ...record, at, by, counts } : { counts }
  const kind = isNew ? 'bundle-taken-in' : 'bundle-taken-in-again'
  return { trial, counts, fresh, record: isNew || fresh.length > 0 ? { entity, kind, fields } : null }
}
