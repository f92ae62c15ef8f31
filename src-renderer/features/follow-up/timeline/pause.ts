import type { Teller } from './telling.ts'

export const pause: Teller<'pause'> = (act, { t, limit }) => {
  const until = act.until ? t('limits:timeline.pausedUntil', { at: limit(act.until) }) : ''
  const words = t('limits:timeline.paused', { reason: t(`limits:pauseReason.${act.reason}`) }) + until
  return act.note ? { words, quote: act.note } : { words }
}

export const resume: Teller<'resume'> = (act, { t, limit }) => {
  const words = act.dueAt ? t('limits:timeline.resumedDue', { at: limit(act.dueAt) }) : t('limits:timeline.resumed')
  return act.note ? { words, quote: act.note } : { words }
}
