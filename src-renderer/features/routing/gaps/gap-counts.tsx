/** What is lacking where: one line for each service, kind and place, the most often lacking first. */
import { useTranslation } from 'react-i18next'
import type { GapRow } from '#app/services/desk-types.ts'
import { ServiceTypeTile } from '#app/ui/service-type-tile.tsx'
import { gapCounts } from '#core/routing/gaps.ts'
import { useGapWords } from './gap-words.ts'

/** More is what the file is for. */
const SHOWN = 12

export function GapCounts({ gaps }: { gaps: readonly GapRow[] }) {
  const { t } = useTranslation('routing')
  const words = useGapWords()
  const names = new Map(gaps.map((gap) => [gap.category, gap.categoryName]))
  const counts = gapCounts(gaps).slice(0, SHOWN)
  return (
    <section className="card gap-counts" aria-label={t('gaps.summary')}>
      <h2>{t('gaps.summary')}</h2>
      <table>
        <thead>
          <tr>
            <th>{t('gaps.type')}</th>
            <th>{t('gaps.category')}</th>
            <th>{t('gaps.place')}</th>
            <th className="number">{t('gaps.open')}</th>
            <th className="number">{t('gaps.all')}</th>
          </tr>
        </thead>
        <tbody>
          {counts.map(({ category, serviceType, place, open, all }) => (
            <tr key={`${category} ${serviceType} ${place}`}>
              <td>
                <ServiceTypeTile type={serviceType} />
              </td>
              <td>{words.category({ category, categoryName: names.get(category) ?? null })}</td>
              <td>{words.place(place)}</td>
              <td className="number">{open}</td>
              <td className="number">{all}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
