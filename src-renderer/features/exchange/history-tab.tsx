/** 收发记录: every file out and in, the newest first, each with the number that people compare on the telephone. */
import { Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BundleLine, ExchangeHome } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useNow } from '#app/session/now.ts'
import { useSession } from '#app/session/session.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ExportMenu, ExportSaid, useExport } from '#app/ui/export-menu.tsx'
import { daysBetween, useMomentWords } from '#app/ui/moment-words.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import { dayOf } from '#core/lib/time.ts'
import { byteWords } from './byte-words.ts'
import { PacksMade } from './packs-made.tsx'
import { peerName } from './peer-card.tsx'

const ALL = ''
const LATE_DAYS = 7
const COLUMNS = ['when', 'way', 'peer', 'profile', 'events', 'state', 'file', 'by'] as const
const PAGE = 200

export function HistoryTab({ home: { house, peers } }: { readonly home: ExchangeHome }) {
  const { t } = useTranslation('exchange')
  const { desk, host, clock } = useServices()
  const revision = useSession((session) => session.revision)
  const now = useNow()
  const moments = useMomentWords(now)
  const [peer, setPeer] = useState(ALL)
  const [limit, setLimit] = useState(PAGE)
  const found = useAnswer(() => desk.bundles(peer === ALL ? null : peer), [desk, peer, revision])
  // What the other PCs of the house say of their files came later than it happened.
  const rows = found && found.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
  const nameOf = ({ peer: of, peerName: name }: BundleLine): string => (of === house.id ? t('peer.kind.own') : name)
  const state = (row: BundleLine): string => {
    if (row.direction === 'in') {
      if (!row.counts) return t('nothing')
      const { fresh, known, held } = row.counts
      return held > 0 ? t('history.takenHeld', { fresh, known, held }) : t('history.taken', { fresh, known })
    }
    if (row.confirmed) return t('history.confirmed')
    return isLate(row, now) ? t('history.late', { days: -daysBetween(now, row.at) }) : t('history.waiting')
  }
  const cells = (row: BundleLine): readonly string[] => [
    row.at.slice(0, 16).replace('T', ' '),
    t(`history.way.${row.direction}`),
    nameOf(row),
    t(`profile.${row.profile}`),
    String(row.events),
    state(row),
    `${row.file} ${row.short}`,
    row.by,
  ]
  const out = useExport({
    name: t('history.file', { day: dayOf(now) }),
    make: async (format) => {
      const all = rows ?? []
      const columns = COLUMNS.map((name) => ({ title: t(`history.column.${name}`), kind: 'text' as const, width: name === 'file' ? 48 : 18 })) // prettier-ignore
      return { bytes: await desk.writeSheet({ name: t('history.list'), columns, rows: all.map(cells) }, format), count: all.length } // prettier-ignore
    },
    save: host.saveFile,
    clock,
  })
  if (!rows) return <p className="muted">{t('loading')}</p>
  return (
    <>
      <div className="row exchange-filter">
        {peers.length > 1 && (
          <Select
            aria-label={t('history.ofPeer')}
            popupMatchSelectWidth={false}
            value={peer}
            onChange={setPeer}
            options={[
              { value: ALL, label: t('history.all') },
              ...peers.map((one) => ({ value: one.peer, label: peerName(one, t('peer.kind.own')) })),
            ]}
          />
        )}
        <ExportMenu out={out} disabled={rows.length === 0} kinds={[{ kind: 'all', words: '' }]} />
      </div>
      <ExportSaid out={out} onReveal={host.reveal} said={(count) => t('history.exported', { count })} />
      {rows.length === 0 ? (
        <div className="card">
          <EmptyState title={t('history.emptyTitle')} text={t('history.emptyText')} />
        </div>
      ) : (
        <table className="card exchange-table" aria-label={t('history.list')}>
          <thead>
            <tr>
              {COLUMNS.map((name) => (
                <th key={name} scope="col" className={name === 'events' ? 'number' : ''}>
                  {t(`history.column.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, limit).map((row) => (
              <tr key={row.id}>
                <td className="small nowrap">{moments.timed(row.at)}</td>
                <td>{t(`history.way.${row.direction}`)}</td>
                <td>{nameOf(row)}</td>
                <td>
                  {t(`profile.${row.profile}`)}
                  {row.letters > 0 && <div className="small muted">{t('history.letters', { n: row.letters })}</div>}
                </td>
                <td className="number">{row.events.toLocaleString('en')}</td>
                <td className={isLate(row, now) ? 'bad' : row.direction === 'out' && row.confirmed ? 'good' : ''}>
                  {state(row)}
                </td>
                <td>
                  <span className="exchange-file" translate="no" title={row.file}>
                    {row.file}
                  </span>
                  <div className="small muted">
                    <code>{row.short}</code> · {byteWords(row.bytes)}
                  </div>
                </td>
                <td>{row.by}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rows.length > limit && (
        <button type="button" className="plain" onClick={() => setLimit(limit + PAGE)}>
          + {Math.min(PAGE, rows.length - limit)}
        </button>
      )}
      {peer === ALL && <PacksMade />}
    </>
  )
}

const isLate = (row: BundleLine, now: string): boolean =>
  row.direction === 'out' && !row.confirmed && row.profile !== 'receipt' && -daysBetween(now, row.at) > LATE_DAYS
