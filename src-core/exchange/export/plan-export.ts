/** What would leave: which logs, from which number on. Nothing is read from the disk for it. */
import { pcOfLog, type EventId, type LogId } from '#core/kernel/event.ts'
import { headSet, type HeadSet, type LogHead } from '#core/kernel/head-set.ts'
import { tipsOf, trunkOf, type LogIndex } from '#core/kernel/log-index.ts'
import type { Profile } from '#core/peer/codes.ts'
import type { BundleFields } from '#core/peer/fields.ts'
import { bundleRecords, readHave, type BundleRecord } from './bundle-records.ts'
import type { Holding, Roster } from './holding.ts'
import { carried, concernsBoth } from './profile-contents.ts'

/** Events after `after` up to `to` of one log; with branches everything after the place where they part. */
export type LogRange = { readonly log: LogId; readonly after: number; readonly to: number }

export type ExportPlan = {
  /** uuid of the receiving house; the own one for a hand-over. */
  readonly house: string
  readonly profile: Profile
  readonly ranges: readonly LogRange[]
  /** Events that the other side does not have, as far as its last bundle says. */
  readonly events: number
  /** Of these, the ones that no bundle has carried there yet. */
  readonly fresh: number
  /** For the manifest: what is here of the logs that concern both, and which of their bundles arrived. */
  readonly have: HeadSet
  readonly got: readonly string[]
}

/** `got` of a manifest names so many. */
const GOT = 1_000

export function planExport(holding: Holding, roster: Roster, house: string, profile: Profile): ExportPlan {
  const records = bundleRecords(holding).filter(({ peer }) => peer === house)
  return { house, profile, ...planLeaving(holding, roster, house, profile, records), ...whatIsHere(holding, roster, house, records) }
} // prettier-ignore

/**
 * The same without what the manifest says: a list of 200 houses asks for it 200 times. `records`: of that house; `logs`: all, or
 * those that any house below is sent (downwardLogs).
 */
export function planLeaving(
  holding: Holding,
  roster: Roster,
  house: string,
  profile: Profile,
  records: readonly BundleRecord[],
  logs: Iterable<readonly [LogId, LogIndex]> = holding.replica.logs,
): Pick<ExportPlan, 'ranges' | 'events' | 'fresh'> {
  const has = whatTheyHave(roster, house, records)
  const isCarried = carried(roster, profile, house)
  const sent = whatWasSent(house, records)
  const ranges: LogRange[] = []
  let events = 0
  let fresh = 0
  for (const [log, index] of logs) {
    if (!isCarried(log)) continue
    const after = Math.max(0, Math.min(...has.map((said) => hadBefore(index, log, said, house === roster.house))))
    const to = lastThatCounts(roster, log, index.ids.length - 1)
    const count = countAfter(index, after, to)
    if (count === 0) continue
    ranges.push({ log, after, to })
    events += count
    fresh += countAfter(index, Math.max(after, sent.get(log) ?? 0), to)
  }
  return { ranges: ranges.toSorted((a, b) => (a.log < b.log ? -1 : 1)), events, fresh }
}

/** Of 200 stations' logs the few that this office and those above it wrote. */
export const downwardLogs = (
  { replica }: Holding,
  { house, houseOf, isAbove }: Roster,
): readonly (readonly [LogId, LogIndex])[] =>
  // prettier-ignore
  [...replica.logs].filter(([log]) => {
    const from = houseOf(pcOfLog(log))
    return from !== null && (from === house || isAbove(from))
  })

/** What every bundle to that house says of this one: it acknowledges, and asks for the rest. */
export function whatIsHere(
  holding: Holding,
  roster: Roster,
  house: string,
  records: readonly BundleRecord[] = bundleRecords(holding),
): Pick<ExportPlan, 'have' | 'got'> {
  const theirs = records.filter((one) => one.direction === 'in' && one.peer === house)
  const cameFrom = new Set(theirs.flatMap(({ logs }) => Object.keys(logs ?? {})))
  const isOfBoth = concernsBoth(roster, house, cameFrom)
  const have: Record<LogId, LogHead> = {}
  for (const [log, head] of Object.entries(headSet(holding.replica))) if (isOfBoth(log)) have[log] = head
  // One of which something still waits has not arrived.
  const whole = theirs.filter(({ counts, logs }) => !counts?.held || reaches(holding, logs ?? {}))
  return { have, got: [...new Set(whole.map(({ bundle }) => bundle))].slice(-GOT) }
}

/** What waited when the bundle was taken in has come since, in it or in another one. */
const reaches = ({ replica }: Holding, logs: BundleFields['logs']): boolean =>
  Object.entries(logs).every(([log, [, to]]) => (replica.logs.get(log)?.ids.length ?? 0) > to)

/**
 * What the receivers say that they have, one for each that counts: every other PC of this house (one that never said anything has
 * nothing), or whoever spoke last for another house: its PCs tell each other.
 */
function whatTheyHave(roster: Roster, house: string, records: readonly BundleRecord[]): Said[] {
  const pcs = house === roster.house ? roster.pcsOf(house).filter((pc) => pc !== roster.pc) : []
  const last = records.findLast((one) => one.direction === 'in' && one.peer === house && one.pc !== roster.pc)
  return (pcs.length > 0 ? pcs : [last?.pc ?? '']).map((pc) => {
    const said = records.filter((one) => one.direction === 'in' && one.pc === pc)
    const got = new Set(said.flatMap((one) => (Array.isArray(one.got) ? one.got : [])))
    const [now = {}, ...before] = said.map(({ have }) => readHave(have)).toReversed()
    return { now, before, arrived: records.filter((one) => one.pc === roster.pc && got.has(one.bundle)) }
  })
}

/** What one PC said: last, and before that, newest first. */
type Said = {
  readonly now: HeadSet
  readonly before: readonly HeadSet[]
  /** Bundles of this PC that it took in whole. */
  readonly arrived: readonly BundleRecord[]
}

function hadBefore(index: LogIndex, log: LogId, { now, before, arrived }: Said, isMutual: boolean): number {
  const after = lackedAfter(index, now[log])
  if (after !== 'ahead') return after
  // A PC of this house sends what it has more, or its other branch, and is then sent ours. From another house nothing of our logs
  // comes back: it may have seen what a restored backup took from us, and still lack what was written since.
  if (isMutual) return index.ids.length - 1
  const end = index.ids.length - 1
  // With branches a number says too little of what was sent: then it is sent once more.
  const sent = (index.branches ? [] : arrived).map(({ logs }) => logs?.[log]?.[1] ?? 0).filter((to) => to <= end)
  const known = before.map((have) => lackedAfter(index, have[log])).find((n) => n !== 'ahead' && n > 0)
  return Math.max(0, ...sent, typeof known === 'number' ? known : 0)
}

/** The number up to which nothing of the log has to be sent; 'ahead': they have more than is here, or another branch. */
export function lackedAfter(index: LogIndex, theirs: LogHead | undefined): number | 'ahead' {
  if (!theirs) return 0
  const tips = tipsOf(index)
  const told = [{ n: theirs.n, id: theirs.id }, ...(theirs.forks ?? [])]
  const end = index.ids.length - 1
  if (!theirs.gap && sameHeads(tips, told)) return end
  const known = told.filter(({ n, id }) => isIn(index, n, id))
  if (known.length === 0) return !theirs.gap && told.every(({ n }) => n > end) ? 'ahead' : 0
  const trunk = trunkOf(index).n
  return Math.max(...known.map(({ n }) => Math.min(n, trunk)))
}

const sameHeads = (
  a: readonly { readonly n: number; readonly id: EventId }[],
  b: readonly { readonly n: number; readonly id: EventId }[],
): boolean => a.length === b.length && a.every(({ n, id }) => b.some((other) => other.n === n && other.id === id))

const isIn = (index: LogIndex, n: number, id: EventId): boolean =>
  n > 0 && (index.ids[n] === id || (index.branches?.forks.get(n)?.includes(id) ?? false))

/** Of a revoked PC only what counts is passed on. */
function lastThatCounts(roster: Roster, log: LogId, last: number): number {
  if (!roster.isBeyond(log, last)) return last
  let [counts, beyond] = [0, last]
  while (beyond - counts > 1) {
    const middle = (counts + beyond) >> 1
    if (roster.isBeyond(log, middle)) beyond = middle
    else counts = middle
  }
  return counts
}

function countAfter({ ids, branches }: LogIndex, after: number, to: number): number {
  if (!branches) return Math.max(0, to - after)
  let count = 0
  for (let n = after + 1; n <= to; n++) count += (ids[n] === undefined ? 0 : 1) + (branches.forks.get(n)?.length ?? 0)
  return count
}

/** Log → last number that a bundle took there. */
function whatWasSent(house: string, records: readonly BundleRecord[]): Map<LogId, number> {
  const out = new Map<LogId, number>()
  for (const { direction, peer, logs } of records) {
    if (direction !== 'out' || peer !== house || !logs) continue
    for (const [log, [, to]] of Object.entries(logs)) out.set(log, Math.max(out.get(log) ?? 0, to))
  }
  return out
}
