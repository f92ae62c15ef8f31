/** 三类服务 × 服务主体 × 资金 in fen, out of the book's ledger. */
import { moneyMatrix, type MoneyCell } from '../agreement/money-reports.ts'
import type { Period } from '../figures/period.ts'
import type { EntityId } from '../kernel/event.ts'
import type { ReportNames } from '../reports/report-names.ts'
import { readEntity, type Book } from './book.ts'
import { ledgerIn } from './ledger-in.ts'

/** `cases`: entries of these alone; null for all. Undefined where the station keeps no ledger: then no report speaks of money. */
export function moneyCellsOf(
  book: Book,
  period: Period,
  names: ReportNames,
  cases: ReadonlySet<EntityId> | null,
): readonly MoneyCell[] | undefined {
  const ledger = ledgerIn(book)
  if (ledger.entries.size === 0) return undefined
  const source = cases ? [...ledger.entries.values()].filter(({ about }) => about !== '' && cases.has(about)) : ledger
  return moneyMatrix(source, period, {
    serviceTypeOf: ({ referral }) => (referral === '' ? '' : String(readEntity(book, referral)?.['serviceType'] ?? '')),
    providerKindOf: (provider) => (provider === '' ? '' : names.provider(provider).kind),
    fundingOf: names.funding,
  })
}
