import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StationLine, StationsPage } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { setCaseFilter } from '#app/session/case-filter.ts'
import { useNow } from '#app/session/now.ts'
import { go, pathOf } from '#app/session/route.ts'
import { useRowKeys } from '#app/ui/case-rows-keys.ts'
import { Chips } from '#app/ui/chips.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { SearchBox } from '#app/ui/search-box.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { OrderDrawer } from '../letters/order-drawer.tsx'
import { ReceiveCard } from '../receive-card.tsx'
import type { Looked } from '../received-card.tsx'

/** To add one: here, its test in `WANTED`, its words (stations.filter). */
const FILTERS = ['all', 'due', 'missing', 'letters'] as const
type StationFilter = (typeof FILTERS)[number]
const WANTED: Readonly<Record<StationFilter, (row: StationLine) => boolean>> = {
  all: () => true,
  due: ({ fresh }) => fresh !== 'fresh',
  missing: ({ missing }) => missing > 0,
  letters: ({ letters }) => letters.toDo + letters.open + letters.notThere > 0,
}

const LOOKS = { fresh: 'good', due: 'warn', stale: 'bad', never: 'bad' } as const

export function StationsList({ page }: { readonly page: StationsPage }) {
  const { t } = useTranslation('stations')
  const { desk } = useServices()
  const moments = useMomentWords(useNow())
  const [filter, setFilter] = useState<StationFilter>('all')
  const [search, setSearch] = useState('')
  const [at, setAt] = useState(0)
  const [receiving, setReceiving] = useState<boolean | null>(null)
  const [looked, setLooked] = useState<readonly Looked[]>([])
  const [ordering, setOrdering] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  // An import of a folder that a lock ended stands open again.
  const rest = useAnswer(() => desk.unfinishedImport(), [desk])
  const isReceiving = receiving ?? (rest?.length ?? 0) > 0
  const words = search.trim().toUpperCase()
  const rows = page.rows.filter(
    (row) =>
      WANTED[filter](row) &&
      (words === '' || [row.name, row.code, row.short].some((text) => text.toUpperCase().includes(words))),
  )
  const here = Math.min(at, rows.length - 1)
  const cases = (row: StationLine, change: object = {}): void => {
    setCaseFilter({ station: row.house, ...change })
    go({ screen: 'cases' })
  }
  useRowKeys({ at: here, total: rows.length, onSelect: setAt, onOpen: (i) => rows[i] && cases(rows[i]), openLabel: t('cases'), page: 12 }) // prettier-ignore
  if (page.rows.length === 0)
    return (
      <div className="card">
        <EmptyState title={t('noneTitle')} text={t('noneText')}>
          <Button type="primary" onClick={() => go({ screen: 'exchange', id: 'devices' })}>
            {t('toKeys')}
          </Button>
        </EmptyState>
      </div>
    )
  const lettersOf = ({ letters }: StationLine) => {
    const parts = (['toDo', 'late', 'open'] as const).filter((name) => letters[name] > 0)
    if (parts.length === 0) return <span className="muted">{t('letters.none')}</span>
    return parts.map((name) => (
      <div key={name} className={name === 'late' ? 'bad' : name === 'toDo' ? 'warn' : ''}>
        <a href={pathOf({ screen: 'exchange', id: 'letters' })}>{t(`letters.${name}`, { count: letters[name] })}</a>
      </div>
    ))
  }
  return (
    <>
      <div className="row stations-tools">
        <SearchBox
          className="search"
          label={t('filter.search')}
          hint={t('filter.search')}
          value={search}
          onSearch={setSearch}
          onRows={() => setAt(0)}
        />
        <Chips
          value={filter}
          options={FILTERS.map((value) => ({
            value,
            label: `${t(`filter.${value}`)} ${page.rows.filter(WANTED[value]).length}`,
          }))}
          onChange={setFilter}
        />
        <span className="push" />
        <Button type="primary" aria-expanded={isReceiving} onClick={() => setReceiving(!isReceiving)}>
          {t('receive')}
        </Button>
      </div>
      <div role="status" className={said === '' ? undefined : 'done'}>
        {said}
      </div>
      {isReceiving && (
        <>
          <p className="muted small">{t('receiveText')}</p>
          <div className="stations-receive">
            <ReceiveCard looked={looked} onLooked={setLooked} />
          </div>
        </>
      )}
      {rows.length === 0 ? (
        <div className="card">
          <EmptyState title={t('noMatch')} text="" />
        </div>
      ) : (
        <table className="card stations-table" aria-label={t('tab.stations')}>
          <thead>
            <tr>
              {(['name', 'lastIn', 'cases', 'overdue', 'missing', 'letters'] as const).map((name) => (
                <th scope="col" key={name} className={name === 'overdue' ? 'number' : undefined}>
                  {t(`column.${name}`)}
                </th>
              ))}
              <th scope="col">
                <span className="spoken-only">{t('column.action')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <tr
                key={row.house}
                className={i === here ? 'selected' : ''}
                aria-current={i === here}
                onClick={() => setAt(i)}
              >
                <td>
                  <b>{row.name}</b>
                  <div className="muted small">
                    {[row.short, row.code, row.via && t('via', { name: row.via })].filter(Boolean).join(' · ')}
                  </div>
                </td>
                <td>
                  <span className={`exchange-state ${LOOKS[row.fresh]}`}>{t(`fresh.${row.fresh}`)}</span>
                  <div className="muted small" title={row.lastIn ? t('file', { file: row.lastIn.file }) : undefined}>
                    {row.lastIn &&
                      [moments.timed(row.lastIn.at), row.days && t('daysAgo', { days: row.days })]
                        .filter(Boolean)
                        .join(' · ')}
                  </div>
                  {row.state === 'unconfirmed' && <div className="bad small">{t('unconfirmed')}</div>}
                </td>
                <td>
                  <a
                    href={pathOf({ screen: 'cases' })}
                    onClick={(event) => {
                      event.preventDefault()
                      cases(row)
                    }}
                  >
                    {t('openCases', { open: row.open.toLocaleString('en'), cases: row.cases.toLocaleString('en') })}
                  </a>
                </td>
                <td className={`number ${row.overdue > 0 ? 'bad' : ''}`}>
                  {row.overdue > 0 ? (
                    <a
                      className="bad"
                      href={pathOf({ screen: 'cases' })}
                      onClick={(event) => {
                        event.preventDefault()
                        cases(row, { open: true, due: 'late' })
                      }}
                    >
                      {row.overdue.toLocaleString('en')}
                    </a>
                  ) : (
                    0
                  )}
                </td>
                <td>
                  {row.missing > 0 ? (
                    <a className="warn" href={pathOf({ screen: 'exchange', id: 'gaps' })}>
                      {t('missing', { count: row.missing })}
                    </a>
                  ) : row.fresh === 'never' ? (
                    ''
                  ) : (
                    t('complete')
                  )}
                </td>
                <td>{lettersOf(row)}</td>
                <td className="act">
                  {row.via === '' && (
                    <Button size="small" tabIndex={-1} onClick={() => setOrdering(row.house)}>
                      {t('order')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {ordering !== null && (
        <OrderDrawer
          to={ordering}
          stations={page.rows.map(({ house, name }) => ({ house, name }))}
          onSaved={() => {
            setOrdering(null)
            setSaid(t('orderSaved'))
          }}
          onLeave={() => setOrdering(null)}
        />
      )}
    </>
  )
}
