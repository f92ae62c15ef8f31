/** 热点: what came three times and more at one place within a month, and has not been joined yet. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HotspotRow, RunCode } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { go, pathOf } from '#app/session/route.ts'
import { useSession } from '#app/session/session.ts'
import { useLanguage } from '#app/text/text.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import { SaveTrouble } from '../save-trouble.tsx'

export function Hotspots() {
  const { t } = useTranslation('topics')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const spots = useAnswer(() => desk.hotspots(), [desk, revision])
  const language = useLanguage()
  const nameOf = ({ categoryName }: HotspotRow): string => (language === 'en' ? categoryName.en : categoryName.zh)
  const [trouble, setTrouble] = useState<RunCode | null>(null)
  const begin = async (spot: HotspotRow): Promise<void> => {
    const { category, place, cases, topic } = spot
    const saved = topic
      ? await desk.run({ name: 'link-cases', input: { topic, cases: [...cases] } })
      : await desk.run({
          name: 'begin-topic',
          input: { title: `${place} ${nameOf(spot)}`, category, place, note: '', cases: [...cases] },
        })
    if (!saved.ok) return setTrouble(saved.error)
    go({ screen: 'topics', id: topic ?? saved.value.entities[0]! })
  }
  return (
    <section className="card hotspots" aria-labelledby="hotspots">
      <div className="row">
        <h2 id="hotspots">{t('hotspot.title')}</h2>
        <span className="muted small">{t('hotspot.lead')}</span>
      </div>
      {trouble && <SaveTrouble problem={trouble} />}
      {spots?.length === 0 && <p className="muted small">{t('hotspot.none')}</p>}
      <ul>
        {(spots ?? []).map((spot) => {
          const line = t('hotspot.line', { place: spot.place, category: nameOf(spot), count: spot.cases.length }) // prettier-ignore
          return (
            <li key={line}>
              <div>
                <b>{line}</b>
                <ul className="small">
                  {spot.rows.slice(0, 5).map((row) => (
                    <li key={row.id} className="one-line">
                      <a href={pathOf({ screen: 'case', id: row.id })}>{row.title}</a>{' '}
                      <span className="muted">{[row.requester, row.place].filter(Boolean).join(' · ')}</span>
                    </li>
                  ))}
                </ul>
              </div>
              <Button onClick={() => void begin(spot)}>{t(spot.topic ? 'hotspot.join' : 'hotspot.begin')}</Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
