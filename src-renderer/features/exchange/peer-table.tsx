/** Many houses below, one line each: a 区 with 200 stations scrolls through no cards. What is late or new comes first. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PeerLine } from '#app/services/desk-types.ts'
import { useNow } from '#app/session/now.ts'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { PEER_LOOKS, usePeerWords } from './peer-card.tsx'

/** So many lines at once. */
const PAGE = 50
const ORDER: Readonly<Record<PeerLine['state'], number>> = { unconfirmed: 0, new: 1, nothing: 2, exported: 3, confirmed: 4 } // prettier-ignore

type PeerTableProps = { readonly peers: readonly PeerLine[]; readonly onExport: (peer: PeerLine) => void }

export function PeerTable({ peers, onExport }: PeerTableProps) {
  const { t } = useTranslation('exchange')
  const moments = useMomentWords(useNow())
  const wordsOf = usePeerWords()
  const [limit, setLimit] = useState(PAGE)
  const rows = peers.toSorted((a, b) => ORDER[a.state] - ORDER[b.state] || (a.short < b.short ? -1 : 1))
  return (
    <section aria-label={t('peer.kind.below')}>
      <table className="card exchange-table">
        <caption className="small muted">{t('peer.below', { n: peers.length })}</caption>
        <thead>
          <tr>
            {(['name', 'state', 'lastOut', 'lastIn'] as const).map((name) => (
              <th key={name} scope="col">
                {t(
                  name === 'name' ? 'history.column.peer' : name === 'state' ? 'history.column.state' : `peer.${name}`,
                )}
              </th>
            ))}
            <th scope="col">
              <span className="spoken-only">{t('peer.export')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, limit).map((peer) => (
            <tr key={peer.peer}>
              <th scope="row">
                {peer.name} <span className="muted small">{peer.short}</span>
              </th>
              <td>
                <span className={`exchange-state ${PEER_LOOKS[peer.state]}`}>{wordsOf(peer)}</span>
              </td>
              <td className="small nowrap">{peer.lastOut ? moments.timed(peer.lastOut.at) : t('nothing')}</td>
              <td className="small nowrap">{peer.lastIn ? moments.timed(peer.lastIn.at) : t('nothing')}</td>
              <td>
                <Button size="small" disabled={peer.pcs === 0} onClick={() => onExport(peer)}>
                  {t('peer.export')}
                  <span className="spoken-only">{peer.name}</span>
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > limit && (
        <button type="button" className="plain exchange-more" onClick={() => setLimit(limit + PAGE)}>
          {t('peer.more', { n: rows.length - limit })}
        </button>
      )}
    </section>
  )
}
