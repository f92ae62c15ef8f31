import { useTranslation } from 'react-i18next'
import { useTwoNames } from '#app/ui/category-name.ts'
import { ServiceTypeTile } from '#app/ui/service-type-tile.tsx'
import type { Category } from '#core/category/category.ts'

/** One leaf in a line: its kind of service, its name, its group. `words`: shown where the catalogue has no such leaf. */
export function LeafLine({ leaf, words }: { readonly leaf: Category | undefined; readonly words: string }) {
  const { t } = useTranslation('categories')
  const names = useTwoNames()
  if (!leaf) return <span>{words}</span>
  const name = names(leaf.name)
  return (
    <span className="leaf-line">
      <ServiceTypeTile type={leaf.serviceType} />
      <b>{leaf.retired ? t('pick.retiredLine', { name }) : name}</b>
      <span className="muted small">{names(leaf.level2)}</span>
    </span>
  )
}
