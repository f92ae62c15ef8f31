import { because, type Teller } from './telling.ts'

export const referral: Teller<'referral'> = (act, { view, t }) => {
  const provider = view.providerNames[act.provider] ?? t('case-file:timeline.unknownProvider')
  const key = act.way === 'report-up' ? 'case-file:timeline.reportedUp' : 'case-file:timeline.dispatched'
  const words = t(key, { provider }) + because(act.reason, t)
  return act.demand ? { words, quote: act.demand } : { words }
}
