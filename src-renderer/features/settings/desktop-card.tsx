/** 桌面: what the desktop edition may do outside its window. Kept on this computer, so it is asked there and not in the records. */
import { Switch } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DesktopSettings, HostCode } from '#core/host/host.ts'
import { useServices } from '#app/services/services.ts'
import { Problem } from '#app/ui/problem.tsx'
import { useProblemWords } from '#app/ui/use-problem-words.ts'

/** To add one: in core/host's DesktopSettings, here, and its words in text/<language>/desktop.ts. */
const CHOICES = ['tray', 'notify'] as const satisfies readonly (keyof DesktopSettings)[]

export function DesktopCard() {
  const { t } = useTranslation('desktop')
  const { host } = useServices()
  const problemWords = useProblemWords()
  const [settings, setSettings] = useState<DesktopSettings | null>(null)
  const [problem, setProblem] = useState<HostCode | null>(null)
  useEffect(() => {
    void host.desktopSettings().then((found) => (found.ok ? setSettings(found.value) : setProblem(found.error)))
  }, [host])

  const change = async (name: keyof DesktopSettings, wanted: boolean): Promise<void> => {
    if (!settings) return
    const next = { ...settings, [name]: wanted }
    setSettings(next)
    const kept = await host.setDesktopSettings(next)
    setProblem(kept.ok ? null : kept.error)
  }
  return (
    <div className="card">
      <p>{t('lead')}</p>
      <ul className="modules">
        {CHOICES.map((name) => (
          <li key={name}>
            <Switch
              id={`desktop-${name}`}
              checked={settings?.[name] ?? false}
              disabled={settings === null}
              aria-describedby={`desktop-${name}-text`}
              onChange={(wanted) => void change(name, wanted)}
            />
            <div>
              <label htmlFor={`desktop-${name}`}>{t(`${name}.name`)}</label>
              <p id={`desktop-${name}-text`} className="muted small">
                {t(`${name}.text`)}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {problem && <Problem words={problemWords(problem)} />}
    </div>
  )
}
