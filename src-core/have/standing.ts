/** What the checks of one neighbourhood say today. Worked out, never stored; the same on every PC, whatever came first. */
import { addDays, type Day } from '../lib/time.ts'
import type { Have, PointState } from './codes.ts'
import type { HaveCheck } from './fields.ts'
import { POINTS } from './points.ts'

export type PointCounts = Readonly<Record<PointState, number>>

/** Of every point of that have; one that the check does not name is 未查. */
export function countPoints(have: Have, points: Readonly<Record<string, PointState>>): PointCounts {
  const counts = { present: 0, partly: 0, absent: 0, 'not-applicable': 0, unchecked: 0 }
  for (const { key } of POINTS[have]) counts[points[key] ?? 'unchecked'] += 1
  return counts
}

/**
 * 有: every point that applies is there. 没有: none is, nor part of one, and all were looked at. 部分: something is lacking.
 * 未查: nothing is known to be lacking, but not everything was looked at. 不适用: no point applies.
 */
export function overallState(have: Have, points: Readonly<Record<string, PointState>>): PointState {
  const { present, partly, absent, unchecked } = countPoints(have, points)
  if (present + partly + absent + unchecked === 0) return 'not-applicable'
  if (absent > 0 && present + partly + unchecked === 0) return 'absent'
  if (absent + partly > 0) return 'partly'
  return unchecked > 0 ? 'unchecked' : 'present'
}

export type Standing = {
  readonly state: PointState
  /** The check that counts; null while nobody looked. */
  readonly check: HaveCheck | null
  /** Newest first, those that were taken back too. */
  readonly history: readonly HaveCheck[]
  /** Of the same day as the one that counts, and saying something else: two PCs, or two people. */
  readonly differs: readonly HaveCheck[]
}

const isLater = (a: HaveCheck, b: HaveCheck): number =>
  compare(b.checkedOn, a.checkedOn) || compare(b.at, a.at) || compare(b.id, a.id)
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** `checks`: of one neighbourhood and one have. The day on which somebody was there decides, then when it was typed. */
export function standingOf(have: Have, checks: readonly HaveCheck[]): Standing {
  const history = checks.toSorted(isLater)
  const [check, ...older] = history.filter(({ takenBack }) => takenBack === undefined)
  if (!check) return { state: 'unchecked', check: null, history, differs: [] }
  const said = (one: HaveCheck): string => JSON.stringify(POINTS[have].map(({ key }) => one.points[key] ?? 'unchecked'))
  const differs = older.filter((one) => one.checkedOn === check.checkedOn && said(one) !== said(check))
  return { state: overallState(have, check.points), check, history, differs }
}

/** 到期复查: the day has come, or nobody set one and half a year has passed. */
export const STALE_DAYS = 183
export function recheckDue({ check }: Pick<Standing, 'check'>): Day | null {
  if (!check) return null
  return check.recheckOn || addDays(check.checkedOn, STALE_DAYS)
}
