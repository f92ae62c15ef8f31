import { actsOf } from '#core/case-file/case-file.ts'
import type { Act } from '#core/case-file/case-file.ts'
import { because, type Teller, type Telling } from './telling.ts'

type Classification = Extract<Act, { type: 'classification' }>

/** A change says old → new: nothing is ever overwritten. */
export const classification: Teller<'classification'> = (act, { view, t }) => {
  const all = actsOf(view.file.acts, 'classification')
  const before = all[all.findIndex((other) => other.id === act.id) - 1]
  const now = typeName(act, t)
  const words = before
    ? t('case-file:timeline.reclassified', { before: typeName(before, t), now })
    : t('case-file:timeline.classified', { now })
  return { words: words + because(act.reason, t) }
}

const typeName = (act: Classification, t: Telling['t']): string =>
  [t(`codes:serviceType.${act.serviceType}`), act.category].filter(Boolean).join(' · ')
