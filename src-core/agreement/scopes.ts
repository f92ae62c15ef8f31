/**
 * Who may see which field of money. Sums, days and what they are for may be known above; whoever gave, voucher numbers and
 * words stay at the station.
 */
import type { Scope } from '../kernel/event.ts'
import type { FundFields } from './fund.ts'
import type { EntryFields } from './ledger-entry.ts'
import type { MoneyDecisionFields } from './overdraft.ts'

const ENTRY_SCOPES: Readonly<Record<keyof EntryFields, Scope>> = {
  kind: 'shared',
  referral: 'shared',
  agreement: 'shared',
  fund: 'shared',
  case: 'shared',
  topic: 'shared',
  activity: 'shared',
  provider: 'shared',
  fen: 'shared',
  units: 'shared',
  copayFen: 'shared',
  voucher: 'private',
  basis: 'private',
  receipt: 'private',
  donor: 'private',
  anonymous: 'shared',
  corrects: 'shared',
  leftUnits: 'shared',
  leftFen: 'shared',
  day: 'shared',
  at: 'shared',
  by: 'private',
  note: 'private',
}

const FUND_SCOPES: Readonly<Record<keyof FundFields, Scope>> = {
  kind: 'shared',
  name: 'shared',
  number: 'shared',
  year: 'shared',
  source: 'private',
  basis: 'shared',
  purpose: 'shared',
  station: 'shared',
  closed: 'shared',
  note: 'private',
  at: 'shared',
  by: 'private',
}

const DECISION_SCOPES: Readonly<Record<keyof MoneyDecisionFields, Scope>> = {
  about: 'shared',
  overUnits: 'shared',
  overFen: 'shared',
  reason: 'private',
  at: 'shared',
  by: 'private',
}

export const MONEY_TYPES = {
  entry: ENTRY_SCOPES,
  fund: FUND_SCOPES,
  'money-decision': DECISION_SCOPES,
} satisfies Readonly<Record<string, Readonly<Record<string, Scope>>>>
