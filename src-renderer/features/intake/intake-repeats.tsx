/** 疑似重复: what the same person or the same place brought before, and why it is shown. Compared in the desk. */
import { useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Repeat } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useNow } from '#app/session/now.ts'
import { pathOf } from '#app/session/route.ts'
import { daysBetween, useMomentWords } from '#app/ui/moment-words.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import { useSettled } from '#app/ui/use-settled.ts'
import type { RequestValues } from './blank-request.ts'
import { JoinButton, JoinNote } from './intake-join.tsx'

/** Longer than the pauses inside a sentence. */
const PAUSE_MS = 350
const COMPARED = [
  'requesterName',
  'requesterPhone',
  'place',
  'title',
  'text',
  'anonymous',
  'requestKind',
  'openReason',
] as const

export function RepeatsCard() {
  const { t } = useTranslation('intake')
  const { desk } = useServices()
  const { control } = useFormContext<RequestValues>()
  const [requesterName, requesterPhone, place, title, text, anonymous, requestKind, openReason] = useWatch({
    control,
    name: COMPARED,
  })
  // Who reports (举报) is looked up nowhere.
  const [name, phone] =
    anonymous || (requestKind === 'report' && openReason === undefined) ? ['', ''] : [requesterName, requesterPhone]
  const compared = { requesterName: name, requesterPhone: phone, place, title, text }
  const asked = useSettled(compared, JSON.stringify(compared), PAUSE_MS)
  const ready = Boolean((asked.requesterName || asked.requesterPhone || asked.place).trim() && asked.title.trim())
  const repeats = useAnswer(() => (ready ? desk.repeats(asked) : Promise.resolve(NONE)), [desk, asked])
  return (
    <section className="card" aria-labelledby="repeats">
      <div className="aside-head">
        <h2 id="repeats">{t('repeats.title')}</h2>
        <span className="muted small">{t('repeats.live')}</span>
      </div>
      <JoinNote />
      <div aria-live="polite">
        {repeats && repeats.length > 0 ? (
          repeats.map((repeat) => <RepeatHit key={repeat.row.id} repeat={repeat} />)
        ) : (
          <p className="muted small">{ready && repeats ? t('repeats.none') : t('repeats.waiting')}</p>
        )}
      </div>
    </section>
  )
}

const NONE: readonly Repeat[] = []

function RepeatHit({ repeat }: { readonly repeat: Repeat }) {
  const { row, person, place, words, closedAt } = repeat
  const { t } = useTranslation(['intake', 'codes'])
  const now = useNow()
  const moments = useMomentWords(now)
  const same = [
    person && t(`intake:repeats.person.${person}`),
    place && t(`intake:repeats.place.${place}`),
    t('intake:repeats.words', { words: words.join(t('intake:repeats.and')) }),
  ]
  const status = t(`codes:${row.serviceType === 'administrative' ? 'statusUp' : 'status'}.${row.status}`)
  const advice = closedAt
    ? t(`intake:repeats.closed.${person ? 'person' : 'place'}`, { count: -daysBetween(now, closedAt) })
    : t(`intake:repeats.open.${person ? 'person' : 'place'}`)
  return (
    <div className={`repeat${person ? ' likely' : ''}`}>
      <div>
        <a href={pathOf({ screen: 'case', id: row.id })}>{row.title}</a>
        <span className="muted small">
          {closedAt ? t('intake:repeats.closedAt', { at: moments.at(closedAt) }) : status}
        </span>
      </div>
      <div className="muted small">{same.filter(Boolean).join(' · ')}</div>
      <div className="muted small">{advice}</div>
      <JoinButton repeat={repeat} status={status} />
    </div>
  )
}
