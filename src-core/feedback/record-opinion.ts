/** 记意见; taken back with a reason, never deleted. */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ok } from '../lib/result.ts'
import { entityId, someWords, z } from '../lib/schema.ts'
import { gradesOf, OPINION, opinionCard } from '../survey/opinion.ts'

export const RECORD_OPINION = OPINION.omit({ by: true, withdrawnAt: true, withdrawnBy: true, withdrawReason: true })
export type RecordOpinion = z.infer<typeof RECORD_OPINION>

export function recordOpinion(reading: Reading, input: RecordOpinion, asked: Asked): Decision {
  const form = checked(RECORD_OPINION, input)
  if (!form.ok) return form
  const { about, provider, serviceType, topic, scale, grade, person, at, ...rest } = form.value
  if (at > asked.now) return refuse('in-the-future', ['at'])
  if (about === 'provider' && !provider) return refuse('invalid-input', ['provider'])
  if (provider && !reading.read(provider)) return refuse('no-such-provider', ['provider'])
  if (about === 'service-type' && !serviceType) return refuse('invalid-input', ['serviceType'])
  if (about === 'topic' && !(topic && reading.read(topic))) return refuse('no-such-topic', ['topic'])
  // A grade is nothing without its scale; a scale without a grade says nothing.
  if (grade && !(scale && gradesOf(scale).includes(grade))) return refuse('invalid-input', ['grade'])
  const fields = {
    ...rest,
    about,
    at,
    by: asked.user,
    ...(about === 'provider' && { provider }),
    ...(about === 'service-type' && { serviceType }),
    ...(about === 'topic' && { topic }),
    ...(grade && { scale, grade }),
    ...(person && { person }),
  }
  return ok([{ entity: asked.newId('opinion'), kind: 'opinion-recorded', fields }])
}

export const WITHDRAW_OPINION = z.object({ opinion: entityId('opinion'), reason: someWords(300) })
export type WithdrawOpinion = z.infer<typeof WITHDRAW_OPINION>

export function withdrawOpinion(reading: Reading, input: WithdrawOpinion, asked: Asked): Decision {
  const form = checked(WITHDRAW_OPINION, input)
  if (!form.ok) return form
  const { opinion, reason } = form.value
  const read = reading.read(opinion)
  if (!read) return refuse('no-such-opinion')
  if (opinionCard(opinion, read).withdrawnAt) return refuse('opinion-withdrawn')
  const fields = { withdrawnAt: asked.now, withdrawnBy: asked.user, withdrawReason: reason }
  return ok([{ entity: opinion, kind: 'opinion-withdrawn', fields }])
}
