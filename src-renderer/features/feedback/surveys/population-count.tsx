/** How many fit, and whether the sample can be drawn from them: said before anybody presses 抽样. */
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { useSession } from '#app/session/session.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import { useSettled } from '#app/ui/use-settled.ts'
import { isDay } from '#core/lib/time.ts'
import { useStratumWords } from './stratum-words.ts'
import { populationTyped, strataTyped, type TypedPeople } from './typed-people.ts'

const PAUSE_MS = 300
/** More would be a page of their own. */
const SHOWN = 12

export function PopulationCount({ typed }: { readonly typed: TypedPeople }) {
  const { t } = useTranslation('surveys')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const wanted = { population: populationTyped(typed), strata: strataTyped(typed) }
  const key = JSON.stringify(wanted)
  const { population, strata } = useSettled(wanted, key, PAUSE_MS)
  const stratumWords = useStratumWords(strata.by)
  const isWhole = population.of !== 'cases' || (isDay(population.from) && isDay(population.until))
  const found = useAnswer(
    async () => (isWhole ? { key: JSON.stringify({ population, strata }), ...(await desk.surveyPopulation(population, strata)) } : null), // prettier-ignore
    [desk, JSON.stringify({ population, strata }), isWhole, revision],
  )
  if (!found || found.key !== key) return <p className="muted">{t('people.counting')}</p>
  const size = Number(typed.size)
  const parts = strata.by === 'none' ? [] : found.strata
  return (
    <div role="status">
      <p>
        <b>{t('people.count', { count: found.population })}</b>
      </p>
      {size > found.population ? (
        <p className="bad">{t('people.tooFew', { count: found.population, size })}</p>
      ) : (
        size < parts.length && <p className="bad">{t('people.tooManyStrata', { count: parts.length })}</p>
      )}
      <ul className="survey-strata small">
        {parts.slice(0, SHOWN).map((one) => (
          <li key={one.key}>{t('people.stratum', { name: stratumWords(one), count: one.population })}</li>
        ))}
        {parts.length > SHOWN && <li>…</li>}
      </ul>
      <p className="muted small">{t('people.once')}</p>
    </div>
  )
}
