/**
 * 受理: a resident's request becomes a case (DOMAIN §3.1), with its attachments, and with 当场办结 also its answer and its
 * end: one command, so that all of it is there or nothing.
 */
import { caseDeadline } from '../case-file/time-limit.ts'
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { CHANNELS, OUTCOMES, REQUEST_KINDS, SERVICE_TYPES, URGENCIES, type Channel, type Way } from '../case-file/codes.ts' // prettier-ignore
import { ACTS, TEXT_LENGTH, TITLE_LENGTH } from '../case-file/fields.ts'
import type { Draft } from '../kernel/command.ts'
import { ok } from '../lib/result.ts'
import { moment, someWords, words, z } from '../lib/schema.ts'

/** A file whose sealed bytes are on disk already. */
export const KEPT_FILE = ACTS.attachment.pick({ blob: true, name: true, media: true, bytes: true, sha256: true })
export type KeptFile = z.infer<typeof KEPT_FILE>
export const MOST_FILES = 20

/** Answered at the counter: what was said, and how it ended. */
export const ON_THE_SPOT = z.object({
  content: someWords(TEXT_LENGTH),
  outcome: z.enum(OUTCOMES),
})
export type OnTheSpot = z.infer<typeof ON_THE_SPOT>

/** The intake form. 咨询 needs kind, channel and title; 求助 and the others also the story and who asks (or 匿名). */
export const INTAKE = z
  .object({
    requestKind: z.enum(REQUEST_KINDS),
    channel: z.enum(CHANNELS),
    urgency: z.enum(URGENCIES),
    title: someWords(TITLE_LENGTH),
    text: words(TEXT_LENGTH),
    requesterName: words(80),
    requesterPhone: words(40),
    anonymous: z.boolean(),
    /** 代他人反映: for whom; left out when the requester speaks for themselves. */
    forWhom: words(80).optional(),
    place: words(200),
    /** When the resident raised it, if not now (paper, letters). */
    raisedAt: moment.optional(),
    serviceType: z.enum(SERVICE_TYPES).optional(),
    category: words(80),
    files: z.array(KEPT_FILE).max(MOST_FILES).optional(),
    onTheSpot: ON_THE_SPOT.optional(),
  })
  // `when`: said together with what is wrong elsewhere, not only once everything else is right.
  .refine((form) => form.requestKind === 'consult' || Boolean(form.text?.trim()), {
    path: ['text'],
    message: 'needed',
    when: () => true,
  })
  .refine((form) => form.requestKind === 'consult' || form.anonymous || Boolean(form.requesterName?.trim()), {
    path: ['requesterName'],
    message: 'needed',
    when: () => true,
  })
  .refine((form) => form.forWhom === undefined || form.anonymous || Boolean(form.forWhom.trim()), {
    path: ['forWhom'],
    message: 'needed',
    when: () => true,
  })
export type Intake = z.infer<typeof INTAKE>

export function receiveCase(reading: Reading, input: Intake, asked: Asked): Decision {
  const form = checked(INTAKE, input)
  if (!form.ok) return form
  const { serviceType, category, raisedAt = asked.now, requesterName, requesterPhone, forWhom, files = [], onTheSpot, ...rest } = form.value // prettier-ignore
  if (raisedAt > asked.now) return refuse('in-the-future', ['raisedAt'])
  const id = asked.newId('case')
  const isReport = rest.requestKind === 'report'
  const name = rest.anonymous ? '' : requesterName
  const phone = rest.anonymous ? '' : requesterPhone
  const act = { case: id, at: asked.now, by: asked.user }
  const drafts: Draft[] = [
    {
      entity: id,
      kind: 'case-received',
      fields: {
        ...rest,
        number: reading.nextNumber(Number(asked.now.slice(0, 4))),
        raisedAt,
        receivedAt: asked.now,
        receivedBy: asked.user,
        dueAt: caseDeadline(asked.now, rest.requestKind, rest.urgency).at,
        requesterName: isReport ? '' : name,
        requesterPhone: isReport ? '' : phone,
        ...(isReport ? { reporterName: name, reporterPhone: phone } : {}),
        ...(forWhom && !rest.anonymous ? { forWhom } : {}),
      },
    },
  ]
  const add = (type: string, kind: string, fields: Draft['fields']): void =>
    void drafts.push({ entity: asked.newId(type), kind, fields: { ...act, ...fields } })
  if (serviceType) add('classification', 'case-classified', { serviceType, category, reason: '' })
  for (const file of files) add('attachment', 'file-attached', file)
  if (onTheSpot) {
    add('answer', 'case-answered', { way: WAY_BACK[rest.channel], content: onTheSpot.content, answeredBy: '' })
    add('closing', 'case-closed', { outcome: onTheSpot.outcome, note: '' })
  }
  return ok(drafts)
}

/** Whoever is answered at once is answered the way he came. */
const WAY_BACK: Readonly<Record<Channel, Way>> = {
  visit: 'face-to-face',
  phone: 'phone',
  'home-visit': 'home-visit',
  'grid-patrol': 'face-to-face',
  wechat: 'wechat',
  'hotline-12345': 'phone',
  letter: 'letter',
  'party-member': 'face-to-face',
  import: 'system',
}
