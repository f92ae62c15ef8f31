/**
 * 更正登记内容: what was written down wrongly at the counter. Only what changed is written, so that two people who
 * correct different fields do not cross; the values before stay in an act of their own (更正), where the case page
 * shows them.
 *
 * 举报 (DOMAIN §3.2): whoever is named stands in the confidential pair while the case is a report, and stays there when
 * it turns out to be none; a name becomes an ordinary one only by being typed.
 */
import type { CaseFile } from '../case-file/case-file.ts'
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { isConfidential } from '../case-file/confidential.ts'
import { CASE, CORRECTABLE, type CaseFields, type Changes, type Correctable } from '../case-file/fields.ts'
import { CASE_SCOPES } from '../case-file/scopes.ts'
import { categoryOf } from '../case-file/status.ts'
import { limitFields } from '../case-file/time-limit.ts'
import { limitRules } from '../limits/limit-rules.ts'
import { ok } from '../lib/result.ts'
import { dayOf } from '../lib/time.ts'
import { entityId, type z } from '../lib/schema.ts'

/** Fields left out stay as they are. `requesterName` and `requesterPhone`: who asks, or who reports. */
export const CORRECT_REQUEST = CASE.pick({
  title: true,
  text: true,
  place: true,
  requesterName: true,
  requesterPhone: true,
  channel: true,
  requestKind: true,
  urgency: true,
})
  .partial()
  .extend({ case: entityId('case') })
export type CorrectRequest = z.infer<typeof CORRECT_REQUEST>

type Values = { -readonly [F in Correctable]?: CaseFields[F] | undefined }

export function correctRequest(reading: Reading, input: CorrectRequest, asked: Asked): Decision {
  const form = checked(CORRECT_REQUEST, input)
  if (!form.ok) return form
  const { case: id, ...given } = form.value
  const file = reading.caseFile(id)
  if (!file) return refuse('no-such-case')
  const wanted = wantedValues(file, given)
  const limit = movedLimit(file, given, reading)
  if (limit) wanted.dueAt = limit.dueAt
  const missing = missingFields(file.fields, wanted)
  if (missing.length > 0) return refuse('invalid-input', missing)
  const fields = CORRECTABLE.filter(
    (field) => wanted[field] !== undefined && (wanted[field] !== (file.fields[field] ?? '') || isDisputed(file, field)),
  )
  if (fields.length === 0) return refuse('nothing-changed')
  const isSecret = isConfidential({ ...file.fields, ...(wanted.requestKind && { requestKind: wanted.requestKind }) })
  const changesIn = (scope: string): Changes | undefined => {
    const own = fields.filter((field) => CASE_SCOPES[field] === scope && !movesToReporter(field, isSecret))
    return own.length === 0
      ? undefined
      : Object.fromEntries(own.map((field) => [field, [file.fields[field] ?? '', wanted[field] ?? '']]))
  }
  return ok([
    {
      entity: id,
      kind: 'case-corrected',
      // What the limit follows from goes with it, so that a pause is counted in the right unit.
      fields: { ...limit, ...unnamed(file.fields, isSecret), ...Object.fromEntries(fields.map((field) => [field, wanted[field]])) }, // prettier-ignore
    },
    {
      entity: asked.newId('correction'),
      kind: 'correction-noted',
      fields: {
        case: id,
        at: asked.now,
        by: asked.user,
        sharedChanges: changesIn('shared'),
        privateChanges: changesIn('private'),
        confidentialChanges: changesIn('confidential'),
      },
    },
  ])
}

/** What the correctable fields shall be; undefined for those that nobody spoke of. */
function wantedValues(file: CaseFile, given: Omit<CorrectRequest, 'case'>): Values {
  const before = file.fields
  const { requesterName: name, requesterPhone: phone, ...rest } = given
  const kind = rest.requestKind ?? before.requestKind ?? 'help'
  const wanted: Values = { ...rest }
  if (isConfidential({ ...before, requestKind: kind })) {
    // An ordinary name, where one stands, moves over; what is confidential already stays.
    const unit = isConfidential(before) ? '' : before.requesterUnit
    const named = name ?? (before.requesterName || undefined)
    wanted.reporterName = unit ? [unit, named].filter(Boolean).join(' · ') : named
    wanted.reporterPhone = phone ?? (before.requesterPhone || undefined)
    wanted.requesterName = wanted.requesterPhone = ''
  } else {
    wanted.requesterName = name
    wanted.requesterPhone = phone
  }
  if (before.anonymous && name) wanted.anonymous = false
  return wanted
}

/** The unit whose name moved over with its contact person's, and the resident who was found to be the one who asks. */
const unnamed = ({ person, requesterUnit }: CaseFile['fields'], isSecret: boolean): Partial<CaseFields> =>
  isSecret ? { ...(person && { person: '' }), ...(requesterUnit && { requesterUnit: '' }) } : {}

/**
 * The limit belongs to kind and urgency. What came in from elsewhere without one raises no alarm now either, and an order of
 * 12345 keeps its own.
 */
function movedLimit({ id, fields: before, ...file }: CaseFile, given: Omit<CorrectRequest, 'case'>, reading: Reading) {
  const kind = given.requestKind ?? before.requestKind ?? 'help'
  const urgency = given.urgency ?? before.urgency ?? 'general'
  const isSaidAgain = given.requestKind !== undefined || given.urgency !== undefined
  const isDoubtful = isSaidAgain && file.conflicts.includes(`${id}.dueAt`)
  if (kind === before.requestKind && urgency === before.urgency && !isDoubtful) return null
  if (!before.dueAt || !before.receivedAt || before.orderDueAt) return null
  const category = reading.categoryLimit(categoryOf({ id, fields: before, ...file }), dayOf(before.receivedAt))
  return { dueUnsure: false, ...limitFields(before.receivedAt, kind, urgency, limitRules(reading), category) }
}

/** As at the counter, but nobody is asked now for what an old record never had. */
function missingFields(before: CaseFile['fields'], wanted: Values): string[] {
  const kind = wanted.requestKind ?? before.requestKind ?? 'help'
  if (kind === 'consult') return []
  const isOther = kind !== before.requestKind
  const isEmpty = (now: string | undefined, was: string | undefined): boolean =>
    (isOther || now !== undefined) && (now ?? was ?? '') === ''
  const isNamed = isConfidential({ ...before, requestKind: kind }) ? 'reporterName' : 'requesterName'
  const anonymous = wanted.anonymous ?? before.anonymous ?? false
  return [
    ...(isEmpty(wanted.text, before.text) ? ['text'] : []),
    ...(!anonymous && isEmpty(wanted[isNamed], before[isNamed]) ? ['requesterName'] : []),
  ]
}

/** A name that becomes confidential is not repeated where it would not be. */
const movesToReporter = (field: Correctable, isSecret: boolean): boolean =>
  isSecret && (field === 'requesterName' || field === 'requesterPhone')

const isDisputed = (file: CaseFile, field: string): boolean => file.conflicts.includes(`${file.id}.${field}`)
