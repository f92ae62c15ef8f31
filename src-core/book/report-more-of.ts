/** What papers say beside the figures of rounds, out of the book: 差评 put right, gaps, money, what is late, topics. */
import { moneyByProvider } from '../agreement/money-reports.ts'
import type { Outcome } from '../case-file/codes.ts'
import { hasMark, marker } from '../figures/measures.ts'
import { isIn, type Period } from '../figures/period.ts'
import type { RoundFacts } from '../figures/round-facts.ts'
import type { EntityId } from '../kernel/event.ts'
import type { Moment } from '../lib/time.ts'
import type { BadRatings, GapDetail, GapLine, LateLine, MonthlyMore } from '../reports/monthly-more.ts'
import type { ReportNames } from '../reports/report-names.ts'
import { passes, type ReportFilters } from '../reports/slices.ts'
import { ratingsOf } from '../revisit/ratings.ts'
import { topicCard } from '../topic/fields.ts'
import { entitiesOf, readCase, readEntity, type Book } from './book.ts'
import { ledgerIn } from './ledger-in.ts'
import { gapsIn, type Results } from './routing-of.ts'

export type MoreAsked = {
  readonly rounds: Iterable<RoundFacts>
  readonly period: Period
  readonly filters: ReportFilters
  readonly names: ReportNames
  readonly now: Moment
  readonly results: Results
  /** Waited for after every few hundred cases that are read: somebody may want to save meanwhile. */
  readonly pause: () => Promise<void>
}

export type ReportMore = { readonly more: MonthlyMore; readonly gapList: readonly GapDetail[] }

/** Cases read between two pauses: about 5 ms. */
const AT_ONCE = 200

export async function reportMoreOf(book: Book, asked: MoreAsked): Promise<ReportMore> {
  const { rounds, period, filters, names, now, results } = asked
  const pass = passes(filters, names)
  const marksOf = marker(period, period.until < now ? period.until : now)
  /** Null: all of them. */
  const cases: Set<EntityId> | null = pass ? new Set() : null
  const rated = new Set<EntityId>()
  const late: LateLine[] = []
  for (const facts of rounds) {
    if (pass && !pass(facts)) continue
    cases?.add(facts.case)
    // A bad answer of the period is the round's last one, or has a later one behind it.
    if (facts.revisit && facts.revisit.at >= period.from) rated.add(facts.case)
    if (hasMark(marksOf(facts), 'overdue')) {
      const confidential = facts.requestKind === 'report'
      late.push({
        number: facts.number,
        category: confidential ? '' : facts.category,
        place: confidential ? '' : names.neighbourhood(facts),
        provider: confidential ? '' : (facts.provider ?? ''),
        dueAt: facts.dueAt!,
        confidential,
      })
    }
  }
  // One that was set aside counts in no round any more.
  for (const [id, acts] of book.children)
    if ((!cases || cases.has(id)) && acts.some((act) => act.startsWith('rating-step:'))) rated.add(id)
  const gapList = gapsIn(book, now, results)
    .filter((gap) => isIn(gap.at, period) && (!cases || cases.has(gap.case)))
    .map((gap): GapDetail => {
      const confidential = readCase(book, gap.case)?.fields.requestKind === 'report'
      return {
        number: gap.number,
        at: gap.at,
        serviceType: gap.serviceType,
        category: confidential ? '' : gap.category,
        place: confidential ? '' : names.neighbourhood(gap),
        wantedBy: gap.wantedBy,
        state: gap.state,
        confidential,
      }
    })
  const entries = [...ledgerIn(book).entries.values()]
  const money = moneyByProvider(
    cases ? entries.filter(({ about }) => about !== '' && cases.has(about)) : entries,
    period,
  )
  return {
    gapList,
    more: {
      bad: await badRatings(book, rated, asked),
      gaps: gapLines(gapList),
      money: [...money]
        .map(([provider, { orders, reserved, paid, copay }]) => ({ provider, orders, reserved, paid, copay }))
        .toSorted((a, b) => b.paid - a.paid || b.reserved - a.reserved || (a.provider < b.provider ? -1 : 1)),
      late: late.toSorted((a, b) => compare(a.dueAt, b.dueAt) || compare(a.number, b.number)),
      topics: pass ? { begun: 0, open: 0 } : topicsIn(book, period),
    },
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

async function badRatings(book: Book, cases: Iterable<EntityId>, { period, pause }: MoreAsked): Promise<BadRatings> {
  const sum = { all: 0, putRight: 0, setAside: 0, notPutRight: 0, inWork: 0 }
  let read = 0
  for (const id of cases) {
    if (++read % AT_ONCE === 0) await pause()
    const file = readCase(book, id)
    for (const { revisit, state } of file ? ratingsOf(file) : []) {
      if (!isIn(revisit.at, period)) continue
      sum.all += 1
      if (state === 'put-right') sum.putRight += 1
      else if (state === 'not-ours' || state === 'superseded') sum.setAside += 1
      else if (state === 'bad-again' || state === 'unreached') sum.notPutRight += 1
      else sum.inWork += 1
    }
  }
  return sum
}

function gapLines(list: readonly GapDetail[]): GapLine[] {
  const lines = new Map<string, GapLine>()
  for (const { serviceType, category, place, state } of list) {
    const key = `${serviceType}\n${category}\n${place}`
    const { open, all } = lines.get(key) ?? { open: 0, all: 0 }
    lines.set(key, { serviceType, category, place, open: open + (state === 'open' ? 1 : 0), all: all + 1 })
  }
  return [...lines]
    .toSorted(([ka, a], [kb, b]) => b.open - a.open || b.all - a.all || compare(ka, kb))
    .map(([, line]) => line)
}

function topicsIn(book: Book, period: Period): MonthlyMore['topics'] {
  const topics = [...entitiesOf(book, 'topic')].flatMap((id) => {
    const fields = readEntity(book, id)
    return fields ? [topicCard(id, fields)] : []
  })
  return {
    begun: topics.filter(({ at }) => isIn(at, period)).length,
    open: topics.filter(({ closed }) => !closed).length,
  }
}

/** A notice tells nothing of 举报. */
export const publicRounds = (rounds: Iterable<RoundFacts>): readonly RoundFacts[] =>
  [...rounds].filter(({ requestKind }) => requestKind !== 'report')

export function outcomesIn(rounds: Iterable<RoundFacts>, period: Period): Partial<Record<Outcome, number>> {
  const sums: Partial<Record<Outcome, number>> = {}
  for (const { outcome, closedAt } of rounds)
    if (outcome !== null && isIn(closedAt, period)) sums[outcome] = (sums[outcome] ?? 0) + 1
  return sums
}
