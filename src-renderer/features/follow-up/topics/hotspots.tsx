/** 热点: what several people brought within a month, with how much of it is usual, and what to do with it. */
import { Button, Popover } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HotspotRow, RunCode } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { go, pathOf } from '#app/session/route.ts'
import { useSession } from '#app/session/session.ts'
import { useLanguage } from '#app/text/text.ts'
import { FormDrawer } from '#app/ui/form-drawer.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { someCases } from '#core/topic/link-drafts.ts'
import type { DismissHotspot } from '#core/follow-up/dismiss-hotspot.ts'
import { SaveTrouble } from '#app/ui/save-trouble.tsx'
import { dismissForm, type Dismissed } from './dismiss-form.tsx'
import { useReasonWords } from './reason-words.ts'

/** So many cases are named under a hotspot; the others open with the topic. */
const NAMED = 5

export function Hotspots() {
  const { t } = useTranslation('topics')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const found = useAnswer(() => desk.hotspots(), [desk, revision])
  const language = useLanguage()
  const reasonOf = useReasonWords()
  const [trouble, setTrouble] = useState<RunCode | null>(null)
  const [dismissed, setDismissed] = useState<Dismissed | null>(null)
  /** 槐树里 · 伊景园 · 路灯: as much of it as is known. */
  const nameOf = ({ place, words, categoryName }: HotspotRow): string =>
    [place, words, language === 'en' ? categoryName.en : categoryName.zh].filter(Boolean).join(' · ')
  const begin = async (spot: HotspotRow): Promise<void> => {
    const { category, place, words, topic } = spot
    const cases = someCases.parse([...spot.cases])
    const title = [place || words, language === 'en' ? spot.categoryName.en : spot.categoryName.zh].filter(Boolean).join(' ') // prettier-ignore
    const saved = topic
      ? await desk.run({ name: 'link-cases', input: { topic, cases } })
      : await desk.run({ name: 'begin-topic', input: { title, category, place, note: '', cases } })
    if (!saved.ok) return setTrouble(saved.error)
    go({ screen: 'topics', id: topic ?? saved.value.entities[0]! })
  }
  const restore = async (dismissal: string): Promise<void> => {
    const saved = await desk.run({ name: 'restore-hotspot', input: { dismissal } })
    if (!saved.ok) setTrouble(saved.error)
  }
  return (
    <section className="card hotspots" aria-labelledby="hotspots">
      <div className="row">
        <h2 id="hotspots">{t('hotspot.title')}</h2>
        <span className="muted small">{t('hotspot.lead')}</span>
      </div>
      {trouble && <SaveTrouble problem={trouble} />}
      {!found && <p className="muted small">{t('hotspot.looking')}</p>}
      {found?.spots.length === 0 && <p className="muted small">{t('hotspot.none')}</p>}
      <ul>
        {found?.spots.map((spot) => {
          const line = t('hotspot.line', { what: nameOf(spot), count: spot.cases.length })
          return (
            <li key={spot.cases[0]}>
              <div>
                <b>{line}</b>{' '}
                <span className={`trend ${spot.level.trend}`}>{t(`hotspot.trend.${spot.level.trend}`)}</span>
                <div className="small">{reasonOf(spot)}</div>
                <ul className="small">
                  {spot.rows.slice(0, NAMED).map((row) => (
                    <li key={row.id} className="one-line">
                      <a href={pathOf({ screen: 'case', id: row.id })}>{row.title}</a>{' '}
                      <span className="muted">{[row.requester, row.place].filter(Boolean).join(' · ')}</span>
                    </li>
                  ))}
                  {spot.rows.length > NAMED && (
                    <li>
                      <Popover trigger="click" content={<More spot={spot} />} title={line}>
                        <Button size="small" type="link">
                          {t('hotspot.more', { count: spot.rows.length - NAMED })}
                        </Button>
                      </Popover>
                    </li>
                  )}
                </ul>
              </div>
              <div className="hotspot-acts">
                <Button
                  aria-label={`${t(spot.topic ? 'hotspot.join' : 'hotspot.begin')} ${line}`}
                  onClick={() => void begin(spot)}
                >
                  {' '}
                  {/* prettier-ignore */}
                  {t(spot.topic ? 'hotspot.join' : 'hotspot.begin')}
                </Button>
                <Button
                  size="small"
                  type="text"
                  aria-label={`${t('hotspot.dismiss')} ${line}`}
                  onClick={() => setDismissed({ cases: spot.cases, line })}
                >
                  {' '}
                  {/* prettier-ignore */}
                  {t('hotspot.dismiss')}
                </Button>
              </div>
            </li>
          )
        })}
      </ul>
      {found && found.setAside.length > 0 && (
        <details>
          <summary className="small">{t('hotspot.setAside', { count: found.setAside.length })}</summary>
          <ul>
            {found.setAside.map((one) => (
              <li key={one.id}>
                <div className="small">
                  {one.line}
                  <div className="muted">
                    {[t(`hotspot.reason.${one.reason}`), one.note, one.byName, one.at.slice(0, 10)]
                      .filter(Boolean)
                      .join(' · ')}{' '}
                    {/* prettier-ignore */}
                  </div>
                </div>
                <Button
                  size="small"
                  aria-label={`${t('hotspot.restore')} ${one.line}`}
                  onClick={() => void restore(one.id)}
                >
                  {' '}
                  {/* prettier-ignore */}
                  {t('hotspot.restore')}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
      {dismissed && (
        <FormDrawer
          title={t('hotspot.dismissTitle')}
          saveLabel={t('hotspot.dismiss')}
          spec={dismissForm}
          context={dismissed}
          save={(typed) => desk.run({ name: 'dismiss-hotspot', input: typed as DismissHotspot })}
          onSaved={() => setDismissed(null)}
          onLeave={() => setDismissed(null)}
        />
      )}
    </section>
  )
}

function More({ spot }: { readonly spot: HotspotRow }) {
  return (
    <ul className="hotspot-more small">
      {spot.rows.slice(NAMED).map((row) => (
        <li key={row.id}>
          <a href={pathOf({ screen: 'case', id: row.id })}>{row.title}</a>
        </li>
      ))}
    </ul>
  )
}
