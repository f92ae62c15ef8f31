import { asWords, orderOf, providerWords } from './referral-words.ts'
import type { Teller } from './telling.ts'

export const objection: Teller<'objection'> = (act, telling) => {
  const { t } = telling
  const provider = providerWords(orderOf(act.referral, telling)?.provider, telling)
  const words = t('referral:timeline.objection', { provider, reason: t(`codes:returnReason.${act.reasonCode}`) })
  return act.note ? { words, quote: act.note } : { words }
}

export const ruling: Teller<'ruling'> = (act, telling) => {
  const { t } = telling
  const words = t('referral:timeline.ruling', {
    decision: t(`referral:ruling.${act.decision}`),
    as: asWords(act.capacity, telling),
  })
  return act.note ? { words, quote: act.note } : { words }
}
