/**
 * The ledger as an index: entries by what they belong to, and running sums of every account, so that one dispatch looks at one
 * account and not at 100,000 entries. Filled entry by entry (`putEntry`), in any order; the sums come out the same.
 */
import type { EntityId } from '../kernel/event.ts'
import type { Moment } from '../lib/time.ts'
import { addSums, effectsOf, NO_MONEY, standingOf, type Effect, type Standing, type Sums } from './effects.ts'
import type { LedgerEntry } from './ledger-entry.ts'

type Base = { readonly entries: Map<EntityId, LedgerEntry>; effects: readonly Effect[] }
type Account = { sums: Sums; readonly bases: Map<EntityId, number> }

export type Ledger = {
  readonly entries: Map<EntityId, LedgerEntry>
  /** Order, or a fund's own entry → all that was written about it. */
  readonly bases: Map<EntityId, Base>
  readonly accounts: Map<EntityId, Account>
  /** Case, topic or activity → bases. */
  readonly about: Map<EntityId, Set<EntityId>>
}

export const newLedger = (): Ledger => ({ entries: new Map(), bases: new Map(), accounts: new Map(), about: new Map() })

/** `entry` null: it is gone (erased), or says nothing that can be read. */
export function putEntry(ledger: Ledger, id: EntityId, entry: LedgerEntry | null): void {
  const before = ledger.entries.get(id)
  if (before) {
    ledger.entries.delete(id)
    change(ledger, before.base, (entries) => entries.delete(id))
  }
  if (!entry) return
  ledger.entries.set(id, entry)
  change(ledger, entry.base, (entries) => entries.set(id, entry))
  if (entry.about === '') return
  const there = ledger.about.get(entry.about)
  if (there) there.add(entry.base)
  else ledger.about.set(entry.about, new Set([entry.base]))
}

function change(ledger: Ledger, id: EntityId, turn: (entries: Base['entries']) => unknown): void {
  const base: Base = ledger.bases.get(id) ?? { entries: new Map(), effects: [] }
  for (const one of base.effects) move(ledger, id, one, -1)
  turn(base.entries)
  base.effects = effectsOf([...base.entries.values()])
  for (const one of base.effects) move(ledger, id, one, 1)
  if (base.entries.size === 0) ledger.bases.delete(id)
  else ledger.bases.set(id, base)
}

function move({ accounts }: Ledger, base: EntityId, { account, sums }: Effect, sign: 1 | -1): void {
  let there = accounts.get(account)
  if (!there) accounts.set(account, (there = { sums: NO_MONEY, bases: new Map() }))
  there.sums = addSums(there.sums, sums, sign)
  const count = (there.bases.get(base) ?? 0) + sign
  if (count > 0) there.bases.set(base, count)
  else there.bases.delete(base)
}

/** All at once, for reports and tests. */
export function ledgerOf(entries: Iterable<LedgerEntry>): Ledger {
  const ledger = newLedger()
  for (const entry of entries) putEntry(ledger, entry.id, entry)
  return ledger
}

/** What an agreement or a fund has reserved, paid and taken in. */
export const balanceOf = ({ accounts }: Ledger, account: EntityId): Sums => accounts.get(account)?.sums ?? NO_MONEY

export const standing = ({ bases }: Ledger, base: EntityId): Standing =>
  standingOf([...(bases.get(base)?.entries.values() ?? [])])

/** Bases of one account, in a fixed order. */
export const basesOf = ({ accounts }: Ledger, account: EntityId): EntityId[] =>
  [...(accounts.get(account)?.bases.keys() ?? [])].toSorted()

/** Every effect there is; of one account when it is named. */
export function* effectsIn({ bases, accounts }: Ledger, account?: EntityId): Generator<Effect> {
  const ids = account === undefined ? bases.keys() : (accounts.get(account)?.bases.keys() ?? [])
  for (const id of ids)
    for (const one of bases.get(id)?.effects ?? []) if (account === undefined || one.account === account) yield one
}

/** As figures/period.ts has it: `from` included, `until` not. */
export type MoneyPeriod = { readonly from: Moment; readonly until: Moment }

/** When an entry counts: as it was written, or the end of the earlier day that it was written for. */
export const countsAt = ({ day, at }: Pick<LedgerEntry, 'day' | 'at'>): Moment =>
  at.slice(0, 10) === day ? at : `${day}T23:59:59+08:00`

export const isWithin = (entry: LedgerEntry, { from, until }: MoneyPeriod): boolean => {
  const at = countsAt(entry)
  return at >= from && at < until
}

/** Of referrals that somebody has to look at, see `Standing.disputed`. */
export type Balance = { readonly reserved: number; readonly paid: number; readonly disputed: readonly EntityId[] }

export function balance(entries: Iterable<LedgerEntry>): Balance {
  const ledger = ledgerOf(entries)
  let sums = NO_MONEY
  for (const one of effectsIn(ledger)) sums = addSums(sums, one.sums)
  const disputed = [...ledger.bases.keys()].filter((base) => standing(ledger, base).disputed)
  return { reserved: sums.reserved, paid: sums.paid, disputed: disputed.toSorted() }
}
