import type { Teller } from './telling.ts'

export const closing: Teller<'closing'> = (act, { t }) => {
  const outcome = t(`codes:outcome.${act.outcome}`)
  const said = act.refusalReason
    ? t('case-file:timeline.closedBecause', { outcome, reason: t(`codes:refusalReason.${act.refusalReason}`) })
    : t('case-file:timeline.closed', { outcome })
  const early = act.approvedBy ? t('referral:timeline.early', { by: act.approvedBy, paper: act.approval ?? '' }) : ''
  const words = (act.toldChannel ? t('case-file:timeline.told', { said, channel: act.toldChannel }) : said) + early
  return act.note ? { words, quote: act.note } : { words }
}
