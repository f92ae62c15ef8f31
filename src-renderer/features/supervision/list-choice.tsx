import { useTranslation } from 'react-i18next'
import type { FindingList } from '#app/services/desk-types.ts'
import { Chips } from '#app/ui/chips.tsx'

const LISTS: readonly FindingList[] = ['open', 'late', 'closed']

/** 待办 · 逾期 · 已了结 */
export function ListChoice({ at, onPick }: { readonly at: FindingList; readonly onPick: (list: FindingList) => void }) {
  const { t } = useTranslation('supervision')
  return (
    <Chips<FindingList>
      options={LISTS.map((value) => ({ value, label: t(`list.${value}`) }))}
      value={at}
      onChange={onPick}
    />
  )
}
