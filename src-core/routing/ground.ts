/**
 * The lawful ground on which personal data go to a provider outside government (DOMAIN §4.6; PIPL 13, 23, 29, 31): consent
 * as an act of its own, or another ground by name; and exactly the fields that go.
 */
import type { CaseFile } from '../case-file/case-file.ts'
import { refuse, type Asked, type Reading, type Refusal } from '../case-file/decision.ts'
import { ACTS } from '../case-file/fields.ts'
import { consentFor } from '../case-file/orders.ts'
import type { Ground, SentField } from '../case-file/referral-codes.ts'
import { filledFields } from '../case-file/sent-fields.ts'
import type { Draft } from '../kernel/command.ts'
import { ok, type Result } from '../lib/result.ts'
import { dayOf, type Day } from '../lib/time.ts'
import { z } from '../lib/schema.ts'
import { ageOn, checkIdNumber } from '../person/id-number.ts'
import { personGroups, type Merge } from '../person/merged-people.ts'
import { CONSENT_TEXTS, consentText, type ConsentVersion } from './consent-text.ts'
import { isClean } from './order-terms.ts'

const VERSIONS = Object.keys(CONSENT_TEXTS) as [ConsentVersion, ...ConsentVersion[]]

/** What the desk was told: the text itself is put together here, so that nothing else can stand in the act. */
export const GIVEN_CONSENT = ACTS.consent
  .pick({ way: true, givenBy: true, giver: true })
  .extend({ textVersion: z.enum(VERSIONS) })
export type GivenConsent = z.infer<typeof GIVEN_CONSENT>

type Asking = {
  readonly case: string
  readonly provider: string
  /** Of the provider, as it is read out. */
  readonly name: string
  readonly ground?: Ground | undefined
  readonly groundNote?: string | undefined
  readonly fieldsSent?: readonly SentField[] | undefined
  readonly consent?: GivenConsent | undefined
}

type Grounded = {
  readonly ground: Ground
  readonly fieldsSent: readonly SentField[]
  readonly consent?: string
  /** The consent itself, when it was given just now. */
  readonly drafts: readonly Draft[]
}

export function groundOf(
  reading: Reading,
  file: CaseFile,
  asking: Asking,
  { now, user, newId }: Asked,
): Result<Grounded, Refusal> {
  const { ground, consent, provider } = asking
  if (!ground) return refuse('ground-needed', ['ground'])
  if (asking.fieldsSent === undefined) return refuse('fields-needed', ['fieldsSent'])
  if (file.fields.requestKind === 'report' && asking.fieldsSent.some((field) => field === 'name' || field === 'phone'))
    return refuse('report-hides-reporter', ['fieldsSent'])
  const fieldsSent = filledFields(file, asking.fieldsSent)
  if (fieldsSent.length === 0) return refuse('fields-needed', ['fieldsSent'])
  if (ground === 'no-personal-data')
    return fieldsSent.every((field) => isClean(file, field))
      ? ok({ ground, fieldsSent, drafts: [] })
      : refuse('names-inside', ['fieldsSent'])
  if (ground === 'other-law' && !asking.groundNote) return refuse('reason-needed', ['groundNote'])
  if (ground !== 'consent') return ok({ ground, fieldsSent, drafts: [] })

  const standing = consentFor(file.acts, provider)
  if (!consent && standing && fieldsSent.every((field) => standing.fields.includes(field)))
    return ok({ ground, fieldsSent, consent: standing.id, drafts: [] })
  if (!consent) return refuse('consent-needed', ['consent'])
  if (isChild(reading, file, dayOf(now)) && consent.givenBy !== 'guardian')
    return refuse('guardian-consents', ['consent.givenBy'])
  if (consent.givenBy !== 'self' && consent.giver === '') return refuse('reason-needed', ['consent.giver'])
  const id = newId('consent')
  const draft: Draft = {
    entity: id,
    kind: 'consent-given',
    fields: {
      case: asking.case,
      provider,
      fields: fieldsSent,
      readOut: consentText(consent.textVersion, asking.name, fieldsSent),
      ...consent,
      at: now,
      by: user,
    },
  }
  return ok({ ground, fieldsSent, consent: id, drafts: [draft] })
}

/** 未满十四周岁 (PIPL 31), of whoever the matter is about. An age nobody wrote down is left to whoever asks. */
export function isChild(reading: Pick<Reading, 'read' | 'ids'>, { fields }: CaseFile, today: Day): boolean {
  const id = fields.forPerson || fields.person
  if (!id) return false
  const merges = [...reading.ids('person-merge')].map((merge) => ({ ...(reading.read(merge) as Merge), id: merge }))
  // Several entries may be one person, and only one of them have the birth date.
  return personGroups(merges)
    .membersOf(id)
    .some((entry) => isYoung(reading.read(entry) ?? {}, today))
}

function isYoung({ birthDate, idNumber }: Readonly<Record<string, unknown>>, today: Day): boolean {
  if (typeof birthDate === 'string' && birthDate !== '') return ageOn(birthDate, today) < 14
  const known = typeof idNumber === 'string' && idNumber !== '' ? checkIdNumber(idNumber, today) : null
  return known?.ok === true && ageOn(known.value.birthDate, today) < 14
}
