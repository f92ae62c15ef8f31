/**
 * Rater data is secret (DOMAIN §7.4): whoever a rating is about sees in the list of bad ratings what was said, and nowhere who
 * said it. So the page of their own case tells them that it was revisited, never how it was rated. In stations of three
 * accounts or fewer everybody handles everything and nothing could be hidden; there nothing is.
 */
import type { CaseFile, Act } from '../case-file/case-file.ts'
import { maskedText } from '../case-file/masked.ts'
import { isRated, SMALL_STATION_ACCOUNTS } from './rated.ts'
import { roundsOf } from './rounds.ts'

/** The case as this person may read it; the same object where nothing is hidden. */
export function withoutRatings(file: CaseFile, viewer: string, accounts: number): CaseFile {
  if (accounts <= SMALL_STATION_ACCOUNTS || !file.acts.some(({ type }) => type === 'revisit')) return file
  const hidden = new Set<string>()
  for (const round of roundsOf(file))
    if (isRated(file, viewer, round)) for (const act of round) if (act.type === 'revisit') hidden.add(act.id)
  if (hidden.size === 0) return file
  // 督查 of 三次差评 stands on one of the badly rated cases: seen there, it would say which.
  const told = new Set(file.acts.flatMap((act) => (act.type === 'finding' && act.rule === 'bad-ratings' ? act.id : [])))
  const shown = (act: Act): readonly Act[] => {
    if (told.has(act.id) || (act.type === 'rectification' && told.has(act.finding))) return []
    if (act.type === 'rating-step' && hidden.has(act.revisit)) return []
    if (act.type !== 'revisit' || !act.valid || !hidden.has(act.id)) return [act]
    const { solved: _solved, scale: _scale, grade: _grade, contacted: _contacted, ...rest } = act
    return [{ ...rest, words: '' }]
  }
  return {
    ...file,
    acts: file.acts.flatMap(shown),
    withdrawn: file.withdrawn.flatMap((one) => shown(one.act).map((act) => ({ ...one, act }))),
  }
}

export const isHiddenFrom = (file: CaseFile, viewer: string, accounts: number): boolean =>
  accounts > SMALL_STATION_ACCOUNTS && roundsOf(file).some((round) => isRated(file, viewer, round))

/** What was said, without what tells who said it. */
export function saidWithoutRater({ fields }: Pick<CaseFile, 'fields'>, words: string): string {
  let said = words
  const names = [fields.requesterName, fields.reporterName, fields.forWhom, fields.requesterUnit]
  const phones = [fields.requesterPhone, fields.reporterPhone]
  for (const name of names) said = maskedText(said, name ?? '', '')
  for (const phone of phones) said = maskedText(said, '', phone ?? '')
  return said
}

/** 差评编号: tells two of them apart and leads nobody to a case: CP-3F9A21. */
export const ratingNumber = (revisit: string): string =>
  `CP-${revisit
    .replace(/[^0-9A-Za-z]/g, '')
    .slice(-6)
    .toUpperCase()}`
