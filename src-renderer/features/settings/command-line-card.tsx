import { Button } from 'antd'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { Problem } from '#app/ui/problem.tsx'
import { useProblemWords, type ProblemCode } from '#app/ui/use-problem-words.ts'
import { NewPasswordFields, useNewPassword } from './new-password-fields.tsx'

export function CommandLineCard() {
  const { t } = useTranslation('settings')
  const { desk } = useServices()
  const problemWords = useProblemWords()
  const chosen = useNewPassword()
  const [tried, setTried] = useState(false)
  const [state, setState] = useState<'idle' | 'busy' | 'done'>('idle')
  const [problem, setProblem] = useState<ProblemCode | null>(null)

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (chosen.problem !== null || state === 'busy') return
    setState('busy')
    setProblem(null)
    const added = await desk.addCommandLineSlot(chosen.first)
    setState(added.ok ? 'done' : 'idle')
    if (!added.ok) return setProblem(added.error)
    setTried(false)
    chosen.setFirst('')
    chosen.setAgain('')
  }
  return (
    <div className="card">
      <h3>{t('commandLine.title')}</h3>
      <p>{t('commandLine.lead')}</p>
      <form autoComplete="off" noValidate onSubmit={(event) => void submit(event)}>
        <NewPasswordFields value={chosen} labels={[t('commandLine.password'), t('commandLine.again')]} tried={tried} />
        <Button htmlType="submit" loading={state === 'busy'}>
          {state === 'busy' ? t('commandLine.working') : t('commandLine.add')}
        </Button>
      </form>
      {state === 'done' && (
        <p className="done-note" role="status">
          {t('commandLine.done')}
        </p>
      )}
      {problem && <Problem words={problemWords(problem)} />}
    </div>
  )
}
