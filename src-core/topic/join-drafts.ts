/**
 * 并入同一事项 (DOMAIN §3.6). The same person, the same matter and nothing new: a repeat of the old case. Different persons:
 * one topic, begun by the first two. Joining links and never deletes.
 */
import { refuse, type Asked, type Reading, type Refusal } from '../case-file/decision.ts'
import type { Draft } from '../kernel/command.ts'
import type { EntityId } from '../kernel/event.ts'
import { ok, type Result } from '../lib/result.ts'
import { entityId, words, z } from '../lib/schema.ts'
import { WAYS } from '../case-file/codes.ts'
import { isOpen, statusOf } from '../case-file/status.ts'
import { LINK_KINDS, type LinkKind } from './linking-act.ts'
import { linksTo, topicsOf } from './links.ts'

export const JOIN = z.object({
  with: entityId('case'),
  kind: z.enum(LINK_KINDS),
  /** 告知进度: what a person who comes again was told; a contact of the old case while that is open. */
  told: z.object({ way: z.enum(WAYS), note: words(2_000) }).optional(),
})
export type Join = z.infer<typeof JOIN>

/** `id`: the case that is joined; it may be one that is only being received. */
export function joinDrafts(reading: Reading, id: EntityId, join: Join, asked: Asked): Result<Draft[], Refusal> {
  const other = reading.caseFile(join.with)
  if (!other || join.with === id) return refuse('no-such-case', ['with'])
  const mine = reading.caseFile(id)
  const topics = mine ? topicsOf(mine) : []
  const theirs = topicsOf(other)
  const act = (of: EntityId) => ({ case: of, at: asked.now, by: asked.user })
  const link = (of: EntityId, kind: LinkKind, topic: EntityId | undefined, repeated?: EntityId): Draft => ({
    entity: asked.newId('linking'),
    kind: 'case-linked',
    fields: { ...act(of), kind, topic, of: repeated },
  })
  if (join.kind === 'repeat') {
    if (mine && (linksTo(mine, join.with).length > 0 || linksTo(other, id).length > 0)) return refuse('already-linked')
    // Whichever page it is said on: the later one repeats the earlier.
    const isEarlier = mine !== null && (mine.fields.receivedAt ?? '') < (other.fields.receivedAt ?? '')
    const [later, earlier] = isEarlier ? [join.with, id] : [id, join.with]
    const [laters, earliers] = isEarlier ? [theirs, topics] : [topics, theirs]
    const topic = earliers.find((one) => !laters.includes(one))
    const drafts = [link(later, 'repeat', topic, earlier)]
    if (join.told && isOpen(statusOf(other)))
      drafts.push({
        entity: asked.newId('contact'),
        kind: 'contact-recorded',
        fields: { ...act(join.with), kind: 'progress', reached: true, ...join.told },
      })
    return ok(drafts)
  }
  if (theirs.some((topic) => topics.includes(topic))) return refuse('already-linked')
  const known = theirs[0] ?? topics[0]
  if (known !== undefined)
    return ok([theirs[0] === undefined ? link(join.with, join.kind, known) : link(id, join.kind, known)])
  const topic = asked.newId('topic')
  const { title = '', place = '' } = other.fields
  const category = other.acts.findLast((one) => one.type === 'classification')?.category ?? ''
  return ok([
    link(id, join.kind, topic),
    link(join.with, join.kind, topic),
    {
      entity: topic,
      kind: 'topic-begun',
      fields: { title, category, place, note: '', closed: false, at: asked.now, by: asked.user },
    },
  ])
}
