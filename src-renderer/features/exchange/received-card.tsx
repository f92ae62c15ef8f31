/** One file that came: its steps, each with a tick, what an import would do, and the one button that does it. */
import { Button } from 'antd'
import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GuardWord, ImportStep, Received, TakeFailure, TakenIn } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { pathOf } from '#app/session/route.ts'
import { useProblemWords, type ProblemCode } from '#app/ui/use-problem-words.ts'
import { byteWords } from './byte-words.ts'
import { DryRunSheet } from './dry-run-sheet.tsx'
import { GuardSheet } from './guard-sheet.tsx'
import { useStopWords } from './use-stop-words.ts'

export type Looked = { readonly received: Received; readonly taken: TakenIn | null }

/** In the order in which the desk does them; whether it came before is only known once its contents are. */
const STEPS = ['size', 'kept', 'open', 'contents', 'trust', 'events', 'known', 'dry-run', 'saved'] as const satisfies readonly ImportStep[] // prettier-ignore

export const canTake = ({ received, taken }: Looked): boolean =>
  taken === null && received.stop === null && !received.known && received.dryRun !== null && received.step === 'dry-run'

type ReceivedCardProps = {
  readonly looked: Looked
  /** Alone on the page: its steps stand open. */
  readonly isOnly: boolean
  /** Null: put away. */
  readonly onChange: (next: Looked | null) => void
}

/** Of 200 cards only those are made anew whose file changed; `onChange` says the same whenever it was made. */
export const ReceivedCard = memo(Card, (a, b) => a.looked === b.looked && a.isOnly === b.isOnly)

function Card({ looked, isOnly, onChange }: ReceivedCardProps) {
  const { t } = useTranslation('exchange')
  const { desk } = useServices()
  const stopWords = useStopWords()
  const takeWords = useTakeWords()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<TakeFailure | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const { received, taken } = looked
  const take = async (guard: GuardWord): Promise<void> => {
    if (busy) return
    setBusy(true)
    setProblem(null)
    try {
      const done = await desk.takeIn(received.inbox, guard)
      if (done.ok) onChange({ received: done.value.received, taken: done.value })
      else {
        setProblem(done.error)
        if (done.error.received) onChange({ received: done.error.received, taken: null })
      }
    } catch (error) {
      setFailure(error ?? new Error('no reason given'))
    } finally {
      setBusy(false)
    }
  }
  if (failure !== null) throw failure
  const { from, part, dryRun, stop, known } = received
  return (
    <article className="exchange-received" aria-label={received.name}>
      <header>
        <b translate="no">{received.name}</b>
        <span className="small muted">
          {[
            byteWords(received.bytes),
            from && t(from.known ? 'in.from' : 'in.unknownFrom', { name: from.name }),
            received.profile && t(`profile.${received.profile}`),
            part && part.of > 1 && t('in.part', part),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <Button type="text" size="small" onClick={() => onChange(null)}>
          {t('out.close')}
        </Button>
      </header>
      <details open={isOnly || stop !== null}>
        <summary className="small">{t('in.detail')}</summary>
        <Steps received={received} isTaken={taken !== null} />
      </details>
      <div aria-live="polite">
        {/* Taken in, the line below says what of it waits. */}
        {stop !== null && !(stop === 'held' && taken) && (
          <div className={stop === 'held' ? 'problem mild' : 'problem'} role="alert">
            {stopWords(stop)}
          </div>
        )}
        {known && stop === null && <p className="done">{t('done.known')}</p>}
        {problem && <p className="problem">{takeWords(problem)}</p>}
        {taken && <Taken taken={taken} />}
      </div>
      {!taken && dryRun && stop === null && !known && (
        <>
          <DryRunSheet dryRun={dryRun} />
          {dryRun.guard ? (
            <GuardSheet dryRun={dryRun} busy={busy} onTake={(guard) => void take(guard)} />
          ) : (
            <div className="row">
              <Button type="primary" size="large" loading={busy} onClick={() => void take({ kind: 'none' })}>
                {busy ? t('in.taking') : t('sheet.take')}
              </Button>
            </div>
          )}
        </>
      )}
    </article>
  )
}

function Steps({ received, isTaken }: { readonly received: Received; readonly isTaken: boolean }) {
  const { t } = useTranslation('exchange')
  const passed = isTaken ? STEPS.length : received.step === '' ? 0 : STEPS.indexOf(received.step) + 1
  return (
    <ol className="exchange-steps">
      {STEPS.map((step, i) => {
        const state = i < passed ? 'done' : i === passed && received.stop !== null ? 'stopped' : 'ahead'
        return (
          <li key={step} className={state}>
            <i aria-hidden>{state === 'done' ? '✓' : state === 'stopped' ? '✕' : ''}</i>
            {t(`step.${step}`)}
            <span className="spoken-only">{t(`stepState.${state}`)}</span>
          </li>
        )
      })}
    </ol>
  )
}

function Taken({ taken: { counts, released } }: { readonly taken: TakenIn }) {
  const { t } = useTranslation('exchange')
  const n = (count: number): string => count.toLocaleString('en')
  return (
    <p className="done" role="status">
      {!counts
        ? t('sheet.taken')
        : (counts.fresh + counts.known > 0 || counts.held === 0) &&
          t('done.words', { fresh: n(counts.fresh), known: n(counts.known) })}{' '}
      {counts && counts.conflicts > 0 && (
        <>
          {t('done.conflicts', { n: n(counts.conflicts) })}
          <a href={pathOf({ screen: 'conflicts' })}>{t('done.conflictsLink')}</a>
          {'。 '}
        </>
      )}
      {counts && counts.held > 0 && t('done.held', { n: n(counts.held) })}{' '}
      {released.length > 0 && t('done.released', { n: released.length })}
    </p>
  )
}

export function useTakeWords(): (failure: Pick<TakeFailure, 'code'>) => string {
  const { t } = useTranslation('exchange')
  const problemWords = useProblemWords()
  return ({ code }) => {
    switch (code) {
      case 'guard':
      case 'wrong-count':
      case 'too-early':
      case 'wrong-secret':
      case 'same-person':
      case 'stopped':
      case 'locked':
        return t(`takeCode.${code}`)
      default: {
        const { what, safe, todo } = problemWords(code as ProblemCode)
        return `${what} ${safe} ${todo}`
      }
    }
  }
}
