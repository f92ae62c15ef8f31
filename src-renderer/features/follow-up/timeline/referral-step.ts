import { actsOf, everyAct } from '#core/case-file/case-file.ts'
import type { Teller } from './telling.ts'

export const referralStep: Teller<'referral-step'> = (act, { view, t }) => {
  const sent = actsOf(everyAct(view.file), 'referral').find((referral) => referral.id === act.referral)
  const provider = (sent && view.providerNames[sent.provider]) ?? t('case-file:timeline.unknownProvider')
  const step = sent?.way === 'report-up' ? t(`codes:referralStepUp.${act.step}`) : t(`codes:referralStep.${act.step}`)
  const words = act.reasonCode
    ? t('case-file:timeline.stepBecause', { provider, step, reason: t(`codes:returnReason.${act.reasonCode}`) })
    : t('case-file:timeline.step', { provider, step })
  return act.note ? { words, quote: act.note } : { words }
}
