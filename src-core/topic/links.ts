/**
 * Where a case is joined, out of its acts in force. What counts is the set of topics, not how often it was said: two PCs
 * that join the same case make one membership, and taking it back takes back what was known of it. A joining that another
 * PC made meanwhile stays, because nobody who took back had seen it. So any order of arrival shows the same.
 */
import { actsOf, type Act, type CaseFile } from '../case-file/case-file.ts'
import type { EntityId } from '../kernel/event.ts'

type Linking = Extract<Act, { type: 'linking' }>
type Acts = Pick<CaseFile, 'acts'>

/** The topics it stands in, the first joined first. More than one only where a merge brought them together. */
export const topicsOf = (file: Acts): readonly EntityId[] => [
  ...new Set(actsOf(file.acts, 'linking').flatMap(({ topic }) => topic ?? [])),
]

/** Earlier cases of the same person that it repeats. */
export const repeatsOf = (file: Acts): readonly EntityId[] => [
  ...new Set(actsOf(file.acts, 'linking').flatMap(({ kind, of }) => (kind === 'repeat' && of !== undefined ? of : []))),
]

/** Every joining in force that names this topic or, for a repeat, this earlier case. */
export const linksTo = (file: Acts, to: EntityId): readonly Linking[] =>
  actsOf(file.acts, 'linking').filter(({ topic, of }) => topic === to || of === to)
