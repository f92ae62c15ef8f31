/** Sums that screens and reports read: by provider, by month, as the statement of one provider. Pure: entries in, figures out. */
import type { EntityId } from '../kernel/event.ts'
import type { FundingMode, ProviderKind } from '../provider/fields.ts'
import { addSums, NO_MONEY, type Effect, type Sums } from './effects.ts'
import { countsAt, effectsIn, isWithin, ledgerOf, type Ledger, type MoneyPeriod } from './ledger.ts'
import type { LedgerEntry } from './ledger-entry.ts'

export type ProviderMoney = { readonly reserved: number; readonly paid: number; readonly copay: number; readonly orders: number } // prettier-ignore

/** What a period moved, by provider: paid in it, and reserved in it less what was released or settled in it. */
export function moneyByProvider(
  source: Iterable<LedgerEntry> | Ledger,
  period: MoneyPeriod,
): Map<EntityId, ProviderMoney> {
  const out = new Map<EntityId, ProviderMoney>()
  const bases = new Map<EntityId, Set<EntityId>>()
  for (const { entry, sums } of effectsIn(asLedger(source))) {
    if (entry.provider === '' || !isWithin(entry, period)) continue
    const orders = bases.get(entry.provider) ?? new Set()
    bases.set(entry.provider, orders.add(entry.base))
    const known = out.get(entry.provider) ?? { reserved: 0, paid: 0, copay: 0, orders: 0 }
    out.set(entry.provider, {
      reserved: known.reserved + sums.reserved,
      paid: known.paid + sums.paid,
      copay: known.copay + sums.copay,
      orders: orders.size,
    })
  }
  return out
}

const asLedger = (source: Iterable<LedgerEntry> | Ledger): Ledger => ('bases' in source ? source : ledgerOf(source))

export type MoneyCell = {
  readonly serviceType: string
  readonly providerKind: ProviderKind | ''
  readonly funding: FundingMode | ''
  readonly paid: number
  readonly reserved: number
  readonly cases: number
}

/** What `moneyMatrix` has to look up. */
export type MatrixFacts = {
  /** Of the order's referral; '' where nobody knows it. */
  readonly serviceTypeOf: (entry: LedgerEntry) => string
  readonly providerKindOf: (provider: EntityId | '') => ProviderKind | ''
  readonly fundingOf: (account: EntityId) => FundingMode | ''
}

/** 三类服务 × 服务主体 × 资金, over a period. */
export function moneyMatrix(
  source: Iterable<LedgerEntry> | Ledger,
  period: MoneyPeriod,
  facts: MatrixFacts,
): MoneyCell[] {
  const cells = new Map<string, { cell: MoneyCell; about: Set<string> }>()
  for (const { entry, account, sums } of effectsIn(asLedger(source))) {
    if (!isWithin(entry, period) || (sums.paid === 0 && sums.reserved === 0)) continue
    const [serviceType, providerKind, funding] = [facts.serviceTypeOf(entry), facts.providerKindOf(entry.provider), facts.fundingOf(account)] // prettier-ignore
    const key = `${serviceType} ${providerKind} ${funding}`
    const known = cells.get(key) ?? { cell: { serviceType, providerKind, funding, paid: 0, reserved: 0, cases: 0 }, about: new Set() } // prettier-ignore
    known.about.add(entry.about)
    known.cell = {
      ...known.cell,
      paid: known.cell.paid + sums.paid,
      reserved: known.cell.reserved + sums.reserved,
      cases: known.about.size,
    }
    cells.set(key, known)
  }
  return [...cells].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, { cell }]) => cell)
}

/** 结算单: what stood before the period, every entry in it, what stands after it. */
export type Statement = {
  readonly opening: Sums
  readonly lines: readonly Effect[]
  readonly moved: Sums
  readonly closing: Sums
}

/** `provider` null: of everybody. `account`: of one agreement or fund alone. */
export function statementOf(
  ledger: Ledger,
  period: MoneyPeriod,
  { provider, account }: { readonly provider?: EntityId | undefined; readonly account?: EntityId | undefined },
): Statement {
  let opening = NO_MONEY
  let moved = NO_MONEY
  const lines: Effect[] = []
  for (const one of effectsIn(ledger, account)) {
    if (provider !== undefined && one.entry.provider !== provider) continue
    const at = countsAt(one.entry)
    if (at < period.from) opening = addSums(opening, one.sums)
    else if (at < period.until) {
      moved = addSums(moved, one.sums)
      lines.push(one)
    }
  }
  return { opening, lines: lines.toSorted(byTime), moved, closing: addSums(opening, moved) }
}

const byTime = (a: Effect, b: Effect): number => {
  const [at, bt] = [`${a.entry.day} ${a.entry.at} ${a.entry.id}`, `${b.entry.day} ${b.entry.at} ${b.entry.id}`]
  return at < bt ? -1 : at > bt ? 1 : 0
}
