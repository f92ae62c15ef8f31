import { Button } from 'antd'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { NewPasswordFields, useNewPassword } from '../new-password-fields.tsx'

type PasswordStepProps = {
  readonly password: string
  readonly onBack: () => void
  readonly onDone: (password: string) => void
}

export function PasswordStep({ password, onBack, onDone }: PasswordStepProps) {
  const { t } = useTranslation('set-up')
  const chosen = useNewPassword(password)
  const [tried, setTried] = useState(false)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (chosen.problem === null) onDone(chosen.first)
  }
  return (
    <form autoComplete="off" noValidate onSubmit={submit}>
      <NewPasswordFields
        value={chosen}
        labels={[t('password.password'), t('password.again')]}
        tried={tried}
        autoFocus
      />
      <div className="set-up-advice">
        <h2>{t('password.adviceTitle')}</h2>
        <ul>
          <li>{t('password.advice1')}</li>
          <li>{t('password.advice2')}</li>
          <li>{t('password.advice3')}</li>
        </ul>
        <h2>{t('password.protectionTitle')}</h2>
        <p>{t('password.protection')}</p>
        <p>
          <b>{t('password.noSecrets')}</b>
        </p>
      </div>
      <div className="row form-buttons">
        <Button onClick={onBack}>{t('back')}</Button>
        <Button type="primary" htmlType="submit">
          {t('next')}
        </Button>
      </div>
    </form>
  )
}
