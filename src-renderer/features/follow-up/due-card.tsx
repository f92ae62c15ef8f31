/** 时限 beside a case: the limit in force with its marks, and below it everything that moved it. None where no clock runs. */
import { useTranslation } from 'react-i18next'
import type { CaseView } from '#app/services/desk-types.ts'
import { Deadline } from '#app/ui/deadline.tsx'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { isOpen } from '#core/case-file/status.ts'
import { isPresetId, readLimit } from '#core/case-file/time-limit.ts'
import type { Moment } from '#core/lib/time.ts'

export function DueCard({ view, now }: { readonly view: CaseView; readonly now: Moment }) {
  const { t } = useTranslation(['limits', 'case-file'])
  const moments = useMomentWords(now)
  const { due, ladder, file } = view
  const { orderDueAt, limitPreset, limit: code, receivedAt = '' } = file.fields
  const limit = readLimit(code)
  const lines: string[] = []
  if (due.paused) {
    const { since, reason, until } = due.paused
    lines.push(t('limits:line.since', { at: moments.at(since), reason: t(`limits:pauseReason.${reason}`) }))
    if (until) lines.push(t('limits:line.until', { at: moments.limit(until) }))
  }
  if (due.original && due.original !== (due.at ?? due.paused?.stood))
    lines.push(t('limits:line.original', { at: moments.limit(due.original) }))
  if (orderDueAt && due.original === orderDueAt) lines.push(t('limits:chip.order'))
  else if (limit && isPresetId(limitPreset) && view.round === 1)
    lines.push(
      t('limits:line.limit', {
        preset: t(`limits:preset.${limitPreset}`),
        span: t(`limits:span.${limit.unit}`, { count: limit.count }),
      }),
    )
  if (ladder.supervise) lines.push(t('limits:line.replyBy', { at: moments.limit(ladder.supervise) }))
  if (!due.original && !due.at && !due.paused) return null
  return (
    <section className="card due-card" aria-label={t('case-file:requester.due')}>
      <h2>{t('case-file:requester.due')}</h2>
      <Deadline
        dueAt={due.at ?? due.paused?.stood ?? null}
        from={receivedAt}
        now={now}
        running={isOpen(view.status)}
        standing={{ paused: due.paused !== null, extensions: due.extensions, urgeAt: ladder.urge, superviseAt: ladder.supervise }} // prettier-ignore
        unsure={due.unsure}
      />
      {lines.length > 0 && <div className="muted small">{lines.join(' · ')}</div>}
    </section>
  )
}
