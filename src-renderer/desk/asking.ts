/** What a room's questions are answered with. */
import type { DeskParts } from './parts.ts'
import type { Result } from '#core/lib/result.ts'
import type { DeskEvent, OpenCode } from './shapes.ts'
import type { OpenStation, Ready } from './open-station.ts'

export type Asking = {
  /** The open station; waits until it is read. A question asked while locked never comes here. */
  readonly ready: () => Promise<Ready>
  readonly parts: DeskParts
  /** Keys and copy of the open station; null while locked, and from the moment somebody locks. Another one afterwards: whoever works on for long looks again. */
  readonly station: () => OpenStation | null
  /** This PC's letter as its grant gives it: everything is opened anew under it. */
  readonly takeLetter: (letter: string) => Promise<Result<null, OpenCode>>
  /** Progress, to the window. */
  readonly emit: (event: DeskEvent) => void
}
