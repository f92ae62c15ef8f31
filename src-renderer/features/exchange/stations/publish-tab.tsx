/** 下发: what the office keeps for everybody below, before it goes; the files themselves are made in 文件交换. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { go } from '#app/session/route.ts'
import { useSession } from '#app/session/session.ts'
import { useAnswer } from '#app/ui/use-answer.ts'

/** Words for entity types; whatever else is written for everybody counts as 其他. To add one: here, and stations.publish.of. */
const KINDS = [
  'provider',
  'service',
  'site',
  'qualification',
  'agreement',
  'category',
  'calendar-year',
  'limit-preset',
  'activity',
  'reach',
  'place',
  'fund',
  'template',
  'policy-card',
  'model-case',
  'notice-template',
] as const
type Kind = (typeof KINDS)[number] | 'other'

export function PublishTab() {
  const { t } = useTranslation('stations')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const page = useAnswer(() => desk.publishing(), [desk, revision])
  if (!page) return <p className="muted">{t('loading')}</p>
  const sums = new Map<Kind, { all: number; fresh: number }>()
  for (const { of, all, fresh } of page.lines) {
    const kind: Kind = KINDS.find((one) => one === of) ?? 'other'
    const sum = sums.get(kind) ?? { all: 0, fresh: 0 }
    sums.set(kind, { all: sum.all + all, fresh: sum.fresh + fresh })
  }
  return (
    <div className="publish">
      <p className="muted">{t('publish.lead')}</p>
      {sums.size === 0 ? (
        <section className="card">{t('publish.none')}</section>
      ) : (
        <table className="card stations-table" aria-label={t('tab.publish')}>
          <thead>
            <tr>
              <th scope="col">{t('publish.what')}</th>
              <th scope="col" className="number">
                {t('publish.all')}
              </th>
              <th scope="col" className="number">
                {t('publish.fresh')}
              </th>
            </tr>
          </thead>
          <tbody>
            {[...sums].map(([kind, { all, fresh }]) => (
              <tr key={kind}>
                <td>{t(`publish.of.${kind}`)}</td>
                <td className="number">{all.toLocaleString('en')}</td>
                <td className={`number ${fresh > 0 ? 'warn' : ''}`}>{fresh.toLocaleString('en')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {page.houses > 0 && (
        <section className="card">
          {page.behind.length === 0 ? (
            <p>{t('publish.allThere')}</p>
          ) : (
            <>
              <b>{t('publish.behind', { count: page.behind.length })}</b>
              <p>{page.behind.map(({ name }) => name).join(' · ')}</p>
            </>
          )}
          <div className="row">
            <Button type="primary" onClick={() => go({ screen: 'exchange' })}>
              {t('publish.go')}
            </Button>
          </div>
        </section>
      )}
    </div>
  )
}
