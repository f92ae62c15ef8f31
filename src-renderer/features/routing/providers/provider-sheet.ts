/** The list of providers as rows of a spreadsheet. The contact person is a person: they stay at the station. */
import { useTranslation } from 'react-i18next'
import type { ProviderCard } from '#core/book/book.ts'
import type { SheetToWrite } from '#core/sheet/write-sheet.ts'
import { useKnownWords } from './provider-words.ts'

export function useProviderSheet(): (providers: readonly ProviderCard[]) => SheetToWrite {
  const { t } = useTranslation(['providers', 'codes'])
  const known = useKnownWords()
  const column = (title: string, width: number) => ({ title, width, kind: 'text' as const })
  return (providers) => ({
    name: t('providers:title'),
    columns: [
      column(t('providers:name'), 32),
      column(t('providers:serviceType'), 16),
      column(t('providers:kind'), 18),
      column(t('providers:phone'), 18),
      column(t('providers:services'), 32),
      column(t('providers:reach'), 20),
      column(t('providers:hours'), 20),
      column(t('providers:area'), 24),
      column(t('providers:funding'), 18),
    ],
    rows: providers.map((provider) => {
      const { reach, hours, area, cost } = known(provider)
      return [
        provider.name,
        t(`codes:serviceType.${provider.serviceType}`),
        t(`codes:providerKind.${provider.kind}`),
        provider.phone,
        provider.services || null,
        reach ?? null,
        hours ?? null,
        area ?? null,
        cost ?? null,
      ]
    }),
  })
}
