/**
 * 整改 of a finding on a case (DOMAIN §8): evidence or an explanation, then the re-check by somebody else, who closes it or
 * sends it back with a new limit. In stations of three accounts or fewer one may re-check oneself, and that is marked.
 */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ACTS } from '../case-file/fields.ts'
import { findingsOf } from '../case-file/rectified.ts'
import { ok } from '../lib/result.ts'
import type { z } from '../lib/schema.ts'
import { nextStep } from './next-step.ts'

export const RECTIFY_FINDING = ACTS.rectification
  .omit({ by: true, checks: true, selfChecked: true })
  .partial({ at: true })
export type RectifyFinding = z.infer<typeof RECTIFY_FINDING>

export function rectifyFinding(reading: Reading, input: RectifyFinding, asked: Asked): Decision {
  const form = checked(RECTIFY_FINDING, input)
  if (!form.ok) return form
  const { at = asked.now, dueAt, step, files, ...said } = form.value
  const file = reading.caseFile(said.case)
  if (!file) return refuse('no-such-case')
  const found = findingsOf(file).find(({ finding }) => finding.id === said.finding)
  if (!found) return refuse('no-such-finding')
  const details = nextStep(found, { step, at, dueAt }, { ...asked, accounts: reading.accounts })
  if (!details.ok) return details
  const known = new Set(file.acts.filter(({ type }) => type === 'attachment').map(({ id }) => id))
  if (files?.some((id) => !known.has(id))) return refuse('invalid-input', ['files'])
  return ok([
    {
      entity: asked.newId('rectification'),
      kind: 'finding-rectified',
      fields: {
        ...said,
        step,
        ...details.value,
        ...(files && files.length > 0 && { files }),
        ...(step === 'sent-back' && dueAt && { dueAt }),
        at,
        by: asked.user,
      },
    },
  ])
}
