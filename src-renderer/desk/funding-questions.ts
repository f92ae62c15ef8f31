/** What the screens ask about money. */
import type { ProviderMoney } from '#core/agreement/money-reports.ts'
import { moneyByProvider } from '#core/agreement/money-reports.ts'
import { entitiesOf, readEntity } from '#core/book/book.ts'
import { ledgerIn } from '#core/book/ledger-in.ts'
import { dayOf, momentOf, type Day } from '#core/lib/time.ts'
import type { Asking } from './asking.ts'
import {
  agreementRows,
  fundRows,
  ledgerPage,
  moneyChoices,
  moneyOfCase,
  periodOf,
  statementRows,
  toSettle,
  type AgreementRow,
  type CaseMoney,
  type FundRow,
  type LedgerPage,
  type LedgerQuery,
  type MoneyChoice,
  type OrderMoneyView,
} from './funding.ts'
import { toDecide, type ToDecide } from './funding-decide.ts'

export type FundingQuestions = {
  agreements(): Promise<readonly AgreementRow[]>
  funds(): Promise<readonly FundRow[]>
  ledgerPage(query: LedgerQuery): Promise<LedgerPage>
  /** Every entry of a period, for a statement or a file. */
  statement(query: Omit<LedgerQuery, 'offset' | 'limit'>): Promise<LedgerPage>
  /** What a period moved, by provider. */
  providerMoney(from: Day | '', to: Day | ''): Promise<readonly (readonly [provider: string, money: ProviderMoney])[]>
  moneyChoices(caseId: string, provider: string, service: string): Promise<readonly MoneyChoice[]>
  moneyOfCase(caseId: string): Promise<CaseMoney>
  /** Topics and activities, the newest first: what a fund may be spent on beside a case. */
  occasions(): Promise<readonly { readonly id: string; readonly words: string }[]>
  toSettle(): Promise<{ readonly rows: readonly OrderMoneyView[]; readonly waiting: number }>
  toDecide(): Promise<ToDecide>
}

/** Lets a question that is quicker go first. */
const breathe = (): Promise<void> => new Promise((done) => void setTimeout(done))

export function fundingQuestions({ ready, parts }: Asking): FundingQuestions {
  const today = (): Day => dayOf(momentOf(parts.clock()))
  return {
    agreements: async () => agreementRows((await ready()).state, today()),
    funds: async () => fundRows((await ready()).state),
    ledgerPage: async (query) => ledgerPage((await ready()).state, query),
    statement: async (query) => statementRows((await ready()).state, query),
    providerMoney: async (from, to) => [...moneyByProvider(ledgerIn((await ready()).state.book), periodOf(from, to))],
    moneyChoices: async (id, provider, service) => moneyChoices((await ready()).state, id, provider, service, today()),
    moneyOfCase: async (id) => moneyOfCase((await ready()).state, id),
    occasions: async () => {
      const { book } = (await ready()).state
      const named = (type: string) =>
        [...entitiesOf(book, type)].map((id) => ({ id, words: String(readEntity(book, id)?.['title'] ?? '') }))
      return [...named('topic'), ...named('activity')].filter(({ words }) => words !== '').toReversed()
    },
    toSettle: async () => toSettle((await ready()).state, breathe),
    toDecide: async () => toDecide((await ready()).state, today()),
  }
}
