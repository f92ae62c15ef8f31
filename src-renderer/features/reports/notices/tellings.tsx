import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { NoticeView } from '#app/services/desk-types.ts'
import { useNow } from '#app/session/now.ts'
import { useMomentWords } from '#app/ui/moment-words.ts'

type TellingsProps = { readonly view: NoticeView; readonly onTakeBack: (telling: string) => void }

/** Who was told what and when; what was taken back stays to be read. */
export function Tellings({ view, onTakeBack }: TellingsProps) {
  const { t } = useTranslation('notices')
  const moments = useMomentWords(useNow())
  return (
    <section className="card" aria-labelledby="notice-tellings">
      <h2 id="notice-tellings">{t('page.tellings')}</h2>
      {view.tellings.length === 0 && <p className="muted small">{t('page.noTellings')}</p>}
      <ul className="plain-list notice-tellings">
        {view.tellings.map((one) => (
          <li key={one.id} className={one.withdrawn ? 'gone' : ''}>
            <div>
              <b>{t('page.telling', { way: t(`way.${one.way}`), count: one.count })}</b>
              <div className="small">{one.where}</div>
              <div className="small muted">
                {moments.at(one.at)} · {one.byName}
                {one.withdrawn && ` · ${t('page.takenBack')}`}
              </div>
              {one.result !== '' && <div className="small">{one.result}</div>}
              {one.names.length > 0 && (
                <details className="small">
                  <summary>
                    {t('page.names', { names: one.names.slice(0, 3).join(t('form.and')), count: one.persons.length })}
                  </summary>
                  {one.names.join(t('form.and'))}
                  {one.persons.length > one.names.length && ' …'}
                </details>
              )}
              {one.leftOut > 0 && <div className="small muted">{t('page.leftOut', { count: one.leftOut })}</div>}
            </div>
            {!one.withdrawn && (
              <Button size="small" onClick={() => onTakeBack(one.id)}>
                {t('page.takeBack')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
