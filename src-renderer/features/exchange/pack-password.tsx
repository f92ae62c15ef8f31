/** A password that is shown once: large, to be copied or read out. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { copyText } from '#app/ui/copy-text.ts'

export function PackPassword({ password, onDone }: { readonly password: string; readonly onDone: () => void }) {
  const { t } = useTranslation('exchange')
  const [copied, setCopied] = useState<boolean | null>(null)
  return (
    <div className="exchange-password" role="group" aria-label={t('pack.password')}>
      <div className="row">
        <span className="muted">{t('pack.password')}</span>
        <code translate="no">{password}</code>
        <Button type="primary" size="large" onClick={() => void copyText(password).then(setCopied)}>
          {copied === true ? t('pack.copied') : t('pack.copy')}
        </Button>
        {copied === false && <span className="warn small">{t('pack.copyFailed')}</span>}
      </div>
      <p>
        <b>{t('pack.phone')}</b> <span className="muted">{t('pack.once')}</span>
      </p>
      <p className="small muted">{t('pack.opens')}</p>
      <Button type="link" onClick={onDone}>
        {t('pack.close')}
      </Button>
    </div>
  )
}
