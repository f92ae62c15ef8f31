/** 基本: who they are and how to reach them. What nobody has said shows 未填. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProviderParts } from '#app/services/desk-types.ts'
import { useKnownWords } from './provider-words.ts'
import { useDirectoryWords } from './use-directory-codes.ts'

export function ProviderFacts({ parts }: { readonly parts: ProviderParts }) {
  const { t } = useTranslation(['providers', 'codes'])
  const words = useDirectoryWords()
  const known = useKnownWords()
  const { provider, open } = parts
  if (!provider) return null
  const { reach, hours, area, cost } = known(provider)
  return (
    <section className="card provider-section" aria-label={t('providers:section.basic')}>
      <h2 className="row">
        <span>{t('providers:section.basic')}</span>
        {provider.stopped && <span className="warn small">{t('providers:stopped')}</span>}
        {open !== null && (
          <span className={open ? 'open-now' : 'muted small'}>
            {t(open ? 'providers:openNow' : 'providers:closedNow')}
          </span>
        )}
      </h2>
      <dl className="part-facts">
        <Line name={t('providers:phone')}>{provider.phone}</Line>
        <Line name={t('providers:form.role')}>{provider.role ? words.role[provider.role] : ''}</Line>
        {(provider.standings ?? []).length > 0 && (
          <Line name={t('providers:form.standings')}>
            {(provider.standings ?? []).map((one) => words.standing[one]).join(t('providers:comma'))}
          </Line>
        )}
        <Line name={t('providers:services')}>{provider.services}</Line>
        <Line name={t('providers:reach')}>{reach}</Line>
        <Line name={t('providers:hours')}>{hours}</Line>
        <Line name={t('providers:area')}>{area}</Line>
        <Line name={t('providers:funding')}>{cost}</Line>
        <Line name={t('providers:form.publicContact')}>{provider.publicContact}</Line>
        <Line name={t('providers:contact')}>{[provider.contact, provider.contactPhone].filter(Boolean).join(' ')}</Line>
      </dl>
    </section>
  )
}

function Line({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const { t } = useTranslation('providers')
  return (
    <>
      <dt>{name}</dt>
      <dd>{children || <span className="muted">{t('unknown')}</span>}</dd>
    </>
  )
}
