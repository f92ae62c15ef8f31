import type { Teller } from './telling.ts'

export const ratingStep: Teller<'rating-step'> = (act, { t, limit }) => {
  const { step, reasonCode, dueAt, note, self } = act
  const words =
    step === 'confirmed' && dueAt
      ? t('revisit:step.confirmedUntil', { at: limit(dueAt) })
      : step === 'not-ours' && reasonCode
        ? t('revisit:step.notOursBecause', { reason: t(`revisit:notOurs.${reasonCode}`) })
        : t(`revisit:step.${step}`)
  const told = self ? words + t('revisit:step.self') : words
  return note ? { words: told, quote: note } : { words: told }
}
