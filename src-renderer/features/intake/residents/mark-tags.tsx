import { useTranslation } from 'react-i18next'
import type { PersonRow } from '#app/services/desk-types.ts'

/** 关爱对象, each with its word; the tier before them. */
export function MarkTags({ row }: { readonly row: Pick<PersonRow, 'marks' | 'tier' | 'left'> }) {
  const { t } = useTranslation('residents')
  const { marks, tier, left } = row
  if (marks.length === 0 && !tier && !left) return null
  return (
    <span className="marks">
      {left && <i>{t(`leftWord.${left}`)}</i>}
      {tier && <i className={tier}>{t(`tier.${tier}`)}</i>}
      {marks.map((mark) => (
        <i key={mark}>{t(`mark.${mark}`)}</i>
      ))}
    </span>
  )
}
