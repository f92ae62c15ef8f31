/** One quiet section of a provider's page: what is known, one line each, and one button that adds to it. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

type ProviderSectionProps = {
  readonly title: string
  /** Said beside the title: how many, or what is stale. */
  readonly aside?: ReactNode
  readonly add?: { readonly words: string; readonly run: () => void }
  /** What stands there while nothing is known. */
  readonly empty: string
  readonly children: readonly ReactNode[]
}

export function ProviderSection({ title, aside, add, empty, children }: ProviderSectionProps) {
  return (
    <section className="card provider-section" aria-label={title}>
      <h2 className="row">
        <span>{title}</span>
        {aside && <span className="small">{aside}</span>}
        {add && (
          <Button size="small" onClick={add.run}>
            {add.words}
          </Button>
        )}
      </h2>
      {children.length > 0 ? <ul>{children}</ul> : <p className="muted">{empty}</p>}
    </section>
  )
}

type PartLineProps = {
  readonly title: ReactNode
  /** Facts in words; those that are empty are left out. */
  readonly facts: readonly (string | null | undefined | false)[]
  readonly warn?: string | undefined
  readonly onEdit?: (() => void) | undefined
  readonly children?: ReactNode
}

export function PartLine({ title, facts, warn, onEdit, children }: PartLineProps) {
  const { t } = useTranslation('providers')
  const said = facts.filter(Boolean).join(' · ')
  return (
    <li>
      <div className="row">
        <b>{title}</b>
        {warn && <span className="warn small">{warn}</span>}
        {onEdit && (
          <Button
            size="small"
            type="text"
            onClick={onEdit}
            aria-label={`${t('edit')} ${typeof title === 'string' ? title : ''}`}
          >
            {t('edit')}
          </Button>
        )}
      </div>
      {said !== '' && <p className="muted small">{said}</p>}
      {children}
    </li>
  )
}
