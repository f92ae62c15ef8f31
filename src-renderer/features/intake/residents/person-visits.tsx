import { useTranslation } from 'react-i18next'
import type { PersonView } from '#app/services/desk-types.ts'
import { useMomentWords } from '#app/ui/moment-words.ts'
import type { Moment } from '#core/lib/time.ts'

const SHOWN = 20

/** When the next one is due and why, then visits and major changes together, the newest first. */
export function PersonVisits({ view, now }: { readonly view: PersonView; readonly now: Moment }) {
  const { t } = useTranslation('residents')
  const moments = useMomentWords(now)
  const { due } = view
  const lines = [
    ...view.visits.map((visit) => ({ id: visit.id, at: visit.at, by: visit.byName, words: [t(`visit.ways.${visit.way}`), t(`visit.results.${visit.result}`), visit.note].filter(Boolean).join(' · ') })), // prettier-ignore
    ...view.changes.map((change) => ({ id: change.id, at: change.at, by: change.byName, words: t('person.changeLine', { what: change.what }) })), // prettier-ignore
  ].toSorted((a, b) => (a.at < b.at ? 1 : -1))
  return (
    <section className="card person-card" aria-label={t('person.visits')}>
      <h2>{t('person.visits')}</h2>
      {due ? (
        <p className={due.overdue ? 'bad' : ''}>
          {t(due.overdue ? 'person.overdue' : 'person.due', { at: moments.limit(due.at) })}
          <span className="muted">
            {' '}
            · {t(`person.reason.${due.reason}`)}
            {due.last && ` · ${t('person.last', { at: moments.at(due.last) })}`}
          </span>
        </p>
      ) : (
        <p className="muted">{t('person.notListed')}</p>
      )}
      {lines.length === 0 ? (
        <p className="muted">{t('person.noVisits')}</p>
      ) : (
        <ul className="plain-list">
          {lines.slice(0, SHOWN).map(({ id, at, by, words }) => (
            <li key={id}>
              {words}{' '}
              <small className="muted">
                {moments.at(at)} · {by}
              </small>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
