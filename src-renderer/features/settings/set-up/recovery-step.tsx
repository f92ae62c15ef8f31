import { Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { groupOf } from '#core/keys/recovery-code.ts'
import { momentOf } from '#core/lib/time.ts'
import { useServices } from '#app/services/services.ts'
import { Field } from '#app/ui/field.tsx'
import { RecoveryPaper } from './recovery-paper.tsx'
import type { StationValues } from './station-step.tsx'

const GROUPS = 8

/** Two different groups, the smaller number first. */
function drawGroups(random: (bytes: number) => Uint8Array): readonly [number, number] {
  const [a = 0, b = 0] = random(2)
  const first = a % GROUPS
  const second = (first + 1 + (b % (GROUPS - 1))) % GROUPS
  return first < second ? [first + 1, second + 1] : [second + 1, first + 1]
}

/** As `readRecoveryCode` reads a whole code: capitals, and 1, 0, V for the letters the alphabet leaves out. */
const plainGroup = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0')
    .replace(/U/g, 'V')

type RecoveryStepProps = {
  readonly code: string
  /** The page was opened anew after another code had been shown. */
  readonly replaced: boolean
  readonly station: StationValues
  readonly busy: boolean
  readonly onBack: () => void
  readonly onDone: () => void
}

/** The code, large, and the proof that somebody has it on paper: two groups typed back. */
export function RecoveryStep({ code, replaced, station, busy, onBack, onDone }: RecoveryStepProps) {
  const { t } = useTranslation('set-up')
  const { random, clock } = useServices()
  const [asked] = useState(() => drawGroups(random))
  const [typed, setTyped] = useState(['', ''])
  const [tried, setTried] = useState(false)
  const right = asked.map((group, i) => plainGroup(typed[i]!) === groupOf(code, group))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (right.every(Boolean) && !busy) onDone()
  }
  return (
    <form autoComplete="off" noValidate onSubmit={submit}>
      <p>{t('recovery.lead')}</p>
      {replaced && (
        <p className="problem mild replaced-code" role="status">
          {t('recovery.replaced')}
        </p>
      )}
      <ol className="recovery-code" aria-label={t('recovery.code')}>
        {code.split('-').map((group, i) => (
          <li key={i}>
            <span aria-hidden="true">{i + 1}</span>
            <b>{group}</b>
          </li>
        ))}
      </ol>
      <Button onClick={() => window.print()}>{t('recovery.print')}</Button>
      <h2 className="proof-title">{t('recovery.proofTitle')}</h2>
      <div className="proof">
        {asked.map((group, i) => (
          <Field
            key={group}
            label={t('recovery.group', { n: group })}
            error={tried && !right[i] ? t('recovery.groupWrong') : undefined}
            hint={t('recovery.groupHint')}
          >
            {(bind) => (
              <Input
                {...bind}
                className="code-input"
                autoComplete="off"
                spellCheck={false}
                maxLength={8}
                value={typed[i]!}
                onChange={(event) => setTyped(typed.with(i, event.target.value))}
              />
            )}
          </Field>
        ))}
      </div>
      <div className="row form-buttons">
        <Button onClick={onBack} disabled={busy}>
          {t('back')}
        </Button>
        <Button type="primary" htmlType="submit" loading={busy}>
          {busy ? t('recovery.finishing') : t('recovery.finish')}
        </Button>
      </div>
      <RecoveryPaper code={code} station={station} day={momentOf(clock()).slice(0, 10)} />
    </form>
  )
}
