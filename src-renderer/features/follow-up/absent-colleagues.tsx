/** Whoever is away or has left with cases in hand: one quiet line above today's list, so that nothing waits for them unseen. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { go } from '#app/session/route.ts'
import { useSession } from '#app/session/session.ts'
import { useAnswer } from '#app/ui/use-answer.ts'

export function AbsentColleagues({ onShow }: { onShow: (handler: string) => void }) {
  const { t } = useTranslation('cases')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const people = useAnswer(() => desk.colleagues(), [desk, revision])
  const absent = (people ?? []).filter(({ presence, open }) => presence !== 'here' && open > 0)
  if (absent.length === 0) return null
  return (
    <div className="absent card">
      {absent.map(({ id, name = '', presence, awayUntil, open }) => (
        <p key={id}>
          <span>
            {presence === 'left'
              ? t('absent.left', { name, count: open })
              : awayUntil
                ? t('absent.awayUntil', { name, day: awayUntil, count: open })
                : t('absent.away', { name, count: open })}
          </span>
          <Button type="link" size="small" onClick={() => onShow(id)}>
            {t('absent.show')}
          </Button>
          <Button type="link" size="small" onClick={() => go({ screen: 'settings' })}>
            {t('absent.handOver')}
          </Button>
        </p>
      ))}
    </div>
  )
}
