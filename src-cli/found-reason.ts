import type { DamageReason } from '#core/journal/recover.ts'

/** What `linwu verify` can find. To add one: here, and its words in reason-words.ts. */
export type FoundReason =
  | DamageReason
  | 'marker-damaged'
  | 'segment-missing' // the marker knows it, the folder does not have it
  | 'segment-cut' // shorter than when it was last marked
  | 'events-missing' // numbers of a log that are not there
  | 'half-command' // some events of one save are missing; it is not shown
  | 'blob-missing'
  | 'blob-damaged'
