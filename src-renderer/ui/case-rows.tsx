/** Cases one below the other: tile, matter, who does it, how far, until when. ↑↓ and Enter are the page's keys. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseSummary } from '#core/case-file/summary.ts'
import type { Moment } from '#core/lib/time.ts'
import { Deadline } from './deadline.tsx'
import { RoadBar } from './road-bar.tsx'
import { ServiceTypeTile } from './service-type-tile.tsx'
import './case-rows.css'

type Row = Omit<CaseSummary, 'text'> & { readonly providerName: string }

type CaseRowsProps = {
  readonly rows: readonly Row[]
  readonly selected: number
  readonly onSelect: (index: number) => void
  readonly now: Moment
  /** Address of a case: the title is a link. */
  readonly hrefOf: (id: string) => string
  /** Button at the end of a row. */
  readonly action: (row: Row, index: number) => ReactNode
}

export function CaseRows({ rows, selected, onSelect, now, hrefOf, action }: CaseRowsProps) {
  const { t } = useTranslation(['cases', 'codes'])
  return (
    <table className="case-rows card">
      <thead>
        <tr>
          <th scope="col" className="type">
            <span className="spoken-only">{t('cases:serviceType')}</span>
          </th>
          <th scope="col">{t('cases:column.request')}</th>
          <th scope="col" className="provider">
            {t('cases:column.provider')}
          </th>
          <th scope="col" className="road">
            {t('cases:column.road')}
          </th>
          <th scope="col" className="due">
            {t('cases:column.due')}
          </th>
          <th className="act" />
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <tr
            key={row.id}
            ref={i === selected ? (i === 0 ? toTop : intoView) : null}
            className={i === selected ? 'selected' : ''}
            aria-current={i === selected}
            onClick={() => onSelect(i)}
          >
            <td className="type">
              <ServiceTypeTile type={row.serviceType} />
            </td>
            <td>
              <a className="one-line" href={hrefOf(row.id)} title={row.title}>
                {row.title}
              </a>
              <div className="one-line muted small">
                {row.urgency === 'danger' && <span className="bad">{t('codes:urgency.danger')} · </span>}
                {row.disputed && <span className="warn">{t('cases:disputed')} · </span>}
                {row.reopened && <span>{t('cases:reopened')} · </span>}
                {[
                  row.number,
                  t(`codes:requestKind.${row.requestKind}`),
                  row.requestKind === 'report' ? t('cases:confidential') : row.requester,
                  row.place,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
            </td>
            <td className="provider">
              <div className="one-line" title={row.providerName}>
                {row.providerName || <span className="muted">{noProvider(row, t)}</span>}
              </div>
            </td>
            <td className="road">
              <RoadBar status={row.status} type={row.serviceType} />
              <div className="muted small">
                {t(`codes:${STATUS_WORDS[row.serviceType ?? 'undecided']}.${row.status}`)}
              </div>
            </td>
            <td className="due">
              <Deadline
                dueAt={row.dueAt}
                from={row.receivedAt}
                now={now}
                running={row.status !== 'closed' && row.status !== 'revisited'}
              />
            </td>
            <td className="act">{action(row, i)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** `void` on purpose: newer Chromium answers with a promise, which React would take for a clean-up. */
const intoView = (row: HTMLElement | null): void => void row?.scrollIntoView({ block: 'nearest' })

/** With the first row everything above it: after a page was turned, the filters are wanted again. */
const toTop = (row: HTMLElement | null): void => void row?.closest('main')?.scrollTo(0, 0)

/** 已派单, 已上报, or both while nobody knows which it will be. */
const STATUS_WORDS = {
  administrative: 'statusUp',
  welfare: 'status',
  market: 'status',
  undecided: 'statusFilter',
} as const

/** Why nobody stands in the provider column. */
function noProvider(row: Row, t: ReturnType<typeof useTranslation<['cases', 'codes']>>['t']): string {
  if (row.status !== 'received') return t('cases:noProviderNeeded')
  if (row.serviceType === null) return t('cases:noProviderUndecided')
  return row.serviceType === 'administrative' ? t('cases:noProviderUp') : t('cases:noProvider')
}
