/**
 * Scopes of deliberations and of hotspots that were set aside. How the procedure went is for the upper office too: numbers,
 * days, legality. Titles, objections and texts come from residents' words and stay at the station.
 */
import type { Scope } from '../kernel/event.ts'

export const DELIBERATION_TYPES: Readonly<
  Record<
    'deliberation' | 'deliberation-step' | 'resolution-task' | 'hotspot-dismissal',
    Readonly<Record<string, Scope>>
  >
> = {
  deliberation: {
    topic: 'shared',
    kind: 'shared',
    title: 'private',
    venue: 'private',
    meetingAt: 'shared',
    expected: 'shared',
    noticeDays: 'shared',
    publicationDays: 'shared',
    majority: 'shared',
    secret: 'shared',
    authority: 'shared',
    note: 'private',
    at: 'shared',
    by: 'private',
  },
  'deliberation-step': {
    deliberation: 'shared',
    step: 'shared',
    on: 'shared',
    skipped: 'shared',
    reason: 'private',
    note: 'private',
    corrects: 'shared',
    present: 'shared',
    votesFor: 'shared',
    against: 'shared',
    abstain: 'shared',
    legality: 'shared',
    checkedBy: 'private',
    where: 'private',
    text: 'private',
    until: 'shared',
    who: 'private',
    objection: 'private',
    answer: 'private',
    answeredOn: 'shared',
    at: 'shared',
    by: 'private',
  },
  'resolution-task': {
    deliberation: 'shared',
    what: 'private',
    who: 'private',
    provider: 'shared',
    dueOn: 'shared',
    case: 'shared',
    doneOn: 'shared',
    doneNote: 'private',
    at: 'shared',
    by: 'private',
  },
  'hotspot-dismissal': {
    cases: 'private',
    line: 'private',
    reason: 'private',
    note: 'private',
    restored: 'private',
    at: 'private',
    by: 'private',
  },
}
