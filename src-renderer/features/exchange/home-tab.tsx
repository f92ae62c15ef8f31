/** 往来: without keys the first day's pack alone; with them a card a house, the files that came, and what lies in the inbox. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExchangeHome, PeerLine } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { pathOf } from '#app/session/route.ts'
import { useSettledRevision } from '#app/session/settled-revision.ts'
import { useKeys } from '#app/ui/keys.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import { ExportDrawer } from './export-drawer.tsx'
import { FirstDayCard } from './first-day-card.tsx'
import { InboxCard } from './inbox-card.tsx'
import { PeerCard } from './peer-card.tsx'
import { PeerTable } from './peer-table.tsx'
import { ReceiveCard } from './receive-card.tsx'
import type { Looked } from './received-card.tsx'

/** More houses below than this stand in a table: a district has 200. */
const MANY = 6

/** `onChanged`: files were taken in or put away. */
export function HomeTab({ home, onChanged }: { readonly home: ExchangeHome; readonly onChanged: () => void }) {
  if (!home.keysInUse)
    return (
      <div className="exchange-home">
        <FirstDayCard />
        <Begin />
      </div>
    )
  return <WithKeys home={home} onChanged={onChanged} />
}

function Begin() {
  const { t } = useTranslation('exchange')
  return (
    <p className="muted small">
      {t('begin.words')} <a href={pathOf({ screen: 'exchange', id: 'devices' })}>{t('begin.link')}</a>
    </p>
  )
}

function WithKeys({ home, onChanged }: { readonly home: ExchangeHome; readonly onChanged: () => void }) {
  const { t } = useTranslation('exchange')
  const { desk } = useServices()
  const revision = useSettledRevision()
  const [out, setOut] = useState<PeerLine | null>(null)
  const [looked, setLooked] = useState<readonly Looked[]>([])
  const [packOpen, setPackOpen] = useState(false)
  const [changes, setChanges] = useState(0)
  const inbox = useAnswer(() => desk.inbox(), [desk, revision, changes, looked])
  const changed = (): void => {
    setChanges(changes + 1)
    onChanged()
  }
  const first = home.peers.find(({ pcs }) => pcs > 0) ?? null
  const below = home.peers.filter(({ kind }) => kind === 'below')
  const isMany = below.length > MANY
  useKeys([{ key: 'E', label: t('peer.export'), run: () => first && setOut(first) }])
  // What is looked at above need not lie below as well.
  const lines = (inbox ?? []).filter(({ inbox: id }) => !looked.some(({ received }) => received.inbox === id))
  return (
    <div className="exchange-home">
      {home.peers
        .filter((peer) => !isMany || !below.includes(peer))
        .map((peer) => (
          <PeerCard key={peer.peer} peer={peer} isFirst={peer === first} onExport={() => setOut(peer)} />
        ))}
      {isMany && <PeerTable peers={below} onExport={setOut} />}
      <ReceiveCard
        looked={looked}
        onLooked={(change) => {
          setLooked(change)
          onChanged()
        }}
      />
      {lines.length > 0 && (
        <InboxCard
          lines={lines}
          onChanged={changed}
          onLooked={(received) => setLooked((before) => [{ received, taken: null }, ...before])}
        />
      )}
      {home.blobsMissing > 0 && <p className="small muted">{t('summary.blobs', { n: home.blobsMissing })}</p>}
      {packOpen ? (
        <FirstDayCard />
      ) : (
        <button type="button" className="plain exchange-more" onClick={() => setPackOpen(true)}>
          {t('pack.title')} ▾
        </button>
      )}
      {out && (
        <ExportDrawer
          key={out.peer}
          home={home}
          peer={out}
          onClose={() => {
            setOut(null)
            onChanged()
          }}
        />
      )}
    </div>
  )
}
