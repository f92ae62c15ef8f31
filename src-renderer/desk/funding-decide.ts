/** 超支待审 and entries written in two ways: what a person has to decide after two PCs met, with what each of them knew. */
import type { AgreementFields } from '#core/agreement/agreement.ts'
import { NO_MONEY, type Sums } from '#core/agreement/effects.ts'
import type { LedgerEntry } from '#core/agreement/ledger-entry.ts'
import { basesOf, standing } from '#core/agreement/ledger.ts'
import { leftIn } from '#core/agreement/order-money.ts'
import { acceptedOver, isUndecided, overOf, type MoneyDecisionFields, type Over } from '#core/agreement/overdraft.ts'
import { entitiesOf, readEntity, userName } from '#core/book/book.ts'
import { ledgerIn } from '#core/book/ledger-in.ts'
import { deviceOfLog } from '#core/kernel/event.ts'
import type { Day } from '#core/lib/time.ts'
import { accountName, agreementRows, byTime, fundRows, readerOf, rowOf, rowOfEntry, type LedgerRow } from './funding.ts'
import type { DeskState } from './state.ts'

export type OverdraftRow = {
  readonly account: string
  readonly name: string
  readonly unit: AgreementFields['unit'] | ''
  readonly over: Over
  /** The newest first, each with what its writer saw as left. */
  readonly rows: readonly (LedgerRow & { readonly open: boolean })[]
}
export type Version = {
  readonly by: string
  readonly at: string
  readonly fen: number
  readonly units: number
  readonly copayFen: number
  readonly voucher: string
  /** Where the ways differ in who pays: agreement or fund and its name; else ''. */
  readonly account: string
  readonly accountName: string
}
export type DisputeRow = {
  readonly referral: string
  readonly why: 'two-ways' | 'paid-and-released'
  /** The entry that was written in two ways (of a correction: what it comes to altogether); null for the other kind. */
  readonly entry: LedgerRow | null
  readonly versions: readonly Version[]
  readonly rows: readonly LedgerRow[]
}
export type ToDecide = { readonly overdrafts: readonly OverdraftRow[]; readonly disputes: readonly DisputeRow[] }

export function toDecide(state: DeskState, today: Day): ToDecide {
  const { book } = state
  const reading = readerOf(state)
  const ledger = ledgerIn(book)
  const decisions = new Map<string, MoneyDecisionFields[]>()
  for (const id of entitiesOf(book, 'money-decision')) {
    const made = readEntity(book, id) as MoneyDecisionFields | null
    if (made) decisions.set(made.about, [...(decisions.get(made.about) ?? []), made])
  }
  const overdraft = (account: string, name: string, unit: AgreementFields['unit'] | ''): OverdraftRow[] => {
    const over = overOf(leftIn(reading, account))
    if (!isUndecided(over, acceptedOver(decisions.get(account) ?? []))) return []
    const taking = basesOf(ledger, account).flatMap((base) => {
      const held = standing(ledger, base)
      const entry = held.open ?? held.settle ?? held.entries.find(({ kind }) => kind === 'spend')
      return entry ? [{ ...rowOfEntry(state, entry, held.sums), open: held.open !== null }] : []
    })
    return [{ account, name, unit, over, rows: taking.toSorted((a, b) => byTime(b, a)).slice(0, 50) }]
  }
  const overdrafts = [
    ...agreementRows(state, today).flatMap((one) => overdraft(one.id, `${one.number} ${one.providerName}`, one.unit)),
    ...fundRows(state).flatMap((one) => overdraft(one.id, one.name, '')),
  ]
  const disputes: DisputeRow[] = []
  for (const [base, { entries, effects }] of ledger.bases) {
    // Few are: the cheap look first.
    const all = [...entries.values()]
    if (!all.some((one) => one.disputed) && !(all.some(({ kind }) => kind === 'settle') && all.some(({ kind }) => kind === 'release'))) continue // prettier-ignore
    const held = standing(ledger, base)
    if (!held.disputed) continue
    const rows = effects.map((one) => rowOf(state, one)).toSorted(byTime)
    const two = all.filter((one) => one.disputed)
    for (const entry of two) {
      const whole = altogether(entry, held.sums, all)
      disputes.push({ referral: base, why: 'two-ways', entry: rowOfEntry(state, { ...entry, ...whole(entry) }, NO_MONEY), versions: versionsOf(state, entry.id).map((one) => ({ ...one, ...whole(one) })), rows }) // prettier-ignore
    }
    if (two.length === 0 && !decisions.has(base)) disputes.push({ referral: base, why: 'paid-and-released', entry: null, versions: [], rows }) // prettier-ignore
  }
  return { overdrafts, disputes }
}

type Amounts = Pick<LedgerEntry, 'fen' | 'units' | 'copayFen'>

/** A correction is a difference, and nobody decides about differences: with it the payment comes to so much. */
function altogether(entry: LedgerEntry, sums: Sums, all: readonly LedgerEntry[]): (one: Amounts) => Partial<Amounts> {
  if (entry.kind !== 'adjust') return () => ({})
  const isIncome = all.some(({ id, kind }) => id === entry.corrects && kind === 'income')
  if (isIncome) return ({ fen }) => ({ fen: sums.income - entry.fen + fen })
  return ({ fen, units, copayFen }) => ({
    fen: sums.paid - entry.fen + fen,
    units: sums.paidUnits - entry.units + units,
    copayFen: sums.copay - entry.copayFen + copayFen,
  })
}

/** Each writer's own words about one entry: what one save wrote, in whichever scopes, is one version. */
function versionsOf(state: DeskState, id: string): Version[] {
  const { book } = state
  const saves = new Map<string, { by: string; at: string; f: Record<string, unknown> }>()
  for (const { l, u, t, f, log } of book.replica.entities.get(id)?.writes ?? []) {
    const key = `${l} ${deviceOfLog(log)}`
    const known = saves.get(key) ?? { by: userName(book, u), at: t, f: {} }
    Object.assign(known.f, f)
    saves.set(key, known)
  }
  const num = (v: unknown): number => (typeof v === 'number' ? v : 0)
  const accountIn = (f: Record<string, unknown>): string => String(f['agreement'] || f['fund'] || '')
  const all = [...saves.values()].filter(({ f }) => 'fen' in f || 'voucher' in f)
  const differ = new Set(all.map(({ f }) => accountIn(f))).size > 1
  return all.map(({ by, at, f }) => {
    const account = differ ? accountIn(f) : ''
    return { by, at, fen: num(f['fen']), units: num(f['units']), copayFen: num(f['copayFen']), voucher: String(f['voucher'] ?? ''), account, accountName: accountName(state, account) } // prettier-ignore
  })
}
