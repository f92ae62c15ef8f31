/** 建站, in three pages. What was typed stays while going back and forth; no station is written before the last button. */
import { useState, type ComponentType, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { newRecoveryCode } from '#core/keys/recovery-code.ts'
import type { HostCode } from '#core/host/host.ts'
import type { KeysCode } from '#core/keys/slots.ts'
import { useServices } from '#app/services/services.ts'
import { useSession } from '#app/session/session.ts'
import { Problem } from '#app/ui/problem.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { useProblemWords } from '#app/ui/use-problem-words.ts'
import { forgetValues, keepValues, keptValues } from './kept-values.ts'
import { JoinForm } from './join-form.tsx'
import { PasswordStep } from './password-step.tsx'
import { RecoveryStep } from './recovery-step.tsx'
import { NO_STATION, StationStep, type StationValues } from './station-step.tsx'
import './set-up.css'

const STEPS = ['station', 'password', 'recovery'] as const

type Failure = HostCode | KeysCode | 'no-slots' | 'station-exists'

/** The frame of a page before the station is open. */
type PageProps = { readonly title: string; readonly lead: string; readonly wide: boolean; readonly children: ReactNode }

/** A first PC, or another one of a station that is there already: then its request may wait here for the grant. */
export function SetUpForm({ Page }: { readonly Page: ComponentType<PageProps> }) {
  const { t } = useTranslation('set-up')
  const { desk } = useServices()
  const asked = useAnswer(() => desk.joining(), [desk])
  /** Null: whatever waits here decides. */
  const [chosen, setChosen] = useState<'join' | 'new' | null>(null)
  if (chosen === 'join' || (chosen === null && asked))
    return (
      <Page title={t('join.title')} lead={t('join.lead')} wide>
        <JoinForm asked={chosen === null ? asked : null} onBack={() => setChosen('new')} />
      </Page>
    )
  return (
    <Page title={t('title')} lead={t('lead')} wide>
      <NewStationForm onJoin={() => setChosen('join')} />
    </Page>
  )
}

function NewStationForm({ onJoin }: { readonly onJoin: () => void }) {
  const { t } = useTranslation('set-up')
  const { desk, random } = useServices()
  const problemWords = useProblemWords()
  const [step, setStep] = useState(0)
  const [before] = useState(keptValues)
  const [station, setStation] = useState<StationValues>({ ...NO_STATION, ...before?.station })
  const [password, setPassword] = useState('')
  // Made once: going back must not change the code on a paper that is already printed.
  const [recoveryCode] = useState(() => newRecoveryCode(random))
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Failure | null>(null)

  const finish = async (): Promise<void> => {
    setBusy(true)
    setProblem(null)
    const { name, code, short, userName, office } = station
    const opened = await desk.setUp({
      stationName: name,
      stationCode: code,
      short,
      userName,
      password,
      recoveryCode,
      ...(office && office !== 'community' && { office }),
    })
    if (opened.ok) {
      forgetValues()
      return useSession.setState({ phase: { kind: 'open', opened: opened.value } })
    }
    setBusy(false)
    setProblem(opened.error)
  }

  return (
    <>
      <ol className="set-up-steps" aria-label={t('stepOf', { n: step + 1 })}>
        {STEPS.map((name, i) => (
          <li key={name} className={i < step ? 'done' : ''} {...(i === step && { 'aria-current': 'step' as const })}>
            {i + 1} {t(`steps.${name}`)}
          </li>
        ))}
      </ol>
      {problem && (
        <div className="field">
          <Problem words={problemWords(problem)} />
        </div>
      )}
      {step === 0 && (
        <StationStep
          values={station}
          onJoin={onJoin}
          onDone={(values) => {
            setStation(values)
            keepValues({ station: values, codeShown: before?.codeShown ?? false })
            setStep(1)
          }}
        />
      )}
      {step === 1 && (
        <PasswordStep
          password={password}
          onBack={() => setStep(0)}
          onDone={(chosen) => {
            setPassword(chosen)
            keepValues({ station, codeShown: true })
            setStep(2)
          }}
        />
      )}
      {step === 2 && (
        <RecoveryStep
          code={recoveryCode}
          replaced={before?.codeShown ?? false}
          station={station}
          busy={busy}
          onBack={() => setStep(1)}
          onDone={() => void finish()}
        />
      )}
    </>
  )
}
