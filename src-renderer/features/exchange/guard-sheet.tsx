/** A file that would undo a lot is let in by a colleague, or, where nobody else works, by a typed number or a day of waiting. */
import { Button, Input } from 'antd'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { GuardWord, Received } from '#app/services/desk-types.ts'
import { Field } from '#app/ui/field.tsx'

type GuardSheetProps = {
  readonly dryRun: NonNullable<Received['dryRun']>
  readonly busy: boolean
  readonly onTake: (guard: GuardWord) => void
}

export function GuardSheet({ dryRun: { undone, of, ways }, busy, onTake }: GuardSheetProps) {
  const { t } = useTranslation('exchange')
  const [secret, setSecret] = useState('')
  const [typed, setTyped] = useState('')
  const submit = (event: FormEvent, word: GuardWord): void => {
    event.preventDefault()
    if (!busy) onTake(word)
  }
  const n = (count: number): string => count.toLocaleString('en')
  return (
    <section className="problem exchange-guard" aria-label={t('guard.title')}>
      <b>{t('guard.title')}</b>
      <p>{t('guard.words', { undone: n(undone), of: n(of) })}</p>
      {ways.includes('second') && (
        <form autoComplete="off" noValidate onSubmit={(event) => submit(event, { kind: 'second', secret })}>
          <Field label={t('guard.second')} hint={t('guard.secondHint')}>
            {(bind) => (
              <Input.Password
                {...bind}
                autoComplete="off"
                value={secret}
                onChange={({ target }) => setSecret(target.value)}
              />
            )}
          </Field>
          <Button htmlType="submit" danger disabled={secret === ''} loading={busy}>
            {t('guard.secondRun')}
          </Button>
        </form>
      )}
      {ways.includes('count') && (
        <form
          autoComplete="off"
          noValidate
          onSubmit={(event) => submit(event, { kind: 'count', count: Number(typed) })}
        >
          <Field label={t('guard.count', { n: undone })} hint={t('guard.alone')}>
            {(bind) => (
              <Input
                {...bind}
                autoComplete="off"
                inputMode="numeric"
                value={typed}
                onChange={({ target }) => setTyped(target.value.replaceAll(/\D/g, ''))}
              />
            )}
          </Field>
          <Button htmlType="submit" danger disabled={typed !== String(undone)} loading={busy}>
            {t('guard.countRun')}
          </Button>
        </form>
      )}
      {ways.includes('waited') ? (
        <Button disabled={busy} onClick={() => onTake({ kind: 'waited' })}>
          {t('guard.waited')}
        </Button>
      ) : (
        <p className="small">{t('guard.waitHint')}</p>
      )}
    </section>
  )
}
