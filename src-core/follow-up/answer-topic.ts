/**
 * 一并答复: one text for everybody whom the matter concerns, and an answer of their own for each, so that every case closes
 * for itself and everyone is asked for themselves on revisit. Those that are closed already are left out.
 */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ACTS } from '../case-file/fields.ts'
import { isOpen, statusOf } from '../case-file/status.ts'
import type { Draft } from '../kernel/command.ts'
import { ok } from '../lib/result.ts'
import type { z } from '../lib/schema.ts'
import { topicId } from '../topic/fields.ts'
import { someCases } from '../topic/link-drafts.ts'
import { linksTo } from '../topic/links.ts'

export const ANSWER_TOPIC = ACTS.answer
  .pick({ way: true, content: true, answeredBy: true })
  .extend({ topic: topicId, cases: someCases })
export type AnswerTopic = z.infer<typeof ANSWER_TOPIC>

export function answerTopic(reading: Reading, input: AnswerTopic, asked: Asked): Decision {
  const form = checked(ANSWER_TOPIC, input)
  if (!form.ok) return form
  const { topic, cases, ...answer } = form.value
  const drafts: Draft[] = []
  for (const id of new Set(cases)) {
    const file = reading.caseFile(id)
    if (!file || linksTo(file, topic).length === 0) return refuse('no-such-case')
    if (!isOpen(statusOf(file))) continue
    const fields = { ...answer, case: id, at: asked.now, by: asked.user }
    drafts.push({ entity: asked.newId('answer'), kind: 'case-answered', fields })
  }
  return drafts.length === 0 ? refuse('case-closed') : ok(drafts)
}
