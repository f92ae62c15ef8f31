/** What the sentences about an order share. */
import type { Act } from '#core/case-file/case-file.ts'
import { actsOf, everyAct } from '#core/case-file/case-file.ts'
import { SENT_FIELDS, type Capacity, type SentField } from '#core/case-file/referral-codes.ts'
import type { Telling } from './telling.ts'

export const providerWords = (id: string | undefined, { view, t }: Telling): string =>
  (id && view.providerNames[id]) || t('case-file:timeline.unknownProvider')

/** Withdrawn ones too: what was said about them stays readable. */
export const orderOf = (id: string, { view }: Telling): Extract<Act, { type: 'referral' }> | undefined =>
  actsOf(everyAct(view.file), 'referral').find((order) => order.id === id)

export const fieldsWords = (fields: readonly SentField[], { t }: Telling): string =>
  SENT_FIELDS.filter((field) => fields.includes(field))
    .map((field) => t(`referral:sent.${field}`))
    .join(t('referral:timeline.and'))

/** （以居委会身份）, or nothing in older records. */
export const asWords = (capacity: Capacity | undefined, { t }: Telling): string =>
  capacity ? t('referral:timeline.as', { capacity: t(`referral:capacity.${capacity}`) }) : ''
