import type { Teller } from './telling.ts'

export const contact: Teller<'contact'> = (act, { t, when }) => {
  const way = t(`codes:way.${act.way}`)
  const reached = act.reached ? t('case-file:field.reachedYes') : t('case-file:field.reachedNo')
  const next = act.nextAt ? t('case-file:timeline.nextContact', { at: when(act.nextAt) }) : ''
  const words = t(`case-file:timeline.contact.${act.kind}`, { way, reached }) + next
  return act.note ? { words, quote: act.note } : { words }
}
