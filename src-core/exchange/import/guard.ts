/**
 * The mass-change guard: a file that would erase, reopen or withdraw a lot waits until a second person, a day, or a number typed by
 * hand has let it in (ARCHITECTURE §5).
 */
import { entityType, type EntityId, type StoredEvent } from '#core/kernel/event.ts'
import type { Trial } from '#core/kernel/trial.ts'

export const GUARD_ENTITIES = 50
export const GUARD_SHARE = 0.1

export type GuardVerdict = {
  /** True: somebody has to say yes. */
  readonly asks: boolean
  /** Entities that are here now and would be erased, reopened or have something of theirs taken back. */
  readonly entities: number
  /** Entities that are here now. */
  readonly of: number
  readonly erased: number
  readonly reopened: number
  readonly withdrawn: number
}

/** Kinds that undo what stands. To add one: here. */
const REOPENS: ReadonlySet<string> = new Set(['case-reopened'])
const WITHDRAWS: ReadonlySet<string> = new Set([
  'act-withdrawn',
  'consent-withdrawn',
  'opinion-withdrawn',
  'entry-taken-back',
  'have-check-taken-back',
  'telling-taken-back',
  'import-undone',
])

export function guardOf(trial: Trial, entities: number): GuardVerdict {
  const erased = new Set(trial.erased.map(({ entity }) => entity))
  const reopened = new Set<EntityId>()
  const withdrawn = new Set<EntityId>()
  for (const event of trial.applied) {
    const list = REOPENS.has(event.header.k) ? reopened : WITHDRAWS.has(event.header.k) ? withdrawn : null
    const about = list && aboutOf(event)
    if (list && about && !trial.newEntities.has(about)) list.add(about)
  }
  const all = new Set([...erased, ...reopened, ...withdrawn]).size
  const asks = all > GUARD_ENTITIES || all > entities * GUARD_SHARE
  return { asks, entities: all, of: entities, erased: erased.size, reopened: reopened.size, withdrawn: withdrawn.size }
}

/** Acts are about their case. */
function aboutOf({ header, fields }: StoredEvent): EntityId {
  const parent = fields?.['case']
  return entityType(header.e) !== 'case' && typeof parent === 'string' ? parent : header.e
}
