import { yuanText } from '#core/lib/yuan.ts'
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
    moneyWords(act, telling),
  ].join('')
  return act.demand ? { words, quote: act.demand } : { words }
}

/** What it reserved as it went out; what became of the money stands in its card. */
function moneyWords(
  { payer, units = 0, fen = 0, copayFen = 0 }: Parameters<Teller<'referral'>>[0],
  { t }: Parameters<Teller<'referral'>>[1],
): string {
  const ours = payer === 'agreement' || payer === 'fund' ? t(`funding:timeline.${payer}`, { units: units > 0 ? `${units} × ` : '', fen: yuanText(fen) }) : '' // prettier-ignore
  return ours + (copayFen > 0 ? t('funding:timeline.copay', { fen: yuanText(copayFen) }) : '')
}
