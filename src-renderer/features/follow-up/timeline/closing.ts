import type { Teller } from './telling.ts'

export const closing: Teller<'closing'> = (act, { t }) => {
  const words = t('case-file:timeline.closed', { outcome: t(`codes:outcome.${act.outcome}`) })
  return act.note ? { words, quote: act.note } : { words }
}
