/**
 * Scopes of checks and photos. What a neighbourhood has and who carries it is for the upper office too; what was noted may
 * name people, and who looked is one of the staff or a resident: both stay at the station.
 */
import type { Scope } from '../kernel/event.ts'

export const HAVE_TYPES: Readonly<Record<'have-check' | 'have-photo', Readonly<Record<string, Scope>>>> = {
  'have-check': {
    place: 'shared',
    have: 'shared',
    points: 'shared',
    note: 'private',
    carrier: 'shared',
    carrierName: 'shared',
    authority: 'shared',
    checkedOn: 'shared',
    checkedBy: 'private',
    recheckOn: 'shared',
    cases: 'private',
    topics: 'private',
    at: 'shared',
    by: 'private',
    takenBack: 'private',
    takenBackAt: 'shared',
    takenBackBy: 'private',
  },
  'have-photo': {
    check: 'private',
    blob: 'private',
    name: 'private',
    media: 'private',
    bytes: 'private',
    sha256: 'private',
    at: 'private',
    by: 'private',
  },
}
