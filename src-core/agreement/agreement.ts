/**
 * 购买合同 and 补偿协议 (DOMAIN §9.6): number, term, what of the catalogue, unit price, quota and what is used of it. What was
 * paid when is the ledger's (ledger-entry.ts).
 */
import type { Scope } from '../kernel/event.ts'
import { entityId, someWords, words, z } from '../lib/schema.ts'
import { addDays, isDay, type Day } from '../lib/time.ts'
import { FEN_LIMIT } from '../lib/yuan.ts'

export const AGREEMENT_KINDS = ['contract', 'compensation'] as const
/** What the quota counts. To add one: at the end, with its words. */
export const QUOTA_UNITS = ['times', 'hours', 'people', 'months', 'fen'] as const

const amount = z.number().int().min(0).max(1_000_000_000)
const fen = z.number().int().min(0).max(FEN_LIMIT)

export const AGREEMENT = z.object({
  provider: entityId('provider'),
  kind: z.enum(AGREEMENT_KINDS),
  number: someWords(60),
  from: z.string().max(10),
  to: z.string().max(10),
  /** Code of the catalogue's leaf, or '' ; `itemWords`: the item as the contract names it. */
  item: z.string().regex(/^(?:L\d{6})?$/),
  itemWords: words(120),
  unit: z.enum(QUOTA_UNITS),
  /** Price of one unit; of a compensation agreement, what is paid for one. */
  unitFen: fen.nullable(),
  quota: fen.nullable(),
  /** 期初已用: what was used before the ledger began; what it used since is the ledger's (ledger.ts). */
  used: amount,
  /** 总额上限, in fen; null or left out: only the quota limits. */
  capFen: fen.nullable().optional(),
  /** Whose contract it is: another station sees it and cannot spend it. Left out by older records: this station's. */
  station: entityId('station').optional(),
  /** 履约评价. */
  evaluation: words(500).optional(),
  /** Why it runs for more than a year (DOMAIN §9.6: normally ≤ 1 year, up to 3). */
  longReason: words(200),
  note: words(500),
})
export type AgreementFields = z.infer<typeof AGREEMENT>

/** Free words may name people: they stay at the station. */
const OWN_WORDS: ReadonlySet<string> = new Set(['longReason', 'note', 'evaluation'])
export const AGREEMENT_SCOPES = Object.fromEntries(
  Object.keys(AGREEMENT.shape).map((field) => [field, OWN_WORDS.has(field) ? 'private' : 'shared']),
) as Readonly<Record<keyof AgreementFields, Scope>>

/** To add one: here, and its sentence in the texts. */
export type TermCode = 'day-impossible' | 'term-backwards' | 'term-too-long' | 'long-term-reason' | 'term-over'

/** The last day of a term of so many years that begins on `from`: 2026-01-01 + 1 → 2026-12-31. */
export function lastDay(from: Day, years: number): Day {
  const same = `${String(Number(from.slice(0, 4)) + years).padStart(4, '0')}${from.slice(4)}`
  return addDays(isDay(same) ? same : `${same.slice(0, 4)}-03-01`, -1)
}

/** `today`: an agreement that is over is refused as new; '' when an old one is typed in on purpose. */
export function termProblem(
  { from, to, longReason }: Pick<AgreementFields, 'from' | 'to' | 'longReason'>,
  today: Day,
): { readonly code: TermCode; readonly field: 'from' | 'to' | 'longReason' } | null {
  if (!isDay(from)) return { code: 'day-impossible', field: 'from' }
  if (!isDay(to)) return { code: 'day-impossible', field: 'to' }
  if (to < from) return { code: 'term-backwards', field: 'to' }
  if (to > lastDay(from, 3)) return { code: 'term-too-long', field: 'to' }
  if (to > lastDay(from, 1) && longReason === '') return { code: 'long-term-reason', field: 'longReason' }
  return to < today ? { code: 'term-over', field: 'to' } : null
}

export type Term = 'not-begun' | 'in-force' | 'ending' | 'over'
/** Days before the end from which somebody has to think of what follows. */
export const WARN_DAYS = 60

export function termOn({ from, to }: { readonly from: Day; readonly to: Day }, today: Day): Term {
  if (to !== '' && to < today) return 'over'
  if (from !== '' && from > today) return 'not-begun'
  return to !== '' && to <= addDays(today, WARN_DAYS) ? 'ending' : 'in-force'
}

/** What an agreement allows, of which `spent` is what the ledger has reserved and paid. Negative: that much too much. */
export type Left = { readonly units: number | null; readonly fen: number | null }
type Limits = Pick<AgreementFields, 'unit' | 'unitFen' | 'quota' | 'used' | 'capFen'>
type Spent = { readonly units: number; readonly fen: number }

export function agreementLeft({ unit, unitFen, quota, used, capFen = null }: Limits, spent: Spent): Left {
  const ofQuota = unit === 'fen' && quota !== null ? quota - used - spent.fen : null
  const before = unit === 'fen' ? used : Math.round(used * (unitFen ?? 0))
  const ofCap = capFen === null ? null : capFen - before - spent.fen
  return {
    units: unit === 'fen' || quota === null ? null : quota - used - spent.units,
    fen: ofQuota === null ? ofCap : ofCap === null ? ofQuota : Math.min(ofQuota, ofCap),
  }
}

/** What is left in the unit of the quota, never below 0; null when no quota was agreed. */
export function quotaLeft(agreement: Limits, spent: Spent = { units: 0, fen: 0 }): number | null {
  const { units, fen: money } = agreementLeft(agreement, spent)
  const left = agreement.unit === 'fen' ? money : money !== null && money <= 0 ? 0 : units
  return left === null ? null : Math.max(0, left)
}
