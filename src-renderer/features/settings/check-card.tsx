import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HostCode } from '#core/host/host.ts'
import { useServices, type Services } from '#app/services/services.ts'
import { Problem } from '#app/ui/problem.tsx'
import { useProblemWords } from '#app/ui/use-problem-words.ts'

type Checked = Extract<Awaited<ReturnType<Services['desk']['checkEverything']>>, { ok: true }>['value']

export function CheckCard() {
  const { t } = useTranslation('settings')
  const { desk } = useServices()
  const problemWords = useProblemWords()
  const [busy, setBusy] = useState(false)
  const [checked, setChecked] = useState<Checked | null>(null)
  const [problem, setProblem] = useState<HostCode | null>(null)

  const check = async (): Promise<void> => {
    setBusy(true)
    setChecked(null)
    setProblem(null)
    const done = await desk.checkEverything()
    setBusy(false)
    if (done.ok) setChecked(done.value)
    else setProblem(done.error)
  }
  const damaged = checked ? checked.damagedJournal + checked.damagedCopy : 0
  return (
    <div className="card">
      <h3>{t('check.title')}</h3>
      <p>{t('check.lead')}</p>
      <Button loading={busy} onClick={() => void check()}>
        {busy ? t('check.working') : t('check.now')}
      </Button>
      {checked && (
        <div className="done-note" role="status">
          {damaged + checked.returned + checked.gaps === 0 ? (
            <p>{t('check.clean', { n: checked.cases })}</p>
          ) : (
            <p>{t('check.mended', { n: checked.cases, damaged, returned: checked.returned })}</p>
          )}
          {checked.gaps > 0 && <p className="bad">{t('check.gaps', { n: checked.gaps })}</p>}
        </div>
      )}
      {problem && <Problem words={problemWords(problem)} />}
    </div>
  )
}
