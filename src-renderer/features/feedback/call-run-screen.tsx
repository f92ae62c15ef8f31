/** 连续回访: one case after the other, by keys alone. Nothing is lost when it is interrupted; the last save can be taken back. */
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RevisitRules } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { go } from '#app/session/route.ts'
import { useSession } from '#app/session/session.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { momentOf } from '#core/lib/time.ts'
import { CallCard } from './call-card.tsx'
import { newRun, RUN_DRAFT, runOf, savedCall, skippedCall, undoneCall, type CallRun } from './call-run.ts'

const leave = (): void => go({ screen: 'revisit' })

export function CallRunScreen() {
  const { t } = useTranslation('revisit')
  const { desk } = useServices()
  const begun = useAnswer(async () => {
    const [rules, drafts, ids] = await Promise.all([desk.revisitRules(), desk.drafts('revisit'), desk.revisitIds()])
    const kept = runOf(drafts.find(({ id }) => id === RUN_DRAFT), rules.user) // prettier-ignore
    return { rules, run: kept ?? newRun(rules.user, ids), isKept: kept !== null }
  }, [desk])
  if (!begun) return <p className="muted">{t('loading')}</p>
  return <Run rules={begun.rules} start={begun.run} isKept={begun.isKept} />
}

type RunProps = { readonly rules: RevisitRules; readonly start: CallRun; readonly isKept: boolean }

function Run({ rules, start, isKept }: RunProps) {
  const { t } = useTranslation('revisit')
  const { desk, clock } = useServices()
  const revision = useSession((session) => session.revision)
  const [run, setRun] = useState(start)
  const [said, setSaid] = useState(isKept ? t('call.resume', { n: start.ids.length - start.at }) : '')
  const undoing = useRef(false)
  const id = run.ids[run.at]
  const answer = useAnswer(async () => ({ id, sheet: id === undefined ? null : await desk.revisitCall(id) }), [desk, id, revision]) // prettier-ignore
  const sheet = answer?.id === id ? answer?.sheet : undefined

  const keep = (next: CallRun): void => {
    setRun(next)
    if (next.at >= next.ids.length) return void desk.removeDraft(RUN_DRAFT)
    void desk.putDraft({ id: RUN_DRAFT, form: 'revisit', title: '', changedAt: momentOf(clock()), values: next })
  }
  const skip = (): void => {
    if (id === undefined) return
    setSaid('')
    keep(skippedCall(run))
  }
  const undo = async (): Promise<void> => {
    const last = run.saved.at(-1)
    if (!last || undoing.current) return
    undoing.current = true
    const done = await desk.run({ name: 'withdraw-act', input: { case: last.case, act: last.act } })
    undoing.current = false
    if (!done.ok) return setSaid(t('call.notUndone', { number: last.number }))
    setSaid(t('call.undone', { number: last.number }))
    keep(undoneCall(run))
  }
  const fresh = async (): Promise<void> => {
    setSaid('')
    keep(newRun(rules.user, await desk.revisitIds()))
  }
  const undoKey = { key: 'Ctrl+Z', label: t('call.undo'), run: () => void undo(), outsideFields: true, quiet: run.saved.length === 0 } // prettier-ignore
  const leaveKey = {
    key: 'Escape',
    label: t('call.leave'),
    run: () => {
      const typing = document.activeElement
      if (typing instanceof HTMLElement && typing.matches('textarea, input:not([type=radio])')) typing.blur()
      else leave()
    },
  }
  const isOver = id === undefined
  // Erased meanwhile: nobody to ask.
  const isGone = !isOver && sheet === null
  const skipKey = { key: 'X', label: t('call.skip'), run: skip }
  useKeys(
    isOver
      ? [{ key: 'Enter', label: t('call.more'), run: () => void fresh() }, undoKey, leaveKey]
      : isGone
        ? [skipKey, undoKey, leaveKey]
        : [],
  )

  const head = (
    <PageHead
      title={t('call.title')}
      aside={
        isOver
          ? null
          : `${t('call.progress', { n: run.at + 1, of: run.ids.length })} · ${t('call.saved', { n: run.saved.length })}`
      }
    >
      {!isOver && run.at > 0 && <Button onClick={() => void fresh()}>{t('call.fresh')}</Button>}
      <Button onClick={leave}>
        {t('call.leave')}
        <Kbd keys="Esc" />
      </Button>
    </PageHead>
  )
  return (
    <div className="call-page">
      {head}
      {!isOver && (
        <progress className="call-progress" value={run.at} max={run.ids.length} aria-label={t('call.title')} />
      )}
      <div aria-live="polite" className="muted small call-said">
        {said || ' '}
      </div>
      {isOver ? (
        <div className="card">
          <EmptyState
            title={t(run.ids.length === 0 ? 'call.none' : 'call.finished')}
            text={
              run.ids.length === 0
                ? t('call.noneText')
                : t('call.finishedText', { saved: run.saved.length, skipped: run.skipped })
            }
          >
            <Button type="primary" onClick={() => void fresh()}>
              {t('call.more')}
              <Kbd keys="↵" />
            </Button>
            {run.saved.length > 0 && (
              <Button onClick={() => void undo()}>
                {t('call.undo')}
                <Kbd keys="Ctrl Z" />
              </Button>
            )}
          </EmptyState>
        </div>
      ) : sheet ? (
        <CallCard
          key={`${run.at} ${sheet.id}`}
          sheet={sheet}
          rules={rules}
          answers={run.answers}
          onAnswers={(answers) => keep({ ...run, answers })}
          onSaved={(act) => {
            setSaid(t('call.done', { number: sheet.row.number }))
            keep(savedCall(run, { case: sheet.id, act, number: sheet.row.number, answers: run.answers }))
          }}
          saveLabel={t('call.save')}
          keys={[skipKey, undoKey, leaveKey]}
        >
          <Button onClick={skip}>
            {t('call.skip')}
            <Kbd keys="X" />
          </Button>
          <Button disabled={run.saved.length === 0} onClick={() => void undo()}>
            {t('call.undo')}
            <Kbd keys="Ctrl Z" />
          </Button>
          <span className="muted small">{t('call.kept')}</span>
        </CallCard>
      ) : (
        <p className="muted">{isGone ? t('call.gone', { key: 'X' }) : t('loading')}</p>
      )}
    </div>
  )
}
