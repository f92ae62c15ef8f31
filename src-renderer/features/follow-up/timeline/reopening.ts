import { actsOf } from '#core/case-file/case-file.ts'
import type { Teller } from './telling.ts'

export const reopening: Teller<'reopening'> = (act, { view, t }) => {
  const round = 2 + actsOf(view.file.acts, 'reopening').findIndex((other) => other.id === act.id)
  return { words: t('case-file:timeline.reopened', { count: round }), quote: act.reason }
}
