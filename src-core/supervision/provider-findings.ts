/**
 * 督查 of a provider and its 整改. A community makes no demands on an office of government (DOMAIN §4.0): only an upper office
 * records them there.
 */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ok } from '../lib/result.ts'
import { moment, type z } from '../lib/schema.ts'
import { PROVIDER_FINDING, PROVIDER_FINDING_STEP, providerFindings } from '../provider/finding.ts'
import { settingsOf } from '../station/settings.ts'
import { nextStep } from './next-step.ts'

export type RecordProviderFinding = z.infer<typeof PROVIDER_FINDING>

export function recordProviderFinding(reading: Reading, input: RecordProviderFinding, asked: Asked): Decision {
  const form = checked(PROVIDER_FINDING, input)
  if (!form.ok) return form
  const { provider, verdict, demand, dueAt } = form.value
  const card = reading.read(provider)
  if (!card) return refuse('no-such-provider', ['provider'])
  if (card['serviceType'] === 'administrative' && !settingsOf(reading).isUpperOffice)
    return refuse('not-over-government', ['provider'])
  if (demand === '') return refuse('reason-needed', ['demand'])
  if (verdict !== 'in-order' && dueAt && dueAt <= asked.now) return refuse('deadline-past', ['dueAt'])
  return ok([
    {
      entity: asked.newId('provider-finding'),
      kind: 'provider-finding-recorded',
      fields: { ...form.value, at: asked.now, by: asked.user },
    },
  ])
}

export const RECTIFY_PROVIDER_FINDING = PROVIDER_FINDING_STEP.omit({ checks: true, selfChecked: true }).extend({
  at: moment.optional(),
})
export type RectifyProviderFinding = z.infer<typeof RECTIFY_PROVIDER_FINDING>

export function rectifyProviderFinding(reading: Reading, input: RectifyProviderFinding, asked: Asked): Decision {
  const form = checked(RECTIFY_PROVIDER_FINDING, input)
  if (!form.ok) return form
  const { at = asked.now, dueAt, ...said } = form.value
  const found = providerFindings(reading).find(({ finding }) => finding.id === said.finding)
  if (!found) return refuse('no-such-finding')
  const details = nextStep(found, { step: said.step, at, dueAt }, { ...asked, accounts: reading.accounts })
  if (!details.ok) return details
  return ok([
    {
      entity: asked.newId('provider-finding-step'),
      kind: 'provider-finding-rectified',
      fields: {
        ...said,
        ...details.value,
        ...(said.step === 'sent-back' && dueAt && { dueAt }),
        at,
        by: asked.user,
      },
    },
  ])
}
