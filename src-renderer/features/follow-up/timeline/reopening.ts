import { actsOf } from '#core/case-file/case-file.ts'
import type { Teller } from './telling.ts'

/** A withdrawn one began no round: it is told with the number it would have had. */
export const reopening: Teller<'reopening'> = (act, { view, t }) => {
  const before = actsOf(view.file.acts, 'reopening').filter(
    ({ written }) => written[0] < act.written[0] || (written[0] === act.written[0] && written[1] < act.written[1]),
  )
  return { words: t('case-file:timeline.reopened', { count: 2 + before.length }), quote: act.reason }
}
