/** 类似办法: at most three cards that say the same, with the words that decided; each opens to be read. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SimilarWay } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useSession } from '#app/session/session.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import { WayDrawer } from './way-drawer.tsx'
import './learning.css'

type SimilarWaysProps = {
  /** Heading and story, settled. */
  readonly text: string
  readonly category: string
  /** Nothing at all is shown when there is none. */
  readonly quiet?: boolean
  readonly onUse?: (text: string) => void
}

const NONE: readonly SimilarWay[] = []
/** Shorter than any heading. */
const ENOUGH = 3

export function SimilarWays({ text, category, quiet = false, onUse }: SimilarWaysProps) {
  const { t } = useTranslation('learning')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const isReady = text.trim().length >= ENOUGH
  const found = useAnswer(() => (isReady ? desk.similarWays(text, category) : Promise.resolve(NONE)), [desk, text, category, revision]) // prettier-ignore
  const [open, setOpen] = useState<string | null>(null)
  if (quiet && !found?.length) return null
  return (
    <section className="card ways" aria-labelledby="similar-ways">
      <div className="aside-head">
        <h2 id="similar-ways">{t('ways.title')}</h2>
        {!quiet && <span className="muted small">{t('ways.live')}</span>}
      </div>
      <div aria-live="polite">
        {found && found.length > 0 ? (
          <ul>
            {found.map((way) => (
              <li key={way.id}>
                <Button type="link" size="small" onClick={() => setOpen(way.id)}>
                  <span className="way-kind">{t(`tab.${way.kind === 'model-case' ? 'models' : 'policies'}`)}</span>
                  {way.title}
                </Button>
                <div className="muted small">
                  {[way.sameCategory && t('ways.same'), t('ways.words', { words: way.words.join(t('ways.and')) })]
                    .filter(Boolean)
                    .join(' · ')}
                  {way.stale !== null && <span className="stale"> {t('ways.stale')}</span>}
                </div>
              </li>
            ))}
          </ul>
        ) : (
          <p className="muted small">{isReady && found ? t('ways.none') : t('ways.waiting')}</p>
        )}
      </div>
      {open !== null && (
        <WayDrawer
          id={open}
          {...(onUse && {
            onUse: (words: string) => {
              setOpen(null)
              onUse(words)
            },
          })}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  )
}
