/**
 * One row of a spreadsheet becomes a case, with its answer when the row brings one. Old records raise no alarm: no deadline.
 * A 12345 order that is not answered yet is no old record: its own deadline comes with it.
 */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { CHANNELS, REQUEST_KINDS, SERVICE_TYPES } from '../case-file/codes.ts'
import { TEXT_LENGTH, TITLE_LENGTH } from '../case-file/fields.ts'
import { importId } from '../import-record/fields.ts'
import { ok } from '../lib/result.ts'
import { moment, someWords, words, z } from '../lib/schema.ts'

export const IMPORTED_REQUEST = z.object({
  externalSource: someWords(80),
  externalId: someWords(80),
  title: someWords(TITLE_LENGTH),
  text: words(TEXT_LENGTH),
  raisedAt: moment,
  requestKind: z.enum(REQUEST_KINDS),
  channel: z.enum(CHANNELS),
  requesterName: words(80),
  requesterPhone: words(40),
  place: words(200),
  serviceType: z.enum(SERVICE_TYPES).optional(),
  category: words(80),
  /** What it is called here; absent: as there. */
  ownCategory: words(80).optional(),
  /** 12345 工单 still to be answered: the row's number is the order's, and its deadline is kept. */
  order: z.object({ at: moment.optional(), dueAt: moment.optional(), demand: words(400) }).optional(),
  answer: words(TEXT_LENGTH),
  answeredAt: moment.optional(),
  answeredBy: words(80),
  /** The record that this row belongs to. */
  import: importId.optional(),
})
export type ImportedRequest = z.infer<typeof IMPORTED_REQUEST>

/** Refuses 'already-there' when source and number are known: a second import adds nothing. */
export function importRequest(reading: Reading, input: ImportedRequest, asked: Asked): Decision {
  const row = checked(IMPORTED_REQUEST, input)
  if (!row.ok) return row
  const {
    answer,
    answeredAt,
    answeredBy,
    serviceType,
    category,
    ownCategory = category,
    raisedAt,
    requesterName,
    requesterPhone,
    order,
    ...fields
  } = row.value
  if (reading.byExternal(fields.externalSource, fields.externalId)) return refuse('already-there')
  if (raisedAt > asked.now) return refuse('in-the-future', ['raisedAt'])
  if (answeredAt && answeredAt > asked.now) return refuse('in-the-future', ['answeredAt'])
  const id = asked.newId('case')
  const number = reading.nextNumber(Number(asked.now.slice(0, 4)))
  const act = { case: id, by: asked.user }
  // 举报 is confidential however it comes in (DOMAIN §3.2).
  const isReport = fields.requestKind === 'report'
  const received = {
    entity: id,
    kind: 'case-imported',
    fields: {
      ...fields,
      number,
      raisedAt,
      receivedAt: raisedAt,
      receivedBy: asked.user,
      urgency: 'general',
      anonymous: false,
      requesterName: isReport ? '' : requesterName,
      requesterPhone: isReport ? '' : requesterPhone,
      ...(isReport ? { reporterName: requesterName, reporterPhone: requesterPhone } : {}),
      ...(category ? { externalCategory: category } : {}),
      ...(order
        ? {
            orderNumber: fields.externalId,
            orderAt: order.at,
            orderDueAt: order.dueAt,
            dueAt: order.dueAt,
            orderDemand: order.demand,
          }
        : {}),
    },
  }
  return ok([
    received,
    ...(serviceType
      ? [
          {
            entity: asked.newId('classification'),
            kind: 'case-classified',
            fields: { ...act, at: raisedAt, serviceType, category: ownCategory, reason: '' },
          },
        ]
      : []),
    ...(answer
      ? [
          {
            entity: asked.newId('answer'),
            kind: 'case-answered',
            fields: { ...act, at: answeredAt ?? raisedAt, way: 'system', content: answer, answeredBy },
          },
        ]
      : []),
  ])
}
