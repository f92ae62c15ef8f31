/** What is known of a provider, in words; undefined where nobody has said it yet, which is never a fault. */
import { useTranslation } from 'react-i18next'
import type { ProviderCard } from '#core/book/book.ts'

export type Known = {
  readonly reach: string | undefined
  readonly hours: string | undefined
  readonly area: string | undefined
  readonly cost: string | undefined
}

export function useKnownWords(): (provider: ProviderCard) => Known {
  const { t } = useTranslation(['codes', 'providers'])
  return ({ reach = [], hours, area, funding }) => ({
    reach: reach.map((one) => t(`codes:reach.${one}`)).join(t('providers:comma')) || undefined,
    hours: hours || undefined,
    area: area || undefined,
    cost: funding ? t(`codes:fundingMode.${funding}`) : undefined,
  })
}
