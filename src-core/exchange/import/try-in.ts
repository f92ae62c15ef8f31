/** The dry run of a verified bundle: what would be new, changed, disputed, erased, held. Nothing is touched. */
import { entityType, pcOfLog, type Scope, type StoredEvent } from '#core/kernel/event.ts'
import { tryReceive, type Trial } from '#core/kernel/trial.ts'
import type { BundleCounts } from '#core/peer/fields.ts'
import type { Holding, Roster } from '../export/holding.ts'
import { questionsAmong } from '../conflicts/field-groups.ts'
import { seenOf } from '../trust/statement-drafts.ts'
import { guardOf, type GuardVerdict } from './guard.ts'

export type TriedIn = {
  readonly trial: Trial
  /** Of the replica that it was tried on: true for as long as nothing else is written. */
  readonly revision: number
  readonly counts: BundleCounts
  /** What may be taken in: all but what revoked PCs signed beyond what counts. */
  readonly events: readonly StoredEvent[]
  readonly revoked: number
  /** Of which PCs only these scopes come here: goes on to the queue (Incoming.marks). */
  readonly marks: ReadonlyMap<string, readonly Scope[]>
  readonly newCases: number
  readonly changedCases: number
  readonly guard: GuardVerdict
  /** Some of it waits for events that are not here: the file stays, the rest is taken in. */
  readonly waits: boolean
}

/** `roster`: with the bundle's own statements learned (Trust.learn), so that PCs which are new here are seen as they will be. */
export function tryIn(holding: Holding, roster: Roster, events: readonly StoredEvent[]): TriedIn {
  const counted = events.filter(({ header }) => !roster.isBeyond(header.log, header.n))
  const marks = marksFor(roster, counted)
  const trial = tryReceive(holding.replica, counted, marks)
  let [newCases, changedCases] = [0, 0]
  const cases = new Set<string>()
  for (const event of trial.applied) {
    const id = entityType(event.header.e) === 'case' ? event.header.e : event.fields?.['case']
    if (typeof id !== 'string' || cases.has(id)) continue
    cases.add(id)
    if (holding.replica.entities.has(id)) changedCases += 1
    else newCases += 1
  }
  return {
    trial,
    revision: holding.replica.revision,
    counts: countsOf(trial, counted.length),
    events: counted,
    revoked: events.length - counted.length,
    marks,
    newCases,
    changedCases,
    guard: guardOf(trial, holding.replica.entities.size),
    waits: trial.held.length > 0,
  }
}

export const countsOf = (trial: Trial, events: number): BundleCounts => ({
  events,
  fresh: trial.fresh.length,
  known: trial.known,
  held: trial.held.length,
  conflicts: questionsAmong(trial.conflicts),
  erased: trial.erased.length,
})

/** What comes here of a PC (IN_PART_KIND); null: everything, it is one of ours, or nobody knows it. */
export function scopesFrom(roster: Roster, pc: string): readonly Scope[] | null {
  const house = roster.houseOf(pc)
  if (house === null || house === roster.house) return null
  return seenOf(roster.houses.get(house)?.kind === 'upper')
}

function marksFor(roster: Roster, events: readonly StoredEvent[]): Map<string, readonly Scope[]> {
  const marks = new Map<string, readonly Scope[]>()
  for (const pc of new Set(events.map(({ header }) => pcOfLog(header.log)))) {
    const scopes = scopesFrom(roster, pc)
    if (scopes) marks.set(pc, scopes)
  }
  return marks
}
