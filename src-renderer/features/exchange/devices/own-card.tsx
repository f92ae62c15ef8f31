import { useTranslation } from 'react-i18next'
import { spoken } from '#core/exchange/trust/fingerprint.ts'
import type { DevicesShown } from '#app/services/desk-types.ts'
import { Fingerprint } from '#app/ui/fingerprint.tsx'

/** 本站指纹: what others compare. */
export function OwnCard({ shown }: { readonly shown: DevicesShown }) {
  const { t, i18n } = useTranslation('devices')
  return (
    <section className="card exchange-card">
      <h2>{t('own.title')}</h2>
      {shown.fingerprint === '' ? (
        <p className="muted">{t('own.none')}</p>
      ) : (
        <>
          <p className="muted">{t('own.lead')}</p>
          <Fingerprint
            digits={shown.fingerprint}
            aloud={i18n.language.startsWith('zh') ? spoken(shown.fingerprint) : undefined}
          />
        </>
      )}
      <p className="small muted">{shown.hasRoot ? t('own.root') : t('own.noRoot')}</p>
    </section>
  )
}
