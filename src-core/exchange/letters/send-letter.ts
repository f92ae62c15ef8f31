/**
 * 发文: a 督办令 to a house below, on a case or in general; a 个案转报 to the office above, with only the fields that its handler
 * needs, the lawful ground and who approved it (PIPL 6, 13, 23). On a case the same command records it there.
 */
import type { CaseFile } from '#core/case-file/case-file.ts'
import { actsOf } from '#core/case-file/case-file.ts'
import { checked, refuse, type Asked, type Decision, type Reading, type Refusal } from '#core/case-file/decision.ts'
import type { SentField } from '#core/case-file/referral-codes.ts'
import { SENT_FIELDS } from '#core/case-file/referral-codes.ts'
import { sendable } from '#core/case-file/sent-fields.ts'
import { categoryOf, openReferral, serviceTypeOf } from '#core/case-file/status.ts'
import type { Draft } from '#core/kernel/command.ts'
import type { EntityId } from '#core/kernel/event.ts'
import { err, ok, type Result } from '#core/lib/result.ts'
import { entityId, someWords, z } from '#core/lib/schema.ts'
import { nameIn, ownName, wayTo } from '#core/peer/houses.ts'
import { consentTo, GIVEN_CONSENT } from '#core/person/given-consent.ts'
import { actsOfLetter, letterDraft, sameAs, type Paper } from '#core/peer/letter-acts.ts'
import { LETTER_BODIES } from '#core/peer/letter-bodies.ts'

const WRITTEN = { at: true, by: true, from: true, to: true, number: true } as const

/** `to`: uuid of the house. */
export const SEND_LETTER = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('supervision-order'),
    to: someWords(80),
    case: entityId('case').optional(),
    order: LETTER_BODIES['supervision-order'].omit(WRITTEN),
  }),
  z.object({
    kind: z.literal('transfer'),
    to: someWords(80),
    cases: z.array(entityId('case')).min(1).max(50),
    fields: z.array(z.enum(SENT_FIELDS)).min(1).max(SENT_FIELDS.length),
    ...LETTER_BODIES.transfer.pick({ demand: true, dueAt: true, ground: true, groundNote: true, approvedBy: true })
      .shape,
    /** On the ground of consent, of one case: what was read out, and who said yes. */
    consent: GIVEN_CONSENT.optional(),
  }),
])
export type SendLetter = z.infer<typeof SEND_LETTER>

export function sendLetter(reading: Reading, input: SendLetter, asked: Asked): Decision {
  const form = checked(SEND_LETTER, input)
  if (!form.ok) return form
  const said = form.value
  const way = wayTo(reading, said.to)
  if (!way) return refuse('no-such-house', ['to'])
  const names = { from: ownName(reading), to: nameIn(reading, said.to) }
  if (said.kind === 'supervision-order') {
    if (way.side !== 'below') return refuse('not-below', ['to'])
    const file = said.case ? reading.caseFile(said.case) : null
    if (said.case && !file) return refuse('no-such-case')
    if (said.order.dueAt <= asked.now) return refuse('deadline-past', ['order.dueAt'])
    const number = file?.fields.number ?? ''
    const body = { ...said.order, ...names, number, at: asked.now, by: asked.user }
    return ok(written({ id: asked.newId('letter'), kind: said.kind, at: asked.now, ...about(said.case), body }, said.to, asked)) // prettier-ignore
  }
  // To the office above alone, never further: it carries what a resident said.
  if (way.side !== 'upper' || way.hop !== said.to) return refuse('not-above', ['to'])
  if (said.dueAt <= asked.now) return refuse('deadline-past', ['dueAt'])
  if (said.ground === 'other-law' && !said.groundNote) return refuse('reason-needed', ['groundNote'])
  const drafts: Draft[] = []
  for (const id of new Set(said.cases)) {
    const file = reading.caseFile(id)
    if (!file) return refuse('no-such-case')
    const body = transferBody(file, said, { ...names, at: asked.now, by: asked.user })
    if (!body.ok) return body
    const fields = Object.keys(body.value['fields'] as object) as SentField[]
    // What one resident said holds for no other one.
    const consent = said.cases.length === 1 ? said.consent : undefined
    const given = said.ground === 'consent' ? consentTo(reading, file, { to: `peer:${said.to}`, name: names.to, fields, consent }, asked) : ok({ drafts: [] }) // prettier-ignore
    if (!given.ok) return given
    drafts.push(...written({ id: asked.newId('letter'), kind: 'transfer', at: asked.now, case: id, body: body.value }, said.to, asked), ...given.value.drafts) // prettier-ignore
  }
  return ok(drafts)
}

const about = (id: EntityId | undefined) => (id ? { case: id } : {})

/** The letter, and what it writes on its case. */
const written = (paper: Paper, peer: string, { user }: Asked): Draft[] => [
  letterDraft(paper, { direction: 'out', peer, by: user }),
  ...actsOfLetter(paper),
]

type Transfer = Extract<SendLetter, { kind: 'transfer' }>
type Written = { readonly at: string; readonly by: string; readonly from: string; readonly to: string }

/** Exactly what leaves: also what the preview shows. Of a report (举报) its reporter is never in it. */
export function transferBody(
  file: CaseFile,
  { fields, demand, dueAt, ground, groundNote, approvedBy }: Pick<Transfer, 'fields' | 'demand' | 'dueAt' | 'ground' | 'groundNote' | 'approvedBy'>, // prettier-ignore
  wrote: Written,
): Result<Readonly<Record<string, unknown>>, Refusal> {
  const sent = transferFields(file, fields)
  if (Object.keys(sent).length === 0) return refuse('nothing-to-send', ['fields'])
  const open = actsOf(file.acts, 'transfer').some(
    ({ id }) => !actsOf(file.acts, 'transfer-result').some(({ transfer }) => transfer === id),
  )
  if (open) return err({ code: 'transferred-already' })
  const { number = '', requestKind = 'help', receivedAt = wrote.at } = file.fields
  const serviceType = serviceTypeOf(file)
  const order = openReferral(file)
  return ok({
    ...wrote,
    number,
    requestKind,
    ...(serviceType && { serviceType }),
    category: categoryOf(file),
    receivedAt,
    demand,
    dueAt,
    fields: sent,
    ground,
    ...(groundNote && { groundNote }),
    approvedBy,
    ...(order?.way === 'report-up' && { referral: order.id }),
  })
}

/** Of the ticked fields those that hold anything, in the order of SENT_FIELDS. */
export function transferFields(file: CaseFile, ticked: readonly SentField[]): Partial<Record<SentField, string>> {
  const holds = sendable(file)
  const sent: Partial<Record<SentField, string>> = {}
  for (const field of SENT_FIELDS) if (ticked.includes(field) && holds[field] !== '') sent[field] = holds[field]
  return sent
}

/** Of a letter about a case: the act it wrote there. */
export const orderOfLetter = (letter: EntityId): EntityId => sameAs('supervision-order', letter)
