import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ServiceTypeTile } from '#app/ui/service-type-tile.tsx'
import type { ProviderCard } from '#core/book/book.ts'
import { useKnownWords } from './provider-words.ts'

type ProviderListProps = {
  readonly providers: readonly ProviderCard[]
  readonly selected: number
  readonly onSelect: (index: number) => void
  readonly onEdit: () => void
}

/** A station knows some dozens of them: all rows are drawn. */
export function ProviderList({ providers, selected, onSelect, onEdit }: ProviderListProps) {
  const { t } = useTranslation(['providers', 'codes'])
  const known = useKnownWords()
  const table = useRef<HTMLTableElement>(null)
  useLayoutEffect(() => {
    table.current?.tBodies[0]?.rows[selected]?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  return (
    <div className="card providers">
      <table ref={table} aria-label={t('providers:title')}>
        <thead>
          <tr>
            <th>{t('providers:name')}</th>
            <th>{t('providers:kind')}</th>
            <th>{t('providers:phone')}</th>
            <th>{t('providers:access')}</th>
          </tr>
        </thead>
        <tbody>
          {providers.map((provider, i) => {
            const { reach, hours } = known(provider)
            const access = [reach, hours].filter(Boolean).join(' · ')
            return (
              <tr
                key={provider.id}
                className={i === selected ? 'chosen' : ''}
                aria-current={i === selected}
                onClick={() => onSelect(i)}
                onDoubleClick={onEdit}
              >
                <td>
                  <span className="row">
                    <ServiceTypeTile type={provider.serviceType} />
                    <span>{provider.name}</span>
                  </span>
                </td>
                <td>{t(`codes:providerKind.${provider.kind}`)}</td>
                <td>{provider.phone}</td>
                <td className={access ? '' : 'muted'}>{access || t('providers:unknown')}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
