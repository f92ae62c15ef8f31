import i18next from 'i18next'
import { actsOf } from '#core/case-file/case-file.ts'
import type { Act } from '#core/case-file/case-file.ts'
import { because, type Teller, type Telling } from './telling.ts'

type Classification = Extract<Act, { type: 'classification' }>

/** A change says old → new: nothing is ever overwritten. */
export const classification: Teller<'classification'> = (act, { view, t }) => {
  const all = actsOf(view.file.acts, 'classification')
  const before = all[all.findIndex((other) => other.id === act.id) - 1]
  const nameOf = (one: Classification): string => typeName(one, view, t)
  const now = nameOf(act)
  const words = before
    ? t('case-file:timeline.reclassified', { before: nameOf(before), now })
    : t('case-file:timeline.classified', { now })
  return { words: words + because(act.reason, t) }
}

/** The leaf as it was called on that day; the words of older records as they are. */
function typeName({ serviceType, category }: Classification, view: Telling['view'], t: Telling['t']): string {
  const name = view.categoryNames[category]
  const words = name ? (i18next.language === 'en' ? name.en : name.zh) : category
  return [t(`codes:serviceType.${serviceType}`), words].filter(Boolean).join(' · ')
}
