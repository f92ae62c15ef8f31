/** Which logs a profile carries, and of which logs two houses tell each other how far they are. To add a profile: a line in each. */
import {
  addressedDevice,
  deviceOfLog,
  isAddressed,
  pcOfLog,
  scopeOfLog,
  type LogId,
  type Scope,
} from '#core/kernel/event.ts'
import { SCOPES } from '#core/kernel/event.ts'
import type { PeerKind, Profile } from '#core/peer/codes.ts'
import type { Roster } from './holding.ts'

/** The scopes that leave. */
export const PROFILE_SCOPES: Readonly<Record<Profile, readonly Scope[]>> = {
  'hand-over': SCOPES,
  report: ['shared', 'directory'],
  directory: ['shared', 'directory'],
  receipt: [],
}

/** What may be sent to a house of this kind; the first is the usual one. */
export const PROFILES_FOR: Readonly<Record<PeerKind, readonly Profile[]>> = {
  own: ['hand-over', 'receipt'],
  upper: ['report', 'receipt'],
  below: ['directory', 'receipt'],
}

export function kindOf(roster: Roster, house: string): PeerKind | null {
  return house === roster.house ? 'own' : (roster.houses.get(house)?.kind ?? null)
}

/** True when the profile carries the log to that house. */
export function carries(roster: Roster, profile: Profile, house: string, log: LogId): boolean {
  if (!PROFILE_SCOPES[profile].includes(scopeOfLog(log))) return false
  if (profile === 'hand-over') return house === roster.house
  const from = roster.houseOf(pcOfLog(log))
  if (from === null) return false
  if (profile === 'report') return roster.isBelow(from)
  return from === roster.house && isForHouse(log, house)
}

/** Of an office's logs: what everybody below gets, and what is for this house alone. */
const isForHouse = (log: LogId, house: string): boolean =>
  isAddressed(log) ? deviceOfLog(log) === addressedDevice(pcOfLog(log), house) : scopeOfLog(log) === 'directory'

/**
 * True when both houses may know of the log: what goes there, what comes from there. `cameFrom`: logs that bundles of that house
 * have brought (those of houses below it).
 */
export function concernsBoth(roster: Roster, house: string, log: LogId, cameFrom: ReadonlySet<LogId>): boolean {
  const kind = kindOf(roster, house)
  if (kind === null) return false
  if (kind === 'own') return true
  const scope = scopeOfLog(log)
  if (scope !== 'shared' && scope !== 'directory') return false
  if (carries(roster, kind === 'upper' ? 'report' : 'directory', house, log) || cameFrom.has(log)) return true
  if (roster.houseOf(pcOfLog(log)) !== house) return false
  return kind === 'below' || isForHouse(log, roster.house)
}
