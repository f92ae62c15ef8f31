/** One recommended provider: name, what it would do, why, and the button. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '#app/text/text.ts'
import { Kbd } from '#app/ui/kbd.tsx'
import { ServiceTypeTile } from '#app/ui/service-type-tile.tsx'
import { wayOf } from '#core/routing/order-terms.ts'
import type { Candidate } from '#core/routing/ranking.ts'
import { factWords } from '#core/routing/sentences.ts'
import { CandidateReasons } from './candidate-reasons.tsx'

type CandidateCardProps = {
  readonly candidate: Candidate
  /** Best of the list: framed, and its button is the accented one. */
  readonly first: boolean
  /** Sent at once; otherwise the button opens the form. */
  readonly plain: boolean
  readonly withReason: boolean
  readonly keyShown: string | null
  readonly busy: boolean
  readonly disabled: boolean
  readonly onChoose: () => void
}

export function CandidateCard({
  candidate,
  first,
  plain,
  withReason,
  keyShown,
  busy,
  disabled,
  onChoose,
}: CandidateCardProps) {
  // prettier-ignore
  const { t } = useTranslation('routing')
  const { name, serviceName, serviceType, providerType } = candidate
  const up = wayOf(providerType) === 'report-up'
  const label = withReason ? t('withReason', { name }) : up ? t('reportTo', { name }) : t('dispatchTo', { name })
  return (
    <div className={`candidate${first ? ' first' : ''}`}>
      <div className="row">
        <ServiceTypeTile type={serviceType} />
        <b>{name}</b>
        <Button
          size="small"
          type={first ? 'primary' : 'default'}
          aria-label={label}
          loading={busy}
          disabled={disabled}
          onClick={onChoose}
        >
          {up ? t(plain ? 'report' : 'reportAsk') : t('dispatch')}
          {keyShown !== null && <Kbd keys={keyShown} />}
        </Button>
      </div>
      {serviceName !== '' && serviceName !== name && <div className="muted small">{serviceName}</div>}
      <CandidateReasons candidate={candidate} />
      <Points candidate={candidate} />
    </div>
  )
}

/** The total, as the sum that it is. */
function Points({ candidate: { score, judgements } }: { candidate: Candidate }) {
  const { t } = useTranslation('routing')
  const language = useLanguage()
  return (
    <details>
      <summary>{t('points', { n: score })}</summary>
      <ul className="why-not">
        {judgements
          .filter(({ points }) => points !== 0)
          .map(({ aspect, fact, points }) => (
            <li key={aspect}>
              {t('point', { words: factWords(fact, language), n: points > 0 ? `+${points}` : `−${-points}` })}
            </li>
          ))}
      </ul>
    </details>
  )
}
