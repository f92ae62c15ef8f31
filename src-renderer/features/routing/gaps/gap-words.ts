/** Words of a gap, for the screen and for the file. */
import { useTranslation } from 'react-i18next'
import type { GapRow } from '#app/services/desk-types.ts'
import { useLanguage } from '#app/text/text.ts'

export type GapWords = {
  readonly category: (gap: Pick<GapRow, 'category' | 'categoryName'>) => string
  readonly place: (place: string) => string
  readonly state: (gap: GapRow) => string
}

export function useGapWords(): GapWords {
  const { t } = useTranslation('routing')
  const language = useLanguage()
  return {
    category: ({ category, categoryName }) =>
      (categoryName && (language === 'en' ? categoryName.en : categoryName.zh)) || category || t('gaps.noCategory'),
    place: (place) => place || t('gaps.noPlace'),
    state: ({ state, providerNames }) => t(`gapState.${state}`, { names: providerNames.join(t('gaps.comma')) }),
  }
}
