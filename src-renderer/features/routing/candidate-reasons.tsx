/** Why this provider stands where it stands: a tick for what speaks for it, a dash for what does not; then what is 未填. */
import { useLanguage } from '#app/text/text.ts'
import { factWords, isUnknown, unknownWords } from '#core/routing/sentences.ts'
import type { Candidate, Routing } from '#core/routing/ranking.ts'
import './candidates.css'

export function CandidateReasons({ candidate: { judgements } }: { candidate: Candidate }) {
  const language = useLanguage()
  const unknown = unknownWords(judgements, language)
  return (
    <>
      <ul className="candidate-reasons">
        {judgements
          .filter((one) => !isUnknown(one))
          .map(({ aspect, fact, points }) => (
            <li key={aspect} className={points > 0 ? '' : 'but'}>
              {factWords(fact, language)}
            </li>
          ))}
      </ul>
      {unknown !== '' && <p className="candidate-unknown muted small">{unknown}</p>}
    </>
  )
}

/** Whoever is not the first of the fitting kind may be chosen, but not without a word why. */
export const needsReason = ({ proposed, serviceType, candidates }: Routing, provider: string): boolean =>
  (proposed !== null && provider !== proposed) ||
  !candidates.some((one) => one.provider === provider && one.serviceType === serviceType)
