/**
 * What is proposed to be joined as one matter. Joining shows each clerk of the one case the people of the other, so a weak
 * likeness is no reason; a report (举报) and a child who may be harmed are joined by hand alone.
 */
import type { CaseFile } from '../case-file/case-file.ts'
import { dangersIn } from './danger-words.ts'
import type { Likeness } from './likeness.ts'

export function mayBeOffered({ fields, acts }: CaseFile): boolean {
  if (fields.requestKind === 'report' || acts.some(({ type }) => type === 'child-report')) return false
  return !dangersIn(`${fields.title ?? ''}\n${fields.text ?? ''}`).some(({ kind }) => kind === 'child')
}

/** The same or a near place, or, for one person at two places, two words of the matter: one alone is chance. */
export const isLikeEnough = ({ place, words }: Pick<Likeness, 'place' | 'words'>): boolean =>
  place !== null || words.filter((word) => [...word].length >= 2).length >= 2
