/** A stretch of time: one with a name, or from one day to another, typed as on paper. */
import { Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { daysOf, isDayRange, type DayRange } from '#core/follow-up/period.ts'
import { isDay } from '#core/lib/time.ts'

const RANGE = 'range'

type ListPeriodProps<P extends string> = {
  readonly label: string
  readonly value: P | undefined
  readonly options: readonly { readonly value: P; readonly label: string }[]
  readonly onChange: (period: P | undefined) => void
}

export function ListPeriod<P extends string>({ label, value, options, onChange }: ListPeriodProps<P | DayRange>) {
  const { t } = useTranslation('cases')
  const [asked, setAsked] = useState(false)
  const isRange = asked || (value !== undefined && isDayRange(value))
  return (
    <span className="row list-period">
      <Select<string | undefined>
        aria-label={label}
        placeholder={label}
        popupMatchSelectWidth={false}
        allowClear={{ clearIcon: <span aria-hidden="true">×</span> }}
        value={isRange ? RANGE : value}
        options={[...options, { value: RANGE, label: t('period.range') }]}
        onChange={(chosen) => {
          setAsked(chosen === RANGE)
          onChange(chosen === RANGE ? undefined : (chosen as P | undefined))
        }}
      />
      {isRange && <Days label={label} value={value ?? '..'} onChange={onChange} />}
    </span>
  )
}

type DaysProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (range: DayRange | undefined) => void
}

function Days({ label, value, onChange }: DaysProps) {
  const { t } = useTranslation('cases')
  const [days, setDays] = useState(daysOf(value))
  const change = (next: readonly [string, string]): void => {
    setDays(next)
    const range = `${next[0]}..${next[1]}`
    if (isDayRange(range)) onChange(range)
    else if (range === '..') onChange(undefined)
  }
  const day = (at: 0 | 1, name: string) => (
    <Input
      className="day"
      size="small"
      aria-label={`${label} ${name}`}
      placeholder={t('period.day')}
      autoComplete="off"
      inputMode="numeric"
      maxLength={10}
      status={days[at] === '' || isDay(days[at]) ? '' : 'error'}
      value={days[at]}
      onChange={(event) => change(at === 0 ? [event.target.value, days[1]] : [days[0], event.target.value])}
    />
  )
  return (
    <>
      {day(0, t('period.from'))}
      <span className="muted">{t('period.to')}</span>
      {day(1, t('period.until'))}
    </>
  )
}
