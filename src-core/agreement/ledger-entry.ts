/**
 * Entries of the funding ledger: money is reserved when a referral is dispatched, settled on confirmed delivery, or
 * released when the referral comes back (DOMAIN §8). An entry's id is made of its referral and its kind, so two PCs that
 * settle one referral write the same entry: one payment, and a conflict on the amount when they disagree.
 */
import type { Draft } from '../kernel/command.ts'
import { conflicts, values, type Entity } from '../kernel/entity.ts'
import type { EntityId } from '../kernel/event.ts'
import { err, ok, type Result } from '../lib/result.ts'

/** To add one: here, and its line in `balance`. */
export const ENTRY_KINDS = ['reserve', 'settle', 'release'] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

export type EntryFields = {
  readonly kind: EntryKind
  readonly referral: EntityId
  /** Purchase contract or compensation agreement that pays. */
  readonly agreement: EntityId
  /** Whole fen (0.01 yuan), never negative. */
  readonly fen: number
}

/** `disputed`: two PCs wrote different things, most often another amount; the shown one counts until somebody settles it. */
export type LedgerEntry = EntryFields & { readonly disputed: boolean }

/** `referral:0193…` and `settle` → `entry:0193…-settle`. */
export const entryId = (referral: EntityId, kind: EntryKind): EntityId =>
  `entry:${referral.slice(referral.indexOf(':') + 1)}-${kind}`

export function entryDraft(fields: EntryFields): Result<Draft, 'not-whole-fen'> {
  if (!isFen(fields.fen)) return err('not-whole-fen')
  return ok({ entity: entryId(fields.referral, fields.kind), kind: `fen-${PAST[fields.kind]}`, fields })
}

const PAST = { reserve: 'reserved', settle: 'settled', release: 'released' } as const
const isFen = (v: unknown): v is number => Number.isSafeInteger(v) && (v as number) >= 0

/** Null when the entity is no entry, or says something else than its id does. */
export function ledgerEntry(entity: Entity): LedgerEntry | null {
  const { kind, referral, agreement, fen } = values(entity) as Partial<Record<keyof EntryFields, unknown>>
  const known = ENTRY_KINDS.find((one) => one === kind)
  if (!known || typeof referral !== 'string' || typeof agreement !== 'string' || !isFen(fen)) return null
  if (entryId(referral, known) !== entity.id) return null
  return { kind: known, referral, agreement, fen, disputed: conflicts(entity).length > 0 }
}

export type Balance = {
  /** Fen held for referrals that are neither settled nor released. */
  readonly reserved: number
  readonly paid: number
  /** Referrals somebody has to look at: a disputed entry, or one both settled and released. */
  readonly disputed: readonly EntityId[]
}

/** A settled referral counts what was settled, whatever was reserved or released; each referral counts once. */
export function balance(entries: Iterable<LedgerEntry>): Balance {
  const referrals = new Map<EntityId, Partial<Record<EntryKind, LedgerEntry>>>()
  for (const entry of entries) referrals.set(entry.referral, { ...referrals.get(entry.referral), [entry.kind]: entry })
  let reserved = 0
  let paid = 0
  const disputed: EntityId[] = []
  for (const [referral, { reserve, settle, release }] of referrals) {
    if (settle) paid += settle.fen
    else if (reserve && !release) reserved += reserve.fen
    if ((settle && release) || [reserve, settle, release].some((entry) => entry?.disputed)) disputed.push(referral)
  }
  return { reserved, paid, disputed: disputed.toSorted() }
}
