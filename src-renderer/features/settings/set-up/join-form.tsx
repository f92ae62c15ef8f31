/**
 * 这是本站的另一台电脑: a request file goes out, a grant file comes back, the digits are compared by phone, and the station opens
 * here under keys of this PC's own. Days may lie between the two; a reload comes back to the same place.
 */
import { Button, Checkbox, Input } from 'antd'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { spoken } from '#core/exchange/trust/fingerprint.ts'
import { newRecoveryCode } from '#core/keys/recovery-code.ts'
import type { HostCode } from '#core/host/host.ts'
import type { Result } from '#core/lib/result.ts'
import type { JoinCode, Joining, JoinShown } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useSession } from '#app/session/session.ts'
import { Field } from '#app/ui/field.tsx'
import { Fingerprint } from '#app/ui/fingerprint.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { SavedFile } from '#app/ui/saved-file.tsx'
import { isTrustFileCode } from '#core/exchange/trust/trust-file-code.ts'
import { useProblemWords } from '#app/ui/use-problem-words.ts'
import { NewPasswordFields, useNewPassword } from '../new-password-fields.tsx'
import { RecoveryStep } from './recovery-step.tsx'

type Grant = { readonly bytes: Uint8Array; readonly password: string; readonly shown: JoinShown }

export function JoinForm({ asked, onBack }: { readonly asked: Joining | null; readonly onBack: () => void }) {
  const { t, i18n } = useTranslation('set-up')
  const { desk, host, random } = useServices()
  const problemWords = useProblemWords()
  const [request, setRequest] = useState(asked)
  const [saved, setSaved] = useState<Result<string, HostCode> | null>(null)
  const [grant, setGrant] = useState<Grant | null>(null)
  const [compared, setCompared] = useState(false)
  const [onPaper, setOnPaper] = useState(false)
  const [recoveryCode] = useState(() => newRecoveryCode(random))
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<JoinCode | null>(null)
  const aloud = (digits: string) => (i18n.language.startsWith('zh') ? spoken(digits) : undefined)

  const save = async (file: Joining['file']): Promise<void> => setSaved(await host.saveFile(file.name, file.bytes))
  const busily = async (work: () => Promise<JoinCode | null>): Promise<void> => {
    setBusy(true)
    setProblem(null)
    setProblem(await work())
    setBusy(false)
  }
  const ask = (name: string, password: string): Promise<void> =>
    busily(async () => {
      const made = await desk.askToJoin({ name, password })
      if (!made.ok) return made.error
      setRequest(made.value)
      await save(made.value.file)
      return null
    })
  const read = (bytes: Uint8Array, password: string): Promise<void> =>
    busily(async () => {
      const shown = await desk.readJoin(bytes, password)
      if (!shown.ok) return shown.error
      setGrant({ bytes, password, shown: shown.value })
      return null
    })
  const join = ({ bytes, password }: Grant): Promise<void> =>
    busily(async () => {
      const opened = await desk.join({ grant: bytes, password, recoveryCode })
      if (opened.ok) useSession.setState({ phase: { kind: 'open', opened: opened.value } })
      return opened.ok ? null : opened.error
    })
  const startAnew = async (): Promise<void> => {
    await desk.stopJoining()
    setRequest(null)
    setProblem(null)
    onBack()
  }
  const words = problem === null ? null : isTrustFileCode(problem) ? t(`join.fileCode.${problem}`) : problem === 'not-asked' ? t('join.notAsked') : problemWords(problem) // prettier-ignore

  return (
    <div className="join">
      {typeof words === 'string' ? (
        <p className="problem" role="alert">
          {words}
        </p>
      ) : (
        words && <Problem words={words} />
      )}
      {!request && <AskStep busy={busy} onBack={onBack} onDone={(name, password) => void ask(name, password)} />}
      {request && !grant && (
        <>
          <p>{t('join.waiting')}</p>
          <ol>
            <li>{t('join.carry')}</li>
            <li>{t('join.read')}</li>
            <li>{t('join.bring')}</li>
          </ol>
          <Fingerprint digits={request.fingerprint} aloud={aloud(request.fingerprint)} />
          {saved && <SavedFile saved={saved} onReveal={host.reveal} />}
          <div className="row form-buttons">
            <Button onClick={() => void startAnew()}>{t('join.stop')}</Button>
            <Button onClick={() => void save(request.file)}>{t('join.saveAgain')}</Button>
          </div>
          <GrantStep busy={busy} onDone={(bytes, password) => void read(bytes, password)} />
        </>
      )}
      {grant && !onPaper && (
        <>
          <p>
            {t('join.compare', { name: grant.shown.house.name, user: grant.shown.user, letter: grant.shown.letter })}
          </p>
          <Fingerprint digits={grant.shown.fingerprint} aloud={aloud(grant.shown.fingerprint)} />
          <Checkbox checked={compared} onChange={(event) => setCompared(event.target.checked)}>
            {t('join.compared')}
          </Checkbox>
          <div className="row form-buttons">
            <Button onClick={() => setGrant(null)}>{t('back')}</Button>
            <Button type="primary" disabled={!compared} onClick={() => setOnPaper(true)}>
              {t('next')}
            </Button>
          </div>
        </>
      )}
      {grant && onPaper && (
        <RecoveryStep
          code={recoveryCode}
          replaced={false}
          station={{ ...grant.shown.house, userName: grant.shown.user }}
          busy={busy}
          onBack={() => setOnPaper(false)}
          onDone={() => void join(grant)}
        />
      )}
    </div>
  )
}

type AskStepProps = {
  readonly busy: boolean
  readonly onBack: () => void
  readonly onDone: (name: string, password: string) => void
}

function AskStep({ busy, onBack, onDone }: AskStepProps) {
  const { t } = useTranslation('set-up')
  const [name, setName] = useState('')
  const chosen = useNewPassword()
  const [tried, setTried] = useState(false)
  const plain = name.trim()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (plain !== '' && chosen.problem === null && !busy) onDone(plain, chosen.first)
  }
  return (
    <form autoComplete="off" noValidate onSubmit={submit}>
      <Field
        label={t('join.name')}
        hint={t('join.nameHint')}
        error={tried && plain === '' ? t('join.nameNeeded') : undefined}
      >
        {(bind) => (
          <Input
            {...bind}
            autoFocus
            autoComplete="off"
            maxLength={40}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <NewPasswordFields value={chosen} labels={[t('password.password'), t('password.again')]} tried={tried} />
      <div className="row form-buttons">
        <Button onClick={onBack}>{t('back')}</Button>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('join.ask')}
        </Button>
      </div>
    </form>
  )
}

function GrantStep({
  busy,
  onDone,
}: {
  readonly busy: boolean
  readonly onDone: (bytes: Uint8Array, password: string) => void
}) {
  const { t } = useTranslation('set-up')
  const [password, setPassword] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const alive = useRef(true)
  useEffect(() => () => void (alive.current = false), [])
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!file || password === '' || busy) return
    const bytes = new Uint8Array(await file.arrayBuffer())
    if (alive.current) onDone(bytes, password)
  }
  return (
    <form autoComplete="off" noValidate onSubmit={(event) => void submit(event)}>
      <h2>{t('join.grantTitle')}</h2>
      <div className="row">
        <Button onClick={() => input.current?.click()}>{t('join.choose')}</Button>
        <span>{file?.name ?? ''}</span>
        <input
          ref={input}
          type="file"
          hidden
          accept=".linwu-grant"
          aria-label={t('join.choose')}
          onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        />
      </div>
      <Field label={t('join.password')}>
        {(bind) => (
          <Input.Password
            {...bind}
            autoComplete="off"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      <div className="row form-buttons">
        <Button type="primary" htmlType="submit" disabled={!file || password === ''} loading={busy}>
          {t('join.open')}
        </Button>
      </div>
    </form>
  )
}
