/** One house that files go to: what has left, what is confirmed, and the button that sends the rest. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PeerLine } from '#app/services/desk-types.ts'
import { useNow } from '#app/session/now.ts'
import { pathOf } from '#app/session/route.ts'
import { Kbd } from '#app/ui/kbd.tsx'
import { daysBetween, useMomentWords } from '#app/ui/moment-words.ts'

export const PEER_LOOKS = { nothing: '', new: 'warn', exported: '', unconfirmed: 'bad', confirmed: 'good' } as const

type PeerCardProps = {
  readonly peer: PeerLine
  /** The one that the key exports for. */
  readonly isFirst: boolean
  readonly onExport: () => void
}

export function PeerCard({ peer, isFirst, onExport }: PeerCardProps) {
  const { t } = useTranslation('exchange')
  const now = useNow()
  const moments = useMomentWords(now)
  const { state } = peer
  const name = peerName(peer, t(`peer.kind.own`))
  const days = peer.since === null ? 0 : -daysBetween(now, peer.since)
  const words = usePeerWords()(peer)
  // Something new may have been written while an older export still waits: the red one is said as well.
  const late = state === 'new' && peer.unconfirmed > 0 && days > LATE_DAYS
  return (
    <section className="card exchange-card exchange-peer" aria-label={name}>
      <header className="row">
        <div>
          <h2>{name}</h2>
          <span className="small muted">
            {[
              peer.kind === 'own' ? '' : t(`peer.kind.${peer.kind}`),
              peer.pcs === 0 ? '' : t('peer.pcs', { count: peer.pcs }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </div>
        <span className={`exchange-state ${PEER_LOOKS[state]}`}>{words}</span>
        <Button type={isFirst ? 'primary' : 'default'} size="large" disabled={peer.pcs === 0} onClick={onExport}>
          {t('peer.export')}
          <span className="spoken-only">{name}</span>
          {isFirst && <Kbd keys="E" />}
        </Button>
      </header>
      {(state === 'unconfirmed' || late) && (
        <p className="bad">
          {late && `${t('peer.state.unconfirmed', { days })} · `}
          {t('peer.stateWhy.unconfirmed')}
        </p>
      )}
      {peer.pcs === 0 && (
        <p className="warn">
          <a href={pathOf({ screen: 'exchange', id: 'devices' })}>{t('peer.noPcs')}</a>
        </p>
      )}
      <dl className="exchange-facts">
        {(
          [
            ['lastOut', peer.lastOut?.at],
            ['confirmedAt', peer.confirmedAt],
            ['lastIn', peer.lastIn?.at],
          ] as const
        ).map(([fact, at]) => (
          <div key={fact}>
            <dt>{t(`peer.${fact}`)}</dt>
            <dd>{at ? moments.timed(at) : t('nothing')}</dd>
          </div>
        ))}
        {state !== 'new' && peer.fresh > 0 && (
          <div>
            <dt className="spoken-only">{t('peer.export')}</dt>
            <dd className="warn">{t('peer.fresh', { n: peer.fresh })}</dd>
          </div>
        )}
        {peer.letters > 0 && (
          <div>
            <dt className="spoken-only">{t('tab.letters')}</dt>
            <dd>{t('peer.letters', { n: peer.letters })}</dd>
          </div>
        )}
        {peer.gaps > 0 && (
          <div>
            <dt className="spoken-only">{t('tab.gaps')}</dt>
            <dd>
              <a className="warn" href={pathOf({ screen: 'exchange', id: 'gaps' })}>
                {t('peer.gaps', { n: peer.gaps })}
              </a>
            </dd>
          </div>
        )}
      </dl>
    </section>
  )
}

/** How things stand with a house, in a few words. */
export function usePeerWords(): (peer: PeerLine) => string {
  const { t } = useTranslation('exchange')
  const now = useNow()
  return ({ state, fresh, since }) => {
    if (state === 'new') return fresh > 0 ? t('peer.state.new', { n: fresh }) : t('peer.state.newOne')
    return t(`peer.state.${state}`, { days: since === null ? 0 : -daysBetween(now, since) })
  }
}

/** As the desk counts it (core/exchange/import/peer-state.ts). */
const LATE_DAYS = 7

/** `own`: what the other PCs of this house are called; the house's own name stands in the page's head already. */
export const peerName = ({ kind, name }: Pick<PeerLine, 'kind' | 'name'>, own: string): string =>
  kind === 'own' ? own : name
