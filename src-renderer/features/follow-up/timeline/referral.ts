import { asWords, fieldsWords, providerWords } from './referral-words.ts'
import { because, type Teller } from './telling.ts'

export const referral: Teller<'referral'> = (act, telling) => {
  const { t, limit } = telling
  const provider = providerWords(act.provider, telling)
  const isUp = act.way === 'report-up'
  const sent =
    act.role === 'co'
      ? t(isUp ? 'referral:timeline.coReported' : 'referral:timeline.coDispatched', { provider })
      : t(isUp ? 'case-file:timeline.reportedUp' : 'case-file:timeline.dispatched', { provider })
  const words = [
    sent,
    because(act.reason, t),
    act.dueAt ? t('referral:timeline.due', { at: limit(act.dueAt) }) : '',
    act.ground && act.fieldsSent
      ? t('referral:timeline.sent', { fields: fieldsWords(act.fieldsSent, telling), ground: t(`referral:ground.${act.ground}`) }) // prettier-ignore
      : '',
    asWords(act.capacity, telling),
  ].join('')
  return act.demand ? { words, quote: act.demand } : { words }
}
