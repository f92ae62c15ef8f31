/**
 * The lawful ground on which personal data go to a provider outside government (DOMAIN §4.6; PIPL 13, 23, 29, 31): consent
 * as an act of its own, or another ground by name; and exactly the fields that go.
 */
import type { CaseFile } from '../case-file/case-file.ts'
import { refuse, type Asked, type Reading, type Refusal } from '../case-file/decision.ts'
import type { Ground, SentField } from '../case-file/referral-codes.ts'
import { filledFields } from '../case-file/sent-fields.ts'
import type { Draft } from '../kernel/command.ts'
import { ok, type Result } from '../lib/result.ts'
import { consentTo, type GivenConsent } from '../person/given-consent.ts'
import { isClean } from './order-terms.ts'

type Asking = {
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

export function groundOf(reading: Reading, file: CaseFile, asking: Asking, asked: Asked): Result<Grounded, Refusal> {
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

  const given = consentTo(reading, file, { to: provider, name: asking.name, fields: fieldsSent, consent }, asked)
  return given.ok ? ok({ ground, fieldsSent, ...given.value }) : given
}
