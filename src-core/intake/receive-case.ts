/** 受理: a resident's request becomes a case (DOMAIN §3.1). */
import { caseDeadline } from '../case-file/time-limit.ts'
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { CHANNELS, REQUEST_KINDS, SERVICE_TYPES, URGENCIES } from '../case-file/codes.ts'
import { TEXT_LENGTH, TITLE_LENGTH } from '../case-file/fields.ts'
import { ok } from '../lib/result.ts'
import { moment, someWords, words, z } from '../lib/schema.ts'

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
    place: words(200),
    /** When the resident raised it, if not now (paper, letters). */
    raisedAt: moment.optional(),
    serviceType: z.enum(SERVICE_TYPES).optional(),
    category: words(80),
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
export type Intake = z.infer<typeof INTAKE>

export function receiveCase(reading: Reading, input: Intake, asked: Asked): Decision {
  const form = checked(INTAKE, input)
  if (!form.ok) return form
  const { serviceType, category, raisedAt = asked.now, requesterName, requesterPhone, ...rest } = form.value
  if (raisedAt > asked.now) return refuse('in-the-future', ['raisedAt'])
  const id = asked.newId('case')
  const isReport = rest.requestKind === 'report'
  const name = rest.anonymous ? '' : requesterName
  const phone = rest.anonymous ? '' : requesterPhone
  const received = {
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
    },
  }
  if (!serviceType) return ok([received])
  const classified = {
    entity: asked.newId('classification'),
    kind: 'case-classified',
    fields: { case: id, at: asked.now, by: asked.user, serviceType, category, reason: '' },
  }
  return ok([received, classified])
}
