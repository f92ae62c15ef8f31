import { orderOf, providerWords } from './referral-words.ts'
import type { Teller } from './telling.ts'

export const referralStep: Teller<'referral-step'> = (act, telling) => {
  const { t } = telling
  const sent = orderOf(act.referral, telling)
  const provider = providerWords(sent?.provider, telling)
  const step = sent?.way === 'report-up' ? t(`codes:referralStepUp.${act.step}`) : t(`codes:referralStep.${act.step}`)
  const said = act.reasonCode
    ? t('case-file:timeline.stepBecause', { provider, step, reason: t(`codes:returnReason.${act.reasonCode}`) })
    : t('case-file:timeline.step', { provider, step })
  const words = [
    said,
    act.outcome ? t('referral:timeline.outcome', { outcome: t(`codes:outcome.${act.outcome}`) }) : '',
    act.lateReason ? t('referral:timeline.late', { reason: act.lateReason }) : '',
  ].join('')
  return act.note ? { words, quote: act.note } : { words }
}
