import { Button, Select, Switch, type SelectProps } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '#app/text/text.ts'
import { SearchBox } from '#app/ui/search-box.tsx'
import type { Filter } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useSession } from '#app/session/session.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import { CHANNELS, REQUEST_KINDS, SERVICE_TYPES, STATUSES, URGENCIES } from '#core/case-file/codes.ts'
import { WAITINGS } from '#core/case-file/waiting.ts'
import { DUE_PERIODS, RECEIVED_PERIODS, type DuePeriod, type ReceivedPeriod } from '#core/follow-up/period.ts'
import { MARKS, type Mark } from '#core/person/marks.ts'
import { ListPeriod } from './list-period.tsx'
import './case-filters.css'

/** Undefined takes a condition away. */
type Change = { readonly [K in keyof Filter]?: Filter[K] | undefined }

type CaseFiltersProps = {
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
  /** ↓ and Enter in the search box go to the rows. */
  readonly onRows: () => void
  /** 今日待办: who and which kind of service; all the rest behind 更多条件. */
  readonly lean?: boolean
}

/** Those behind 更多条件; they show themselves while one of them narrows the list. */
const MORE = [
  'urgency',
  'waiting',
  'due',
  'received',
  'provider',
  'category',
  'place',
  'mark',
  'requesterOf',
] as const satisfies (keyof Filter)[]

/** Behind it too where the bar is lean. */
const LEAN_MORE = ['status', 'requestKind', 'channel'] as const satisfies (keyof Filter)[]

export function CaseFilters({ filter, onFilter, onRows, lean = false }: CaseFiltersProps) {
  const { t } = useTranslation(['cases', 'codes'])
  const [wanted, setWanted] = useState(false)
  const set = (change: Change): void => onFilter(withoutEmpty({ ...filter, ...change }))
  const hidden = lean ? [...MORE, ...LEAN_MORE] : MORE
  const inUse = hidden.some((name) => filter[name] !== undefined)
  const more = wanted || inUse
  const handler = <HandlerFilter value={filter.handler} onChange={(who) => set({ handler: who })} />
  const station = <StationFilter value={filter.station} onChange={(house) => set({ station: house })} />
  const serviceType = (
    <Many
      label={t('cases:serviceType')}
      value={filter.serviceType}
      options={[...SERVICE_TYPES, 'undecided' as const].map((value) => ({
        value,
        label: t(`codes:serviceType.${value}`),
      }))}
      onChange={(types) => set({ serviceType: types })}
    />
  )
  const codes = (
    <>
      <Many
        label={t('cases:status')}
        value={filter.status}
        options={STATUSES.map((value) => ({ value, label: t(`codes:statusFilter.${value}`) }))}
        onChange={(status) => set({ status })}
      />
      {!lean && serviceType}
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
    </>
  )
  return (
    <div className="case-filters">
      {lean ? (
        <>
          {station}
          {handler}
          {serviceType}
        </>
      ) : (
        <>
          <SearchBox
            className="search"
            label={t('search')}
            hint={t('searchHint')}
            value={filter.search ?? ''}
            onSearch={(search) => set({ search })}
            onRows={onRows}
          />
          {station}
          {codes}
          {handler}
          <label className="row open-only">
            <Switch size="small" checked={filter.open === true} onChange={(open) => set({ open })} />
            {t('cases:openOnly')}
          </label>
        </>
      )}
      {filter.ids !== undefined && (
        <Button size="small" onClick={() => set({ ids: undefined })}>
          {t('cases:figure', { count: filter.ids.length })} <span aria-hidden="true">×</span>
        </Button>
      )}
      {!inUse && (
        <Button type="text" size="small" aria-expanded={more} onClick={() => setWanted(!wanted)}>
          {more ? t('cases:fewer') : t('cases:more')}
        </Button>
      )}
      {more && (
        <>
          <i className="break" />
          {lean && codes}
          <MoreFilters filter={filter} onSet={set} />
        </>
      )}
    </div>
  )
}

/** Only where there are stations below. */
function StationFilter({
  value,
  onChange,
}: {
  readonly value: string | undefined
  readonly onChange: (house: string | undefined) => void
}) {
  const { t } = useTranslation('cases')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const stations = useAnswer(() => desk.stationChoices(), [desk, revision]) ?? []
  if (stations.length === 0) return null
  return (
    <Select
      aria-label={t('column.station')}
      placeholder={t('column.station')}
      popupMatchSelectWidth={false}
      allowClear={{ clearIcon: <span aria-hidden="true">×</span> }}
      showSearch={{ optionFilterProp: 'label' }}
      value={value}
      options={stations.map(({ house, name }) => ({ value: house, label: name }))}
      onChange={onChange}
    />
  )
}

function MoreFilters({ filter, onSet }: { filter: Filter; onSet: (change: Change) => void }) {
  const { t } = useTranslation(['cases', 'codes', 'residents'])
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const providers = useAnswer(() => desk.providers(), [desk, revision])
  const areas = useAnswer(() => desk.areas(), [desk, revision])
  return (
    <>
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
      <CategoryFilter value={filter.category} onChange={(category) => onSet({ category })} />
      {((areas?.length ?? 0) > 0 || filter.place !== undefined) && (
        <Select<string | undefined>
          aria-label={t('cases:column.place')}
          placeholder={t('cases:column.place')}
          className="provider"
          popupMatchSelectWidth={false}
          allowClear={{ clearIcon: <span aria-hidden="true">×</span> }}
          showSearch={{ optionFilterProp: 'label' }}
          value={filter.place}
          options={(areas ?? []).map(({ id, words }) => ({ value: id, label: words }))}
          onChange={(place) => onSet({ place })}
        />
      )}
      <Select<Mark | undefined>
        aria-label={t('cases:mark')}
        placeholder={t('cases:mark')}
        popupMatchSelectWidth={false}
        allowClear={{ clearIcon: <span aria-hidden="true">×</span> }}
        value={filter.mark}
        options={MARKS.map((value) => ({ value, label: t(`residents:mark.${value}`) }))}
        onChange={(mark) => onSet({ mark })}
      />
      {filter.requesterOf !== undefined && (
        <Button size="small" onClick={() => onSet({ requesterOf: undefined })}>
          {t('cases:onePerson')} <span aria-hidden="true">×</span>
        </Button>
      )}
    </>
  )
}

/** 经办人: everybody who works here, those who left too, while they have cases in hand. */
export function HandlerFilter({
  value,
  onChange,
}: {
  value: string | undefined
  onChange: (value: string | undefined) => void
}) {
  const { t } = useTranslation('cases')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const people = useAnswer(() => desk.colleagues(), [desk, revision])
  const options = (people ?? [])
    .filter(({ id, presence, open }) => presence !== 'left' || open > 0 || id === value)
    .map(({ id, name = '', open }) => ({ value: id, label: `${name} · ${open.toLocaleString('en')}` }))
  // One person alone chooses nobody.
  if (options.length < 2 && value === undefined) return null
  return (
    <Select<string | undefined>
      aria-label={t('handler')}
      placeholder={t('everybody')}
      popupMatchSelectWidth={false}
      allowClear={{ clearIcon: <span aria-hidden="true">×</span> }}
      value={value}
      options={options}
      onChange={onChange}
    />
  )
}

/** 分类: a field, a group or a leaf of the catalogue; the wider ones are everything under them. */
function CategoryFilter({
  value,
  onChange,
}: {
  value: string | undefined
  onChange: (value: string | undefined) => void
}) {
  const { t } = useTranslation('cases')
  const { desk } = useServices()
  const language = useLanguage()
  const revision = useSession((session) => session.revision)
  const catalogue = useAnswer(() => desk.categories(), [desk, revision])
  const side = language === 'en' ? 'en' : 'zh'
  const options = new Map<string, string>()
  for (const { code, level1, level2, name } of catalogue?.leaves ?? []) {
    options.set(code.slice(0, 3), level1[side])
    options.set(code.slice(0, 5), `${level1[side]} › ${level2[side]}`)
    options.set(code, name[side])
  }
  return (
    <Select<string | undefined>
      aria-label={t('category')}
      placeholder={t('category')}
      className="provider"
      popupMatchSelectWidth={false}
      allowClear={{ clearIcon: <span aria-hidden="true">×</span> }}
      showSearch={{ optionFilterProp: 'label' }}
      value={value}
      options={[...options].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([code, label]) => ({ value: code, label }))}
      onChange={onChange}
    />
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
