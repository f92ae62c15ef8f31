import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { pathOf } from '#app/session/route.ts'
import { useSession } from '#app/session/session.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import { MarkTags } from './mark-tags.tsx'

/** More than a building has; of a whole neighbourhood the list of residents is the better place. */
const SHOWN = 100

/** Who lives here and below, by door. */
export function PlaceResidents({ place }: { readonly place: string }) {
  const { t } = useTranslation(['places', 'residents'])
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const rows = useAnswer(() => desk.residentsAt(place, SHOWN), [desk, place, revision])
  if (!rows || rows.length === 0) return null
  return (
    <section className="card person-card" aria-label={t('places:column.residents')}>
      <h2>
        {t('places:column.residents')} <small className="muted">{t('places:residents', { n: rows.length })}</small>
      </h2>
      <ul className="members">
        {rows.map((row) => (
          <li key={row.id}>
            <a href={pathOf({ screen: 'residents', id: row.id })}>{row.name}</a>
            <small className="muted">{row.place}</small>
            <MarkTags row={row} />
          </li>
        ))}
      </ul>
    </section>
  )
}
