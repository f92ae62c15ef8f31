/**
 * 更正: a settlement, an income or a spending that was entered wrongly is never edited; a new entry says what it should be, why,
 * and names what it corrects. The difference is written, so the sum of all entries stays the balance.
 */
import { draft, fenAmount, leftIn, payer, unitCount, ACCOUNT_LIMIT } from '../agreement/order-money.ts'
import { balanceOf, standing } from '../agreement/ledger.ts'
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ok } from '../lib/result.ts'
import { entityId, words, z } from '../lib/schema.ts'
import type { EntryFields } from '../agreement/ledger-entry.ts'

/** `units`, `fen`, `copayFen`: what it should have been; 0 takes it all back. */
export const ADJUST_ENTRY = z.object({
  entry: entityId('entry'),
  units: unitCount,
  fen: fenAmount,
  copayFen: fenAmount,
  voucher: words(60),
  note: words(500),
})
export type AdjustEntry = z.infer<typeof ADJUST_ENTRY>

export function adjustEntry(reading: Reading, input: AdjustEntry, asked: Asked): Decision {
  const form = checked(ADJUST_ENTRY, input)
  if (!form.ok) return form
  const { entry: id, voucher, note, ...wanted } = form.value
  const ledger = reading.money()
  const entry = ledger.entries.get(id)
  if (!entry || !(entry.kind === 'settle' || entry.kind === 'income' || entry.kind === 'spend')) return refuse('not-settled', ['entry']) // prettier-ignore
  if (note === '') return refuse('reason-needed', ['note'])
  const isIncome = entry.kind === 'income'
  const { sums, entries } = standing(ledger, entry.base)
  const now = { units: sums.paidUnits, fen: isIncome ? sums.income : sums.paid, copayFen: sums.copay }
  const change = {
    units: wanted.units - now.units,
    fen: wanted.fen - now.fen,
    copayFen: wanted.copayFen - now.copayFen,
  }
  if (change.units === 0 && change.fen === 0 && change.copayFen === 0) return refuse('nothing-changed')
  const left = leftIn(reading, entry.account)
  // Money that came in and is spent already cannot be un-received; money that goes out must be there.
  const taken = isIncome ? -change.fen : change.fen
  if (left.fen !== null && taken > 0 && taken > left.fen) return overdrawn(left.fen, 'fen', 'fen')
  if (left.units !== null && change.units > 0 && change.units > left.units) {
    const unit = String(reading.read(entry.account)?.['unit'] ?? 'times')
    return overdrawn(left.units, unit, 'units')
  }
  const { reserved, paid } = balanceOf(ledger, entry.account)
  if (!isIncome && reserved + paid + change.fen > ACCOUNT_LIMIT) return refuse('amount-too-large', ['fen'])
  const n = 1 + Math.max(0, ...entries.filter(({ kind }) => kind === 'adjust').map((one) => one.n))
  const fields: EntryFields = {
    kind: 'adjust',
    ...(entry.referral && { referral: entry.referral }),
    ...payer(entry.account),
    ...aboutOf(entry.about),
    ...(entry.provider && { provider: entry.provider }),
    ...change,
    corrects: id,
    ...(voucher && { voucher }),
    note,
  }
  return ok([draft(reading, fields, asked, n)])
}

function overdrawn(n: number, unit: string, field: string): Decision {
  const refused = refuse('overdraft', [field])
  return { ...refused, error: { ...refused.error, left: { n: Math.max(0, n), unit } } }
}

/** `case:…`, `topic:…` or `activity:…` → the field it stands in. */
export function aboutOf(about: string): Pick<EntryFields, 'case' | 'topic' | 'activity'> {
  if (about === '') return {}
  return about.startsWith('topic:') ? { topic: about } : about.startsWith('activity:') ? { activity: about } : { case: about } // prettier-ignore
}
