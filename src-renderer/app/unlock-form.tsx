import { Button, Input } from 'antd'
import { useLayoutEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { DEMO_PASSWORD } from '#core/demo/demo-station.ts'
import { readRecoveryCode } from '#core/keys/recovery-code.ts'
import { useServices } from '../services/services.ts'
import { useSession } from '../session/session.ts'
import { Field } from '../ui/field.tsx'
import { Problem } from '../ui/problem.tsx'
import { useProblemWords, type ProblemCode } from '../ui/use-problem-words.ts'
import { ProgressLine } from './progress-line.tsx'

/** Opens the station with the password or the recovery code. The secret leaves the page's state as soon as it worked. */
export function UnlockForm({ openLabel }: { openLabel: string }) {
  const { t } = useTranslation('app')
  const { desk } = useServices()
  const problemWords = useProblemWords()
  const demo = useSession((session) => session.demo)
  const [byCode, setByCode] = useState(false)
  const [secret, setSecret] = useState('')
  const [error, setError] = useState<'needed' | 'codeWrong'>()
  const [problem, setProblem] = useState<ProblemCode | null>(null)
  const [busy, setBusy] = useState(false)
  const [capsLock, setCapsLock] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const focus = (): void => form.current?.querySelector('input')?.focus()
  useLayoutEffect(focus, [byCode])

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setProblem(null)
    if (busy) return
    const given = byCode ? readRecoveryCode(secret) : secret
    if (secret === '') setError('needed')
    else if (given === null) setError('codeWrong')
    if (!given) return focus()
    setError(undefined)
    setBusy(true)
    const opened = await desk.unlock(given, byCode ? 'recovery' : 'user')
    if (opened.ok) return useSession.setState({ phase: { kind: 'open', opened: opened.value }, lockedIdle: false })
    setBusy(false)
    setProblem(byCode && opened.error === 'wrong-password' ? 'wrong-code' : opened.error)
    form.current?.querySelector('input')?.select()
  }
  const change = (value: string): void => {
    setSecret(value)
    setError(undefined)
  }
  const noteCapsLock = (event: KeyboardEvent): void => setCapsLock(event.getModifierState('CapsLock'))
  const switchWay = (): void => {
    setByCode(!byCode)
    change('')
    setProblem(null)
  }

  return (
    <form ref={form} autoComplete="off" noValidate onSubmit={(event) => void submit(event)}>
      {byCode ? (
        <Field label={t('unlock.code')} error={error && t(`unlock.${error}`)} hint={t('unlock.codeHint')}>
          {(bind) => (
            <Input
              {...bind}
              className="code-input"
              autoComplete="off"
              spellCheck={false}
              value={secret}
              onChange={(event) => change(event.target.value)}
            />
          )}
        </Field>
      ) : (
        <Field
          label={t('unlock.password')}
          error={error && t(`unlock.${error}`)}
          hint={
            capsLock ? (
              <b className="warn">{t('unlock.capsLock')}</b>
            ) : demo ? (
              t('unlock.demo', { password: DEMO_PASSWORD })
            ) : undefined
          }
        >
          {(bind) => (
            <Input.Password
              {...bind}
              autoComplete="off"
              value={secret}
              onChange={(event) => change(event.target.value)}
              onKeyDown={noteCapsLock}
              onKeyUp={noteCapsLock}
            />
          )}
        </Field>
      )}
      {problem && <Problem words={problemWords(problem)} />}
      <div className="row form-buttons">
        <Button type="primary" htmlType="submit" loading={busy}>
          {busy ? t('start.opening') : openLabel}
        </Button>
        <Button type="link" disabled={busy} onClick={switchWay}>
          {byCode ? t('unlock.usePassword') : t('unlock.useCode')}
        </Button>
      </div>
      {busy && <ProgressLine />}
    </form>
  )
}
