import type { Teller } from './telling.ts'

export const orderReturn: Teller<'order-return'> = (act, { t }) => {
  const reason = act.reasonCode ? t(`codes:orderReturnReason.${act.reasonCode}`) : ''
  const words = t(`case-file:timeline.orderReturn.${act.step}`, { reason })
  return act.note ? { words, quote: act.note } : { words }
}
