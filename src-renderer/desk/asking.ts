/** What a room's questions are answered with. */
import type { DeskParts } from './parts.ts'
import type { Ready } from './open-station.ts'

export type Asking = {
  /** The open station; waits until it is read. A question asked while locked never comes here. */
  readonly ready: () => Promise<Ready>
  readonly parts: DeskParts
}
