/** What the supervision screen asks: what the rules found, 整改, 督办, 缺位 and 越位. Every list comes a page at a time. */
import { stationOfCase } from '#core/book/station-of.ts'
import { readCase, readProvider, userName } from '#core/book/book.ts'
import { accountsOf } from '#core/book/accounts-of.ts'
import { readingOf } from '#core/book/reading.ts'
import type { CaseFile } from '#core/case-file/case-file.ts'
import {
  findingsOf,
  hasOffered,
  isLate,
  isUnsettled,
  type Finding,
  type Rectified,
  type Step,
} from '#core/case-file/rectified.ts'
import type { Capacity } from '#core/case-file/referral-codes.ts'
import type { SupervisionKind, SupervisionTrigger } from '#core/case-file/limit-codes.ts'
import { isLateAnswer, supervisionOf, type Supervised } from '#core/case-file/supervised.ts'
import type { EntityId } from '#core/kernel/event.ts'
import { deadline } from '#core/lib/deadline.ts'
import { dayNumber, dayOf, momentOf, type Moment } from '#core/lib/time.ts'
import { limitRules } from '#core/limits/limit-rules.ts'
import { providerFindings } from '#core/provider/finding.ts'
import { SMALL_STATION_ACCOUNTS } from '#core/revisit/rated.ts'
import { withoutRatings } from '#core/revisit/hidden-rating.ts'
import { settingsOf } from '#core/station/settings.ts'
import { RULE_CODES, type RuleCode } from '#core/supervision/rule-codes.ts'
import type { Evidence } from '#core/supervision/rule.ts'
import { mayJudge } from '#core/supervision/may-judge.ts'
import { judgedOn } from '#core/supervision/rules.ts'
import type { Asking } from './asking.ts'
import type { DeskState } from './state.ts'
import { hitsOfDoers } from './supervision-doers.ts'
import { foundByRow, type RowFound } from './supervision-index.ts'
import { isRatedHere, viewerOf } from './viewer.ts'

export type CaseName = { readonly id: string; readonly number: string; readonly title: string }

/** `days`: whole days from its beginning to its end, or to now. `cases`: newest last, without those where the viewer was rated. */
export type HitRow = Evidence & {
  readonly rule: RuleCode
  readonly days: number
  readonly lasting: boolean
  readonly on: 'case' | 'provider' | 'colleague'
  /** The case; of others, whom it is about. */
  readonly name: string
  /** Provider or colleague. */
  readonly who: string | null
  readonly cases: readonly CaseName[]
}
/** `administrative`: an office of government, on which a community makes no demands. */
export type FindingRow = {
  readonly id: string
  readonly on: CaseName | { readonly provider: string; readonly name: string }
  readonly finding: Finding & { readonly rule?: string | undefined; readonly capacity?: Capacity | undefined }
  readonly stands: Rectified
  readonly late: boolean
  readonly by: string
  readonly steps: number
  /** Whoever put it right is who looks, and the station is not too small for another to re-check it. */
  readonly own: boolean
}
export type OrderRow = {
  readonly id: string
  readonly case: CaseName
  readonly kind: SupervisionKind
  readonly trigger: SupervisionTrigger
  readonly number: string
  readonly from: string
  readonly to: string
  readonly demand: string
  readonly at: Moment
  readonly heldAt: Moment | null
  readonly stands: Supervised
  readonly late: boolean
  /** Whether its answer may be accepted or sent back here. */
  readonly judges: boolean
}
export type DutyRow = {
  readonly case: CaseName
  readonly duty: 'vacant' | 'overstepped'
  /** What was done by oneself; null for 缺位. */
  readonly act: string | null
  readonly at: Moment
  readonly by: string
  readonly capacity: Capacity | null
  /** Of what the finding made from it is made: core/case-file/supervision-acts.ts. */
  readonly key: string
  readonly state: Rectified['state'] | null
}

/** `dueAt`: the limit that a demand made now is offered (`RECTIFY_WITHIN`). */
export type Paged<T> = { readonly total: number; readonly rows: readonly T[]; readonly dueAt: Moment }
/** DOMAIN §7.4 gives five working days to put a bad rating right; nothing says more of other findings. */
const RECTIFY_WITHIN = { unit: 'working-days', count: 5 } as const
export type Window = { readonly offset: number; readonly count: number }
export const FINDING_LISTS = ['open', 'late', 'closed'] as const
export type FindingList = (typeof FINDING_LISTS)[number]

export type SupervisionQuestions = {
  /** How many hits each rule has. `from`: those that began since, and whatever still lasts; null: all there ever were. */
  ruleCounts(from: Moment | null): Promise<Readonly<Record<RuleCode, number>>>
  /** The newest first. */
  ruleHits(rule: RuleCode, from: Moment | null, window: Window): Promise<Paged<HitRow>>
  /** By their limit; closed ones by when they were made. */
  findings(list: FindingList, window: Window): Promise<Paged<FindingRow>>
  supervisionOrders(list: FindingList, window: Window): Promise<Paged<OrderRow>>
  duties(window: Window): Promise<Paged<DutyRow>>
}

export const supervisionQuestions = ({ ready, parts }: Asking): SupervisionQuestions => {
  const now = (): Moment => momentOf(parts.clock())
  return {
    async ruleCounts(from) {
      const { state } = await ready()
      const counts = Object.fromEntries(RULE_CODES.map((code) => [code, 0])) as Record<RuleCode, number>
      for (const hit of await hits(state, now(), from)) counts[hit.rule] += 1
      return counts
    },
    async ruleHits(rule, from, window) {
      const { state } = await ready()
      const asked = now()
      const all = (await hits(state, asked, from)).filter((hit) => hit.rule === rule)
      all.sort((a, b) => (a.since > b.since ? -1 : a.since < b.since ? 1 : a.of < b.of ? -1 : 1))
      return pageOf(state, asked, all, window, (hit) => hitRow(state, hit, asked))
    },
    async findings(list, window) {
      const { state } = await ready()
      const found = await foundByRow(state)
      const asked = now()
      const rows = allFindings(state, found, asked).filter(({ stands, late }) => isIn(list, isUnsettled(stands), late))
      rows.sort((a, b) => (list === 'closed' ? down(a.finding.at, b.finding.at) : -down(a.stands.dueAt ?? '9', b.stands.dueAt ?? '9'))) // prettier-ignore
      return pageOf(state, now(), rows, window, (row) => row)
    },
    async supervisionOrders(list, window) {
      const { state } = await ready()
      const found = await foundByRow(state)
      const rows = allOrders(state, found, now()).filter(({ stands, late }) => isIn(list, stands.state !== 'accepted', late)) // prettier-ignore
      rows.sort((a, b) => (list === 'closed' ? down(a.at, b.at) : -down(a.stands.dueAt, b.stands.dueAt)))
      return pageOf(state, now(), rows, window, (row) => row)
    },
    async duties(window) {
      const { state } = await ready()
      const found = await foundByRow(state)
      const all = [...found].flatMap(([row, { vacant, overstepped }]) => [
        ...(vacant === null ? [] : [{ row, act: null }]),
        ...overstepped.map((act) => ({ row, act })),
      ])
      // 自访 is allowed in small stations: after everything else. The cases that came last stand first.
      const rank = (act: string | null): number => (act === null ? 0 : act.startsWith('revisit:') ? 2 : 1)
      all.sort((a, b) => rank(a.act) - rank(b.act) || b.row - a.row)
      return pageOf(state, now(), all, window, ({ row, act }) => dutyRow(state, state.table.id[row]!, act))
    },
  }
}

const down = (a: string, b: string): number => (a > b ? -1 : a < b ? 1 : 0)
/** 待办 holds the late ones too; 逾期 also what was put right too late. */
const isIn = (list: FindingList, open: boolean, late: boolean): boolean =>
  list === 'late' ? late : list === 'open' ? open : !open

const pageOf = <T, R>(
  { book }: DeskState,
  now: Moment,
  all: readonly T[],
  { offset, count }: Window,
  shown: (one: T) => R,
): Paged<R> => ({
  total: all.length,
  rows: all.slice(offset, offset + count).map(shown),
  dueAt: deadline(now, RECTIFY_WITHIN, limitRules(readingOf(book, ''))).at,
})

type FoundHit = Evidence & {
  readonly rule: RuleCode
  readonly lasting: boolean
  readonly of: EntityId
  readonly cases: readonly EntityId[]
}

async function hits(state: DeskState, now: Moment, from: Moment | null): Promise<FoundHit[]> {
  const { table, book } = state
  const found = await foundByRow(state)
  const out: FoundHit[] = []
  for (const [row, { open, hits: own }] of found)
    for (const hit of own) {
      const lasting = open && hit.until === null
      if (hit.since > now || (from !== null && hit.since < from && !lasting)) continue
      out.push({ ...hit, lasting, of: table.id[row]!, cases: [] })
    }
  const judged = (id: EntityId) => {
    const file = readCase(book, id)
    return file ? judgedOn(file) : []
  }
  for (const hit of hitsOfDoers(book, table, found, now, judged)) {
    const lasting = hit.until === null
    if (from === null || hit.since >= from || lasting) out.push({ ...hit, lasting, of: hit.who })
  }
  return out
}

function hitRow(state: DeskState, hit: FoundHit, now: Moment): HitRow {
  const { book } = state
  const { of, cases, rule, since, until, key, facts, lasting } = hit
  const on = of.startsWith('case:') ? 'case' : of.startsWith('provider:') ? 'provider' : 'colleague'
  const self = on === 'case' ? nameOf(readCase(book, of), of) : null
  // Whoever was rated does not learn by whom (DOMAIN §7.4).
  const told = rule === 'bad-ratings' ? cases.filter((id) => !isRatedHere(state, id)) : cases
  return {
    rule, since, until, key, facts, lasting, on,
    days: Math.max(0, dayNumber(dayOf(until ?? now)) - dayNumber(dayOf(since))),
    name: on === 'case' ? self!.number : on === 'provider' ? (readProvider(book, of)?.name ?? '') : userName(book, of),
    who: on === 'case' ? null : of,
    cases: self ? [self] : told.map((id) => nameOf(readCase(book, id), id)),
  } // prettier-ignore
}

const nameOf = (file: CaseFile | null, id: EntityId): CaseName => ({
  id,
  number: file?.fields.number ?? '',
  title: file?.fields.title ?? '',
})

type Found = ReadonlyMap<number, RowFound>

function* filesWith(state: DeskState, found: Found, has: (one: RowFound) => boolean): Generator<CaseFile> {
  for (const [row, one] of found) {
    const file = has(one) ? readCase(state.book, state.table.id[row]!) : null
    if (file) yield file
  }
}

function allFindings(state: DeskState, found: Found, now: Moment): FindingRow[] {
  const { book } = state
  const viewer = viewerOf(book)
  const big = accountsOf(book) > SMALL_STATION_ACCOUNTS
  const rowOf = (
    on: FindingRow['on'],
    { finding, steps, stands }: { finding: FindingRow['finding']; steps: readonly Step[]; stands: Rectified },
  ): FindingRow => ({
    id: finding.id,
    on,
    finding,
    stands,
    late: isLate(stands, now),
    by: userName(book, finding.by),
    steps: steps.length,
    own: big && stands.unchecked !== null && hasOffered(steps, viewer),
  })
  const rows: FindingRow[] = []
  for (const file of filesWith(state, found, ({ hasFindings }) => hasFindings))
    // A finding about bad ratings names one of the cases: not to whom they rate.
    for (const one of findingsOf(withoutRatings(file, viewer, accountsOf(book))))
      rows.push(rowOf(nameOf(file, file.id), one))
  for (const one of providerFindings(readingOf(book, ''))) {
    const { provider } = one.finding
    rows.push(rowOf({ provider, name: readProvider(book, provider)?.name ?? '' }, one))
  }
  // 规范 asks for nothing: it is told on its case, and dismisses a rule.
  return rows.filter(({ stands }) => stands.state !== 'in-order')
}

function allOrders(state: DeskState, found: Found, now: Moment): OrderRow[] {
  const source = readingOf(state.book, '')
  const { isUpperOffice } = settingsOf(source)
  const rows: OrderRow[] = []
  for (const file of filesWith(state, found, ({ hasOrders }) => hasOrders))
    for (const { order, stands } of supervisionOf(file)) {
      // Issued by this office on a case of a station: it came from nobody.
      const from = stationOfCase(state.book, file)?.isOwn === false ? '' : (order.from ?? '')
      rows.push({
        id: order.id,
        case: nameOf(file, file.id),
        kind: order.kind,
        trigger: order.trigger,
        number: order.number ?? '',
        from,
        to: order.to ?? '',
        demand: order.demand ?? '',
        at: order.at,
        heldAt: order.heldAt ?? null,
        stands,
        late: isLateAnswer(stands, now),
        judges: mayJudge(source, file, order, isUpperOffice),
      })
    }
  return rows
}

function dutyRow({ book }: DeskState, id: EntityId, act: EntityId | null): DutyRow {
  const file = readCase(book, id)!
  const done = act === null ? null : (file.acts.find((one) => one.id === act) ?? null)
  const rounds = file.acts.filter(({ type }) => type === 'reopening').length + 1
  const duty = act === null ? 'vacant' : 'overstepped'
  const key = act ?? `round ${rounds}`
  const judged = findingsOf(file).findLast(({ finding }) => finding.rule === duty && finding.evidence === key)
  return {
    case: nameOf(file, id),
    duty,
    act: done?.type ?? null,
    at: done?.at ?? file.acts.findLast(({ type }) => type === 'referral' || type === 'participation')?.at ?? '',
    by: done ? userName(book, done.by) : '',
    capacity: done && 'capacity' in done ? (done.capacity ?? null) : null,
    key,
    state: judged?.stands.state ?? null,
  }
}
