import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LanguageSwitch } from './language-switch.tsx'

/** The frame of every page before the station is open: one quiet card in the middle. */
export function StartPage({
  title,
  lead,
  wide = false,
  children,
}: {
  title: string
  lead?: string
  wide?: boolean
  children: ReactNode
}) {
  const { t } = useTranslation('app')
  return (
    <div className="start-page">
      <header>
        <b>{t('name')}</b>
        <LanguageSwitch />
      </header>
      <main className={`card${wide ? ' wide' : ''}`}>
        <h1>{title}</h1>
        {lead !== undefined && <p className="muted">{lead}</p>}
        {children}
      </main>
    </div>
  )
}
