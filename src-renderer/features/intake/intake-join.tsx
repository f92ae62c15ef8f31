/**
 * 并入同一事项 while a request is taken in (DOMAIN §3.6). The same person and nothing new: a repeat of the old case, and they
 * are told how that stands. Other people: one common matter. Nothing is written before the request itself is.
 */
import { Button } from 'antd'
import { useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Repeat } from '#app/services/desk-types.ts'
import type { Channel, Way } from '#core/case-file/codes.ts'
import type { RequestValues } from './blank-request.ts'

/** How they hear of it: the way they came. */
const WAY_OF: Partial<Record<Channel, Way>> = { phone: 'phone', wechat: 'wechat', 'home-visit': 'home-visit', letter: 'letter' } // prettier-ignore

/** Under a case that looks alike. `status`: how it stands, in words. */
export function JoinButton({
  repeat: { row, person, closedAt },
  status,
}: {
  readonly repeat: Repeat
  readonly status: string
}) {
  const { t } = useTranslation('topics')
  const { setValue, control } = useFormContext<RequestValues>()
  const join = useWatch({ control, name: 'join' })
  if (join?.with === row.id) return null
  const isRepeat = person !== null
  const choose = (): void => {
    setValue('join', { with: row.id, kind: isRepeat ? 'repeat' : 'same-matter' }, { shouldDirty: true })
    setValue('joinedWith', { title: row.title, status: closedAt === null ? status : '' }, { shouldDirty: true })
  }
  return (
    <div className="row">
      <Button
        size="small"
        aria-label={`${t(isRepeat ? 'intake.repeat' : 'intake.join')} ${row.number}`}
        onClick={choose}
      >
        {t(isRepeat ? 'intake.repeat' : 'intake.join')}
      </Button>
    </div>
  )
}

/** What was chosen, for as long as it stands; it stays in the draft. */
export function JoinNote() {
  const { t } = useTranslation('topics')
  const { setValue, control } = useFormContext<RequestValues>()
  const [join, joinedWith, channel] = useWatch({ control, name: ['join', 'joinedWith', 'channel'] })
  if (!join) return null
  const progress = t('intake.tell', { status: joinedWith?.status ?? '' })
  const tell = (on: boolean): void =>
    setValue(
      'join',
      {
        with: join.with,
        kind: join.kind,
        ...(on && { told: { way: (channel && WAY_OF[channel]) ?? 'face-to-face', note: progress } }),
      },
      { shouldDirty: true },
    )
  const undo = (): void => {
    setValue('join', undefined, { shouldDirty: true })
    setValue('joinedWith', undefined, { shouldDirty: true })
  }
  return (
    <div className="repeat likely" role="status">
      <div>
        <b>{t(join.kind === 'repeat' ? 'intake.repeated' : 'intake.joined')}</b>
        <Button size="small" onClick={undo}>
          {t('intake.undo')}
        </Button>
      </div>
      <div className="small">{joinedWith?.title}</div>
      {join.kind === 'repeat' && joinedWith?.status && (
        <label className="small">
          <input type="checkbox" checked={join.told !== undefined} onChange={(event) => tell(event.target.checked)} />{' '}
          {progress} · {t('intake.told')}
        </label>
      )}
    </div>
  )
}
