import { fieldsWords } from './referral-words.ts'
import type { Teller } from './telling.ts'

/** 个案转报: what left, under which law, and who said that it may. */
export const transfer: Teller<'transfer'> = (act, telling) => {
  const { t, limit } = telling
  const fields = fieldsWords(act.fieldsSent, telling)
  const ground = t(`referral:ground.${act.ground}`)
  const words = [
    act.to ? t('case-file:timeline.transferredTo', { to: act.to }) : t('case-file:timeline.transferred'),
    t('referral:timeline.sent', { fields, ground }),
    act.approvedBy ? t('case-file:timeline.transferApproved', { name: act.approvedBy }) : '',
    t('referral:timeline.due', { at: limit(act.dueAt) }),
  ].join('')
  return act.demand ? { words, quote: act.demand } : { words }
}

export const transferResult: Teller<'transfer-result'> = (act, { t }) => {
  const words = t('case-file:timeline.transferResult', { outcome: t(`codes:outcome.${act.outcome}`) })
  const who = act.handledBy ? t('case-file:timeline.transferHandled', { name: act.handledBy }) : ''
  return act.note ? { words: words + who, quote: act.note } : { words: words + who }
}
