/** Why an entry of the directory is not kept. To add one: here, and its sentence in text/…/directory-refusals.ts and src-cli/directory-texts.ts. */
import type { TermCode } from '../agreement/agreement.ts'
import type { HoursCode } from './hours.ts'

export type DirectoryRefusal =
  | HoursCode
  | TermCode
  | 'no-such-service'
  | 'no-such-member'
  | 'no-such-task'
  | 'no-such-activity'
  | 'no-such-entry'
  | 'duplicate-service' // two services of one name at one provider
  | 'duplicate-site'
  | 'duplicate-agreement' // the contract's number is taken
  | 'unknown-category'
  | 'unknown-place'
  | 'unknown-mark'
  | 'ages-backwards'
  | 'capacity-backwards' // more open than there are at most
  | 'quota-exceeded' // more used than agreed
  | 'time-backwards'
  | 'too-many-hours' // more than 24 hours of one day, or two services at the same time
  | 'before-registration'
  | 'member-left'
  | 'already-claimed'
  | 'task-full'
  | 'task-closed'
  | 'already-signed-up'
  | 'activity-full'
  | 'activity-cancelled'
  | 'name-needed'
