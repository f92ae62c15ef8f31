/** 上级和下级: the houses whose fingerprints were compared here, and those that they vouch for. */
import { Button, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DevicesShown } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import type { TrustWork } from './use-trust-work.ts'

export function PeersCard({ shown, work }: { readonly shown: DevicesShown; readonly work: TrustWork }) {
  const { t } = useTranslation('devices')
  const { desk } = useServices()
  const nameOf = (house: string): string => shown.peers.find((peer) => peer.house === house)?.name ?? house.slice(-4)
  const leave = (house: string) => () => desk.run({ name: 'leave-house', input: { house } })
  return (
    <section className="card exchange-card">
      <h2>{t('peers.title')}</h2>
      {shown.peers.length === 0 && <p className="muted">{t('peers.none')}</p>}
      <ul className="devices">
        {shown.peers.map(({ house, kind, name, fingerprint, pcs, via, left }) => (
          <li key={house}>
            <div>
              <b>{name}</b> <span className="muted">{t(`peers.kind.${kind}`)}</span>
              <div className="small muted">
                {[
                  t('peers.pcs', { n: pcs }),
                  via === null
                    ? t('peers.fingerprint', { digits: fingerprint })
                    : t('peers.via', { name: nameOf(via) }),
                  left && t('peers.left', { day: left.slice(0, 10) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
            </div>
            {via === null && left === '' && (
              <Popconfirm
                title={t('peers.leaveAsk', { name })}
                okText={t('peers.leave')}
                onConfirm={() => void work.run(leave(house), '')}
              >
                <Button size="small" danger aria-label={`${t('peers.leave')} · ${name}`}>
                  {t('peers.leave')}
                </Button>
              </Popconfirm>
            )}
          </li>
        ))}
      </ul>
      {!shown.peers.some(({ kind, left }) => kind === 'upper' && left === '') && (
        <div className="row">
          <Button loading={work.busy} onClick={() => void work.make(() => desk.houseRequest(), t('peers.requested'))}>
            {t('peers.request')}
          </Button>
        </div>
      )}
    </section>
  )
}
