/** 督查 of a provider: what was found in its cases and has to be put right, and the steps that followed. Only ever added to. */
import { rectified, type Rectified, type Step } from '../case-file/rectified.ts'
import { FINDING_FIELDS, RECTIFICATION_FIELDS } from '../case-file/supervision-acts.ts'
import type { EntityId } from '../kernel/event.ts'
import { entityId, z } from '../lib/schema.ts'

/** `cases`: those that show it. More than 200 say nothing more. */
export const PROVIDER_FINDING = z.object({
  provider: entityId('provider'),
  cases: z.array(entityId('case')).max(200).readonly().optional(),
  ...FINDING_FIELDS,
})
export type ProviderFindingFields = z.infer<typeof PROVIDER_FINDING> & { readonly at: string; readonly by: string }

export const PROVIDER_FINDING_STEP = z.object({
  finding: entityId('provider-finding'),
  checks: entityId('provider-finding-step').optional(),
  ...RECTIFICATION_FIELDS,
})
export type ProviderFindingStepFields = z.infer<typeof PROVIDER_FINDING_STEP> & {
  readonly at: string
  readonly by: string
}

export type ProviderFinding = ProviderFindingFields & { readonly id: EntityId }
export type ProviderFindingStep = ProviderFindingStepFields & Step

type Source = {
  readonly read: (id: EntityId) => Readonly<Record<string, unknown>> | null
  readonly ids: (type: string) => ReadonlySet<EntityId>
}

export type StandingProviderFinding = {
  readonly finding: ProviderFinding
  readonly steps: readonly ProviderFindingStep[]
  readonly stands: Rectified
}

/**
 * Every finding on providers with how it stands, by when it was made. Steps come by their time and then id: unlike acts of a
 * case they carry no order of writing, and this one is the same on every PC.
 */
export function providerFindings(source: Source): readonly StandingProviderFinding[] {
  const steps = new Map<EntityId, ProviderFindingStep[]>()
  for (const id of source.ids('provider-finding-step')) {
    const fields = source.read(id) as ProviderFindingStepFields | null
    if (!fields?.finding) continue
    steps.set(fields.finding, [...(steps.get(fields.finding) ?? []), { ...fields, id }])
  }
  const out: StandingProviderFinding[] = []
  for (const id of source.ids('provider-finding')) {
    const fields = source.read(id) as ProviderFindingFields | null
    // Not all of it has arrived yet.
    if (!fields?.provider || !fields.verdict || !fields.at) continue
    const finding = { ...fields, demand: fields.demand ?? '', id }
    const own = (steps.get(id) ?? []).toSorted(byTime)
    out.push({ finding, steps: own, stands: rectified(finding, own) })
  }
  return out.toSorted((a, b) => byTime(a.finding, b.finding))
}

const byTime = (a: { at: string; id: string }, b: { at: string; id: string }): number =>
  a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1
