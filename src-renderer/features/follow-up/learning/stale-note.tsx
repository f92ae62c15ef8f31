import { useTranslation } from 'react-i18next'
import type { PolicyRow } from '#app/services/desk-types.ts'

/** Out of force, or not looked at for long: said before it is told to anybody. */
export function StaleNote({ card }: { readonly card: Pick<PolicyRow, 'stale' | 'staleMonths' | 'until'> }) {
  const { t } = useTranslation('learning')
  if (card.stale === null) return null
  return (
    <span className="stale small">
      {card.stale === 'past'
        ? t('policies.past', { day: card.until })
        : t('policies.old', { months: card.staleMonths })}
    </span>
  )
}
