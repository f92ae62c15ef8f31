import { useTranslation } from 'react-i18next'
import { useSession } from '#app/session/session.ts'

export function StationCard() {
  const { t } = useTranslation('settings')
  const phase = useSession((session) => session.phase)
  const folder = useSession((session) => session.folder)
  if (phase.kind !== 'open') return null
  const { card, user } = phase.opened
  const facts = [
    [t('station.name'), card.name],
    [t('station.code'), card.code],
    [t('station.number'), `${card.short}-${card.letter}`],
    [t('station.user'), user.name],
    [t('station.folder'), folder],
  ] as const
  return (
    <div className="card">
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="small muted">{t('station.folderHint')}</p>
    </div>
  )
}
