/**
 * 同意 as an act of its own (DOMAIN §4.6; PIPL 23, 29, 31): what was read out, by whom it was given; of a child under 14 only by a
 * guardian. Asked for before anything of a resident goes to a provider, or with a 个案转报 to the upper office.
 */
import type { CaseFile } from '../case-file/case-file.ts'
import { refuse, type Asked, type Reading, type Refusal } from '../case-file/decision.ts'
import { ACTS } from '../case-file/fields.ts'
import { consentFor } from '../case-file/orders.ts'
import type { SentField } from '../case-file/referral-codes.ts'
import type { Draft } from '../kernel/command.ts'
import { ok, type Result } from '../lib/result.ts'
import { z } from '../lib/schema.ts'
import { dayOf, type Day } from '../lib/time.ts'
import { CONSENT_TEXTS, consentText, type ConsentVersion } from './consent-text.ts'
import { ageOn, checkIdNumber } from './id-number.ts'
import { personGroups, type Merge } from './merged-people.ts'

const VERSIONS = Object.keys(CONSENT_TEXTS) as [ConsentVersion, ...ConsentVersion[]]

/** What the desk was told: the text itself is put together here, so that nothing else can stand in the act. */
export const GIVEN_CONSENT = ACTS.consent
  .pick({ way: true, givenBy: true, giver: true })
  .extend({ textVersion: z.enum(VERSIONS) })
export type GivenConsent = z.infer<typeof GIVEN_CONSENT>

/**
 * The act that says yes to exactly these fields going there: the one that stands, or what was said just now. `to`: a provider, or
 * an office (`peer:<uuid>`); `name` as it is read out.
 */
export function consentTo(
  reading: Reading,
  file: CaseFile,
  { to, name, fields, consent }: { readonly to: string; readonly name: string; readonly fields: readonly SentField[]; readonly consent?: GivenConsent | undefined }, // prettier-ignore
  { now, user, newId }: Asked,
): Result<{ readonly consent: string; readonly drafts: readonly Draft[] }, Refusal> {
  const standing = consentFor(file.acts, to)
  if (!consent && standing && fields.every((field) => standing.fields.includes(field)))
    return ok({ consent: standing.id, drafts: [] })
  if (!consent) return refuse('consent-needed', ['consent'])
  if (isChild(reading, file, dayOf(now)) && consent.givenBy !== 'guardian')
    return refuse('guardian-consents', ['consent.givenBy'])
  if (consent.givenBy !== 'self' && consent.giver === '') return refuse('reason-needed', ['consent.giver'])
  const id = newId('consent')
  const draft: Draft = {
    entity: id,
    kind: 'consent-given',
    fields: {
      case: file.id,
      provider: to,
      fields,
      readOut: consentText(consent.textVersion, name, fields),
      ...consent,
      at: now,
      by: user,
    },
  }
  return ok({ consent: id, drafts: [draft] })
}

/** 未满十四周岁 (PIPL 31), of whoever the matter is about. An age nobody wrote down is left to whoever asks. */
function isChild(reading: Pick<Reading, 'read' | 'ids'>, { fields }: CaseFile, today: Day): boolean {
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
