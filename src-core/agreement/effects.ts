/**
 * What each entry does to the money: the one place that knows. A balance of anything over any time is the sum of effects, so
 * no fen is made or lost between two ways of counting.
 */
import type { EntityId } from '../kernel/event.ts'
import type { LedgerEntry } from './ledger-entry.ts'

export type Sums = {
  readonly income: number
  readonly reserved: number
  readonly paid: number
  readonly reservedUnits: number
  readonly paidUnits: number
  readonly copay: number
}
export const NO_MONEY: Sums = { income: 0, reserved: 0, paid: 0, reservedUnits: 0, paidUnits: 0, copay: 0 }

export const addSums = (a: Sums, b: Sums, sign: 1 | -1 = 1): Sums => ({
  income: a.income + sign * b.income,
  reserved: a.reserved + sign * b.reserved,
  paid: a.paid + sign * b.paid,
  reservedUnits: a.reservedUnits + sign * b.reservedUnits,
  paidUnits: a.paidUnits + sign * b.paidUnits,
  copay: a.copay + sign * b.copay,
})

/** `account`: of the entry; a settlement out of another account than the reservation's has a second effect there. */
export type Effect = { readonly entry: LedgerEntry; readonly account: EntityId; readonly sums: Sums }

const effect = (entry: LedgerEntry, sums: Partial<Sums>, account = entry.account): Effect => ({
  entry,
  account,
  sums: { ...NO_MONEY, ...sums },
})
const reserving = ({ fen, units }: LedgerEntry, sign: 1 | -1 = 1): Partial<Sums> => ({
  reserved: sign * fen,
  reservedUnits: sign * units,
})

/** `entries`: all of one base, in any order; each id once. The order of the answer is fixed. */
export function effectsOf(entries: readonly LedgerEntry[]): Effect[] {
  const of = (kind: LedgerEntry['kind']): Map<number, LedgerEntry> =>
    new Map(entries.filter((one) => one.kind === kind).map((one) => [one.n, one]))
  const [reserves, releases] = [of('reserve'), of('release')]
  const out: Effect[] = []
  const numbers = [...reserves.keys()].toSorted((a, b) => a - b)
  let open: LedgerEntry | null = null
  for (const n of numbers) {
    const reserve = reserves.get(n)!
    // A later reservation stands in place of an earlier one whose release has not arrived.
    if (open) out.push(effect(reserve, reserving(open, -1), open.account))
    out.push(effect(reserve, reserving(reserve)))
    const release = releases.get(n)
    if (release) out.push(effect(release, reserving(reserve, -1), reserve.account))
    open = release ? null : reserve
  }
  // Nothing to release (yet): the entry is there, and moves nothing.
  for (const [n, release] of releases) if (!reserves.has(n)) out.push(effect(release, {}))
  for (const entry of entries) {
    const { kind, fen, units, copayFen } = entry
    if (kind === 'settle') {
      if (open && open.account !== entry.account) out.push(effect(entry, reserving(open, -1), open.account))
      const freed = open && open.account === entry.account ? reserving(open, -1) : {}
      out.push(effect(entry, { ...freed, paid: fen, paidUnits: units, copay: copayFen }))
    } else if (kind === 'spend') out.push(effect(entry, { paid: fen, paidUnits: units, copay: copayFen }))
    else if (kind === 'income') out.push(effect(entry, { income: fen }))
    else if (kind === 'adjust') out.push(effect(entry, adjusting(entry, entries)))
  }
  return out.toSorted((a, b) => (a.entry.id < b.entry.id ? -1 : a.entry.id > b.entry.id ? 1 : a.account < b.account ? -1 : 1)) // prettier-ignore
}

/** A correction of an income moves income, every other one what was paid. Of something that has not arrived: nothing yet. */
function adjusting({ fen, units, copayFen, corrects }: LedgerEntry, entries: readonly LedgerEntry[]): Partial<Sums> {
  const corrected = entries.find(({ id }) => id === corrects)
  if (corrected?.kind === 'income') return { income: fen }
  return corrected ? { paid: fen, paidUnits: units, copay: copayFen } : {}
}

/** How one base stands. `settled`: something of a settlement is left, after corrections. */
export type Standing = {
  readonly entries: readonly LedgerEntry[]
  readonly sums: Sums
  readonly reserve: LedgerEntry | null
  readonly settle: LedgerEntry | null
  readonly settled: boolean
  /** The reservation that nothing has released or settled. */
  readonly open: LedgerEntry | null
  /** Two wrote different things, or it was both settled and released. */
  readonly disputed: boolean
}

export function standingOf(entries: readonly LedgerEntry[]): Standing {
  const sums = effectsOf(entries).reduce((sum, one) => addSums(sum, one.sums), NO_MONEY)
  const last = (kind: LedgerEntry['kind']): LedgerEntry | null =>
    entries.filter((one) => one.kind === kind).toSorted((a, b) => b.n - a.n)[0] ?? null
  const [reserve, settle, release] = [last('reserve'), last('settle'), last('release')]
  const isOpen = reserve !== null && settle === null && (release?.n ?? 0) < reserve.n
  const settled = settle !== null && (sums.paid !== 0 || sums.paidUnits !== 0 || sums.copay !== 0)
  return {
    entries,
    sums,
    reserve,
    settle,
    settled,
    open: isOpen ? reserve : null,
    disputed:
      entries.some((one) => one.disputed) ||
      (settled && release !== null && reserve !== null && release.n >= reserve.n && settle.corrects !== release.id),
  }
}
