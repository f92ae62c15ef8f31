import type { Teller } from './telling.ts'

export const answer: Teller<'answer'> = (act, { t }) => {
  const way = t(`codes:way.${act.way}`)
  const words = act.answeredBy
    ? t('case-file:timeline.answeredBy', { way, by: act.answeredBy })
    : t('case-file:timeline.answered', { way })
  return { words, quote: act.content }
}
