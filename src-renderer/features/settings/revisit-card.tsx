/** 回访: who is always asked, by which rate the others are drawn, until when a bad rating is put right, and what callers say. */
import { Button, Input, Switch } from 'antd'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { useSession } from '#app/session/session.ts'
import { useLanguage } from '#app/text/text.ts'
import { Chips } from '#app/ui/chips.tsx'
import { Field } from '#app/ui/field.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { SCRIPT_SLOTS, USUAL_SCRIPT } from '#core/revisit/script.ts'
import { RATING_LIMITS, SCRIPT_LENGTH } from '#core/revisit/settings.ts'
import { SETTINGS, type StationSettings } from '#core/station/settings.ts'
import { useStationChange, type StationChange } from './use-station-change.tsx'

const ALWAYS = ['revisitComplaints', 'revisitHotline', 'revisitCare', 'revisitFunded'] as const
const TYPED = ['revisitRate', 'revisitSpotRate', 'revisitSeed'] as const
type Typed = (typeof TYPED)[number]

export function RevisitCard() {
  const { t } = useTranslation('revisit')
  const { desk } = useServices()
  const phase = useSession((session) => session.phase)
  const revision = useSession((session) => session.revision)
  const rules = useAnswer(() => desk.revisitRules(), [desk, revision])
  const saving = useStationChange()
  if (phase.kind !== 'open' || !rules) return null
  const station = `station:${phase.opened.card.id}`
  const { settings } = rules
  return (
    <div className="card revisit-settings">
      <h3>{t('settings.always')}</h3>
      <p>{t('settings.alwaysHint')}</p>
      <ul className="modules">
        {ALWAYS.map((name) => (
          <li key={name}>
            <Switch
              id={`setting-${name}`}
              checked={settings[name]}
              loading={saving.busy}
              onChange={(value) => void saving.change({ name: 'change-setting', input: { station, name, value } })}
            />
            <label htmlFor={`setting-${name}`}>{t(`settings.${name}`)}</label>
          </li>
        ))}
      </ul>
      <p className="muted small">{t('settings.rating')}</p>
      <h3>{t('settings.rates')}</h3>
      {TYPED.map((name) => (
        <TypedSetting key={name + settings[name]} name={name} settings={settings} station={station} saving={saving} />
      ))}
      <h3>{t('settings.ratingLimit')}</h3>
      <Chips
        options={RATING_LIMITS.map((value) => ({ value, label: t('settings.days', { n: value }) }))}
        value={settings.ratingLimit as (typeof RATING_LIMITS)[number]}
        onChange={(value) =>
          void saving.change({ name: 'change-setting', input: { station, name: 'ratingLimit', value } })
        }
      />
      <Script key={settings.revisitScript} settings={settings} station={station} saving={saving} />
      {saving.problem}
    </div>
  )
}

type PartProps = { readonly settings: StationSettings; readonly station: string; readonly saving: StationChange }

function TypedSetting({ name, settings, station, saving }: PartProps & { readonly name: Typed }) {
  const { t } = useTranslation('revisit')
  const [typed, setTyped] = useState(settings[name])
  const fits = SETTINGS[name].shape.safeParse(typed).success
  const isChanged = typed !== settings[name]
  const save = (event: FormEvent): void => {
    event.preventDefault()
    if (fits && isChanged) void saving.change({ name: 'change-setting', input: { station, name, value: typed } })
  }
  return (
    <form autoComplete="off" noValidate onSubmit={save}>
      <Field
        beside
        label={t(`settings.${name}`)}
        hint={t(name === 'revisitSeed' ? 'settings.seedHint' : 'settings.percent')}
        error={fits ? undefined : t(`settings.wrong.${name}`)}
      >
        {(bind) => (
          <div className="row">
            <Input
              {...bind}
              className={name === 'revisitSeed' ? 'clock' : 'count'}
              autoComplete="off"
              spellCheck={false}
              maxLength={40}
              value={typed}
              onChange={(event) => setTyped(event.target.value.trim())}
            />
            {isChanged && fits && (
              <Button htmlType="submit" type="primary" size="small" loading={saving.busy}>
                {t('settings.save')}
              </Button>
            )}
          </div>
        )}
      </Field>
    </form>
  )
}

function Script({ settings, station, saving }: PartProps) {
  const { t } = useTranslation('revisit')
  const language = useLanguage()
  // Null while nobody typed: ours follows the language that is spoken.
  const [kept, setTyped] = useState<string | null>(null)
  const typed = kept ?? (settings.revisitScript || USUAL_SCRIPT[language])
  const slots = Object.values(SCRIPT_SLOTS).map((names) => `{${names[language === 'en' ? 1 : 0]}}`)
  const set = (value: string): void =>
    void saving.change({ name: 'change-setting', input: { station, name: 'revisitScript', value } })
  const isUsual = typed.trim() === '' || typed.trim() === USUAL_SCRIPT[language]
  const isChanged = isUsual ? settings.revisitScript !== '' : typed !== settings.revisitScript
  return (
    <form
      autoComplete="off"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        set(isUsual ? '' : typed)
      }}
    >
      <Field label={t('settings.script')} hint={t('settings.scriptHint', { slots: slots.join(' ') })}>
        {(bind) => (
          <Input.TextArea
            {...bind}
            className="growing"
            autoComplete="off"
            spellCheck={false}
            maxLength={SCRIPT_LENGTH}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <div className="row">
        {isChanged && (
          <Button htmlType="submit" type="primary" size="small" loading={saving.busy}>
            {t('settings.save')}
          </Button>
        )}
        {!isUsual && (
          <Button
            size="small"
            onClick={() => {
              setTyped(USUAL_SCRIPT[language])
              if (settings.revisitScript !== '') set('')
            }}
          >
            {t('settings.usual')}
          </Button>
        )}
      </div>
    </form>
  )
}
