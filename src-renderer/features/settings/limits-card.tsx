/** 办理时限: the presets, when a day ends, and when the clock may stop. Deadlines already set do not move. */
import { Button, Input, Select, Switch } from 'antd'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { TimeRules } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useSession } from '#app/session/session.ts'
import { Chips } from '#app/ui/chips.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { PRESET_IDS, type Preset, type PresetId } from '#core/case-file/time-limit.ts'
import { LIMIT_UNITS, type LimitUnit } from '#core/lib/deadline.ts'
import { MOST_DAYS, MOST_HOURS } from '#core/limits/fields.ts'
import { useStationChange, type StationChange } from './use-station-change.tsx'

export function LimitsCard() {
  const { t } = useTranslation('limits')
  const { desk } = useServices()
  const phase = useSession((session) => session.phase)
  const revision = useSession((session) => session.revision)
  const rules = useAnswer(() => desk.timeRules(), [desk, revision])
  const saving = useStationChange()
  if (phase.kind !== 'open' || !rules) return null
  const station = `station:${phase.opened.card.id}`
  return (
    <div className="card limits">
      <h3>{t('settings.presets')}</h3>
      <p>{t('settings.presetsHint')}</p>
      <ul className="presets">
        {PRESET_IDS.map((id) => (
          <PresetRow key={id} id={id} preset={rules.presets[id]} station={station} saving={saving} />
        ))}
      </ul>
      <DayEnd key={rules.settings.dayEnd} dayEnd={rules.settings.dayEnd} station={station} saving={saving} />
      <h3>{t('settings.pauses')}</h3>
      <Pauses settings={rules.settings} station={station} saving={saving} />
      {saving.problem}
    </div>
  )
}

type PresetRowProps = {
  readonly id: PresetId
  readonly preset: Preset
  readonly station: string
  readonly saving: StationChange
}

function PresetRow({ id, preset, station, saving }: PresetRowProps) {
  const { t } = useTranslation('limits')
  const [typed, setTyped] = useState<{ readonly count: string; readonly unit: LimitUnit; readonly sameDay: boolean } | null>(null) // prettier-ignore
  const { count, unit, sameDay } = typed ?? { count: String(preset.count), unit: preset.unit, sameDay: preset.sameDay ?? false } // prettier-ignore
  const most = unit === 'hours' ? MOST_HOURS : MOST_DAYS
  const isNumber = /^\d{1,4}$/.test(count) && Number(count) >= 1 && Number(count) <= most
  const name = t(`preset.${id}`)
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!isNumber) return
    const input = { station, preset: id, unit, count: Number(count), sameDay }
    if (await saving.change({ name: 'set-limit-preset', input })) setTyped(null)
  }
  return (
    <li>
      <form autoComplete="off" noValidate onSubmit={(event) => void save(event)}>
        <span id={`preset-${id}`}>{name}</span>
        <Input
          className="count"
          inputMode="numeric"
          autoComplete="off"
          aria-labelledby={`preset-${id}`}
          aria-invalid={!isNumber}
          {...(!isNumber && { status: 'error' as const, 'aria-describedby': `preset-${id}-wrong` })}
          value={count}
          onChange={(event) => setTyped({ count: event.target.value.trim(), unit, sameDay })}
        />
        <Select<LimitUnit>
          aria-label={`${name} ${t(`unit.${unit}`)}`}
          value={unit}
          options={LIMIT_UNITS.map((value) => ({ value, label: t(`unit.${value}`) }))}
          onChange={(value) => setTyped({ count, unit: value, sameDay })}
        />
        {preset.sameDay !== undefined && (
          <label className="row small">
            <Switch size="small" checked={sameDay} onChange={(on) => setTyped({ count, unit, sameDay: on })} />
            {t('settings.sameDay')}
          </label>
        )}
        {typed && (
          <Button htmlType="submit" type="primary" size="small" loading={saving.busy}>
            {t('settings.save')}
          </Button>
        )}
        {!isNumber && (
          <span id={`preset-${id}-wrong`} className="bad small" role="alert">
            {t('settings.countWrong', { most })}
          </span>
        )}
      </form>
    </li>
  )
}

type PartProps = { readonly station: string; readonly saving: StationChange }

/** Typed on an office clock; a close before noon is most likely a slip, but it is the station's own. */
const CLOCK = /^([01]?\d|2[0-3])[:：]([0-5]\d)$/
const USUAL_CLOSE = '17:30'

function DayEnd({ dayEnd, station, saving }: PartProps & { readonly dayEnd: string }) {
  const { t } = useTranslation('limits')
  const isMidnight = dayEnd === '24:00'
  const [typed, setTyped] = useState(isMidnight ? USUAL_CLOSE : dayEnd)
  const [, hour = '', minute = ''] = CLOCK.exec(typed.trim()) ?? []
  const close = hour === '' ? null : `${hour.padStart(2, '0')}:${minute}`
  const set = (value: string) => saving.change({ name: 'change-setting', input: { station, name: 'dayEnd', value } })
  return (
    <>
      <h3 id="day-end">{t('settings.dayEnd')}</h3>
      <p>{t('settings.dayEndHint')}</p>
      <div className="row" role="group" aria-labelledby="day-end">
        <Chips
          options={[
            { value: 'midnight', label: t('settings.dayEndMidnight') },
            { value: 'close', label: t('settings.dayEndClose') },
          ]}
          value={isMidnight ? 'midnight' : 'close'}
          onChange={(chosen) => void set(chosen === 'midnight' ? '24:00' : (close ?? USUAL_CLOSE))}
        />
        {!isMidnight && (
          <form
            className="row"
            autoComplete="off"
            noValidate
            onSubmit={(event) => {
              event.preventDefault()
              if (close) void set(close)
            }}
          >
            <Input
              className="clock"
              autoComplete="off"
              aria-labelledby="day-end"
              aria-invalid={close === null}
              {...(close === null && { status: 'error' as const })}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
            {close !== null && close !== dayEnd && (
              <Button htmlType="submit" type="primary" size="small" loading={saving.busy}>
                {t('settings.save')}
              </Button>
            )}
          </form>
        )}
      </div>
    </>
  )
}

/** Setting → the reason it allows. */
const PAUSES = { pauseForObjection: 'objection', pauseForResident: 'resident' } as const

function Pauses({ settings, station, saving }: PartProps & { readonly settings: TimeRules['settings'] }) {
  const { t } = useTranslation('limits')
  return (
    <ul className="modules">
      {(Object.keys(PAUSES) as (keyof typeof PAUSES)[]).map((name) => (
        <li key={name}>
          <Switch
            id={`setting-${name}`}
            checked={settings[name]}
            loading={saving.busy}
            onChange={(value) => void saving.change({ name: 'change-setting', input: { station, name, value } })}
          />
          <label htmlFor={`setting-${name}`}>{t(`pauseReason.${PAUSES[name]}`)}</label>
        </li>
      ))}
    </ul>
  )
}
