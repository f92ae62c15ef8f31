/**
 * Entries of the funding ledger (DOMAIN §1, §8): money is reserved when an order goes out, settled on confirmed delivery, or
 * released when the order comes back; a fund takes in and spends. Nothing is edited: what was settled is corrected by an
 * adjusting entry that names it.
 *
 * The id of an entry about an order is made of the order and the kind, so two PCs that settle one order write the same entry:
 * one payment, and a conflict when they disagree, never a second payment.
 */
import type { Draft } from '../kernel/command.ts'
import { conflicts, values, type Entity } from '../kernel/entity.ts'
import { hashLine, type EntityId } from '../kernel/event.ts'
import { fromBase64url, toHex } from '../lib/bytes.ts'
import { err, ok, type Result } from '../lib/result.ts'
import type { Day, Moment } from '../lib/time.ts'
import { FEN_LIMIT } from '../lib/yuan.ts'

/** 预留 · 结算 · 释放 · 更正 · 收入 · 支出. To add one: here, its line in `effects.ts`, and its words. */
export const ENTRY_KINDS = ['reserve', 'settle', 'release', 'adjust', 'income', 'spend'] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

/** What is written. Left out: '' or 0. */
export type EntryFields = {
  readonly kind: EntryKind
  /** The order; an entry without one is a fund's own income or spending, or corrects such a one. */
  readonly referral?: EntityId
  /** Purchase contract or compensation agreement that pays; or the fund. */
  readonly agreement?: EntityId
  readonly fund?: EntityId
  /** Every spending points to a case, or, for work of a topic or an activity, to that. */
  readonly case?: EntityId
  readonly topic?: EntityId
  readonly activity?: EntityId
  readonly provider?: EntityId
  /** Whole fen (0.01 yuan); negative in a correction alone. */
  readonly fen: number
  /** Of the agreement's quota: whole or half ones. */
  readonly units?: number
  /** 居民自付: what the resident pays beside it; no money of ours. */
  readonly copayFen?: number
  /** 凭证号. */
  readonly voucher?: string
  /** 业主表决 number, for maintenance funds. */
  readonly basis?: string
  /** 收据号 of an income. */
  readonly receipt?: string
  readonly donor?: string
  readonly anonymous?: boolean
  /** The entry that this one corrects. */
  readonly corrects?: EntityId
  /** What was left when it was written, as its writer knew it: units and fen; null where nothing limits it. */
  readonly leftUnits?: number | null
  readonly leftFen?: number | null
  /** The day that counts for periods; `at`: when it was written down. */
  readonly day?: Day
  readonly at?: Moment
  readonly by?: EntityId
  readonly note?: string
}

/** As it is read back. `base`: the order, or the fund's own entry; everything of one base is one payment. */
export type LedgerEntry = {
  readonly id: EntityId
  readonly kind: EntryKind
  readonly base: EntityId
  /** 1, 2 …: the second reservation of an order that came back into force. */
  readonly n: number
  readonly referral: EntityId | ''
  /** Agreement or fund. */
  readonly account: EntityId
  /** Case, topic or activity; '' for an income. */
  readonly about: EntityId | ''
  readonly provider: EntityId | ''
  readonly fen: number
  readonly units: number
  readonly copayFen: number
  readonly voucher: string
  readonly basis: string
  readonly receipt: string
  readonly donor: string
  readonly anonymous: boolean
  readonly corrects: EntityId | ''
  readonly leftUnits: number | null
  readonly leftFen: number | null
  readonly day: Day
  readonly at: Moment
  readonly by: EntityId | ''
  readonly note: string
  /** Two PCs wrote different money; the shown one counts until somebody decides. */
  readonly disputed: boolean
}

const tail = (id: EntityId): string => id.slice(id.indexOf(':') + 1)

/** `referral:0193…` and `settle` → `entry:0193…-settle`; the second reservation `entry:0193…-reserve-2`. */
export const entryId = (base: EntityId, kind: EntryKind, n = 1): EntityId =>
  `entry:${tail(base)}-${kind}${n > 1 ? `-${n}` : ''}`

/** One receipt of one fund is one income, whichever PCs take it in: `entry:0193…-income-3f9a21c0…`. `receipt`: as it is compared. */
export const incomeId = (fund: EntityId, receipt: string): EntityId =>
  `entry:${tail(fund)}-income-${toHex(fromBase64url(hashLine(receipt))!).slice(0, 16)}`

export type EntryCode = 'not-whole-fen' | 'not-half-units'

/** An entry about an order, or a correction. `n`: the how-manieth of its kind. */
export function entryDraft(fields: EntryFields, n = 1): Result<Draft, EntryCode> {
  const base = fields.referral ?? fields.corrects
  const isSigned = fields.kind === 'adjust'
  if (!base || !isFen(fields.fen, isSigned) || !isFen(fields.copayFen ?? 0, isSigned)) return err('not-whole-fen')
  if (!isUnits(fields.units ?? 0, isSigned)) return err('not-half-units')
  return ok({ entity: entryId(base, fields.kind, n), kind: `fen-${PAST[fields.kind]}`, fields })
}

/** What happened, for the event's header. */
export const PAST = {
  reserve: 'reserved',
  settle: 'settled',
  release: 'released',
  adjust: 'adjusted',
  income: 'taken-in',
  spend: 'spent',
} as const satisfies Readonly<Record<EntryKind, string>>

const isFen = (v: unknown, signed = false): v is number =>
  Number.isSafeInteger(v) && (v as number) >= (signed ? -FEN_LIMIT : 0) && (v as number) <= FEN_LIMIT
/** Halves are exact in binary, so sums of them are too. */
const isUnits = (v: unknown, signed = false): v is number =>
  typeof v === 'number' && Number.isSafeInteger(v * 2) && Math.abs(v) <= 1_000_000_000 && (signed || v >= 0)

/** Who wrote it, when and why is each writer's own; these are what must agree. */
const MONEY: ReadonlySet<string> = new Set(['kind', 'agreement', 'fund', 'fen', 'units', 'copayFen', 'voucher', 'corrects']) // prettier-ignore

const OF_ORDERS: ReadonlySet<EntryKind> = new Set(['reserve', 'settle', 'release'])
const text = (v: unknown): string => (typeof v === 'string' ? v : '')
const limit = (v: unknown): number | null => (typeof v === 'number' && Number.isFinite(v) ? v : null)

/** Null when the entity is no entry, or says something else than its id does. */
export function ledgerEntry(entity: Entity): LedgerEntry | null {
  const { kind, fen, units = 0, copayFen = 0, ...said } = values(entity) as Partial<Record<keyof EntryFields, unknown>>
  const known = ENTRY_KINDS.find((one) => one === kind)
  const account = text(said.agreement) || text(said.fund)
  const isSigned = known === 'adjust'
  if (!known || account === '') return null
  if (!isFen(fen, isSigned) || !isUnits(units, isSigned) || !isFen(copayFen, isSigned)) return null
  const referral = text(said.referral)
  const corrects = text(said.corrects)
  const base = referral || (isSigned ? corrects : entity.id)
  if (OF_ORDERS.has(known) && referral === '') return null
  const n = OF_ORDERS.has(known) || isSigned ? numberOf(entity.id, base, known) : 1
  if (n === null) return null
  const at = text(said.at)
  return {
    id: entity.id,
    kind: known,
    base,
    n,
    referral,
    account,
    fen,
    units,
    copayFen,
    corrects,
    at,
    about: text(said.case) || text(said.topic) || text(said.activity),
    provider: text(said.provider),
    voucher: text(said.voucher),
    basis: text(said.basis),
    receipt: text(said.receipt),
    donor: text(said.donor),
    anonymous: said.anonymous === true,
    leftUnits: limit(said.leftUnits),
    leftFen: limit(said.leftFen),
    day: text(said.day) || at.slice(0, 10),
    by: text(said.by),
    note: text(said.note),
    // Paid out of an agreement by one and out of a fund by the other: two fields, and all the same two ways.
    disputed: conflicts(entity).some((field) => MONEY.has(field)) || (text(said.agreement) !== '' && text(said.fund) !== ''), // prettier-ignore
  }
}

/** 1 for `…-settle`, 2 for `…-settle-2`; null for an id of something else. */
function numberOf(id: EntityId, base: EntityId, kind: EntryKind): number | null {
  const first = entryId(base, kind)
  if (id === first) return 1
  const rest = id.startsWith(`${first}-`) ? id.slice(first.length + 1) : ''
  return /^[1-9]\d{0,3}$/.test(rest) && rest !== '1' ? Number(rest) : null
}
