/** Which stretch of time a paper is about: one with a name, or from one day to another. */
import { Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PERIOD_NAMES, periodProblem, typedEnd, type Period, type PeriodName } from '#core/figures/period.ts'

const OWN = 'own'

type PeriodChoiceProps = {
  readonly value: PeriodName | Period
  readonly onChange: (period: PeriodName | Period) => void
}

export function PeriodChoice({ value, onChange }: PeriodChoiceProps) {
  const { t } = useTranslation('monthly')
  const [asked, setAsked] = useState(typeof value !== 'string')
  return (
    <span className="row monthly-period">
      <Select<string>
        aria-label={t('period.label')}
        popupMatchSelectWidth={false}
        value={asked ? OWN : (value as PeriodName)}
        options={[
          ...PERIOD_NAMES.map((name) => ({ value: name as string, label: t(`period.name.${name}`) })),
          { value: OWN, label: t('period.own') },
        ]}
        onChange={(chosen) => {
          setAsked(chosen === OWN)
          if (chosen !== OWN) onChange(chosen as PeriodName)
        }}
      />
      {asked && <Days value={value} onChange={onChange} />}
    </span>
  )
}

const shownEnd = (at: string): string => at.slice(0, 16).replace('T', ' ')

function Days({ value, onChange }: PeriodChoiceProps) {
  const { t } = useTranslation('monthly')
  const [typed, setTyped] = useState<readonly [string, string]>(() =>
    typeof value === 'string' ? ['', ''] : [shownEnd(value.from), shownEnd(value.until)],
  )
  const ends = [typedEnd(typed[0], 'from'), typedEnd(typed[1], 'until')] as const
  const problem =
    typed[0] === '' || typed[1] === ''
      ? null
      : ends[0] === null || ends[1] === null
        ? 'no-such-moment'
        : periodProblem({ from: ends[0], until: ends[1] })
  const change = (at: 0 | 1, text: string): void => {
    const next = at === 0 ? ([text, typed[1]] as const) : ([typed[0], text] as const)
    setTyped(next)
    const [from, until] = [typedEnd(next[0], 'from'), typedEnd(next[1], 'until')]
    if (from !== null && until !== null && periodProblem({ from, until }) === null) onChange({ from, until })
  }
  const end = (at: 0 | 1, name: string) => (
    <Input
      className="day"
      aria-label={name}
      placeholder={t('period.day')}
      autoComplete="off"
      maxLength={16}
      status={typed[at] !== '' && ends[at] === null ? 'error' : ''}
      value={typed[at]}
      onChange={(event) => change(at, event.target.value)}
    />
  )
  return (
    <>
      {end(0, t('period.from'))}
      <span className="muted">{t('period.to')}</span>
      {end(1, t('period.until'))}
      <span className="bad" role="status">
        {problem && t(`period.problem.${problem}`)}
      </span>
    </>
  )
}
