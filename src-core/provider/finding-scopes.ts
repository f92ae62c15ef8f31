/** Scopes of finding.ts, apart from the shapes: a page that only shows them does not carry zod. */
import { FINDING_SCOPES, RECTIFICATION_SCOPES } from '../case-file/supervision-scopes.ts'

const OWN = { at: 'shared', by: 'private' } as const

export const PROVIDER_FINDING_TYPES = {
  'provider-finding': { provider: 'shared', cases: 'shared', ...FINDING_SCOPES, ...OWN },
  'provider-finding-step': { finding: 'shared', checks: 'shared', ...RECTIFICATION_SCOPES, ...OWN },
} as const
