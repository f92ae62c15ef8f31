/** Who was left out and why, folded away; and the kinds of service that were tried before. */
import { useTranslation } from 'react-i18next'
import { useLanguage } from '#app/text/text.ts'
import { ServiceTypeTile } from '#app/ui/service-type-tile.tsx'
import type { Excluded, Routing } from '#core/routing/ranking.ts'
import { exclusionWords, stepWords } from '#core/routing/sentences.ts'

/** More would be a list of the whole directory; the number says how many there are. */
const SHOWN = 40

export function WhyNot({ excluded }: { excluded: readonly Excluded[] }) {
  const { t } = useTranslation('routing')
  const language = useLanguage()
  if (excluded.length === 0) return null
  return (
    <details>
      <summary>{t('whyNot', { n: excluded.length })}</summary>
      <ul className="why-not">
        {excluded.slice(0, SHOWN).map(({ provider, serviceType, name, why }) => (
          <li key={`${provider} ${serviceType}`}>{t('whyNotOne', { name, why: exclusionWords(why, language) })}</li>
        ))}
      </ul>
    </details>
  )
}

export function ChainSteps({ routing: { steps, fitting } }: { routing: Routing }) {
  const { t } = useTranslation('routing')
  const language = useLanguage()
  const last = steps.findIndex(({ serviceType }) => serviceType === fitting)
  return (
    <>
      <ol className="tried" aria-label={t('tried')}>
        {(last < 0 ? steps : steps.slice(0, last + 1)).map((step) => (
          <li key={step.serviceType}>
            <ServiceTypeTile type={step.serviceType} />
            <span>{stepWords(step, language)}</span>
          </li>
        ))}
      </ol>
      {fitting !== null && <p className="muted small">{t('fellThrough')}</p>}
    </>
  )
}
