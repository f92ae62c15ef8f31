/**
 * 受理: a resident's request becomes a case (DOMAIN §3.1), with its attachments, and with 当场办结 also its answer and its
 * end: one command, so that all of it is there or nothing.
 */
import { closingGaps } from '../case-file/closing-gaps.ts'
import { isConfidential } from '../case-file/confidential.ts'
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { CHANNELS, OUTCOMES, REQUEST_KINDS, SERVICE_TYPES, URGENCIES, type Channel, type Way } from '../case-file/codes.ts' // prettier-ignore
import { ACTS, TEXT_LENGTH, TITLE_LENGTH } from '../case-file/fields.ts'
import { INTAKE_ACTS, INTAKE_FIELDS, TOLD_FIELDS } from '../case-file/intake-acts.ts'
import { limitFields } from '../case-file/time-limit.ts'
import type { Draft } from '../kernel/command.ts'
import { limitRules } from '../limits/limit-rules.ts'
import { ok } from '../lib/result.ts'
import { dayOf } from '../lib/time.ts'
import { entityId, moment, someWords, words, z } from '../lib/schema.ts'
import { planOf } from '../revisit/plan.ts'
import { JOIN, joinDrafts } from '../topic/join-drafts.ts'

/** A file whose sealed bytes are on disk already. */
export const KEPT_FILE = ACTS.attachment.pick({ blob: true, name: true, media: true, bytes: true, sha256: true })
export type KeptFile = z.infer<typeof KEPT_FILE>
export const MOST_FILES = 20

/** Answered at the counter: what was said, and how it ended; 不予受理 with its reason and the channel told. */
export const ON_THE_SPOT = z
  .object({ content: someWords(TEXT_LENGTH), outcome: z.enum(OUTCOMES), ...TOLD_FIELDS })
  .refine(({ outcome, refusalReason }) => outcome !== 'not-accepted' || refusalReason !== undefined, {
    path: ['refusalReason'],
    message: 'needed',
    when: () => true,
  })
  .refine(({ outcome, toldChannel = '' }) => outcome !== 'not-accepted' || toldChannel.trim() !== '', {
    path: ['toldChannel'],
    message: 'needed',
    when: () => true,
  })
export type OnTheSpot = z.infer<typeof ON_THE_SPOT>

/** 强制报告 of a child who may be harmed: to whom, and who took it. */
export const CHILD_REPORT = INTAKE_ACTS['child-report'].omit({ case: true, at: true, by: true })

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
    ...INTAKE_FIELDS,
    /** Registered residents and a place of the tree, beside the words. */
    person: entityId('person').optional(),
    forPerson: entityId('person').optional(),
    placeId: entityId('place').optional(),
    /** 强制报告 made before anything else. */
    childReport: CHILD_REPORT.optional(),
    place: words(200),
    /** When the resident raised it, if not now (paper, letters). */
    raisedAt: moment.optional(),
    serviceType: z.enum(SERVICE_TYPES).optional(),
    category: words(80),
    files: z.array(KEPT_FILE).max(MOST_FILES).optional(),
    onTheSpot: ON_THE_SPOT.optional(),
    /** 并入同一事项, or a repeat of this person's earlier case. */
    join: JOIN.optional(),
    /** It came back to this notice. */
    notice: entityId('notice').optional(),
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
  .refine(({ requesterUnit, anonymous }) => requesterUnit === undefined || anonymous || Boolean(requesterUnit.trim()), {
    path: ['requesterUnit'],
    message: 'needed',
    when: () => true,
  })
  .refine(
    ({ requestKind, openReason }) => requestKind !== 'report' || openReason === undefined || Boolean(openReason.trim()),
    {
      path: ['openReason'],
      message: 'needed',
      when: () => true,
    },
  )
  // Without its number the answer could not be sent back.
  .refine(
    ({ channel, orderNumber = '', orderAt, orderDueAt, orderDemand = '' }) =>
      channel !== 'hotline-12345' || orderNumber.trim() !== '' || !(orderAt || orderDueAt || orderDemand),
    { path: ['orderNumber'], message: 'needed', when: () => true },
  )
  .refine(({ orderAt, orderDueAt }) => !orderAt || !orderDueAt || orderAt <= orderDueAt, {
    path: ['orderDueAt'],
    message: 'wrong',
    when: () => true,
  })
export type Intake = z.infer<typeof INTAKE>

export function receiveCase(reading: Reading, input: Intake, asked: Asked): Decision {
  const form = checked(INTAKE, input)
  if (!form.ok) return form
  const { serviceType, category, orderAt, raisedAt = orderAt ?? asked.now, requesterName, requesterPhone, files = [], childReport, onTheSpot, ...rest } = form.value // prettier-ignore
  if (orderAt && orderAt > asked.now) return refuse('in-the-future', ['orderAt'])
  if (raisedAt > asked.now) return refuse('in-the-future', ['raisedAt'])
  const gaps = onTheSpot && closingGaps(onTheSpot, rest)
  if (gaps) return refuse(gaps.code)
  const id = asked.newId('case')
  const isReport = isConfidential(rest)
  const isOrder = rest.channel === 'hotline-12345'
  const name = rest.anonymous ? '' : requesterName
  const phone = rest.anonymous ? '' : requesterPhone
  const act = { case: id, at: asked.now, by: asked.user }
  const drafts: Draft[] = [
    {
      entity: id,
      kind: 'case-received',
      fields: {
        requestKind: rest.requestKind,
        channel: rest.channel,
        urgency: rest.urgency,
        title: rest.title,
        text: rest.text,
        place: rest.place,
        anonymous: rest.anonymous,
        number: reading.nextNumber(Number(asked.now.slice(0, 4))),
        raisedAt,
        receivedAt: asked.now,
        receivedBy: asked.user,
        // A 12345 order's own deadline beats the preset (DOMAIN §3, dueOf).
        ...limitFields(
          asked.now,
          rest.requestKind,
          rest.urgency,
          limitRules(reading),
          reading.categoryLimit(category, dayOf(asked.now)),
        ),
        ...(isOrder && rest.orderDueAt ? { dueAt: rest.orderDueAt, orderDueAt: rest.orderDueAt } : {}),
        ...(isOrder
          ? { orderNumber: rest.orderNumber, orderAt, orderDemand: rest.orderDemand, orderForm: rest.orderForm }
          : {}),
        requesterName: isReport ? '' : name,
        requesterPhone: isReport ? '' : phone,
        // A unit that reports is named as little as its contact person.
        ...(isReport ? { reporterName: rest.anonymous ? '' : reporter(rest.requesterUnit, name), reporterPhone: phone } : {}), // prettier-ignore
        ...(rest.requestKind === 'report' ? { reportedUnit: rest.reportedUnit, openReason: rest.openReason } : {}),
        placeId: rest.placeId,
        ...(rest.anonymous
          ? {}
          : {
              ...(isReport ? {} : { requesterUnit: rest.requesterUnit }),
              forWhom: rest.forWhom,
              relation: rest.relation,
              forPerson: rest.forPerson,
            }),
        // The registered person would name the reporter.
        ...(rest.anonymous || isReport ? {} : { person: rest.person }),
      },
    },
  ]
  const add = (type: string, kind: string, fields: Draft['fields']): void =>
    void drafts.push({ entity: asked.newId(type), kind, fields: { ...act, ...fields } })
  if (serviceType) add('classification', 'case-classified', { serviceType, category, reason: '' })
  if (childReport) add('child-report', 'child-report-made', childReport)
  for (const file of files) add('attachment', 'file-attached', file)
  if (onTheSpot) {
    add('answer', 'case-answered', { way: WAY_BACK[rest.channel], content: onTheSpot.content, answeredBy: '' })
    const { outcome, refusalReason, toldChannel } = onTheSpot
    add('closing', 'case-closed', {
      outcome,
      note: '',
      toldChannel,
      ...(outcome === 'not-accepted' && { refusalReason }),
      ...planOf(reading, id, { fields: rest, acts: [] }, true),
    })
  }
  const joined = rest.join && joinDrafts(reading, id, rest.join, asked)
  if (joined?.ok === false) return refuse(joined.error.code)
  drafts.push(...(joined?.value ?? []))
  if (rest.notice && !reading.read(rest.notice)) return refuse('no-such-notice')
  // A report (举报) is tied to nothing that others look at.
  if (rest.notice && rest.requestKind !== 'report') drafts.push({ entity: asked.newId('notice-answer'), kind: 'notice-answered', fields: { notice: rest.notice, ...act } }) // prettier-ignore
  return ok(drafts)
}

const reporter = (unit = '', name: string): string => [unit, name].filter(Boolean).join(' · ')

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
