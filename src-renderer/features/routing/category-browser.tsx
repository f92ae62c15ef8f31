/** The catalogue in three steps, side by side: field, group, leaf. */
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useTwoNames } from '#app/ui/category-name.ts'
import type { Category } from '#core/category/category.ts'

type CategoryBrowserProps = { readonly leaves: readonly Category[]; readonly onPick: (leaf: Category) => void }

export function CategoryBrowser({ leaves, onPick }: CategoryBrowserProps) {
  const { t } = useTranslation('categories')
  const names = useTwoNames()
  const inUse = leaves.filter(({ retired }) => !retired)
  const [level1, setLevel1] = useState(inUse[0]?.code.slice(1, 3) ?? '')
  const [level2, setLevel2] = useState('')
  const fields = firstOf(inUse, (leaf) => leaf.code.slice(1, 3))
  const groups = firstOf(
    inUse.filter(({ code }) => code.slice(1, 3) === level1),
    (leaf) => leaf.code.slice(1, 5),
  )
  const group = groups.some(({ code }) => code.slice(1, 5) === level2) ? level2 : (groups[0]?.code.slice(1, 5) ?? '')
  const column = (label: string, items: ReactNode) => (
    <ul aria-label={label} className="category-column">
      {items}
    </ul>
  )
  const choice = (key: string, words: string, isHere: boolean, choose: () => void) => (
    <li key={key}>
      <button type="button" aria-pressed={isHere} onClick={choose}>
        {words}
      </button>
    </li>
  )
  return (
    <div className="category-browser">
      {column(
        t('pick.level1'),
        fields.map((leaf) => {
          const code = leaf.code.slice(1, 3)
          return choice(code, names(leaf.level1), code === level1, () => setLevel1(code))
        }),
      )}
      {column(
        t('pick.level2'),
        groups.map((leaf) => {
          const code = leaf.code.slice(1, 5)
          return choice(code, names(leaf.level2), code === group, () => setLevel2(code))
        }),
      )}
      {column(
        t('pick.leaf'),
        inUse
          .filter(({ code }) => code.slice(1, 5) === group)
          .map((leaf) => choice(leaf.code, names(leaf.name), false, () => onPick(leaf))),
      )}
    </div>
  )
}

/** The first leaf of each field or group. */
function firstOf(leaves: readonly Category[], part: (leaf: Category) => string): readonly Category[] {
  const first = new Map<string, Category>()
  for (const leaf of leaves) if (!first.has(part(leaf))) first.set(part(leaf), leaf)
  return [...first.values()]
}
