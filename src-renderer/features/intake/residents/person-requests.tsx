import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PersonView } from '#app/services/desk-types.ts'
import { setCaseFilter } from '#app/session/case-filter.ts'
import { go, pathOf } from '#app/session/route.ts'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { ServiceTypeTile } from '#app/ui/service-type-tile.tsx'
import type { Moment } from '#core/lib/time.ts'

const SHOWN = 8

export function PersonRequests({ view, now }: { readonly view: PersonView; readonly now: Moment }) {
  const { t } = useTranslation(['residents', 'codes'])
  const moments = useMomentWords(now)
  const { requests, row } = view
  const all = (): void => {
    setCaseFilter({ requesterOf: row.id })
    go({ screen: 'cases' })
  }
  return (
    <section className="card person-card" aria-label={t('residents:column.cases')}>
      <h2>
        {row.cases > 0 ? t('residents:person.requests', { n: row.cases }) : t('residents:column.cases')}
        {row.cases > 0 && (
          <Button type="link" size="small" onClick={all}>
            {t('residents:person.allRequests')}
          </Button>
        )}
      </h2>
      {requests.length === 0 ? (
        <p className="muted">{t('residents:person.noRequests')}</p>
      ) : (
        <ul className="plain-list">
          {requests.slice(0, SHOWN).map((request) => (
            <li key={request.id} className="row">
              <ServiceTypeTile type={request.serviceType} />
              <a className="one-line" href={pathOf({ screen: 'case', id: request.id })}>
                {request.title}
              </a>
              <small className="muted">
                {t(`codes:statusFilter.${request.status}`)} · {moments.at(request.receivedAt)}
              </small>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
