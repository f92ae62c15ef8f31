/** Which stretch of time, and what of it: the same for every tab. */
import { Button, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { useSession } from '#app/session/session.ts'
import { DayInput } from '#app/ui/day-input.tsx'
import { Field } from '#app/ui/field.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { SERVICE_TYPES } from '#core/case-file/codes.ts'
import { PERIOD_NAMES, periodProblem, type Period, type PeriodName } from '#core/figures/period.ts'
import { momentOf } from '#core/lib/time.ts'
import { periodNamed } from '#core/figures/period.ts'
import type { ReportFilters } from '#core/reports/slices.ts'
import { CategoryChoice } from './category-choice.tsx'
import { askFor, useReportQuery } from './report-query.ts'

const OWN = 'own'

/** `shown`: the period of the figures that stand there. */
export function QueryBar({ shown }: { readonly shown: Period | null }) {
  const { t } = useTranslation('reports')
  const { clock } = useServices()
  const period = useReportQuery((query) => query.period)
  const filters = useReportQuery((query) => query.filters)
  const [wanted, setWanted] = useState(false)
  const inUse = Object.keys(filters).length > 0
  const choose = (name: PeriodName | typeof OWN): void =>
    askFor({ period: name === OWN ? (shown ?? periodNamed('this-month', momentOf(clock()))) : name })
  return (
    <div className="query-bar">
      <Select<PeriodName | typeof OWN>
        aria-label={t('period.label')}
        className="period"
        popupMatchSelectWidth={false}
        value={typeof period === 'string' ? period : OWN}
        options={[...PERIOD_NAMES, OWN].map((value) => ({ value, label: t(`period.${value as PeriodName}`) }))}
        onChange={choose}
      />
      {typeof period === 'object' && <OwnPeriod key="own" period={period} />}
      <Button type="text" size="small" aria-expanded={wanted || inUse} onClick={() => setWanted(!wanted)}>
        {inUse ? t('filter.inUse', { count: Object.keys(filters).length }) : t('filter.button')}
      </Button>
      {inUse && (
        <Button type="link" size="small" onClick={() => askFor({ filters: {} })}>
          {t('filter.clear')}
        </Button>
      )}
      {(wanted || inUse) && <Filters filters={filters} />}
    </div>
  )
}

/** Two ends, typed; a period that ends before it starts is refused where it is typed, and the figures stay as they are. */
function OwnPeriod({ period }: { readonly period: Period }) {
  const { t } = useTranslation('reports')
  const [typed, setTyped] = useState<{ readonly from: string; readonly until: string }>(period)
  const problem = periodProblem(typed)
  const change = (end: 'from' | 'until', value: string | undefined): void => {
    const next = { ...typed, [end]: value ?? '' }
    setTyped(next)
    if (periodProblem(next) === null) askFor({ period: next })
  }
  const end = (name: 'from' | 'until', error: string | undefined): ReactNode => (
    <Field label={t(`period.${name}`)} error={error}>
      {(bind) => (
        <DayInput
          bind={bind}
          timed
          value={typed[name]}
          onChange={(value) => change(name, value)}
          onBlur={() => undefined}
          focusRef={() => undefined}
        />
      )}
    </Field>
  )
  return (
    <div className="own-period">
      {end('from', undefined)}
      {end('until', problem ? t(`problem.${problem}`) : undefined)}
    </div>
  )
}

function Filters({ filters }: { readonly filters: ReportFilters }) {
  const { t } = useTranslation(['reports', 'codes'])
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const providers = useAnswer(() => desk.providers(), [desk, revision])
  const areas = useAnswer(() => desk.areas(), [desk, revision])
  const people = useAnswer(() => desk.colleagues(), [desk, revision])
  const stations = useAnswer(() => desk.stationChoices(), [desk, revision])
  const set = (name: keyof ReportFilters, value: string | undefined): void => {
    const { [name]: _was, ...rest } = filters
    askFor({ filters: value === undefined ? rest : ({ ...rest, [name]: value } as ReportFilters) })
  }
  const choice = (
    name: keyof ReportFilters,
    options: readonly { readonly value: string; readonly label: string }[],
  ) => (
    <Select<string | undefined>
      aria-label={t(`reports:filter.${name}`)}
      placeholder={t(`reports:filter.${name}`)}
      className="choice"
      popupMatchSelectWidth={false}
      allowClear={{ clearIcon: <span aria-hidden="true">×</span> }}
      showSearch={{ optionFilterProp: 'label' }}
      value={filters[name]}
      options={[...options]}
      onChange={(value) => set(name, value)}
    />
  )
  return (
    <div className="query-filters">
      {(stations ?? []).length > 0 &&
        choice(
          'station',
          (stations ?? []).map(({ house, name }) => ({ value: house, label: name })),
        )}
      {choice(
        'place',
        (areas ?? []).map(({ id, words }) => ({ value: id, label: words })),
      )}
      {choice(
        'serviceType',
        [...SERVICE_TYPES, 'undecided' as const].map((value) => ({ value, label: t(`codes:serviceType.${value}`) })),
      )}
      <CategoryChoice value={filters.category} onChange={(category) => set('category', category)} />
      {choice(
        'provider',
        (providers ?? []).map(({ id, name }) => ({ value: id, label: name })),
      )}
      {choice(
        'handler',
        (people ?? []).map(({ id, name = '' }) => ({ value: id, label: name })),
      )}
    </div>
  )
}
