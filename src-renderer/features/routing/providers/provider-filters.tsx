/** The list by category, area, what is open now and what needs attention. The kind of service and of organisation stand in the tiles and the matrix. */
import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DirectoryRow } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useSession } from '#app/session/session.ts'
import { useLanguage } from '#app/text/text.ts'
import { useAnswer } from '#app/ui/use-answer.ts'

export type ProviderFilter = {
  readonly category: string
  readonly area: string
  readonly openNow: boolean
  readonly attention: boolean
}
export const NO_FILTER: ProviderFilter = { category: '', area: '', openNow: false, attention: false }

/** What is not known fits no condition that asks for it, and every other one. */
export const fitsFilter = (
  row: DirectoryRow | undefined,
  { category, area, openNow, attention }: ProviderFilter,
): boolean =>
  (category === '' || row?.categories.includes(category) === true) &&
  (area === '' || row?.areaText.includes(area) === true) &&
  (!openNow || row?.open === true) &&
  (!attention || (row !== undefined && (row.stale || row.ending > 0)))

type ProviderFiltersProps = {
  readonly filter: ProviderFilter
  readonly onFilter: (filter: ProviderFilter) => void
  readonly rows: ReadonlyMap<string, DirectoryRow> | null
}

export function ProviderFilters({ filter, onFilter, rows }: ProviderFiltersProps) {
  const { t } = useTranslation('providers')
  const { desk } = useServices()
  const language = useLanguage()
  const revision = useSession((session) => session.revision)
  const choices =
    useAnswer(() => desk.categoryChoices(language === 'en' ? 'en' : 'zh'), [desk, language, revision]) ?? []
  const offered = new Set([...(rows?.values() ?? [])].flatMap(({ categories }) => categories))
  const toggle = (which: 'openNow' | 'attention') => (
    <Button size="small" aria-pressed={filter[which]} onClick={() => onFilter({ ...filter, [which]: !filter[which] })}>
      {t(`filter.${which}`)}
    </Button>
  )
  return (
    <div className="row provider-filters">
      <select
        className="plain-select"
        aria-label={t('filter.category')}
        value={filter.category}
        onChange={(event) => onFilter({ ...filter, category: event.target.value })}
      >
        <option value="">{t('filter.anyCategory')}</option>
        {choices
          .filter(({ id }) => offered.has(id))
          .map(({ id, words }) => (
            <option key={id} value={id}>
              {words}
            </option>
          ))}
      </select>
      <Input
        className="provider-area"
        aria-label={t('filter.area')}
        placeholder={t('filter.areaHint')}
        autoComplete="off"
        maxLength={40}
        value={filter.area}
        onChange={(event) => onFilter({ ...filter, area: event.target.value.trim() })}
      />
      {toggle('openNow')}
      {toggle('attention')}
      {filter !== NO_FILTER && (
        <Button size="small" type="text" onClick={() => onFilter(NO_FILTER)}>
          {t('filter.clear')}
        </Button>
      )}
    </div>
  )
}
