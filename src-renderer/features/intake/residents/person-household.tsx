import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PersonView } from '#app/services/desk-types.ts'
import { pathOf } from '#app/session/route.ts'
import { MarkTags } from './mark-tags.tsx'
import { useRun } from './use-run.ts'

export function PersonHousehold({ view }: { readonly view: PersonView }) {
  const { t } = useTranslation('residents')
  const { run, problem } = useRun()
  const { household, row } = view
  const join = (id: string): void => void run({ name: 'join-household', input: { person: row.id, household: id } })
  return (
    <section className="card person-card" aria-label={t('person.household')}>
      <h2>
        {t('person.household')}
        {household && <small className="muted">{t('person.members', { n: household.members.length })}</small>}
      </h2>
      {problem && (
        <div className="problem" role="alert">
          {problem}
        </div>
      )}
      {household ? (
        <>
          {household.place && <p className="muted small">{household.place}</p>}
          <ul className="members">
            {household.members.map((member) => (
              <li key={member.id}>
                <a href={pathOf({ screen: 'residents', id: member.id })}>{member.name}</a>
                {member.age !== null && <small>{t('age', { n: member.age })}</small>}
                {member.id === household.head ? (
                  <i>{t('person.head')}</i>
                ) : (
                  <Button
                    type="link"
                    size="small"
                    onClick={() =>
                      void run({
                        name: 'save-household',
                        input: { id: household.id, head: member.id, placeWords: household.place, note: household.note },
                      })
                    }
                  >
                    {t('person.makeHead')} <span className="spoken-only">{member.name}</span>
                  </Button>
                )}
                <MarkTags row={member} />
              </li>
            ))}
          </ul>
          <Button size="small" onClick={() => join('')}>
            {t('person.leave')}
          </Button>
        </>
      ) : (
        <>
          <p className="muted">{t('person.noHousehold')}</p>
          <div className="row wrap">
            <Button size="small" onClick={() => join('new')}>
              {t('person.newHousehold')}
            </Button>
            {view.neighbours.map(({ id, head, members }) => (
              <Button key={id} size="small" onClick={() => join(id)}>
                {t('person.join', { name: head, n: members })}
              </Button>
            ))}
          </div>
        </>
      )}
    </section>
  )
}
