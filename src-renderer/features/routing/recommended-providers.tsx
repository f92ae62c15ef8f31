/** 推荐承办单位: best first, each with the reasons that decided and one button that sends the case there. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseView, RunCode } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { pathOf } from '#app/session/route.ts'
import { Problem } from '#app/ui/problem.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { useProblemWords } from '#app/ui/use-problem-words.ts'
import type { ProviderCard } from '#core/book/book.ts'
import { isOpen } from '#core/case-file/status.ts'
import type { Candidate } from '#core/routing/candidates.ts'
import { wayOf } from '#core/routing/dispatch.ts'
import { CandidateReasons, isOtherType } from './candidate-reasons.tsx'
import { useKnownWords } from './providers/provider-words.ts'

const FEW = 3

type RecommendedProps = {
  readonly view: CaseView
  /** Opens the form: a provider of another type needs a word why. */
  readonly onAsk: (provider: string) => void
  /** `acts`: what was written. */
  readonly onSent: (way: 'dispatch' | 'report-up', acts: readonly string[]) => void
}

export function RecommendedProviders({ view, onAsk, onSent }: RecommendedProps) {
  const { t } = useTranslation(['case-file', 'codes'])
  const { desk } = useServices()
  const problemWords = useProblemWords()
  const [all, setAll] = useState(false)
  const [sending, setSending] = useState<string | null>(null)
  const [problem, setProblem] = useState<RunCode | null>(null)
  const providers = useAnswer(() => desk.providers(), [desk, view])
  const { serviceType, candidates } = view
  const cardOf = (id: string) => providers?.find((card) => card.id === id)
  if (!isOpen(view.status)) return null

  const way = wayOf(serviceType ?? '')
  const inForce = view.file.acts.find((act) => act.id === view.openReferral)
  const send = async (candidate: Candidate): Promise<void> => {
    setSending(candidate.provider)
    setProblem(null)
    const sent = await desk.run({
      name: 'dispatch',
      input: { case: view.file.id, provider: candidate.provider, reason: '', demand: '' },
    })
    setSending(null)
    if (sent.ok) onSent(way, sent.value.entities)
    else setProblem(sent.error)
  }

  if (!serviceType)
    return (
      <section className="card recommended">
        <h2>{t('case-file:providers.undecided')}</h2>
        <p className="muted small">{t('case-file:providers.undecidedText')}</p>
      </section>
    )
  if (inForce?.type === 'referral') {
    const provider = view.providerNames[inForce.provider] ?? t('case-file:timeline.unknownProvider')
    const card = cardOf(inForce.provider)
    return (
      <section className="card recommended">
        <h2>
          {inForce.way === 'report-up'
            ? t('case-file:providers.inForceUp', { provider })
            : t('case-file:providers.inForce', { provider })}
        </h2>
        {card && <Facts card={card} />}
        {card && <p>{card.phone}</p>}
      </section>
    )
  }
  const own = candidates.filter((candidate) => !isOtherType(candidate))
  const shown = all ? candidates : candidates.slice(0, FEW)
  return (
    <section className="card recommended" aria-label={t('case-file:providers.title')}>
      <div className="row">
        <h2>{t('case-file:providers.title')}</h2>
        <span className="muted small">{t('case-file:providers.count', { count: own.length })}</span>
      </div>
      {problem?.kind === 'refused' && (
        <div className="problem" role="alert">
          {t(`codes:refusal.${problem.refusal.code}`)}
        </div>
      )}
      {problem?.kind === 'not-saved' && <Problem words={problemWords(problem.code)} />}
      {candidates.length === 0 && (
        <p className="muted small">
          <b>{t('case-file:providers.none')}</b> {t('case-file:providers.noneText')}{' '}
          <a href={pathOf({ screen: 'providers' })}>{t('case-file:providers.toProviders')}</a>
        </p>
      )}
      {shown.map((candidate, i) => {
        const card = cardOf(candidate.provider)
        const other = isOtherType(candidate)
        const sendTo = t(way === 'report-up' ? 'case-file:providers.reportTo' : 'case-file:providers.dispatchTo', {
          provider: candidate.name,
        })
        return (
          <div key={candidate.provider} className={`candidate${i === 0 && !other ? ' first' : ''}`}>
            <div className="row">
              <b>{candidate.name}</b>
              <Button
                size="small"
                type={i === 0 && !other ? 'primary' : 'default'}
                aria-label={other ? t('case-file:providers.askReason', { provider: candidate.name }) : sendTo}
                loading={sending === candidate.provider}
                disabled={sending !== null && sending !== candidate.provider}
                onClick={() => (other ? onAsk(candidate.provider) : void send(candidate))}
              >
                {other ? t('case-file:providers.asked') : t(`codes:referralWay.${way}`)}
              </Button>
            </div>
            {card && <Facts card={card} />}
            <CandidateReasons candidate={candidate} />
          </div>
        )
      })}
      {shown.length < candidates.length && (
        <Button type="link" size="small" onClick={() => setAll(true)}>
          {t('case-file:providers.more', { count: candidates.length - shown.length })}
        </Button>
      )}
    </section>
  )
}

/** 可达性 in words; what is not known is left out and lowers nothing. */
function Facts({ card }: { card: ProviderCard }) {
  const { t } = useTranslation('codes')
  const { reach, cost, hours, area } = useKnownWords()(card)
  return (
    <div className="muted small">
      {[t(`providerKind.${card.kind}`), reach, cost, hours, area].filter(Boolean).join(' · ')}
    </div>
  )
}
