/** 上级单位 (DOMAIN §4.0): whom administrative matters go up to, and whether this installation is an upper office itself. */
import { Button, Input, Switch } from 'antd'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { useSession } from '#app/session/session.ts'
import { Field } from '#app/ui/field.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { useStationChange } from './use-station-change.tsx'

export function OfficeCard() {
  const { t } = useTranslation(['limits', 'codes'])
  const { desk } = useServices()
  const phase = useSession((session) => session.phase)
  const revision = useSession((session) => session.revision)
  const rules = useAnswer(() => desk.timeRules(), [desk, revision])
  const saving = useStationChange()
  const [typed, setTyped] = useState<string | null>(null)
  if (phase.kind !== 'open' || !rules) return null
  const station = `station:${phase.opened.card.id}`
  const { upperOffice, isUpperOffice } = rules.settings
  const name = typed ?? upperOffice
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (name.trim() === '') return
    const input = { station, name: 'upperOffice', value: name } as const
    if (await saving.change({ name: 'change-setting', input })) setTyped(null)
  }
  return (
    <div className="card">
      <h3>{t('limits:settings.office')}</h3>
      <p>{t('limits:settings.officeHint')}</p>
      <form autoComplete="off" noValidate onSubmit={(event) => void save(event)}>
        <Field
          label={t('limits:settings.officeName')}
          error={name.trim() === '' ? t('codes:fieldProblem.needed') : undefined}
        >
          {(bind) => (
            <div className="folder-field">
              <Input
                {...bind}
                autoComplete="off"
                maxLength={80}
                value={name}
                onChange={(event) => setTyped(event.target.value)}
              />
              {typed !== null && typed !== upperOffice && (
                <Button type="primary" htmlType="submit" loading={saving.busy}>
                  {t('limits:settings.save')}
                </Button>
              )}
            </div>
          )}
        </Field>
      </form>
      <ul className="modules">
        <li>
          <Switch
            id="setting-is-upper"
            checked={isUpperOffice}
            loading={saving.busy}
            aria-describedby="setting-is-upper-text"
            onChange={(value) =>
              void saving.change({ name: 'change-setting', input: { station, name: 'isUpperOffice', value } })
            }
          />
          <div>
            <label htmlFor="setting-is-upper">{t('limits:settings.isUpper')}</label>
            <p id="setting-is-upper-text" className="muted small">
              {t('limits:settings.isUpperHint')}
            </p>
          </div>
        </li>
      </ul>
      {saving.problem}
    </div>
  )
}
