import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ServiceTypeTile } from '#app/ui/service-type-tile.tsx'
import { useNow } from '#app/session/now.ts'
import { useMomentWords } from '#app/ui/moment-words.ts'
import type { DirectoryRow } from '#app/services/desk-types.ts'
import type { ProviderCard } from '#core/book/book.ts'
import { useKnownWords } from './provider-words.ts'

type ProviderListProps = {
  readonly providers: readonly ProviderCard[]
  /** What the directory knows beyond the entry, by provider. */
  readonly rows: ReadonlyMap<string, DirectoryRow>
  readonly selected: number
  readonly onSelect: (index: number) => void
  readonly onOpen: () => void
}

/** A line of a row, in pixels; a name may take two. */
const ROW = 44
const SPARE = 12

/** Only the rows around what is on the screen are drawn: a district has thousands. */
export function ProviderList({ providers, rows, selected, onSelect, onOpen }: ProviderListProps) {
  const { t } = useTranslation(['providers', 'codes'])
  const known = useKnownWords()
  const moments = useMomentWords(useNow())
  const box = useRef<HTMLDivElement>(null)
  // Nothing here is compiled by the React Compiler, which would skip this component.
  // oxlint-disable-next-line react/incompatible-library
  const lines = useVirtualizer({
    count: providers.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: SPARE,
    initialRect: { width: 800, height: 900 },
  })
  useEffect(() => lines.scrollToIndex(selected, { align: 'auto' }), [lines, selected])
  const drawn = lines.getVirtualItems()
  const before = drawn[0]?.start ?? 0
  const after = lines.getTotalSize() - (drawn.at(-1)?.end ?? 0)
  return (
    <div className="card providers" ref={box}>
      <table aria-label={t('providers:title')} aria-rowcount={providers.length + 1}>
        <thead>
          <tr>
            <th>{t('providers:name')}</th>
            <th>{t('providers:kind')}</th>
            <th>{t('providers:phone')}</th>
            <th>{t('providers:access')}</th>
          </tr>
        </thead>
        <tbody>
          {before > 0 && <tr aria-hidden="true" style={{ height: before }} />}
          {drawn.map(({ index: i }) => {
            const provider = providers[i]!
            const row = rows.get(provider.id)
            const { reach, hours } = known(provider)
            const access = [reach, hours].filter(Boolean).join(' · ')
            const attention = [
              provider.stopped && t('providers:stopped'),
              row && row.ending > 0 && t('providers:endingShort', { n: row.ending }),
              row?.stale && t('providers:staleShort'),
            ].filter(Boolean)
            return (
              <tr
                key={provider.id}
                ref={lines.measureElement}
                data-index={i}
                aria-rowindex={i + 2}
                className={i === selected ? 'chosen' : ''}
                aria-current={i === selected}
                onClick={() => onSelect(i)}
                onDoubleClick={onOpen}
              >
                <td>
                  <span className="row">
                    <ServiceTypeTile type={provider.serviceType} />
                    <span>{provider.name}</span>
                  </span>
                  {attention.length > 0 && <p className="warn small">{attention.join(' · ')}</p>}
                </td>
                <td>{t(`codes:providerKind.${provider.kind}`)}</td>
                <td>{provider.phone}</td>
                <td className={access ? '' : 'muted'}>
                  {access || t('providers:unknown')}
                  {row && row.open !== null && (
                    <span className={row.open ? 'open-now' : 'muted small'}>
                      {' '}
                      {row.open
                        ? t('providers:openNow')
                        : row.opensNext
                          ? t('providers:opensAt', {
                              at: moments.timed(`${row.opensNext.day}T${row.opensNext.time}:00+08:00`),
                            })
                          : t('providers:closedNow')}
                    </span>
                  )}
                </td>
              </tr>
            )
          })}
          {after > 0 && <tr aria-hidden="true" style={{ height: after }} />}
        </tbody>
      </table>
    </div>
  )
}
