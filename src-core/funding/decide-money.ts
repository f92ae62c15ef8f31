/**
 * 超支待审 and 两种写法: what only a person can decide after two PCs met. Accepting an overdraft (or a payment that stands beside a
 * release) leaves every entry as it is and says why; of two ways in which one entry was written, one is chosen.
 */
import { agreementOf, decisionsOn, draftOf, fenAmount, leftIn, payer, unitCount } from '../agreement/order-money.ts'
import { standing } from '../agreement/ledger.ts'
import type { EntryFields, LedgerEntry } from '../agreement/ledger-entry.ts'
import type { Sums } from '../agreement/effects.ts'
import { isUndecided, overOf, acceptedOver, type MoneyDecisionFields } from '../agreement/overdraft.ts'
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ok } from '../lib/result.ts'
import { entityId, words, z } from '../lib/schema.ts'
import { aboutOf } from './adjust-entry.ts'

/** `about`: the agreement or fund that is overdrawn, or the order that was both paid and released. */
export const ACCEPT_OVERDRAFT = z.object({
  about: z.string().regex(/^(?:agreement|fund|referral):[0-9A-Za-z._-]{1,80}$/),
  reason: words(500),
})
export type AcceptOverdraft = z.infer<typeof ACCEPT_OVERDRAFT>

export function acceptOverdraft(reading: Reading, input: AcceptOverdraft, asked: Asked): Decision {
  const form = checked(ACCEPT_OVERDRAFT, input)
  if (!form.ok) return form
  const { about, reason } = form.value
  const over = overOf(leftIn(reading, about))
  const made = decisionsOn(reading, about)
  const isOpen = about.startsWith('referral:')
    ? standing(reading.money(), about).disputed && made.length === 0
    : isUndecided(over, acceptedOver(made)) && agreementOf(reading, about) !== null
  if (!isOpen) return refuse('no-overdraft')
  if (reason === '') return refuse('reason-needed', ['reason'])
  const fields: MoneyDecisionFields = {
    about,
    overUnits: over.units,
    overFen: over.fen,
    reason,
    at: asked.now,
    by: asked.user,
  }
  return ok([{ entity: asked.newId('money-decision'), kind: 'overdraft-accepted', fields }])
}

/**
 * What the entry says from now on; both earlier ways stay in the journal. Amounts of a correction: what was paid (or came in)
 * altogether, as in `adjust-entry`. `account`: which one pays, where the two ways differ in that; left out, the shown one.
 */
export const CHOOSE_ENTRY = z.object({
  entry: entityId('entry'),
  account: z
    .string()
    .regex(/^(?:agreement|fund):[0-9A-Za-z._-]{1,80}$/)
    .optional(),
  units: unitCount,
  fen: fenAmount,
  copayFen: fenAmount,
  voucher: words(60),
  note: words(500),
})
export type ChooseEntry = z.infer<typeof CHOOSE_ENTRY>

export function chooseEntry(reading: Reading, input: ChooseEntry, asked: Asked): Decision {
  const form = checked(CHOOSE_ENTRY, input)
  if (!form.ok) return form
  const { entry: id, note, account, ...said } = form.value
  const ledger = reading.money()
  const entry = ledger.entries.get(id)
  if (!entry?.disputed) return refuse('not-disputed')
  if (note === '') return refuse('reason-needed', ['note'])
  if (account !== undefined && !reading.exists(account))
    return refuse(account.startsWith('fund:') ? 'no-such-fund' : 'no-such-agreement', ['account'])
  const isIncome = ledger.entries.get(entry.corrects)?.kind === 'income'
  const chosen = entry.kind === 'adjust' ? changeTo(said, entry, standing(ledger, entry.base).sums, isIncome) : said
  const pays = account ?? entry.account
  const read = (field: 'agreement' | 'fund'): boolean => Boolean(reading.read(id)?.[field])
  const fields: EntryFields = {
    kind: entry.kind,
    // The other field, if the other way had filled it, says nothing from now on.
    ...(read('agreement') && { agreement: '' }),
    ...(read('fund') && { fund: '' }),
    ...payer(pays),
    ...aboutOf(entry.about),
    ...chosen,
    ...(entry.corrects && { corrects: entry.corrects }),
    day: entry.day,
    note,
  }
  return ok([{ entity: id, kind: 'entry-chosen', fields: draftOf(reading, fields, asked) }])
}

type Amounts = Pick<ChooseEntry, 'units' | 'fen' | 'copayFen' | 'voucher'>

/** The difference that a correction has to be, so that with everything else written about the payment it comes to `wanted`. */
function changeTo(wanted: Amounts, { fen, units, copayFen }: LedgerEntry, sums: Sums, isIncome: boolean): Amounts {
  return {
    ...wanted,
    fen: wanted.fen - ((isIncome ? sums.income : sums.paid) - fen),
    units: isIncome ? 0 : wanted.units - (sums.paidUnits - units),
    copayFen: isIncome ? 0 : wanted.copayFen - (sums.copay - copayFen),
  }
}
