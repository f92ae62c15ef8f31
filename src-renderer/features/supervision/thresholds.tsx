/** The two thresholds of the rules that a station sets itself (core/case-file/supervision-settings.ts). */
import { Button, Input, Popover } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { useSession } from '#app/session/session.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import { SUPERVISION_SETTINGS } from '#core/case-file/supervision-settings.ts'

type Name = keyof typeof SUPERVISION_SETTINGS
const WORDS = { superviseBadRatings: 'rules.badMost', superviseUsed: 'rules.usedMost' } as const
const NAMES = Object.keys(WORDS) as Name[]

export function Thresholds() {
  const { t } = useTranslation('supervision')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const phase = useSession((session) => session.phase)
  const station = phase.kind === 'open' ? `station:${phase.opened.card.id}` : null
  const rules = useAnswer(() => desk.timeRules(), [desk, revision])
  const [typed, setTyped] = useState<Partial<Record<Name, string>>>({})
  const [said, setSaid] = useState('')
  if (!rules || !station) return null
  const valueOf = (name: Name): string => typed[name] ?? rules.settings[name]
  const save = async (): Promise<void> => {
    const wrong = NAMES.some((name) => !SUPERVISION_SETTINGS[name].shape.safeParse(valueOf(name).trim()).success)
    if (wrong) return setSaid(t('rules.settingWrong'))
    for (const name of NAMES) {
      const value = valueOf(name).trim()
      if (value === rules.settings[name]) continue
      const saved = await desk.run({ name: 'change-setting', input: { station, name, value } })
      if (!saved.ok) return setSaid(t('rules.settingWrong'))
    }
    setTyped({})
    setSaid(t('rules.settingSaved'))
  }
  return (
    <Popover
      trigger="click"
      placement="bottom"
      content={
        <div className="thresholds">
          {NAMES.map((name) => (
            <label key={name}>
              <span>{t(WORDS[name])}</span>
              <Input
                inputMode="numeric"
                autoComplete="off"
                value={valueOf(name)}
                onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
                onPressEnter={() => void save()}
              />
            </label>
          ))}
          <Button type="primary" size="small" onClick={() => void save()}>
            {t('rules.saveSetting')}
          </Button>
          <div role="status" className="small">
            {said}
          </div>
        </div>
      }
    >
      <Button>{t('rules.settings')}</Button>
    </Popover>
  )
}
