/** 功能模块: what stands under 更多. A choice of the station, written into its records like everything it does. */
import { Switch } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MODULE_NAMES, type ModuleName } from '#core/station/modules.ts'
import { useServices } from '#app/services/services.ts'
import { useSession } from '#app/session/session.ts'
import { Problem } from '#app/ui/problem.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { useProblemWords } from '#app/ui/use-problem-words.ts'
import type { RunCode } from '#app/services/desk-types.ts'

export function ModulesCard() {
  const { t } = useTranslation('settings')
  const { desk } = useServices()
  const problemWords = useProblemWords()
  const phase = useSession((session) => session.phase)
  const revision = useSession((session) => session.revision)
  const on = useAnswer(() => desk.modules(), [desk, revision])
  const [busy, setBusy] = useState<ModuleName | null>(null)
  const [problem, setProblem] = useState<RunCode | null>(null)
  if (phase.kind !== 'open' || !on) return null
  const station = `station:${phase.opened.card.id}`
  const change = async (module: ModuleName, wanted: boolean): Promise<void> => {
    setBusy(module)
    setProblem(null)
    const saved = await desk.run({ name: 'switch-module', input: { station, module, on: wanted } })
    if (!saved.ok) setProblem(saved.error)
    setBusy(null)
  }
  return (
    <div className="card">
      <p>{t('modules.lead')}</p>
      <ul className="modules">
        {MODULE_NAMES.map((name) => (
          <li key={name}>
            <Switch
              id={`module-${name}`}
              checked={on.includes(name)}
              loading={busy === name}
              aria-describedby={`module-${name}-text`}
              onChange={(wanted) => void change(name, wanted)}
            />
            <div>
              <label htmlFor={`module-${name}`}>{t(`modules.${name}.name`)}</label>
              <p id={`module-${name}-text`} className="muted small">
                {t(`modules.${name}.text`)}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {problem &&
        (problem.kind === 'not-saved' ? (
          <Problem words={problemWords(problem.code)} />
        ) : (
          <div className="problem" role="alert">
            {t('modules.refused')}
          </div>
        ))}
    </div>
  )
}
