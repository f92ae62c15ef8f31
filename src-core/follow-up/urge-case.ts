/**
 * 催办 · 催请 · 提请督办 (DOMAIN §4.0, 5.8). A community does not command the street: government is asked (催请), others are
 * urged (催办), and what neither moves goes to the upper office (提请督办).
 */
import type { CaseFile } from '../case-file/case-file.ts'
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ACTS } from '../case-file/fields.ts'
import type { UrgingKind } from '../case-file/limit-codes.ts'
import { isOpen, openReferral, statusOf } from '../case-file/status.ts'
import { deadline } from '../lib/deadline.ts'
import { ok } from '../lib/result.ts'
import type { z } from '../lib/schema.ts'
import { limitRules } from '../limits/limit-rules.ts'
import { houseOfPc, nameIn, ownHouse, ownName, wayTo } from '../peer/houses.ts'
import { actsOfLetter, letterDraft, type Paper } from '../peer/letter-acts.ts'
import { settingsOf } from '../station/settings.ts'

/** DOMAIN §5.8: 督办 5 working days after one 催办. */
export const REPLY_WITHIN = { unit: 'working-days', count: 5 } as const

export const URGE_CASE = ACTS.urging.omit({ by: true, replyBy: true }).partial({ at: true })
export type UrgeCase = z.infer<typeof URGE_CASE>

export function urgeCase(reading: Reading, input: UrgeCase, asked: Asked): Decision {
  const form = checked(URGE_CASE, input)
  if (!form.ok) return form
  const { at = asked.now, referral } = form.value
  const file = reading.caseFile(form.value.case)
  if (!file) return refuse('no-such-case')
  if (!isOpen(statusOf(file))) return refuse('case-closed')
  if (at > asked.now) return refuse('in-the-future', ['at'])
  if (referral && !file.acts.some(({ id }) => id === referral)) return refuse('no-such-referral')
  const replyBy = deadline(at, REPLY_WITHIN, limitRules(reading)).at
  return ok([
    { entity: asked.newId('urging'), kind: 'case-urged', fields: { ...form.value, at, replyBy, by: asked.user } },
  ])
}

/** Which of the three fits: upward it is a request, to everybody else an urging. */
export const urgingKind = (file: CaseFile): UrgingKind => (openReferral(file)?.way === 'report-up' ? 'request' : 'urge')

export const ORDER_SUPERVISION = ACTS['supervision-order']
  .omit({ by: true, from: true, way: true })
  .partial({ at: true })
export type OrderSupervision = z.infer<typeof ORDER_SUPERVISION>

/** 督办: only where the installation is an upper office. On a case of a house below it goes there as a letter. */
export function orderSupervision(reading: Reading, input: OrderSupervision, asked: Asked): Decision {
  const form = checked(ORDER_SUPERVISION, input)
  if (!form.ok) return form
  const { at = asked.now, dueAt } = form.value
  const file = reading.caseFile(form.value.case)
  if (!file) return refuse('no-such-case')
  if (!settingsOf(reading).isUpperOffice) return refuse('no-upper-office')
  if (at > asked.now) return refuse('in-the-future', ['at'])
  if (dueAt <= at) return refuse('not-later', ['dueAt'])
  const house = houseOfPc(reading, file.pc)
  if (house !== null && house !== ownHouse(reading)) {
    if (wayTo(reading, house)?.side !== 'below') return refuse('no-such-house')
    const { case: about, to: _named, number: orderNumber, at: _at, ...said } = form.value
    const paper: Paper = {
      id: asked.newId('letter'),
      kind: 'supervision-order',
      at: asked.now,
      case: about,
      body: {
        ...Object.fromEntries(Object.entries(said).filter(([, one]) => one !== undefined)),
        ...(orderNumber && { orderNumber }),
        at,
        by: asked.user,
        from: ownName(reading),
        to: nameIn(reading, house),
        number: file.fields.number ?? '',
      },
    }
    return ok([...actsOfLetter(paper), letterDraft(paper, { direction: 'out', peer: house, by: asked.user })])
  }
  return ok([
    {
      entity: asked.newId('supervision-order'),
      kind: 'supervision-ordered',
      fields: { ...form.value, at, by: asked.user },
    },
  ])
}
