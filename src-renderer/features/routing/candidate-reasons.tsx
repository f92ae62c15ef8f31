import { useTranslation } from 'react-i18next'
import type { Candidate } from '#core/routing/candidates.ts'
import './candidates.css'

/** Why this provider stands where it stands: a tick for what speaks for it, a dash for what has to be explained. */
export function CandidateReasons({ candidate }: { candidate: Candidate }) {
  const { t } = useTranslation('codes')
  return (
    <ul className="candidate-reasons">
      {candidate.reasons.map((reason) => (
        <li key={reason.code} className={reason.code === 'other-type' ? 'but' : ''}>
          {'words' in reason
            ? t(`routingReason.${reason.code}`, { words: reason.words })
            : t(`routingReason.${reason.code}`)}
        </li>
      ))}
    </ul>
  )
}

/** Another type's provider may be chosen, but not without a word why. */
export const isOtherType = (candidate: Candidate): boolean =>
  candidate.reasons.some((reason) => reason.code === 'other-type')
