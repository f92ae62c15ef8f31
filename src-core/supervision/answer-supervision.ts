/**
 * What becomes of a 督办 order (DOMAIN §5.8): the station answers what was done; whoever issued it accepts the answer or sends
 * it back. An order that was typed in came from an office without this program: its word is typed in too. 挂牌 and 约谈 say when
 * it was made public or talked about, where, and who was there. Of an order that came or went as a letter every step is one too.
 */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ACTS } from '../case-file/fields.ts'
import { supervisionOf } from '../case-file/supervised.ts'
import type { Draft } from '../kernel/command.ts'
import type { EntityId } from '../kernel/event.ts'
import { ok } from '../lib/result.ts'
import type { LetterFields } from '../peer/fields.ts'
import { nameIn, ownName } from '../peer/houses.ts'
import { actsOfLetter, letterDraft, sameAs, type Paper } from '../peer/letter-acts.ts'
import type { z } from '../lib/schema.ts'
import { settingsOf } from '../station/settings.ts'
import { mayJudge } from './may-judge.ts'

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
  const letter = reading.read(sameAs('letter', order.id)) as LetterFields | null
  if (judges && !mayJudge(reading, file, order, settingsOf(reading).isUpperOffice))
    return refuse('upper-office-accepts')
  // Between an office above and a station below: only passed on here.
  if (letter?.direction === 'through') return refuse('letter-not-answered')
  if (judges && !stands.unjudged) return refuse('no-answer-yet')
  if (step === 'held' && order.kind === 'daily') return refuse('nothing-held')
  if (step === 'held' && !attendance && order.kind === 'summons') return refuse('reason-needed', ['attendance'])
  if (step === 'sent-back' && dueAt && dueAt <= at) return refuse('not-later', ['dueAt'])
  const known = new Set(file.acts.filter(({ type }) => type === 'attachment').map(({ id }) => id))
  if (files?.some((id) => !known.has(id))) return refuse('invalid-input', ['files'])
  if (letter) return ok(asLetter(letter, stands.unjudged?.id ?? ''))
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

  /** The answer or the ruling on its way, and the same act that it writes in the other house. */
  function asLetter({ peer }: LetterFields, answer: EntityId): readonly Draft[] {
    const ofOrder = sameAs('letter', order.id)
    const paper: Paper = {
      id: asked.newId('letter'),
      kind: judges ? 'order-ruling' : 'supervision-answer',
      at: asked.now,
      answers: judges ? sameAs('letter', answer) : ofOrder,
      case: said.case,
      body: {
        at,
        by: asked.user,
        from: ownName(reading),
        to: nameIn(reading, peer),
        number: file!.fields.number ?? '',
        step,
        note: said.note,
        ...(said.capacity && { capacity: said.capacity }),
        ...(judges
          ? { order: ofOrder, ...(step === 'sent-back' && dueAt && { dueAt }) }
          : {
              ...(files && files.length > 0 && { files }),
              ...(step === 'held' && { ...(place && { place }), ...(attendance && { attendance }) }),
            }),
      },
    }
    return [...actsOfLetter(paper), letterDraft(paper, { direction: 'out', peer, by: asked.user })]
  }
}
