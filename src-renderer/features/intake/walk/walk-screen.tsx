/** 走访单: sheets that were printed, the newest first; a new one; and, with a sheet chosen, typing it in. */
import { Button } from 'antd'
import { useState, type ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { useNow } from '#app/session/now.ts'
import { go } from '#app/session/route.ts'
import { useSession } from '#app/session/session.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { NewSheet } from './new-sheet.tsx'
import { draftIdOf } from './typed-row.ts'
import { WalkEntry } from './walk-entry.tsx'
import './walk.css'

type WalkScreenProps = {
  /** The sheet that is typed in. */
  readonly id?: string
  /** The paper, from features/reports. */
  readonly Print: ComponentType<{ readonly id: string; readonly onClose: () => void }>
}

export function WalkScreen({ id, Print }: WalkScreenProps) {
  return id === undefined ? <SheetList Print={Print} /> : <OneSheet id={id} />
}

function OneSheet({ id }: { readonly id: string }) {
  const { t } = useTranslation('walk')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const answer = useAnswer(
    async () => ({ sheet: await desk.walkSheet(id), drafts: await desk.drafts('walk') }),
    [desk, id, revision],
  )
  if (!answer) return <p className="muted">{t('loading')}</p>
  const { sheet, drafts } = answer
  if (sheet) return <WalkEntry sheet={sheet} draft={drafts.find((draft) => draft.id === draftIdOf(id))?.values} />
  return (
    <div className="card">
      <EmptyState title={t('missing')} text={t('missingText')}>
        <Button type="primary" onClick={() => go({ screen: 'walk' })}>
          {t('back')}
        </Button>
      </EmptyState>
    </div>
  )
}

function SheetList({ Print }: Pick<WalkScreenProps, 'Print'>) {
  const { t } = useTranslation('walk')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const words = useMomentWords(useNow())
  const sheets = useAnswer(() => desk.walkSheets(), [desk, revision])
  const [making, setMaking] = useState(false)
  const [printing, setPrinting] = useState<string | null>(null)
  const [chosen, setChosen] = useState(0)
  const rows = sheets ?? []
  const at = Math.max(0, Math.min(chosen, rows.length - 1))
  const here = rows[at]
  useKeys([
    { key: 'N', label: t('newSheet'), run: () => setMaking(true) },
    { key: 'Enter', label: t('typeIn'), run: () => here && go({ screen: 'walk', id: here.id }) },
    { key: 'P', label: t('print'), run: () => here && setPrinting(here.id) },
    { key: 'ArrowUp', label: t('up'), run: () => setChosen(Math.max(0, at - 1)), quiet: true },
    { key: 'ArrowDown', label: t('down'), run: () => setChosen(Math.min(rows.length - 1, at + 1)), quiet: true },
  ])
  const newButton = (
    <Button type="primary" onClick={() => setMaking(true)}>
      {t('newSheet')}
      <Kbd keys="N" />
    </Button>
  )
  return (
    <>
      <PageHead title={t('title')} aside={t('lead')}>
        {newButton}
      </PageHead>
      {!sheets ? (
        <p className="muted">{t('loading')}</p>
      ) : rows.length === 0 ? (
        <div className="card">
          <EmptyState title={t('emptyTitle')} text={t('emptyText')}>
            {newButton}
          </EmptyState>
        </div>
      ) : (
        <table className="card plain-rows walk-sheets" aria-label={t('sheets')}>
          <thead>
            <tr>
              <th scope="col">{t('column.number')}</th>
              <th scope="col">{t('column.name')}</th>
              <th scope="col">{t('column.printed')}</th>
              <th scope="col">{t('column.typed')}</th>
              <th scope="col">
                <span className="spoken-only">{t('column.act')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((sheet, i) => (
              <tr
                key={sheet.id}
                className={i === at ? 'selected' : ''}
                aria-current={i === at}
                onClick={() => setChosen(i)}
              >
                <td>{sheet.number}</td>
                <td>{sheet.name}</td>
                <td>{words.at(sheet.printedAt)}</td>
                <td>{t('typed', { typed: sheet.typed, of: sheet.doors })}</td>
                <td className="act">
                  <Button size="small" tabIndex={-1} onClick={() => setPrinting(sheet.id)}>
                    {t('print')} <span className="spoken-only">{sheet.number}</span>
                    {i === at && <Kbd keys="P" />}
                  </Button>
                  <Button size="small" tabIndex={-1} onClick={() => go({ screen: 'walk', id: sheet.id })}>
                    {t('typeIn')} <span className="spoken-only">{sheet.number}</span>
                    {i === at && <Kbd keys="↵" />}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {making && (
        <NewSheet
          onMade={(id) => {
            setMaking(false)
            setChosen(0)
            setPrinting(id)
          }}
          onLeave={() => setMaking(false)}
        />
      )}
      {printing !== null && <Print id={printing} onClose={() => setPrinting(null)} />}
    </>
  )
}
