/** One of the twenty certificates that a residents' committee must not issue: no, and the office that does. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Certificate } from '#core/intake/certificates.ts'
import { useLanguage } from '#app/text/text.ts'

type CertificateCardProps = {
  readonly certificate: Certificate
  readonly word: string
  /** 当场告知并办结, with what is said. */
  readonly onTell: (said: string, channel: string) => void
}

export function CertificateCard({ certificate, word, onTell }: CertificateCardProps) {
  const { t } = useTranslation('intake')
  const isEnglish = useLanguage() === 'en'
  const name = isEnglish ? certificate.en : certificate.zh
  const office = isEnglish ? certificate.officeEn : certificate.office
  return (
    <section className="card certificate" role="status">
      <b>{t('certificate.title', { name })}</b>
      <div className="small">{t('certificate.why')}</div>
      <div>
        <strong>{t('certificate.office', { office })}</strong>
      </div>
      <div className="row">
        <span className="muted small">{t('certificate.word', { word })}</span>
        <Button size="small" onClick={() => onTell(t('certificate.told', { name, office }), office)}>
          {t('certificate.close')}
        </Button>
      </div>
    </section>
  )
}
