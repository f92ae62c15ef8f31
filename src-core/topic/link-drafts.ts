/** Joining, taking out, and what is said of a whole topic: drafts that several commands share. */
import { refuse, type Asked, type Reading, type Refusal } from '../case-file/decision.ts'
import type { Draft } from '../kernel/command.ts'
import type { EntityId } from '../kernel/event.ts'
import { ok, type Result } from '../lib/result.ts'
import { entityId, z } from '../lib/schema.ts'
import { linksTo } from './links.ts'

/** More than one matter of one station ever had; a list that is longer was chosen by mistake. */
export const MOST_MEMBERS = 2_000
export const someCases = z.array(entityId('case')).min(1).max(MOST_MEMBERS)

export function linkDrafts(
  reading: Reading,
  topic: EntityId,
  cases: readonly EntityId[],
  asked: Asked,
): Result<Draft[], Refusal> {
  const drafts: Draft[] = []
  for (const id of new Set(cases)) {
    const file = reading.caseFile(id)
    if (!file) return refuse('no-such-case')
    if (linksTo(file, topic).length > 0) continue
    drafts.push({
      entity: asked.newId('linking'),
      kind: 'case-linked',
      fields: { case: id, at: asked.now, by: asked.user, kind: 'same-matter', topic },
    })
  }
  return ok(drafts)
}

/** `from`: the topic, or the earlier case of a repeat. Takes back every joining that is known here. */
export function unlinkDrafts(
  reading: Reading,
  from: EntityId,
  cases: readonly EntityId[],
  asked: Asked,
): Result<Draft[], Refusal> {
  const drafts: Draft[] = []
  for (const id of new Set(cases)) {
    const file = reading.caseFile(id)
    if (!file) return refuse('no-such-case')
    for (const { id: act } of linksTo(file, from))
      drafts.push({
        entity: asked.newId('withdrawal'),
        kind: 'act-withdrawn',
        fields: { case: id, act, at: asked.now, by: asked.user },
      })
  }
  return ok(drafts)
}
