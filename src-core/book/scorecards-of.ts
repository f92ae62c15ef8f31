/** 单位评价 of everybody who had something to do in a period: rule scores, interviews, opinions, findings and money beside each other. */
import { moneyByProvider, type ProviderMoney } from '../agreement/money-reports.ts'
import { findingsOf, type RectifiedState } from '../case-file/rectified.ts'
import { isIn, type Period } from '../figures/period.ts'
import type { RateRules } from '../figures/rates.ts'
import type { RoundFacts } from '../figures/round-facts.ts'
import type { EntityId } from '../kernel/event.ts'
import type { Moment } from '../lib/time.ts'
import { providerFindings } from '../provider/finding.ts'
import { scorecards, type Scorecard } from '../supervision/scorecard/scorecard.ts'
import type { ProviderInterviews, ProviderOpinions } from '../survey/by-provider.ts'
import { entitiesOf, readCase, readEntity, readProvider, type Book } from './book.ts'
import { ledgerIn } from './ledger-in.ts'
import { interviewsIn, opinionsIn } from './survey-of.ts'

export type ScorecardRow = Scorecard & {
  readonly name: string
  /** Null: none in the period. */
  readonly interviews: ProviderInterviews | null
  readonly opinions: ProviderOpinions | null
  /** Of the provider itself, made in the period; `open`: not yet put right. */
  readonly findings: { readonly all: number; readonly open: number }
  readonly money: ProviderMoney | null
}

/** By kind of service, then by name: no ranking. Only cases with a finding are read; the rest stands in `rounds`. */
export function scorecardsIn(
  book: Book,
  rounds: Iterable<RoundFacts>,
  period: Period,
  rules: RateRules,
  now: Moment,
): ScorecardRow[] {
  const source = { read: (id: EntityId) => readEntity(book, id), ids: (type: string) => entitiesOf(book, type) }
  const interviews = interviewsIn(book, period)
  const opinions = opinionsIn(book, period)
  const money = moneyByProvider(ledgerIn(book), period)
  const findings = providerFindings(source).filter(({ finding }) => isIn(finding.at, period))
  return scorecards(rounds, period, rules, now, foundIn(book, period))
    .map((card): ScorecardRow => {
      const own = findings.filter(
        ({ finding, stands }) => finding.provider === card.provider && COUNTED.has(stands.state),
      )
      return {
        ...card,
        name: readProvider(book, card.provider)?.name ?? '',
        interviews: interviews.get(card.provider) ?? null,
        opinions: opinions.get(card.provider) ?? null,
        findings: { all: own.length, open: own.filter(({ stands }) => stands.state !== 'closed').length },
        money: money.get(card.provider) ?? null,
      }
    })
    .toSorted(
      (a, b) =>
        ORDER.indexOf(a.serviceType) - ORDER.indexOf(b.serviceType) ||
        a.name.localeCompare(b.name, 'zh-CN') ||
        (a.provider < b.provider ? -1 : 1),
    )
}

/** Not 规范, and not taken back. */
const COUNTED: ReadonlySet<RectifiedState> = new Set(['open', 'checking', 'sent-back', 'closed'])
const ORDER = ['welfare', 'market', 'administrative']

/** 需整改 and 严重问题 of the period, by case. */
function foundIn(book: Book, period: Period): Map<EntityId, number> {
  const found = new Map<EntityId, number>()
  for (const [id, acts] of book.children) {
    if (!acts.some((act) => act.startsWith('finding:'))) continue
    const file = readCase(book, id)
    const bad = file ? findingsOf(file).filter(({ finding, stands }) => COUNTED.has(stands.state) && isIn(finding.at, period)) : [] // prettier-ignore
    if (bad.length > 0) found.set(id, bad.length)
  }
  return found
}
