import { Button, Select, Switch, type SelectProps } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Filter } from '#app/services/desk-types.ts'
import { CHANNELS, REQUEST_KINDS, SERVICE_TYPES, STATUSES } from '#core/case-file/codes.ts'
import { SORT_NAMES, type SortName } from './list-place.ts'
import { SearchBox } from './search-box.tsx'

type CaseFiltersProps = {
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
  readonly sort: SortName
  readonly onSort: (sort: SortName) => void
  /** ↓ and Enter in the search box go to the rows. */
  readonly onRows: () => void
}

export function CaseFilters({ filter, onFilter, sort, onSort, onRows }: CaseFiltersProps) {
  const { t } = useTranslation(['cases', 'codes'])
  const set = (change: Filter): void => onFilter(withoutEmpty({ ...filter, ...change }))
  return (
    <div className="case-filters">
      <SearchBox value={filter.search ?? ''} onSearch={(search) => set({ search })} onRows={onRows} />
      <Many
        label={t('cases:status')}
        value={filter.status}
        options={STATUSES.map((value) => ({ value, label: t(`codes:statusFilter.${value}`) }))}
        onChange={(status) => set({ status })}
      />
      <Many
        label={t('cases:serviceType')}
        value={filter.serviceType}
        options={[...SERVICE_TYPES, 'undecided' as const].map((value) => ({
          value,
          label: t(`codes:serviceType.${value}`),
        }))}
        onChange={(serviceType) => set({ serviceType })}
      />
      <Many
        label={t('cases:requestKind')}
        value={filter.requestKind}
        options={REQUEST_KINDS.map((value) => ({ value, label: t(`codes:requestKind.${value}`) }))}
        onChange={(requestKind) => set({ requestKind })}
      />
      <Many
        label={t('cases:channel')}
        value={filter.channel}
        options={CHANNELS.map((value) => ({ value, label: t(`codes:channel.${value}`) }))}
        onChange={(channel) => set({ channel })}
      />
      <label className="row open-only">
        <Switch size="small" checked={filter.open === true} onChange={(open) => set({ open })} />
        {t('cases:openOnly')}
      </label>
      {Object.keys(filter).length > 0 && (
        <Button type="link" size="small" onClick={() => onFilter({})}>
          {t('cases:clear')}
        </Button>
      )}
      <Select
        aria-label={t('cases:sort')}
        className="sort"
        popupMatchSelectWidth={false}
        value={sort}
        options={SORT_NAMES.map((value) => ({ value, label: t(`cases:sortKey.${value}`) }))}
        onChange={onSort}
      />
    </div>
  )
}

type ManyProps<V extends string> = {
  readonly label: string
  readonly value: readonly V[] | undefined
  readonly options: readonly { readonly value: V; readonly label: string }[]
  readonly onChange: (value: readonly V[]) => void
}

/** Several of a closed list; none chosen means all. */
function Many<V extends string>({ label, value, options, onChange }: ManyProps<V>) {
  const { t } = useTranslation('cases')
  const props: SelectProps<V[]> = {
    mode: 'multiple',
    'aria-label': label,
    placeholder: label,
    value: [...(value ?? [])],
    options: [...options],
    onChange: (chosen) => onChange(chosen),
    maxTagCount: value && value.length > 1 ? 0 : 1,
    maxTagPlaceholder: (chosen) => t('chosen', { n: chosen.length }),
    showSearch: false,
    popupMatchSelectWidth: false,
  }
  return <Select {...props} />
}

/** A filter that narrows nothing is not a filter: the button 清除条件 stands only while one does. */
function withoutEmpty(filter: Filter): Filter {
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) =>
      Array.isArray(value) ? value.length > 0 : value !== '' && value !== false,
    ),
  ) as Filter
}
