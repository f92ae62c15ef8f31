/** 三率: weights, the factor of 基本满意, and when an assessment period begins (DOMAIN §7.3). */
import { Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { useSession } from '#app/session/session.ts'
import { Field } from '#app/ui/field.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { isCut } from '#core/figures/period.ts'
import { readRules, weightsText } from '#core/figures/settings.ts'
import type { StationSettings } from '#core/station/settings.ts'
import { useStationChange } from './use-station-change.tsx'

const WEIGHTS = ['response', 'satisfaction', 'solution'] as const
const PARTS = [...WEIGHTS, 'basically'] as const
type Typed = Readonly<Record<(typeof PARTS)[number] | 'day' | 'time', string>>

function typedFrom({ rateWeights, rateBasically, reportCut }: StationSettings): Typed {
  const [response = '', satisfaction = '', solution = ''] = rateWeights.split('/')
  const [day = '', time = ''] = reportCut.split(' ')
  return { response, satisfaction, solution, basically: rateBasically, day, time }
}

export function RatesCard() {
  const { t } = useTranslation('reports')
  const { desk } = useServices()
  const phase = useSession((session) => session.phase)
  const revision = useSession((session) => session.revision)
  const rules = useAnswer(() => desk.timeRules(), [desk, revision])
  const saving = useStationChange()
  const [changed, setChanged] = useState<Partial<Typed>>({})
  if (phase.kind !== 'open' || !rules) return null
  const station = `station:${phase.opened.card.id}`
  const typed: Typed = { ...typedFrom(rules.settings), ...changed }
  const isPart = (text: string): boolean => /^(?:0(?:\.\d{1,4})?|1(?:\.0{1,4})?)$/.test(text.trim())
  const areParts = WEIGHTS.every((name) => isPart(typed[name]))
  const sum = WEIGHTS.reduce((all, name) => all + Math.round(Number(typed[name]) * 10_000), 0) / 10_000
  const cut = `${typed.day.trim()} ${typed.time.trim()}`
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const weights = weightsText({ response: Number(typed.response), satisfaction: Number(typed.satisfaction), solution: Number(typed.solution) }) // prettier-ignore
    if (!areParts || !isPart(typed.basically) || !readRules(weights, typed.basically.trim()) || !isCut(cut)) return
    const values = { rateWeights: weights, rateBasically: String(Number(typed.basically)), reportCut: cut } as const
    for (const name of ['rateWeights', 'rateBasically', 'reportCut'] as const)
      if (!(await saving.change({ name: 'change-setting', input: { station, name, value: values[name] } }))) return
    setChanged({})
  }
  const field = (name: keyof Typed, label: string, error: string | undefined) => (
    <Field label={label} error={error}>
      {(bind) => (
        <Input
          {...bind}
          autoComplete="off"
          inputMode="decimal"
          maxLength={6}
          value={typed[name]}
          onChange={({ target }) => setChanged({ ...changed, [name]: target.value })}
        />
      )}
    </Field>
  )
  const partProblem = (name: (typeof PARTS)[number]) => (isPart(typed[name]) ? undefined : t('settings.partWrong'))
  return (
    <div className="card">
      <h3>{t('settings.title')}</h3>
      <p>{t('settings.lead')}</p>
      <form className="rates-form" autoComplete="off" noValidate onSubmit={(event) => void save(event)}>
        {PARTS.map((name) => (
          <div key={name}>{field(name, t(`settings.${name}`), partProblem(name))}</div>
        ))}
        <p className={areParts && sum !== 1 ? 'bad small' : 'muted small'} role="status">
          {areParts && t(sum === 1 ? 'settings.sum' : 'settings.sumWrong', { sum })}
        </p>
        <h4>{t('settings.cut')}</h4>
        <div>{field('day', t('settings.cutDay'), undefined)}</div>
        <div>{field('time', t('settings.cutTime'), isCut(cut) ? undefined : t('settings.cutWrong'))}</div>
        <p className="muted small">{t('settings.cutHint')}</p>
        {Object.keys(changed).length > 0 && (
          <Button type="primary" htmlType="submit" loading={saving.busy}>
            {t('settings.save')}
          </Button>
        )}
      </form>
      {saving.problem}
    </div>
  )
}
