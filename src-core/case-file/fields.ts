/**
 * The aggregate `case` and its append-only child acts: every field and its shape.
 * A new field: here, its scope in scopes.ts, then an upcast and a frozen sample if older events need one, then form and text.
 */
import { entityId, moment, someWords, words, z } from '../lib/schema.ts'
import { act } from './act.ts'
import {
  CHANNELS,
  CONTACT_KINDS,
  INVALID_REASONS,
  OUTCOMES,
  REQUEST_KINDS,
  SERVICE_TYPES,
  URGENCIES,
  VIEWED,
  WAYS,
} from './codes.ts'
import { LINKING_ACTS } from '../topic/linking-act.ts'
import { INTAKE_ACTS, INTAKE_FIELDS, TOLD_FIELDS } from './intake-acts.ts'
import { LIMIT_ACTS, LIMIT_FIELDS, REOPENING_LIMIT } from './limit-acts.ts'
import { ANSWER_FIELDS, EARLY_END_FIELDS, REFERRAL_ACTS } from './referral-acts.ts'
import { CLOSING_PLAN, REVISIT_ACTS, REVISIT_FIELDS } from './revisit-acts.ts'
import { FINDING_FIELDS, SUPERVISION_ACTS } from './supervision-acts.ts'
import { TRANSFER_ACTS } from './transfer-acts.ts'

export const TITLE_LENGTH = 200
/** The longest real message seen in the field has 6,999 characters. */
export const TEXT_LENGTH = 20_000

const userId = entityId('user')
const text = words(TEXT_LENGTH)
const serviceType = z.enum(SERVICE_TYPES)

export const CASE = z.object({
  number: someWords(40),
  requestKind: z.enum(REQUEST_KINDS),
  channel: z.enum(CHANNELS),
  urgency: z.enum(URGENCIES),
  raisedAt: moment,
  receivedAt: moment,
  /** Empty for records taken over from elsewhere: old paper raises no alarm. */
  dueAt: moment.optional(),
  receivedBy: userId,
  title: someWords(TITLE_LENGTH),
  text,
  place: words(200),
  requesterName: words(80),
  requesterPhone: words(40),
  anonymous: z.boolean(),
  /** 代他人反映: for whom. */
  forWhom: words(80).optional(),
  /** 举报: who reported it, in its own scope; the two private fields above stay empty (DOMAIN §3.2). */
  reporterName: words(80),
  reporterPhone: words(40),
  /** A registered resident (person, place): who asks, for whom, and where; beside the words above, which stay as they were said. */
  person: entityId('person').optional(),
  forPerson: entityId('person').optional(),
  placeId: entityId('place').optional(),
  /** The source's own number, and which source: a second import finds it again. */
  externalId: words(80),
  externalSource: words(80),
  /** The source's own heading, in its words: kept although it is not yet this station's classification. */
  externalCategory: words(80).optional(),
  /** The import it came with. */
  import: entityId('import').optional(),
  ...INTAKE_FIELDS,
  ...LIMIT_FIELDS,
})

/**
 * What 更正 may change. `anonymous` goes with the name, `dueAt` with kind and urgency. Who reported (举报) moves between
 * the two pairs of names, see src-core/intake/correct-request.ts. To add one: here, then form and text.
 */
export const CORRECTABLE = [
  'title',
  'text',
  'place',
  'requesterName',
  'requesterPhone',
  'reporterName',
  'reporterPhone',
  'anonymous',
  'channel',
  'requestKind',
  'urgency',
  'dueAt',
] as const satisfies readonly (keyof CaseFields)[]
export type Correctable = (typeof CORRECTABLE)[number]

/** field → [value before, value now]; what was empty is ''. */
export type Changes = Readonly<Partial<Record<Correctable, readonly [was: string | boolean, now: string | boolean]>>>
const told = z.union([z.string(), z.boolean()])
const changes = z.partialRecord(z.enum(CORRECTABLE), z.tuple([told, told])).optional()

export const ACTS = {
  classification: act({ serviceType, category: words(80), reason: text }),
  ...REFERRAL_ACTS,
  contact: act({
    kind: z.enum(CONTACT_KINDS),
    way: z.enum(WAYS),
    reached: z.boolean(),
    note: text,
    nextAt: moment.optional(),
  }),
  answer: act({ way: z.enum(WAYS), content: someWords(TEXT_LENGTH), answeredBy: words(80), ...ANSWER_FIELDS }),
  closing: act({ outcome: z.enum(OUTCOMES), note: text, ...TOLD_FIELDS, ...EARLY_END_FIELDS, ...CLOSING_PLAN }),
  ...INTAKE_ACTS,
  ...LIMIT_ACTS,
  ...LINKING_ACTS,
  /** 交办, 移交: who has the case from now on; see handler.ts. */
  assignment: act({ to: userId, reason: words(200) }),
  reopening: act({ reason: someWords(2_000), ...REOPENING_LIMIT }),
  revisit: act({
    way: z.enum(WAYS),
    valid: z.boolean(),
    invalidReason: z.enum(INVALID_REASONS).optional(),
    solved: z.boolean().optional(),
    scale: words(40).optional(),
    grade: words(40).optional(),
    words: text,
    selfRevisit: z.boolean(),
    ...REVISIT_FIELDS,
  }),
  ...REVISIT_ACTS,
  finding: act(FINDING_FIELDS),
  ...SUPERVISION_ACTS,
  ...TRANSFER_ACTS,
  attachment: act({
    blob: z.string().regex(/^[0-9a-f]{32}$/),
    name: someWords(200),
    media: words(100),
    bytes: z.number().int().nonnegative(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  /** 查看号码 leaves a trace (DOMAIN §9.2). */
  viewing: act({ what: z.enum(VIEWED) }),
  /** 更正: what was registered and what it is now, each field in its own scope. The case's own fields carry the values. */
  correction: act({ sharedChanges: changes, privateChanges: changes, confidentialChanges: changes }),
  /** 撤销: the act named counts no more, and stays visible. Takes back no other withdrawal. */
  withdrawal: act({ act: z.string().regex(/^[a-z-]+:[0-9A-Za-z._-]{1,80}$/) }),
} as const

export type ActType = keyof typeof ACTS
export type CaseFields = z.infer<typeof CASE>
export type ActFields<T extends ActType> = z.infer<(typeof ACTS)[T]>
