/** 事项: begun by a clerk (from a hotspot, or from chosen cases), and changed afterwards. */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ok } from '../lib/result.ts'
import { z } from '../lib/schema.ts'
import { TOPIC, topicCard, topicId } from '../topic/fields.ts'
import { linkDrafts, someCases } from '../topic/link-drafts.ts'

const WRITTEN = TOPIC.pick({ title: true, category: true, place: true, note: true })

/** One of the four haves (四有) may be a topic before anybody asked. */
export const BEGIN_TOPIC = WRITTEN.extend({
  cases: someCases.or(z.tuple([])),
  have: TOPIC.shape.have,
  placeId: TOPIC.shape.placeId,
})
export type BeginTopic = z.infer<typeof BEGIN_TOPIC>

export function beginTopic(reading: Reading, input: BeginTopic, asked: Asked): Decision {
  const form = checked(BEGIN_TOPIC, input)
  if (!form.ok) return form
  const { cases, ...fields } = form.value
  if (cases.length === 0 && fields.have === undefined) return refuse('invalid-input', ['cases'])
  const topic = asked.newId('topic')
  const links = linkDrafts(reading, topic, cases, asked)
  if (!links.ok) return links
  const begun = { ...fields, closed: false, at: asked.now, by: asked.user }
  return ok([{ entity: topic, kind: 'topic-begun', fields: begun }, ...links.value])
}

/** Fields left out stay as they are. */
export const CHANGE_TOPIC = WRITTEN.extend({ closed: z.boolean() }).partial().extend({ topic: topicId })
export type ChangeTopic = z.infer<typeof CHANGE_TOPIC>

export function changeTopic(reading: Reading, input: ChangeTopic, _asked: Asked): Decision {
  const form = checked(CHANGE_TOPIC, input)
  if (!form.ok) return form
  const { topic, ...wanted } = form.value
  const before = reading.read(topic)
  if (!before) return refuse('no-such-topic')
  const shown = topicCard(topic, before)
  const changed = Object.entries(wanted).filter(([field, now]) => now !== shown[field as keyof typeof wanted])
  if (changed.length === 0) return refuse('nothing-changed')
  return ok([{ entity: topic, kind: 'topic-changed', fields: Object.fromEntries(changed) }])
}
