/** 资金台账 out of the book: agreements and funds with what is left, entries as rows, what waits for somebody. */
import { entitiesOf, readCase, readEntity, readProvider, userName } from '#core/book/book.ts'
import { ledgerIn } from '#core/book/ledger-in.ts'
import { readingOf } from '#core/book/reading.ts'
import type { AgreementFields, Left, Term } from '#core/agreement/agreement.ts'
import { type Effect, type Standing, type Sums } from '#core/agreement/effects.ts'
import { fundCard, type FundCard } from '#core/agreement/fund.ts'
import { balanceOf, basesOf, standing, type MoneyPeriod } from '#core/agreement/ledger.ts'
import type { LedgerEntry } from '#core/agreement/ledger-entry.ts'
import { statementOf } from '#core/agreement/money-reports.ts'
import { covers, leftIn, ownStation } from '#core/agreement/order-money.ts'
import { usedShare, warningsOf, type AgreementWarning } from '#core/agreement/overdraft.ts'
import { actsOf } from '#core/case-file/case-file.ts'
import { doneStep, orderState } from '#core/case-file/orders.ts'
import { wayOf } from '#core/routing/order-terms.ts'
import { categoriesOf, isDelivered, orderOf } from '#core/funding/settle-order.ts'
import { addDays, type Day } from '#core/lib/time.ts'
import { readAgreements, type DirectoryAgreement } from '#core/provider/directory.ts'
import { moduleId } from '#core/station/modules.ts'
import type { DeskState } from './state.ts'

export type AgreementRow = DirectoryAgreement & {
  readonly providerName: string
  readonly room: Left
  /** 0 … 1 and beyond; null where nothing limits. */
  readonly share: number | null
  readonly warnings: readonly AgreementWarning[]
  /** False: of another station, to be seen and not spent. */
  readonly own: boolean
}

export type FundRow = FundCard & { readonly sums: Sums; readonly left: number; readonly spendings: number }

/** An entry as a list shows it, with what it moved. */
export type LedgerRow = Omit<LedgerEntry, 'donor'> & {
  readonly donor: string
  readonly accountName: string
  readonly providerName: string
  /** Number of the case, title of the topic or the activity. */
  readonly aboutWords: string
  readonly byName: string
  readonly sums: Sums
}

export type LedgerQuery = {
  readonly provider?: string | undefined
  readonly account?: string | undefined
  /** Both days included; '' for no limit. */
  readonly from: Day | ''
  readonly to: Day | ''
  readonly offset: number
  readonly limit: number
}
export type LedgerPage = {
  readonly rows: readonly LedgerRow[]
  readonly total: number
  readonly opening: Sums
  readonly moved: Sums
  readonly closing: Sums
}

/** What may pay for an order. */
export type MoneyChoice = {
  readonly id: string
  readonly kind: 'contract' | 'compensation' | 'fund'
  readonly name: string
  readonly maintenance: boolean
  readonly unit: AgreementFields['unit'] | ''
  readonly unitFen: number | null
  readonly left: Left
}

export type OrderMoneyView = {
  readonly case: string
  readonly number: string
  readonly title: string
  readonly referral: string
  readonly provider: string
  readonly providerName: string
  readonly account: string
  readonly accountName: string
  readonly unit: AgreementFields['unit'] | ''
  readonly unitFen: number | null
  /** A maintenance fund asks for the owners' vote. */
  readonly maintenance: boolean
  readonly sentAt: string
  readonly doneAt: string | null
  readonly delivered: boolean
  readonly sums: Sums
  readonly open: LedgerEntry | null
  readonly settle: LedgerEntry | null
  readonly settled: boolean
  readonly disputed: boolean
  readonly service: string
  readonly rows: readonly LedgerRow[]
}

export type CaseMoney = {
  /** The station keeps a ledger (功能模块); off, what was written before is still shown. */
  readonly on: boolean
  readonly orders: readonly OrderMoneyView[]
  /** Spent by a fund on this case beside any order. */
  readonly spendings: readonly LedgerRow[]
}

export const readerOf = (state: DeskState) => readingOf(state.book, '')

export function agreementRows(state: DeskState, today: Day): AgreementRow[] {
  const reading = readerOf(state)
  const own = ownStation(reading)
  return readAgreements(reading, today)
    .map((one): AgreementRow => {
      const room = leftIn(reading, one.id)
      return {
        ...one,
        room,
        providerName: readProvider(state.book, one.provider)?.name ?? '',
        share: usedShare(one, room),
        warnings: warningsOf(one, room, one.term),
        own: one.station === undefined || one.station === own,
      }
    })
    .toSorted((a, b) => ORDER[a.term] - ORDER[b.term] || (a.to < b.to ? -1 : a.to > b.to ? 1 : a.id < b.id ? -1 : 1))
}
const ORDER: Readonly<Record<Term, number>> = { ending: 0, 'in-force': 1, 'not-begun': 2, over: 3 }

export function fundRows({ book }: DeskState): FundRow[] {
  const ledger = ledgerIn(book)
  return [...entitiesOf(book, 'fund')]
    .flatMap((id): FundRow[] => {
      const fields = readEntity(book, id)
      if (!fields) return []
      const sums = balanceOf(ledger, id)
      const spendings = basesOf(ledger, id).length
      return [{ ...fundCard(id, fields), sums, left: sums.income - sums.reserved - sums.paid, spendings }]
    })
    .toSorted((a, b) => Number(a.closed) - Number(b.closed) || b.year - a.year || (a.id < b.id ? -1 : 1))
}

export function accountName({ book }: DeskState, id: string): string {
  const fields = readEntity(book, id)
  return String((id.startsWith('fund:') ? fields?.['name'] : fields?.['number']) ?? '')
}

function aboutWords({ book }: DeskState, id: string): string {
  if (id === '') return ''
  const fields = readEntity(book, id)
  return String((id.startsWith('case:') ? fields?.['number'] : fields?.['title']) ?? '')
}

export function rowOfEntry(state: DeskState, entry: LedgerEntry, sums: Sums): LedgerRow {
  return {
    ...entry,
    sums,
    accountName: accountName(state, entry.account),
    providerName: entry.provider === '' ? '' : (readProvider(state.book, entry.provider)?.name ?? ''),
    aboutWords: aboutWords(state, entry.about),
    byName: entry.by === '' ? '' : userName(state.book, entry.by),
  }
}
export const rowOf = (state: DeskState, { entry, sums }: Effect): LedgerRow => rowOfEntry(state, entry, sums)

export const periodOf = (from: Day | '', to: Day | ''): MoneyPeriod => ({
  from: `${from || '0000-01-01'}T00:00:00+08:00`,
  until: to === '' ? '9999-12-31T00:00:00+08:00' : `${addDays(to, 1)}T00:00:00+08:00`,
})

/** The newest first. 100,000 entries: one walk; only what the period holds is put in order, only what is shown is read. */
export function ledgerPage(state: DeskState, { provider, account, from, to, offset, limit }: LedgerQuery): LedgerPage {
  const { lines, ...sums } = statementOf(ledgerIn(state.book), periodOf(from, to), { provider, account })
  const shown = lines.toReversed().slice(offset, offset + limit)
  return { rows: shown.map((one) => rowOf(state, one)), total: lines.length, ...sums }
}

/** In the order of time, for a statement. */
export function statementRows(state: DeskState, query: Omit<LedgerQuery, 'offset' | 'limit'>): LedgerPage {
  const { lines, ...sums } = statementOf(ledgerIn(state.book), periodOf(query.from, query.to), query)
  return { rows: lines.map((one) => rowOf(state, one)), total: lines.length, ...sums }
}

/** `case`: what it is for. Agreements of another provider, station or item, and those that do not run today, are left out. */
export function moneyChoices(
  state: DeskState,
  caseId: string,
  provider: string,
  service: string,
  today: Day,
): MoneyChoice[] {
  const reading = readerOf(state)
  const file = readCase(state.book, caseId)
  const card = readProvider(state.book, provider)
  if (!isOn(state) || !file || !card || wayOf(card.serviceType) === 'report-up') return []
  const categories = categoriesOf(reading, file, { category: '', service } as never)
  const agreements = agreementRows(state, today)
    .filter((one) => one.own && (one.term === 'in-force' || one.term === 'ending') && covers(one, { provider, categories }))
    .map((one): MoneyChoice => ({ id: one.id, kind: one.kind, name: one.number, maintenance: false, unit: one.unit, unitFen: one.unitFen, left: one.room })) // prettier-ignore
  const own = ownStation(reading)
  const funds = fundRows(state)
    .filter((one) => !one.closed && (one.station === undefined || one.station === own))
    .map((one): MoneyChoice => ({ id: one.id, kind: 'fund', name: one.name, maintenance: one.kind === 'maintenance', unit: '', unitFen: null, left: { units: null, fen: one.left } })) // prettier-ignore
  return [...agreements, ...funds]
}

function orderMoney(state: DeskState, caseId: string, referral: string, held: Standing): OrderMoneyView | null {
  const file = readCase(state.book, caseId)
  const order = file && orderOf(file, referral)
  if (!file || !order) return null
  const account =
    held.open?.account ?? held.settle?.account ?? held.reserve?.account ?? order.agreement ?? order.fund ?? ''
  const fields = account === '' ? null : readEntity(state.book, account)
  const effects = ledgerIn(state.book).bases.get(referral)?.effects ?? []
  const isLive = held.open !== null || held.settle !== null
  return {
    case: caseId,
    number: file.fields.number ?? '',
    title: file.fields.title ?? '',
    referral,
    provider: order.provider,
    providerName: readProvider(state.book, order.provider)?.name ?? '',
    account,
    accountName: account === '' ? '' : accountName(state, account),
    unit: account.startsWith('agreement:') ? ((fields?.['unit'] as AgreementFields['unit']) ?? '') : '',
    unitFen: typeof fields?.['unitFen'] === 'number' ? fields['unitFen'] : null,
    maintenance: account.startsWith('fund:') && fields?.['kind'] === 'maintenance',
    sentAt: order.at,
    doneAt: doneStep(file.acts, referral)?.at ?? null,
    delivered: isDelivered(file, order) && (isLive || !ENDED.has(orderState(file.acts, order))),
    sums: held.sums,
    open: held.open,
    settle: held.settle,
    settled: held.settled,
    disputed: held.disputed,
    service: order.service ?? '',
    rows: effects.map((one) => rowOf(state, one)).toSorted(byTime),
  }
}
const isOn = ({ book }: DeskState): boolean =>
  book.station !== null && readEntity(book, moduleId(book.station, 'funding'))?.['on'] === true

const ENDED: ReadonlySet<string> = new Set(['declined', 'returned', 'recalled'])
export const byTime = (a: LedgerRow, b: LedgerRow): number =>
  a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1

/** Orders that go out and whatever a fund spent on the case; an order without money is there too, so that it can be paid. */
export function moneyOfCase(state: DeskState, caseId: string): CaseMoney {
  const file = readCase(state.book, caseId)
  const on = isOn(state)
  if (!file) return { on, orders: [], spendings: [] }
  const ledger = ledgerIn(state.book)
  const orders = actsOf(file.acts, 'referral')
    .filter(({ way }) => way === 'dispatch')
    .flatMap(({ id }) => orderMoney(state, caseId, id, standing(ledger, id)) ?? [])
  const spendings = [...(ledger.about.get(caseId) ?? [])].flatMap(
    (base) =>
    (ledger.bases.get(base)?.effects ?? []).filter(({ entry }) => entry.about === caseId && entry.referral === '').map((one) => rowOf(state, one)), // prettier-ignore
  )
  return {
    on,
    orders: on ? orders : orders.filter(({ rows }) => rows.length > 0),
    spendings: spendings.toSorted(byTime),
  }
}

/** Delivered and not paid, the oldest first; `waiting`: reserved, and still at work. In steps: a thousand orders at a time. */
export async function toSettle(
  state: DeskState,
  breathe: () => Promise<void>,
): Promise<{ readonly rows: readonly OrderMoneyView[]; readonly waiting: number }> {
  // prettier-ignore
  const ledger = ledgerIn(state.book)
  const rows: OrderMoneyView[] = []
  let waiting = 0
  let seen = 0
  for (const [base, { entries }] of ledger.bases) {
    if (![...entries.values()].some(({ kind }) => kind === 'reserve')) continue
    const held = standing(ledger, base)
    if (!held.open) continue
    if (++seen % 1_000 === 0) await breathe()
    const one = orderMoney(state, held.open.about, base, held)
    if (one?.delivered) rows.push(one)
    else waiting += 1
  }
  return { rows: rows.toSorted((a, b) => ((a.doneAt ?? a.sentAt) < (b.doneAt ?? b.sentAt) ? -1 : 1)), waiting }
}
