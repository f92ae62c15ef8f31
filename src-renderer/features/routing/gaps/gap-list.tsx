/** Gaps one by one; each opens its case. Hundreds at most: drawn whole. */
import { useTranslation } from 'react-i18next'
import type { GapRow } from '#app/services/desk-types.ts'
import { pathOf } from '#app/session/route.ts'
import { ServiceTypeTile } from '#app/ui/service-type-tile.tsx'
import { useGapWords } from './gap-words.ts'

type GapListProps = {
  readonly gaps: readonly GapRow[]
  readonly selected: number
  readonly onSelect: (row: number) => void
}

export function GapList({ gaps, selected, onSelect }: GapListProps) {
  const { t } = useTranslation('routing')
  const words = useGapWords()
  return (
    <section className="card gap-list">
      <table aria-label={t('gaps.list')}>
        <thead>
          <tr>
            <th>{t('gaps.type')}</th>
            <th>{t('gaps.category')}</th>
            <th>{t('gaps.place')}</th>
            <th>{t('gaps.wantedBy')}</th>
            <th>{t('gaps.case')}</th>
            <th>{t('gaps.state')}</th>
          </tr>
        </thead>
        <tbody>
          {gaps.map((gap, row) => (
            <tr key={gap.id} aria-selected={row === selected} onClick={() => onSelect(row)}>
              <td>
                <ServiceTypeTile type={gap.serviceType} />
              </td>
              <td>
                {words.category(gap)}
                {gap.note !== '' && <div className="muted small">{gap.note}</div>}
              </td>
              <td>{words.place(gap.place)}</td>
              <td>{gap.wantedBy?.slice(0, 16).replace('T', ' ') ?? ''}</td>
              <td>
                <a href={pathOf({ screen: 'case', id: gap.case })}>{gap.number}</a>
                <div className="muted small">{gap.title}</div>
              </td>
              <td className={gap.state === 'open' ? 'bad' : ''}>{words.state(gap)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
