/** One line of the tables in new-station-shots.ts and demo-shots.ts. */
import type { Page } from 'playwright-core'
import type { StationApp } from '../e2e/station-app.ts'
import type { Things } from './things.ts'

export type Stage = {
  readonly page: Page
  readonly app: StationApp
  readonly things: Things
}

export type Shot = {
  /** Of the picture's file; the beginning says which screen. */
  readonly name: string
  /** Brings the page to what is to be seen, in Chinese, and waits until it is there. */
  readonly show: (stage: Stage) => Promise<void>
  /** What was made in one language and does not follow the switch, opened once more by keys alone; Esc has closed it. */
  readonly anew?: (stage: Stage) => Promise<void>
  /** Undoes what the pictures after it must not find; Esc and the way back to 今日待办 are pressed anyhow. */
  readonly leave?: (stage: Stage) => Promise<void>
  /** What the printer would get instead of the screen. */
  readonly media?: 'print'
  /** Stands in the READMEs. */
  readonly readme?: true
}
