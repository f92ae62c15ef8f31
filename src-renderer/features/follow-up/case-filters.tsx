import { Button, Select, Switch, type SelectProps } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SearchBox } from '#app/ui/search-box.tsx'
import type { Filter } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useSession } from '#app/session/session.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import { CHANNELS, REQUEST_KINDS, SERVICE_TYPES, STATUSES, URGENCIES } from '#core/case-file/codes.ts'
import { WAITINGS } from '#core/case-file/waiting.ts'
import { DUE_PERIODS, RECEIVED_PERIODS, type DuePeriod, type ReceivedPeriod } from '#core/follow-up/period.ts'
import { ListPeriod } from './list-period.tsx'

/** Undefined takes a condition away. */
type Change = { readonly [K in keyof Filter]?: Filter[K] | undefined }

type CaseFiltersProps = {
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
  /** ↓ and Enter in the search box go to the rows. */
  readonly onRows: () => void
}

/** Those behind 更多条件; they show themselves while one of them narrows the list. */
const MORE = ['urgency', 'waiting', 'due', 'received', 'provider', 'requesterOf'] as const satisfies (keyof Filter)[]

export function CaseFilters({ filter, onFilter, onRows }: CaseFiltersProps) {
  const { t } = useTranslation(['cases', 'codes'])
  const [wanted, setWanted] = useState(false)
  const set = (change: Change): void => onFilter(withoutEmpty({ ...filter, ...change }))
  const inUse = MORE.some((name) => filter[name] !== undefined)
  const more = wanted || inUse
  return (
    <div className="case-filters">
      <SearchBox
        className="search"
        label={t('search')}
        hint={t('searchHint')}
        value={filter.search ?? ''}
        onSearch={(search) => set({ search })}
        onRows={onRows}
      />
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
      {!inUse && (
        <Button type="text" size="small" aria-expanded={more} onClick={() => setWanted(!wanted)}>
          {more ? t('cases:fewer') : t('cases:more')}
        </Button>
      )}
      {more && <MoreFilters filter={filter} onSet={set} />}
    </div>
  )
}

function MoreFilters({ filter, onSet }: { filter: Filter; onSet: (change: Change) => void }) {
  const { t } = useTranslation(['cases', 'codes'])
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const providers = useAnswer(() => desk.providers(), [desk, revision])
  return (
    <>
      <i className="break" />
      <Many
        label={t('cases:waitingFor')}
        value={filter.waiting}
        options={WAITINGS.map((value) => ({ value, label: t(`cases:waiting.${value}`) }))}
        onChange={(waiting) => onSet({ waiting })}
      />
      <Many
        label={t('cases:urgency')}
        value={filter.urgency}
        options={URGENCIES.map((value) => ({ value, label: t(`codes:urgency.${value}`) }))}
        onChange={(urgency) => onSet({ urgency })}
      />
      <ListPeriod<DuePeriod>
        label={t('cases:dueIn')}
        value={filter.due}
        options={DUE_PERIODS.map((value) => ({ value, label: t(`cases:duePeriod.${value}`) }))}
        onChange={(due) => onSet({ due })}
      />
      <ListPeriod<ReceivedPeriod>
        label={t('cases:receivedIn')}
        value={filter.received}
        options={RECEIVED_PERIODS.map((value) => ({ value, label: t(`cases:receivedPeriod.${value}`) }))}
        onChange={(received) => onSet({ received })}
      />
      <Select<string | undefined>
        aria-label={t('cases:column.provider')}
        placeholder={t('cases:column.provider')}
        className="provider"
        popupMatchSelectWidth={false}
        allowClear={{ clearIcon: <span aria-hidden="true">×</span> }}
        value={filter.provider}
        options={(providers ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(provider) => onSet({ provider })}
      />
      {filter.requesterOf !== undefined && (
        <Button size="small" onClick={() => onSet({ requesterOf: undefined })}>
          {t('cases:onePerson')} <span aria-hidden="true">×</span>
        </Button>
      )}
    </>
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
function withoutEmpty(filter: Change): Filter {
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) =>
      Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '' && value !== false,
    ),
  ) as Filter
}
