/**
 * What becomes of a 督办 order (DOMAIN §5.8): the station answers what was done; whoever issued it accepts the answer or sends
 * it back. An order that was typed in came from an office without this program: its word is typed in too. 挂牌 and 约谈 say when
 * it was made public or talked about, where, and who was there.
 */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ACTS } from '../case-file/fields.ts'
import { supervisionOf } from '../case-file/supervised.ts'
import { ok } from '../lib/result.ts'
import type { z } from '../lib/schema.ts'
import { settingsOf } from '../station/settings.ts'

export const ANSWER_SUPERVISION = ACTS['supervision-answer'].omit({ by: true, answer: true }).partial({ at: true })
export type AnswerSupervision = z.infer<typeof ANSWER_SUPERVISION>

export function answerSupervision(reading: Reading, input: AnswerSupervision, asked: Asked): Decision {
  const form = checked(ANSWER_SUPERVISION, input)
  if (!form.ok) return form
  const { at = asked.now, step, dueAt, files, place, attendance, ...said } = form.value
  const file = reading.caseFile(said.case)
  if (!file) return refuse('no-such-case')
  const found = supervisionOf(file).find(({ order }) => order.id === said.order)
  if (!found) return refuse('no-such-order')
  const { order, stands } = found
  if (at > asked.now) return refuse('in-the-future', ['at'])
  if (stands.state === 'accepted') return refuse('order-settled')
  const judges = step === 'accepted' || step === 'sent-back'
  if (judges && !order.from && !settingsOf(reading).isUpperOffice) return refuse('upper-office-accepts')
  if (judges && !stands.unjudged) return refuse('no-answer-yet')
  if (step === 'held' && order.kind === 'daily') return refuse('nothing-held')
  if (step === 'held' && !attendance && order.kind === 'summons') return refuse('reason-needed', ['attendance'])
  if (step === 'sent-back' && dueAt && dueAt <= at) return refuse('not-later', ['dueAt'])
  const known = new Set(file.acts.filter(({ type }) => type === 'attachment').map(({ id }) => id))
  if (files?.some((id) => !known.has(id))) return refuse('invalid-input', ['files'])
  return ok([
    {
      entity: asked.newId('supervision-answer'),
      kind: `supervision-${step}`,
      fields: {
        ...said,
        step,
        ...(judges && { answer: stands.unjudged!.id }),
        ...(step === 'sent-back' && dueAt && { dueAt }),
        ...(step === 'held' && { ...(place && { place }), ...(attendance && { attendance }) }),
        ...(files && files.length > 0 && { files }),
        at,
        by: asked.user,
      },
    },
  ])
}
