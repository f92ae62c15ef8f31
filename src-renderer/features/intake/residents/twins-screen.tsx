/** 疑似同一人: pairs to go through, the likeliest first. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonRow, TwinPair } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { pathOf } from '#app/session/route.ts'
import { useSession } from '#app/session/session.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { MarkTags } from './mark-tags.tsx'
import { MergeDrawer } from './merge-drawer.tsx'
import { ResidentTabs } from './resident-tabs.tsx'
import { useTwinWords } from './twin-words.ts'
import { useRun } from './use-run.ts'
import './residents.css'

const SHOWN = 30

export function TwinsScreen() {
  const { t } = useTranslation('residents')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const words = useTwinWords()
  const { run, problem } = useRun()
  const [merging, setMerging] = useState<TwinPair | null>(null)
  const answer = useAnswer(() => desk.likelyTwins(0, SHOWN), [desk, revision])
  if (!answer) return <p className="muted">{t('loading')}</p>
  return (
    <>
      <PageHead title={t('tabs.twins')} aside={answer.total > 0 && t('twins.lead', { n: answer.total })} />
      <ResidentTabs at="twins" />
      {problem && (
        <div className="problem" role="alert">
          {problem}
        </div>
      )}
      {answer.pairs.length === 0 ? (
        <div className="card">
          <EmptyState title={t('twins.none')} text={t('twins.noneText')} />
        </div>
      ) : (
        <ul className="twin-list">
          {answer.pairs.map((pair) => (
            <li key={`${pair.one.id} ${pair.other.id}`} className="card">
              <div className="twin-pair">
                <Side row={pair.one} />
                <Side row={pair.other} />
              </div>
              <div className="row wrap">
                <span className={pair.likeness.likely ? 'warn' : 'muted'}>{words(pair.likeness)}</span>
                <Button size="small" onClick={() => setMerging(pair)}>
                  {t('twins.merge')} <span className="spoken-only">{pair.one.name}</span>
                </Button>
                <Button
                  size="small"
                  onClick={() => void run({ name: 'keep-apart', input: { one: pair.one.id, other: pair.other.id } })}
                >
                  {t('twins.apart')} <span className="spoken-only">{pair.one.name}</span>
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {
        merging &&
        <MergeDrawer one={merging.one} other={merging.other} onSaved={() => setMerging(null)} onLeave={() => setMerging(null)} /> // prettier-ignore
      }
    </>
  )
}

function Side({ row }: { readonly row: PersonRow }) {
  const { t } = useTranslation('residents')
  const about = [row.age === null ? '' : t('age', { n: row.age }), row.phoneTail && t('tail', { tail: row.phoneTail }), t('cases', { n: row.cases })] // prettier-ignore
  return (
    <div>
      <a href={pathOf({ screen: 'residents', id: row.id })}>{row.name}</a>{' '}
      <small className="muted">{about.filter(Boolean).join(' · ')}</small>
      <div className="small">{row.place}</div>
      <MarkTags row={row} />
    </div>
  )
}
