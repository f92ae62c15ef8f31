/** The pages on which nothing can be written: what happened, what is safe, and one button. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices } from '../services/services.ts'
import { Problem, type ProblemWords } from '../ui/problem.tsx'
import { useProblemWords, type ProblemCode } from '../ui/use-problem-words.ts'
import { StartPage } from './start-page.tsx'

type StandstillProps = {
  readonly title: string
  readonly words: ProblemWords
  readonly button: string
  /** Whether the other window is made to stop. */
  readonly take: boolean
  readonly mild?: boolean
}

function Standstill({ title, words, button, take, mild = true }: StandstillProps) {
  const { reconnect } = useServices()
  const [busy, setBusy] = useState(false)
  const press = (): void => {
    setBusy(true)
    void reconnect(take).finally(() => setBusy(false))
  }
  return (
    <StartPage title={title}>
      <Problem words={words} mild={mild}>
        <Button type="primary" autoFocus loading={busy} onClick={press}>
          {button}
        </Button>
      </Problem>
    </StartPage>
  )
}

export function ElsewherePage() {
  const { t } = useTranslation('app')
  const words = { what: t('elsewhere.what'), safe: t('elsewhere.safe'), todo: t('elsewhere.todo') }
  return <Standstill title={t('elsewhere.title')} words={words} button={t('elsewhere.take')} take />
}

export function MovedPage() {
  const { t } = useTranslation('app')
  const words = { what: t('moved.what'), safe: t('moved.safe'), todo: t('moved.todo') }
  return <Standstill title={t('moved.title')} words={words} button={t('elsewhere.take')} take />
}

export function GonePage() {
  const { t } = useTranslation('app')
  const words = { what: t('gone.what'), safe: t('gone.safe'), todo: t('gone.todo') }
  return <Standstill title={t('gone.title')} words={words} button={t('gone.again')} take={false} mild={false} />
}

export function FailedPage({ code }: { code: string }) {
  const { t, i18n } = useTranslation(['app', 'problems'])
  const words = useProblemWords()
  const known = i18n.exists(`problems:code.${code}.what`) ? (code as ProblemCode) : 'unknown'
  return (
    <Standstill
      title={t('app:failed.title')}
      words={words(known)}
      button={t('app:failed.again')}
      take={false}
      mild={false}
    />
  )
}
