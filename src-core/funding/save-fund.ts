/** 经费: entered and changed; what comes into it (捐赠, 拨款) and what goes out of it beside any order. */
import { FUND, fundCard } from '../agreement/fund.ts'
import { incomeId, PAST, type EntryFields } from '../agreement/ledger-entry.ts'
import { ACCOUNT_LIMIT, draftOf, fenAmount, moneyProblem, ownStation, refuseMoney } from '../agreement/order-money.ts'
import { balanceOf } from '../agreement/ledger.ts'
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ok } from '../lib/result.ts'
import { day, entityId, words, z } from '../lib/schema.ts'
import { dayOf } from '../lib/time.ts'
import { aboutOf } from './adjust-entry.ts'

export const SAVE_FUND = FUND.omit({ at: true, by: true, station: true }).extend({ id: entityId('fund').optional() })
export type SaveFund = z.infer<typeof SAVE_FUND>

export function saveFund(reading: Reading, input: SaveFund, asked: Asked): Decision {
  const form = checked(SAVE_FUND, input)
  if (!form.ok) return form
  const { id, ...fields } = form.value
  const twin = [...reading.ids('fund')].find((other) => {
    const one = other !== id && fundCard(other, reading.read(other) ?? {})
    return one && plain(one.name) === plain(fields.name) && one.year === fields.year
  })
  if (twin) return refuse('same-name', ['name'])
  if (id === undefined) {
    const station = ownStation(reading)
    const entered = { ...fields, ...(station && { station }), at: asked.now, by: asked.user }
    return ok([{ entity: asked.newId('fund'), kind: 'fund-entered', fields: entered }])
  }
  const before = reading.read(id)
  if (!before) return refuse('no-such-fund')
  const changed = Object.entries(fields).filter(([field, value]) => value !== before[field])
  if (changed.length === 0) return refuse('nothing-changed')
  return ok([{ entity: id, kind: 'fund-changed', fields: Object.fromEntries(changed) }])
}

const plain = (name: string): string => name.replaceAll(/\s+/g, '').toLowerCase()

/** `donor`: '' and `anonymous` for whoever wants no name. */
export const RECORD_INCOME = z.object({
  fund: entityId('fund'),
  fen: fenAmount.min(1),
  donor: words(80),
  anonymous: z.boolean(),
  receipt: words(60),
  day: day.optional(),
  note: words(500),
})
export type RecordIncome = z.infer<typeof RECORD_INCOME>

export function recordIncome(reading: Reading, input: RecordIncome, asked: Asked): Decision {
  const form = checked(RECORD_INCOME, input)
  if (!form.ok) return form
  const { fund, fen, donor, anonymous, receipt, note } = form.value
  const fields = reading.read(fund)
  if (!fields) return refuse('no-such-fund')
  const card = fundCard(fund, fields)
  if (card.closed) return refuse('fund-closed')
  if (card.station !== undefined && card.station !== ownStation(reading)) return refuse('other-station', ['fund'])
  const on = form.value.day ?? dayOf(asked.now)
  if (on > dayOf(asked.now)) return refuse('in-the-future', ['day'])
  if (card.kind === 'donated' && donor === '' && !anonymous) return refuse('reason-needed', ['donor'])
  if (receipt !== '' && isTaken(reading, fund, receipt)) return refuse('receipt-taken', ['receipt'])
  if (balanceOf(reading.money(), fund).income + fen > ACCOUNT_LIMIT) return refuse('amount-too-large', ['fen'])
  const entry: EntryFields = { kind: 'income', fund, fen, anonymous, day: on, ...(!anonymous && donor && { donor }), ...(receipt && { receipt }), ...(note && { note }) } // prettier-ignore
  const id = receipt === '' ? asked.newId('entry') : incomeId(fund, plain(receipt))
  return ok([{ entity: id, kind: `fen-${PAST.income}`, fields: draftOf(reading, entry, asked) }])
}

function isTaken(reading: Reading, fund: string, receipt: string): boolean {
  const { accounts, entries } = reading.money()
  for (const base of accounts.get(fund)?.bases.keys() ?? [])
    if (plain(entries.get(base)?.receipt ?? '') === plain(receipt)) return true
  return false
}

/** `about`: the case, the topic or the activity that it was for; `payee` may be a provider of the directory. */
export const RECORD_SPENDING = z.object({
  fund: entityId('fund'),
  fen: fenAmount.min(1),
  copayFen: fenAmount,
  about: z.string().regex(/^(?:(?:case|topic|activity):[0-9A-Za-z._-]{1,80})?$/),
  provider: entityId('provider').optional(),
  voucher: words(60),
  basis: words(80),
  day: day.optional(),
  note: words(500),
})
export type RecordSpending = z.infer<typeof RECORD_SPENDING>

export function recordSpending(reading: Reading, input: RecordSpending, asked: Asked): Decision {
  const form = checked(RECORD_SPENDING, input)
  if (!form.ok) return form
  const { fund, fen, copayFen, about, provider, voucher, basis, note } = form.value
  if (about === '' || !reading.exists(about)) return refuse('about-needed', ['about'])
  if (provider !== undefined && !reading.exists(provider)) return refuse('no-such-provider', ['provider'])
  if (voucher === '') return refuse('voucher-needed', ['voucher'])
  const on = form.value.day ?? dayOf(asked.now)
  if (on > dayOf(asked.now)) return refuse('in-the-future', ['day'])
  const wrong = moneyProblem(reading, { fund, units: 0, fen, basis }, null, on)
  if (wrong) return refuseMoney(wrong)
  const entry: EntryFields = { kind: 'spend', fund, fen, copayFen, ...aboutOf(about), ...(provider && { provider }), voucher, day: on, ...(basis && { basis }), ...(note && { note }) } // prettier-ignore
  return ok([{ entity: asked.newId('entry'), kind: `fen-${PAST.spend}`, fields: draftOf(reading, entry, asked) }])
}
