/**
 * 派单 and 上报. A community does not command the street: administrative matters go UP as a report; welfare and market
 * matters go OUT as an order (DOMAIN §4.0).
 */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ACTS } from '../case-file/fields.ts'
import { isOpen, openReferral, serviceTypeOf, statusOf } from '../case-file/status.ts'
import { ok } from '../lib/result.ts'
import type { z } from '../lib/schema.ts'

/** `reason`: why this provider, in words, when it is not of the case's own type. */
export const DISPATCH = ACTS.referral.pick({ case: true, provider: true, reason: true, demand: true })
export type Dispatch = z.infer<typeof DISPATCH>

export const wayOf = (serviceType: string): 'dispatch' | 'report-up' =>
  serviceType === 'administrative' ? 'report-up' : 'dispatch'

/** `providerType`: the service type of the chosen provider, from its entry. */
export function dispatch(
  reading: Reading & { readonly providerType: (id: string) => string | null },
  input: Dispatch,
  asked: Asked,
): Decision {
  const form = checked(DISPATCH, input)
  if (!form.ok) return form
  const file = reading.caseFile(form.value.case)
  if (!file) return refuse('no-such-case')
  if (!isOpen(statusOf(file))) return refuse('case-closed')
  const serviceType = serviceTypeOf(file)
  if (!serviceType) return refuse('not-classified')
  const offered = reading.providerType(form.value.provider)
  if (!offered) return refuse('no-such-provider', ['provider'])
  if (offered !== serviceType && form.value.reason === '') return refuse('type-mismatch', ['reason'])
  if (openReferral(file)) return refuse('already-dispatched')
  return ok([
    {
      entity: asked.newId('referral'),
      kind: 'case-dispatched',
      fields: { ...form.value, serviceType, way: wayOf(serviceType), at: asked.now, by: asked.user },
    },
  ])
}
