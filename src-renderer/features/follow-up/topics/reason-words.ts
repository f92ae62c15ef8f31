/** Why a hotspot is one, in a sentence of numbers: people, not cases, because one who comes five times is one. */
import { useTranslation } from 'react-i18next'
import type { HotspotRow } from '#app/services/desk-types.ts'

export function useReasonWords(): (spot: HotspotRow) => string {
  const { t } = useTranslation('topics')
  return ({ cases, level, guessed }) => {
    const { persons, before, yearAgo, usual } = level
    const more = persons - before
    return [
      t('hotspot.now', { persons, cases: cases.length }),
      yearAgo === null ? t('hotspot.noYear') : t('hotspot.yearAgo', { count: yearAgo }),
      more > 0 ? t('hotspot.moreThan', { count: more }) : more < 0 ? t('hotspot.fewerThan', { count: -more }) : t('hotspot.asBefore'), // prettier-ignore
      usual !== null && t('hotspot.usual', { count: Math.round(usual * 10) / 10 }),
      guessed > 0 && t('hotspot.guessed', { count: guessed }),
    ]
      .filter(Boolean)
      .join(t('hotspot.comma'))
  }
}
