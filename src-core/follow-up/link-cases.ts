/** 加入事项: cases that join a topic that is there. Those that stand in it already stay as they are. */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ok } from '../lib/result.ts'
import { z } from '../lib/schema.ts'
import { topicId } from '../topic/fields.ts'
import { linkDrafts, someCases } from '../topic/link-drafts.ts'

export const LINK_CASES = z.object({ topic: topicId, cases: someCases })
export type LinkCases = z.infer<typeof LINK_CASES>

export function linkCases(reading: Reading, input: LinkCases, asked: Asked): Decision {
  const form = checked(LINK_CASES, input)
  if (!form.ok) return form
  const { topic, cases } = form.value
  if (!reading.read(topic)) return refuse('no-such-topic')
  const drafts = linkDrafts(reading, topic, cases, asked)
  if (!drafts.ok) return drafts
  return drafts.value.length === 0 ? refuse('already-linked') : ok(drafts.value)
}
