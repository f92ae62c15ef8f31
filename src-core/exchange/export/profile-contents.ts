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

/**
 * Whether the profile carries a log to that house. Made once for all logs: the houses below it are looked up first.
 *
 *   report     of this house and of the ones below it
 *   directory  what this house, and the ones above it, keep for everybody, and what they wrote to that house or to one below it
 */
export function carried(roster: Roster, profile: Profile, house: string): (log: LogId) => boolean {
  const scopes = PROFILE_SCOPES[profile]
  if (profile === 'hand-over') return (log) => house === roster.house && scopes.includes(scopeOfLog(log))
  const { house: own, houseOf, isBelow, isAbove } = roster
  const isFor = addressedTo(roster, house)
  return (log) => {
    if (!scopes.includes(scopeOfLog(log))) return false
    const from = houseOf(pcOfLog(log))
    if (from === null) return false
    if (profile === 'report') return isBelow(from)
    return (from === own || isAbove(from)) && isFor(log)
  }
}

/** Of an office's logs: what everybody below gets, and what is for this house and for those that are reached through it. */
function addressedTo({ houses, house: own }: Pick<Roster, 'houses' | 'house'>, house: string): (log: LogId) => boolean {
  const addressees = new Set([addressee(house)])
  // Of this house itself everything that reaches it counts: what is for a house below comes to be passed on.
  for (const known of houses.values()) {
    let through: string | null | undefined = known.kind === 'below' ? known.house : null
    while (through && through !== house) through = houses.get(through)?.via
    if (through === house || (house === own && known.kind === 'below')) addressees.add(addressee(known.house))
  }
  return (log) => (isAddressed(log) ? addressees.has(deviceOfLog(log).slice(16)) : scopeOfLog(log) === 'directory')
}

const addressee = (house: string): string => addressedDevice('', house)

/**
 * Whether both houses may know of a log: what goes there, what comes from there. `cameFrom`: logs that bundles of that house
 * have brought (those of houses below it, or above).
 */
export function concernsBoth(roster: Roster, house: string, cameFrom: ReadonlySet<LogId>): (log: LogId) => boolean {
  const kind = kindOf(roster, house)
  if (kind === null) return () => false
  if (kind === 'own') return () => true
  const goes = carried(roster, kind === 'upper' ? 'report' : 'directory', house)
  const isForUs = addressedTo(roster, roster.house)
  return (log) => {
    const scope = scopeOfLog(log)
    if (scope !== 'shared' && scope !== 'directory') return false
    if (cameFrom.has(log) || goes(log)) return true
    return roster.houseOf(pcOfLog(log)) === house && (kind === 'below' || isForUs(log))
  }
}
