/** Where an imported record came from, as the screens say it: a known family by its words, a name somebody typed as typed. */
import type { TFunction } from 'i18next'

/** As in FAMILIES of src-core/intake/column-map.ts, and `rows` for files without numbers. To add one: here and in codes.ts. */
const FAMILIES = ['messages', 'work-orders', 'requests', 'rows'] as const

export function sourceWords(source: string, t: TFunction<['case-file', 'codes']>): string {
  const name = source.replace(/^import:/, '')
  const family = FAMILIES.find((one) => one === name)
  return family ? t(`codes:source.${family}`) : name
}

/** Rows without a number of their own are known again by what they say; that is nothing to show. */
export const isOwnNumber = (externalId: string): boolean => !externalId.startsWith('row-')
