import type { Teller } from './telling.ts'

export const childReport: Teller<'child-report'> = (act, { t }) => {
  const to = act.to.map((one) => t(`codes:childReportTo.${one}`)).join(t('case-file:timeline.and'))
  const words = act.receiver
    ? t('case-file:timeline.childReportTaken', { to, receiver: act.receiver })
    : t('case-file:timeline.childReport', { to })
  return act.note ? { words, quote: act.note } : { words }
}
