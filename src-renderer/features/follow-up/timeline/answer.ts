import type { Teller } from './telling.ts'

export const answer: Teller<'answer'> = (act, { t }) => {
  const way = t(`codes:way.${act.way}`)
  const words = act.answeredBy
    ? t('case-file:timeline.answeredBy', { way, by: act.answeredBy })
    : t('case-file:timeline.answered', { way })
  // Without the station's own dispatcher it went to the resident, as nearly always.
  const to = act.to?.includes('dispatcher')
    ? t('referral:timeline.answeredTo', { way, to: act.to.map((one) => t(`referral:answeredTo.${one}`)).join(t('referral:timeline.and')) }) // prettier-ignore
    : words
  return { words: to, quote: act.content }
}
