import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonRow, PersonView } from '#app/services/desk-types.ts'
import { pathOf } from '#app/session/route.ts'
import { useMomentWords } from '#app/ui/moment-words.ts'
import type { Moment } from '#core/lib/time.ts'
import { MergeDrawer } from './merge-drawer.tsx'
import { useRun } from './use-run.ts'
import { useTwinWords } from './twin-words.ts'

/** Entries that were merged into this one, and others that may be the same person. Nothing here when there is neither. */
export function PersonMerges({ view, now }: { readonly view: PersonView; readonly now: Moment }) {
  const { t } = useTranslation('residents')
  const words = useTwinWords()
  const moments = useMomentWords(now)
  const { run, problem } = useRun()
  const [merging, setMerging] = useState<PersonRow | null>(null)
  if (view.merges.length === 0 && view.twins.length === 0) return null
  return (
    <section className="card person-card" aria-label={t('tabs.twins')}>
      {problem && (
        <div className="problem" role="alert">
          {problem}
        </div>
      )}
      {view.merges.length > 0 && (
        <>
          <h2>{t('person.merges')}</h2>
          <ul className="plain-list">
            {view.merges.map((merge) => (
              <li key={merge.id}>
                {t('person.mergeLine', { name: merge.name, at: moments.at(merge.at), by: merge.byName })}{' '}
                <Button size="small" onClick={() => void run({ name: 'unmerge-people', input: { merge: merge.id } })}>
                  {t('person.unmerge')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {view.twins.length > 0 && (
        <>
          <h2>{t('tabs.twins')}</h2>
          <ul className="plain-list">
            {view.twins.map(({ row, likeness }) => (
              <li key={row.id}>
                <a href={pathOf({ screen: 'residents', id: row.id })}>{row.name}</a>
                {row.phoneTail && <small>{t('tail', { tail: row.phoneTail })}</small>}
                <p className="small muted">{words(likeness)}</p>
                <Button size="small" onClick={() => setMerging(row)}>
                  {t('twins.merge')}
                </Button>{' '}
                <Button
                  size="small"
                  onClick={() => void run({ name: 'keep-apart', input: { one: view.row.id, other: row.id } })}
                >
                  {t('twins.apart')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {merging && (
        <MergeDrawer one={view.row} other={merging} onSaved={() => setMerging(null)} onLeave={() => setMerging(null)} />
      )}
    </section>
  )
}
