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
import { CASE, CORRECTABLE, type CaseFields, type Changes, type Correctable } from '../case-file/fields.ts'
import { CASE_SCOPES } from '../case-file/scopes.ts'
import { caseDeadline } from '../case-file/time-limit.ts'
import { ok } from '../lib/result.ts'
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
  const missing = missingFields(file.fields, wanted)
  if (missing.length > 0) return refuse('invalid-input', missing)
  const fields = CORRECTABLE.filter(
    (field) => wanted[field] !== undefined && (wanted[field] !== (file.fields[field] ?? '') || isDisputed(file, field)),
  )
  if (fields.length === 0) return refuse('nothing-changed')
  const kind = wanted.requestKind ?? file.fields.requestKind
  const changesIn = (scope: string): Changes | undefined => {
    const own = fields.filter((field) => CASE_SCOPES[field] === scope && !movesToReporter(field, kind))
    return own.length === 0
      ? undefined
      : Object.fromEntries(own.map((field) => [field, [file.fields[field] ?? '', wanted[field] ?? '']]))
  }
  return ok([
    { entity: id, kind: 'case-corrected', fields: Object.fromEntries(fields.map((field) => [field, wanted[field]])) },
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
  const urgency = rest.urgency ?? before.urgency ?? 'general'
  const wanted: Values = { ...rest }
  if (kind === 'report') {
    // An ordinary name, where one stands, moves over; what is confidential already stays.
    wanted.reporterName = name ?? (before.requesterName || undefined)
    wanted.reporterPhone = phone ?? (before.requesterPhone || undefined)
    wanted.requesterName = wanted.requesterPhone = ''
  } else {
    wanted.requesterName = name
    wanted.requesterPhone = phone
  }
  if (before.anonymous && name) wanted.anonymous = false
  // The limit belongs to kind and urgency. What came in from elsewhere without one raises no alarm now either.
  const isSaidAgain = rest.requestKind !== undefined || rest.urgency !== undefined
  const isLimitMoved =
    kind !== before.requestKind || urgency !== before.urgency || (isSaidAgain && isDisputed(file, 'dueAt'))
  if (before.dueAt && before.receivedAt && isLimitMoved)
    wanted.dueAt = caseDeadline(before.receivedAt, kind, urgency).at
  return wanted
}

/** As at the counter, but nobody is asked now for what an old record never had. */
function missingFields(before: CaseFile['fields'], wanted: Values): string[] {
  const kind = wanted.requestKind ?? before.requestKind ?? 'help'
  if (kind === 'consult') return []
  const isOther = kind !== before.requestKind
  const isEmpty = (now: string | undefined, was: string | undefined): boolean =>
    (isOther || now !== undefined) && (now ?? was ?? '') === ''
  const isNamed = kind === 'report' ? 'reporterName' : 'requesterName'
  const anonymous = wanted.anonymous ?? before.anonymous ?? false
  return [
    ...(isEmpty(wanted.text, before.text) ? ['text'] : []),
    ...(!anonymous && isEmpty(wanted[isNamed], before[isNamed]) ? ['requesterName'] : []),
  ]
}

/** A name that becomes confidential is not repeated where it would not be. */
const movesToReporter = (field: Correctable, kind: string | undefined): boolean =>
  kind === 'report' && (field === 'requesterName' || field === 'requesterPhone')

const isDisputed = (file: CaseFile, field: string): boolean => file.conflicts.includes(`${file.id}.${field}`)
