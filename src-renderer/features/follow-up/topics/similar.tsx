/** Cases that look like the same matter, with the words that say so; one press joins them. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { pathOf } from '#app/session/route.ts'
import { useSession } from '#app/session/session.ts'
import type { Repeat } from '#app/services/desk-types.ts'
import { useAnswer } from '#app/ui/use-answer.ts'

type SimilarProps = {
  /** A case or a topic. */
  readonly of: string
  readonly title: string
  /** Said when there is none; without it the part is left out. */
  readonly none?: string
  readonly most?: number
  readonly actionOf: (repeat: Repeat) => string
  readonly onJoin: (repeat: Repeat) => Promise<unknown>
}

export function Similar({ of, title, none, most = 8, actionOf, onJoin }: SimilarProps) {
  const { t } = useTranslation('intake')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const found = useAnswer(() => desk.similarCases(of), [desk, of, revision])
  if (!found || (found.length === 0 && none === undefined)) return null
  return (
    <section className="card similar">
      <h2>{title}</h2>
      {found.length === 0 && <p className="muted small">{none}</p>}
      <ul>
        {found.slice(0, most).map((repeat) => {
          const { row, person, place, words } = repeat
          const same = [
            person && t(`repeats.person.${person}`),
            place && t(`repeats.place.${place}`),
            t('repeats.words', { words: words.join(t('repeats.and')) }),
          ]
          return (
            <li key={row.id}>
              <div>
                <a className="one-line" href={pathOf({ screen: 'case', id: row.id })}>
                  {row.title}
                </a>
                <div className="one-line muted small">{[row.requester, row.place].filter(Boolean).join(' · ')}</div>
                <div className="muted small">{same.filter(Boolean).join(' · ')}</div>
              </div>
              <Button size="small" aria-label={`${actionOf(repeat)} ${row.number}`} onClick={() => void onJoin(repeat)}>
                {actionOf(repeat)}
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
