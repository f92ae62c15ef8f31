/**
 * 复文: what a letter asks for. The station answers a 督办令, the office accepts the answer or sends it back, and the upper
 * office says what came of a 个案转报. On a case the same command records it there.
 */
import { checked, refuse, type Asked, type Decision, type Reading } from '#core/case-file/decision.ts'
import { ok } from '#core/lib/result.ts'
import { z } from '#core/lib/schema.ts'
import { ownName, nameIn } from '#core/peer/houses.ts'
import { actsOfLetter, letterDraft, type Paper } from '#core/peer/letter-acts.ts'
import { LETTER_BODIES, LETTER_ID } from '#core/peer/letter-bodies.ts'
import { isAccepted, lettersOf, answerKind } from './letter-states.ts'

/** `step` for orders and their answers; `outcome` for a transfer. */
export const ANSWER_LETTER = z.object({
  letter: LETTER_ID,
  note: LETTER_BODIES['supervision-answer'].shape.note,
  ...LETTER_BODIES['supervision-answer'].pick({ place: true, attendance: true, capacity: true }).shape,
  dueAt: LETTER_BODIES['order-ruling'].shape.dueAt,
  ...LETTER_BODIES['transfer-result'].pick({ outcome: true, handledBy: true }).partial().shape,
  step: z.enum(['answered', 'held', 'accepted', 'sent-back']).optional(),
})
export type AnswerLetter = z.infer<typeof ANSWER_LETTER>

export function answerLetter(reading: Reading, input: AnswerLetter, asked: Asked): Decision {
  const form = checked(ANSWER_LETTER, input)
  if (!form.ok) return form
  const { letter: id, step, note, dueAt, outcome, handledBy = '', ...more } = form.value
  const letters = lettersOf(reading)
  const found = letters.get(id)
  if (!found || found.letter.direction !== 'in') return refuse('no-such-letter')
  const { letter } = found
  const kind = answerKind(letter.kind)
  if (!kind || found.state === 'kept') return refuse('letter-not-answered')
  if (found.state === 'done' || isAccepted(letters, id)) return refuse('letter-settled')
  const wrote = {
    at: asked.now,
    by: asked.user,
    from: ownName(reading),
    to: nameIn(reading, letter.peer),
    number: String(letter.body['number'] ?? ''),
    note,
  }
  const steps = STEPS[kind]
  if (steps && !steps.some((one) => one === step)) return refuse('invalid-input', ['step'])
  if (kind === 'transfer-result' && !outcome) return refuse('invalid-input', ['outcome'])
  if (step === 'held' && letter.body['kind'] === 'daily') return refuse('nothing-held')
  if (dueAt && dueAt <= asked.now) return refuse('deadline-past', ['dueAt'])
  const { capacity, place, attendance } = more
  const referral = letter.body['referral']
  const body = {
    ...wrote,
    ...(capacity && { capacity }),
    ...(kind === 'supervision-answer' && { step, ...(step === 'held' && { place, attendance }) }),
    ...(kind === 'order-ruling' && { step, order: letter.answers, ...(step === 'sent-back' && dueAt && { dueAt }) }),
    ...(kind === 'transfer-result' && { outcome, handledBy, ...(typeof referral === 'string' && { referral }) }),
  }
  const paper: Paper = {
    id: asked.newId('letter'),
    kind,
    at: asked.now,
    answers: id,
    ...(letter.case && { case: letter.case }),
    body: Object.fromEntries(Object.entries(body).filter(([, one]) => one !== undefined)),
  }
  return ok([letterDraft(paper, { direction: 'out', peer: letter.peer, by: asked.user }), ...actsOfLetter(paper)])
}

const STEPS: Readonly<Record<string, readonly string[] | undefined>> = {
  'supervision-answer': ['answered', 'held'],
  'order-ruling': ['accepted', 'sent-back'],
}
