/** 工作人员: who works here, who is away, and handing over everything a colleague has in hand in one step. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { useSession } from '#app/session/session.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import { HandOverDrawer } from './hand-over-drawer.tsx'
import { StaffForm } from './staff-form.tsx'

type Open = { readonly what: 'form'; readonly id: string | null } | { readonly what: 'hand-over'; readonly id: string }

export function StaffCard() {
  const { t } = useTranslation('settings')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const people = useAnswer(() => desk.colleagues(), [desk, revision])
  const [open, setOpen] = useState<Open | null>(null)
  const [said, setSaid] = useState('')
  if (!people) return <div className="card">{t('staff.loading')}</div>
  const one = open?.id ? people.find(({ id }) => id === open.id) : undefined
  const close = (): void => setOpen(null)
  return (
    <div className="card">
      <p className="muted">{t('staff.lead')}</p>
      <ul className="staff">
        {people.map(({ id, name = '', duty, presence, awayUntil, open: inHand }) => (
          <li key={id}>
            <div>
              <b>{name}</b> {duty && <span className="muted">{duty}</span>}
              <div className="small muted">
                {presence === 'here'
                  ? t('staff.here')
                  : presence === 'left'
                    ? t('staff.left')
                    : awayUntil
                      ? t('staff.awayUntil', { day: awayUntil })
                      : t('staff.away')}
                {' · '}
                <span className={presence !== 'here' && inHand > 0 ? 'bad' : ''}>
                  {t('staff.open', { count: inHand, shown: inHand.toLocaleString('en') })}
                </span>
              </div>
            </div>
            <div className="row">
              {inHand > 0 && people.length > 1 && (
                <Button size="small" onClick={() => setOpen({ what: 'hand-over', id })}>
                  {t('staff.handOver')}
                </Button>
              )}
              <Button
                size="small"
                aria-label={t('staff.changeOf', { name })}
                onClick={() => setOpen({ what: 'form', id })}
              >
                {t('staff.change')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <p aria-live="polite">{said}</p>
      <Button onClick={() => setOpen({ what: 'form', id: null })}>{t('staff.add')}</Button>
      {open?.what === 'form' && <StaffForm key={open.id ?? ''} colleague={one} onClose={close} />}
      {open?.what === 'hand-over' && one && (
        <HandOverDrawer
          from={one}
          people={people}
          onClose={close}
          onDone={(done, refused, to) => {
            close()
            setSaid(
              t('staff.handedOver', { count: done, name: to }) +
                (refused > 0 ? t('staff.handedNot', { count: refused }) : ''),
            )
          }}
        />
      )}
    </div>
  )
}
