import type { Teller } from './telling.ts'

export const finding: Teller<'finding'> = (act, { t, when }) => {
  const verdict = t(`codes:verdict.${act.verdict}`)
  const words = act.dueAt
    ? t('case-file:timeline.findingDue', { verdict, at: when(act.dueAt) })
    : t('case-file:timeline.finding', { verdict })
  return act.demand ? { words, quote: act.demand } : { words }
}
