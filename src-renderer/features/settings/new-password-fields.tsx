/** A password typed twice: at set-up and for the command line. */
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '#app/ui/field.tsx'

/** Characters. Each guess costs 64 MiB and a third of a second; length is what helps most. */
export const PASSWORD_LENGTH = 8

type NewPassword = {
  readonly first: string
  readonly again: string
  readonly problem: 'too-short' | 'different' | null
  readonly setFirst: (words: string) => void
  readonly setAgain: (words: string) => void
}

export function useNewPassword(start = ''): NewPassword {
  const [first, setFirst] = useState(start)
  const [again, setAgain] = useState(start)
  const problem = [...first].length < PASSWORD_LENGTH ? 'too-short' : first === again ? null : 'different'
  return { first, again, problem, setFirst, setAgain }
}

type NewPasswordFieldsProps = {
  readonly value: NewPassword
  readonly labels: readonly [first: string, again: string]
  /** Errors are told only after a first try. */
  readonly tried: boolean
  readonly autoFocus?: boolean
}

export function NewPasswordFields({ value, labels, tried, autoFocus = false }: NewPasswordFieldsProps) {
  const { t } = useTranslation('set-up')
  const tooShort = tried && value.problem === 'too-short' ? t('password.tooShort', { n: PASSWORD_LENGTH }) : undefined
  const different = tried && value.problem === 'different' ? t('password.different') : undefined
  return (
    <>
      <Field label={labels[0]} error={tooShort}>
        {(bind) => (
          <Input.Password
            {...bind}
            autoFocus={autoFocus}
            autoComplete="off"
            value={value.first}
            onChange={(event) => value.setFirst(event.target.value)}
          />
        )}
      </Field>
      <Field label={labels[1]} error={different}>
        {(bind) => (
          <Input.Password
            {...bind}
            autoComplete="off"
            value={value.again}
            onChange={(event) => value.setAgain(event.target.value)}
          />
        )}
      </Field>
    </>
  )
}
