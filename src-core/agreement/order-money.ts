/**
 * The money of an order: checked and reserved when it goes out, released in the same save that ends it, settled once. Used by
 * every command that sends, ends or settles an order.
 */
import { refuse, type Asked, type Reading, type Refusal } from '../case-file/decision.ts'
import type { Draft } from '../kernel/command.ts'
import type { EntityId } from '../kernel/event.ts'
import { assert } from '../lib/assert.ts'
import { err, ok, type Result } from '../lib/result.ts'
import { entityId, words, z } from '../lib/schema.ts'
import { dayOf, type Day } from '../lib/time.ts'
import { FEN_LIMIT } from '../lib/yuan.ts'
import { termOn, type AgreementFields, type Left } from './agreement.ts'
import { fundCard } from './fund.ts'
import { balanceOf, standing, type Ledger } from './ledger.ts'
import { entryDraft, entryId, type EntryFields } from './ledger-entry.ts'
import {
  acceptedOver,
  isUndecided,
  leftOfAgreement,
  leftOfFund,
  overOf,
  type MoneyDecisionFields,
} from './overdraft.ts'

export const fenAmount = z.number().int().min(0).max(FEN_LIMIT)
/** Whole or half ones. */
export const unitCount = z.number().min(0).max(1_000_000_000).multipleOf(0.5)

/** 资金来源 of an order: one of ours and how much of it. Left out: the resident pays, or nobody. */
export const ORDER_MONEY = z.object({
  agreement: entityId('agreement').optional(),
  fund: entityId('fund').optional(),
  units: unitCount,
  fen: fenAmount,
  copayFen: fenAmount,
  /** 业主表决 number: for a maintenance fund. */
  basis: words(80),
})
export type OrderMoney = z.infer<typeof ORDER_MONEY>

/** One account never grows past this, so that many PCs' sums of it stay exact. */
export const ACCOUNT_LIMIT = 10_000_000_000_000

export type MoneyReading = Pick<Reading, 'read' | 'ids'> & { readonly money: () => Ledger }

/** What the money is for: who does it, and which item of the catalogue ('' while undecided). */
export type Spender = { readonly provider: EntityId; readonly categories: readonly string[] }

type Money = Pick<OrderMoney, 'agreement' | 'fund' | 'units' | 'fen' | 'basis'>
type Wrong = { readonly code: Refusal['code']; readonly field: string; readonly left?: Refusal['left'] }

export const accountOf = ({ agreement, fund }: Pick<OrderMoney, 'agreement' | 'fund'>): EntityId | null =>
  agreement ?? fund ?? null

/** An agreement for one item pays for that item; one for none in particular for whatever its provider does. */
export const covers = (
  agreement: Pick<AgreementFields, 'provider' | 'item'>,
  { provider, categories }: Spender,
): boolean => agreement.provider === provider && (!agreement.item || categories.includes(agreement.item))

/**
 * May so much be taken there on that day? `had`: what the same order holds there already. `spender` null: a fund's own work.
 */
export function moneyProblem(
  reading: MoneyReading,
  money: Money,
  spender: Spender | null,
  day: Day,
  had: { readonly units: number; readonly fen: number } = { units: 0, fen: 0 },
): Wrong | null {
  const { agreement, fund, units, fen } = money
  const account = accountOf(money)
  if (account === null) return null
  if (units === 0 && fen === 0) return { code: 'amount-needed', field: 'fen' }
  const sums = balanceOf(reading.money(), account)
  if (sums.reserved + sums.paid - had.fen + fen > ACCOUNT_LIMIT) return { code: 'amount-too-large', field: 'fen' }
  const wrong = agreement ? agreementProblem(reading, agreement, spender, day) : fundProblem(reading, fund!, money.basis) // prettier-ignore
  if (wrong) return wrong
  const left = spendable(reading, account)
  if (left.units !== null && units > left.units + had.units) return shortOf(reading, account, 'units', left.units + had.units) // prettier-ignore
  if (left.fen !== null && fen > left.fen + had.fen) return shortOf(reading, account, 'fen', left.fen + had.fen)
  return null
}

/** What two PCs overspent together and a person accepted is nobody's debt: each of those orders is paid what it holds. */
function spendable(reading: MoneyReading, account: EntityId): Left {
  const left = leftIn(reading, account)
  const over = overOf(left)
  if (over.units === 0 && over.fen === 0) return left
  if (isUndecided(over, acceptedOver(decisionsOn(reading, account)))) return left
  const atLeastNothing = (n: number | null): number | null => n && Math.max(0, n)
  return { units: atLeastNothing(left.units), fen: atLeastNothing(left.fen) }
}

/** A handful a year: walked over. */
export const decisionsOn = (
  { ids, read }: Pick<MoneyReading, 'ids' | 'read'>,
  about: EntityId,
): MoneyDecisionFields[] =>
  [...ids('money-decision')].flatMap((id) => {
    const fields = read(id) as MoneyDecisionFields | null
    return fields?.about === about ? [fields] : []
  })

export const agreementOf = ({ read }: Pick<MoneyReading, 'read'>, id: EntityId): AgreementFields | null =>
  (read(id) as AgreementFields | null) ?? null

/** What an account still has; nothing limits one that nobody knows. */
export function leftIn(reading: MoneyReading, account: EntityId): Left {
  const sums = balanceOf(reading.money(), account)
  if (account.startsWith('fund:')) return leftOfFund(sums)
  const agreement = agreementOf(reading, account)
  return agreement ? leftOfAgreement(agreement, sums) : { units: null, fen: null }
}

function agreementProblem(reading: MoneyReading, id: EntityId, spender: Spender | null, day: Day): Wrong | null {
  const agreement = agreementOf(reading, id)
  if (!agreement) return { code: 'no-such-agreement', field: 'agreement' }
  if (!spender || !covers(agreement, spender)) return { code: 'agreement-not-for-this', field: 'agreement' }
  if (isElsewhere(reading, agreement)) return { code: 'other-station', field: 'agreement' }
  const term = termOn(agreement, day)
  return term === 'over' || term === 'not-begun' ? { code: 'agreement-not-running', field: 'agreement' } : null
}

function fundProblem(reading: MoneyReading, id: EntityId, basis: string): Wrong | null {
  const fields = reading.read(id)
  if (!fields) return { code: 'no-such-fund', field: 'fund' }
  const fund = fundCard(id, fields)
  if (isElsewhere(reading, fund)) return { code: 'other-station', field: 'fund' }
  if (fund.closed) return { code: 'fund-closed', field: 'fund' }
  return fund.kind === 'maintenance' && basis === '' ? { code: 'vote-needed', field: 'basis' } : null
}

/** The station itself was the first that this book knew. */
export const ownStation = ({ ids }: Pick<MoneyReading, 'ids'>): EntityId | null => [...ids('station')][0] ?? null
const isElsewhere = (reading: MoneyReading, { station }: { readonly station?: EntityId | undefined }): boolean =>
  station !== undefined && station !== ownStation(reading)

export const refuseMoney = ({ code, field, left }: Wrong, prefix = '') => {
  const refused = refuse(code, [`${prefix}${field}`])
  return left ? { ...refused, error: { ...refused.error, left } } : refused
}

type OrderIds = { readonly referral: EntityId; readonly case: EntityId; readonly provider: EntityId }

/** For an order that `moneyProblem` found nothing wrong with; none where no money of ours is in it. */
export function reserveDrafts(
  reading: MoneyReading,
  money: OrderMoney | undefined,
  order: OrderIds,
  asked: Asked,
): Draft[] {
  const account = money && accountOf(money)
  if (!account) return []
  const { units, fen, copayFen, basis } = money
  return [
    draft(
      reading,
      { kind: 'reserve', ...order, ...payer(account), units, fen, copayFen, ...(basis && { basis }) },
      asked,
    ),
  ]
}

export const payer = (account: EntityId): Pick<EntryFields, 'agreement' | 'fund'> =>
  account.startsWith('fund:') ? { fund: account } : { agreement: account }

/** What its writer knew stands in every entry, for whoever has to decide later. */
export function draftOf(reading: MoneyReading, fields: EntryFields, asked: Asked): EntryFields {
  const left = leftIn(reading, (fields.agreement ?? fields.fund)!)
  const day = fields.day ?? dayOf(asked.now)
  return { ...fields, leftUnits: left.units, leftFen: left.fen, day, at: asked.now, by: asked.user }
}

/** An entry about an order, or a correction. */
export function draft(reading: MoneyReading, fields: EntryFields, asked: Asked, n = 1): Draft {
  const made = entryDraft(draftOf(reading, fields, asked), n)
  assert(made.ok, 'an amount that no form lets through')
  return made.value
}

/** 释放, in the same save that ends the order. Nothing where nothing is held. */
export function releaseDrafts(reading: MoneyReading, orders: readonly EntityId[], asked: Asked, note = ''): Draft[] {
  return orders.flatMap((referral) => {
    const held = standing(reading.money(), referral).open
    if (!held) return []
    const { account, about, provider, fen, units, n } = held
    const fields: EntryFields = { kind: 'release', referral, ...payer(account), ...(about && { case: about }), ...(provider && { provider }), fen, units, corrects: held.id, ...(note && { note }) } // prettier-ignore
    return [draft(reading, fields, asked, n)]
  })
}

/**
 * An order that comes back into force (its end was taken back) holds its money again, if there is as much. What somebody had
 * released by hand before, with a reason, stays free.
 */
export function moneyAgain(reading: MoneyReading, referral: EntityId, asked: Asked): Result<readonly Draft[], Wrong> {
  const { reserve, open, settle, entries } = standing(reading.money(), referral)
  if (!reserve || open || settle) return ok([])
  if (entries.some(({ kind, n: of, note }) => kind === 'release' && of === reserve.n && note !== '')) return ok([])
  const { account, about, provider, fen, units, copayFen, basis, n } = reserve
  const left = leftIn(reading, account)
  if (left.units !== null && units > left.units) return err(shortOf(reading, account, 'units', left.units))
  if (left.fen !== null && fen > left.fen) return err(shortOf(reading, account, 'fen', left.fen))
  const fields: EntryFields = { kind: 'reserve', referral, ...payer(account), ...(about && { case: about }), ...(provider && { provider }), fen, units, copayFen, corrects: entryId(referral, 'release', n), ...(basis && { basis }) } // prettier-ignore
  return ok([draft(reading, fields, asked, n + 1)])
}

function shortOf(reading: MoneyReading, account: EntityId, field: 'units' | 'fen', left: number): Wrong {
  const unit = field === 'fen' ? 'fen' : (agreementOf(reading, account)?.unit ?? 'times')
  return { code: 'overdraft', field, left: { n: Math.max(0, left), unit } }
}

/** What was paid for cannot come back: first the payment is corrected to nothing. */
export const isPaid = ({ money }: Pick<MoneyReading, 'money'>, referral: EntityId): boolean => standing(money(), referral).settled // prettier-ignore
