/**
 * What a letter about a case writes on that case. Its ids follow from the letter and its values stand in it, so both houses,
 * and every PC that takes the letter in, write the same: no conflict, whatever comes first.
 *
 *   supervision-order   督办 order                supervision-answer, order-ruling   a step of that order
 *   transfer            个案转报                  transfer-result   办理结果, and 已反馈 where the case had been reported upward
 */
import type { Draft } from '../kernel/command.ts'
import type { EntityId } from '../kernel/event.ts'
import type { Moment } from '../lib/time.ts'
import { LETTER_KINDS, type LetterKind } from './codes.ts'
import type { LetterFields } from './fields.ts'
import { readBody, type LetterBody } from './letter-bodies.ts'

/** A letter as it travels. */
export type Paper = {
  readonly id: EntityId
  readonly kind: string
  readonly at: Moment
  readonly answers?: string
  readonly case?: string
  readonly body: Readonly<Record<string, unknown>>
}

export const uuidIn = (id: EntityId): string => id.slice(id.indexOf(':') + 1)
/** Of the same number: the letter of an act, the act of a letter. */
export const sameAs = (type: string, id: EntityId): EntityId => `${type}:${uuidIn(id)}`

export const isLetterKind = (kind: string): kind is LetterKind => (LETTER_KINDS as readonly string[]).includes(kind)

export const letterDraft = (
  { id, kind, at, answers = '', case: about = '', body }: Paper,
  {
    direction,
    peer,
    by,
  }: { readonly direction: LetterFields['direction']; readonly peer: string; readonly by: string },
): Draft => ({
  entity: id,
  kind: direction === 'out' ? 'letter-written' : 'letter-arrived',
  fields: { direction, peer, kind, body, at, answers, case: about, by },
})

/** None for a letter about no case, or one of a newer version. */
export function actsOfLetter({ id, kind, answers = '', case: about, body }: Paper): readonly Draft[] {
  if (!about || !isLetterKind(kind)) return []
  const acts = ACTS[kind] as (body: unknown, id: EntityId, answers: string) => readonly Act[]
  const read = readBody(kind, body)
  if (!read) return []
  return acts(read, id, answers).map(({ entity, did, fields }) => ({
    entity,
    kind: did,
    fields: { case: about, at: read.at, by: read.by, ...whatIsThere(fields) },
  }))
}

type Act = { readonly entity: EntityId; readonly did: string; readonly fields: Readonly<Record<string, unknown>> }

const ACTS: { readonly [K in LetterKind]: (body: LetterBody<K>, id: EntityId, answers: string) => readonly Act[] } = {
  'supervision-order': ({ kind, trigger, to, from, demand, dueAt, orderNumber, capacity, heldAt, heldPlace }, id) => [
    {
      entity: sameAs('supervision-order', id),
      did: 'supervision-ordered',
      fields: { kind, trigger, to, from, demand, dueAt, number: orderNumber, capacity, heldAt, heldPlace },
    },
  ],
  'supervision-answer': ({ step, note, capacity, files, place, attendance }, id, answers) => [
    {
      entity: sameAs('supervision-answer', id),
      did: `supervision-${step}`,
      fields: { order: sameAs('supervision-order', answers), step, note, capacity, files, place, attendance },
    },
  ],
  'order-ruling': ({ order, step, note, dueAt, capacity }, id, answers) => [
    {
      entity: sameAs('supervision-answer', id),
      did: `supervision-${step}`,
      fields: {
        order: sameAs('supervision-order', order),
        answer: sameAs('supervision-answer', answers),
        step,
        note,
        dueAt,
        capacity,
      },
    },
  ],
  transfer: ({ to, fields, ground, groundNote, approvedBy, demand, dueAt, referral }, id) => [
    {
      entity: sameAs('transfer', id),
      did: 'case-transferred',
      fields: { to, fieldsSent: Object.keys(fields), ground, groundNote, approvedBy, demand, dueAt, referral },
    },
  ],
  'transfer-result': ({ outcome, note, handledBy, referral }, id, answers) => [
    {
      entity: sameAs('transfer-result', id),
      did: 'transfer-answered',
      fields: { transfer: sameAs('transfer', answers), outcome, note, handledBy },
    },
    ...(referral
      ? [
          {
            entity: sameAs('referral-step', id),
            did: 'referral-fed-back',
            fields: { referral, step: 'fed-back', note, outcome },
          },
        ]
      : []),
  ],
}

const whatIsThere = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''))
