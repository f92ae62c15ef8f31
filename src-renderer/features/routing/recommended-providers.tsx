/** 推荐承办单位: best first, each with the sentences that decided, and one button that sends the case there. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseView, RunCode } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { pathOf } from '#app/session/route.ts'
import { useKeys } from '#app/ui/keys.ts'
import { Kbd } from '#app/ui/kbd.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { useProblemWords } from '#app/ui/use-problem-words.ts'
import { isOpen } from '#core/case-file/status.ts'
import { wayOf } from '#core/routing/order-terms.ts'
import type { Candidate, Routing } from '#core/routing/ranking.ts'
import { CandidateCard } from './candidate-card.tsx'
import { needsReason } from './candidate-reasons.tsx'
import { ChainSteps, WhyNot } from './why-not.tsx'
import './candidates.css'

const FEW = 3

type RecommendedProps = {
  readonly view: CaseView
  /** Opens the form: what goes out, and on which ground, is said there. */
  readonly onAsk: (provider: string) => void
  readonly onGap: () => void
  /** `acts`: what was written. */
  readonly onSent: (way: 'dispatch' | 'report-up', acts: readonly string[]) => void
}

export function RecommendedProviders(props: RecommendedProps) {
  const { t } = useTranslation('routing')
  const { view } = props
  // Who has it already stands in a card of its own (follow-up/order-card.tsx).
  if (!isOpen(view.status) || view.openReferral) return null
  if (!view.routing)
    return (
      <section className="card recommended">
        <h2>{t('undecided')}</h2>
        <p className="muted small">{t('undecidedText')}</p>
      </section>
    )
  return <Choice {...props} routing={view.routing} />
}

function Choice({ view, routing, onAsk, onGap, onSent }: RecommendedProps & { readonly routing: Routing }) {
  const { t } = useTranslation(['routing', 'codes'])
  const { desk } = useServices()
  const problemWords = useProblemWords()
  const [all, setAll] = useState(false)
  const [sending, setSending] = useState<string | null>(null)
  const [problem, setProblem] = useState<RunCode | null>(null)
  const { fitting, excluded, alongside, marketAlone } = routing
  const candidates = routing.candidates.filter(({ serviceType }) => serviceType === fitting)
  const shown = all ? candidates : candidates.slice(0, FEW)
  const hasGap = view.file.acts.some((act) => act.type === 'gap')

  const send = async (candidate: Candidate): Promise<void> => {
    setSending(candidate.provider)
    setProblem(null)
    const { provider, service } = candidate
    const input = { case: view.file.id, provider, reason: '', demand: '', ...(service !== null && { service }) }
    const sent = await desk.run({ name: 'dispatch', input })
    setSending(null)
    if (sent.ok) onSent(wayOf(candidate.providerType), sent.value.entities)
    else setProblem(sent.error)
  }
  /** An office gets what the case has; for everybody else the form asks what may go out. */
  const isPlain = ({ provider, providerType }: Candidate): boolean =>
    wayOf(providerType) === 'report-up' && !needsReason(routing, provider)
  const choose = (candidate: Candidate): void => {
    if (sending !== null) return
    if (isPlain(candidate)) void send(candidate)
    else onAsk(candidate.provider)
  }
  useKeys(
    shown.slice(0, FEW).map((candidate, i) => ({
      key: String(i + 1),
      label: t('routing:choose', { n: i + 1 }),
      run: () => choose(candidate),
      quiet: true,
    })),
  )
  return (
    <section className="card recommended" aria-label={t('routing:title')}>
      <div className="row">
        <h2>{t('routing:title')}</h2>
        <span className="muted small">
          {[
            candidates.length > 0 && t('routing:fits', { n: candidates.length }),
            excluded.length > 0 && t('routing:excludedCount', { n: excluded.length }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </div>
      {marketAlone && (
        <div className="problem" role="alert">
          {t('routing:marketAlone')}
        </div>
      )}
      {alongside && (
        <div className="problem" role="alert">
          {t('routing:alongside', { name: alongside.name })}{' '}
          <Button size="small" onClick={() => onAsk(alongside.provider)}>
            {t('routing:tellThem', { name: alongside.name })}
          </Button>
        </div>
      )}
      {problem?.kind === 'refused' && (
        <div className="problem" role="alert">
          {t(`codes:refusal.${problem.refusal.code}`)}
        </div>
      )}
      {problem?.kind === 'not-saved' && <Problem words={problemWords(problem.code)} />}
      {fitting !== routing.serviceType && <ChainSteps routing={routing} />}
      {fitting === null && (
        <>
          <p className="muted small">
            <b>{t(excluded.length > 0 ? 'routing:nobody' : 'routing:noProviders')}</b>{' '}
            {t(excluded.length > 0 ? 'routing:nobodyText' : 'routing:noProvidersText')}
          </p>
          <div className="row">
            <Button type="primary" size="small" onClick={onGap}>
              {t('routing:recordGap')}
              <Kbd keys="K" />
            </Button>
            <a href={pathOf({ screen: 'providers' })}>{t('routing:toProviders')}</a>
          </div>
        </>
      )}
      {hasGap && <p className="muted small">{t('routing:gapRecorded')}</p>}
      {shown.map((candidate, i) => (
        <CandidateCard
          key={candidate.provider}
          candidate={candidate}
          first={i === 0 && routing.proposed === candidate.provider}
          plain={isPlain(candidate)}
          withReason={needsReason(routing, candidate.provider)}
          keyShown={i < FEW ? String(i + 1) : null}
          busy={sending === candidate.provider}
          disabled={sending !== null && sending !== candidate.provider}
          onChoose={() => choose(candidate)}
        />
      ))}
      {shown.length < candidates.length && (
        <Button type="link" size="small" onClick={() => setAll(true)}>
          {t('routing:more', { n: candidates.length - shown.length })}
        </Button>
      )}
      <WhyNot excluded={excluded} />
    </section>
  )
}
