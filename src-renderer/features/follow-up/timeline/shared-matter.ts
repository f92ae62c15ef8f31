/** 联席分工, 服务缺口 and 清单外: what is said about a matter that several share, or that nobody here can take. */
import { asWords } from './referral-words.ts'
import type { Teller } from './telling.ts'

export const participation: Teller<'participation'> = (act, telling) => {
  const { t } = telling
  const words = t('referral:timeline.participation', {
    organisation: act.organisation,
    part: t(`referral:part.${act.part}`),
    as: asWords(act.capacity, telling),
  })
  return act.task ? { words, quote: act.task } : { words }
}

export const gap: Teller<'gap'> = (act, { t, limit }) => {
  const type = t(`codes:serviceType.${act.serviceType}`)
  const by = act.wantedBy ? t('referral:timeline.gapBy', { at: limit(act.wantedBy) }) : ''
  const words = t('referral:timeline.gap', { type }) + by
  return act.note ? { words, quote: act.note } : { words }
}

export const offListRefusal: Teller<'off-list-refusal'> = (act, telling) => {
  const words = telling.t('referral:timeline.offList', { by: act.demandedBy, as: asWords(act.capacity, telling) })
  const quote = [act.basis, act.note].filter(Boolean).join('\n')
  return quote ? { words, quote } : { words }
}
