/** 待核对: a list and the one that is looked at; settled, the next one stands there. Nothing waits for it. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RunCode } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useCounterView } from '#app/session/counter-view.ts'
import { useSession } from '#app/session/session.ts'
import { Chips } from '#app/ui/chips.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { SaveTrouble } from '#app/ui/save-trouble.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import type { Command } from '#core/commands.ts'
import { DIFFERENCE_KINDS, type DifferenceKind } from '#core/exchange/conflicts/difference.ts'
import { useConflictWords } from './conflict-words.ts'
import { DifferenceCard } from './difference-card.tsx'
import { RuleDrawer } from './rule-drawer.tsx'
import './conflicts.css'

/** As many as are looked at in one go; one that is settled makes room for the next. */
const SHOWN = 60

/** `id`: one case's alone. */
export function ConflictsScreen({ id }: { readonly id?: string }) {
  const { t } = useTranslation('conflicts')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const words = useConflictWords()
  const isCounter = useCounterView()
  const [kind, setKind] = useState<DifferenceKind | null>(null)
  const [at, setAt] = useState(0)
  const [isRuling, setRuling] = useState(false)
  const [problem, setProblem] = useState<RunCode | null>(null)
  const page = useAnswer(
    () => desk.differences({ offset: 0, limit: SHOWN, ...(kind && { kind }), ...(id && { case: id }) }),
    [desk, revision, kind, id, isCounter],
  )
  const rows = page?.rows ?? []
  const place = Math.max(0, Math.min(at, rows.length - 1))
  const move = (by: number): void => {
    setProblem(null)
    setAt(Math.max(0, Math.min(place + by, rows.length - 1)))
  }
  useKeys([
    { key: 'ArrowDown', label: t('next'), run: () => move(1) },
    { key: 'ArrowUp', label: t('previous'), run: () => move(-1), quiet: true },
  ])
  const run = async (commands: readonly Command[]): Promise<void> => {
    for (const command of commands) {
      const saved = await desk.run(command)
      setProblem(saved.ok ? null : saved.error)
      if (!saved.ok) return
    }
  }
  if (!page) return <p className="muted">{t('loading')}</p>
  const kinds = DIFFERENCE_KINDS.filter((one) => page.counts[one])
  const all = Object.values(page.counts).reduce((sum, n) => sum + n, 0)
  const current = rows[place]
  return (
    <div className="conflicts">
      <PageHead title={t('title')} aside={all > 0 && t('total', { n: all })}>
        {(page.counts.field ?? 0) > 1 && <Button onClick={() => setRuling(true)}>{t('rule.open')}</Button>}
      </PageHead>
      {kinds.length > 1 && !id && (
        <div className="kinds">
          <Chips<DifferenceKind | 'all'>
            value={kind ?? 'all'}
            options={[
              { value: 'all', label: `${t('all')} ${all}` },
              ...kinds.map((one) => ({ value: one, label: `${t(`kind.${one}`)} ${page.counts[one] ?? 0}` })),
            ]}
            onChange={(one) => {
              setKind(one === 'all' ? null : one)
              setAt(0)
            }}
          />
        </div>
      )}
      {!current ? (
        <div className="card">
          <EmptyState
            title={isCounter ? t('counter') : t('none')}
            text={isCounter ? t('counterText') : t('noneText')}
          />
        </div>
      ) : (
        <div className="conflict-columns">
          <ol className="conflict-list">
            {rows.map((row, i) => (
              <li key={row.key}>
                <button type="button" aria-current={i === place} onClick={() => setAt(i)}>
                  <span className="muted small">{t(`kind.${row.kind}`)}</span>
                  <span className="one-line">{words.about(row)}</span>
                  {row.kind === 'field' && <span className="muted small one-line">{words.fields(row)}</span>}
                </button>
              </li>
            ))}
            {page.total > rows.length && <li className="muted small">{t('more', { n: page.total - rows.length })}</li>}
          </ol>
          <div>
            {problem && <SaveTrouble problem={problem} />}
            <DifferenceCard key={`${current.key} ${current.heads.join()}`} of={current} onRun={(of) => void run(of)} />
          </div>
        </div>
      )}
      {isRuling && <RuleDrawer pcs={page.pcs} onClose={() => setRuling(false)} />}
    </div>
  )
}
