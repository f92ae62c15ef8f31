/**
 * 举报 is confidential unless somebody turned that off and said why (DOMAIN §3.2). While it is, the reporter stands in the
 * confidential pair of fields and is named nowhere; whatever a merge left in the ordinary pair is not shown either.
 */
import type { CaseFields } from './fields.ts'

export const isConfidential = ({
  requestKind,
  openReason = '',
}: Pick<Partial<CaseFields>, 'requestKind' | 'openReason'>): boolean =>
  requestKind === 'report' && openReason.trim() === ''
