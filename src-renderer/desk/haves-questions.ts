/** What the screens ask about 四有. */
import type { Have } from '#core/have/codes.ts'
import type { Asking } from './asking.ts'
import { havesOf, haveViewOf, openTopics, type HaveRow, type HaveView } from './haves-list.ts'

export type HavesQuestions = {
  /** Every neighbourhood in use with its four. */
  haves(): Promise<readonly HaveRow[]>
  haveView(place: string, have: Have): Promise<HaveView | null>
  haveTopics(): Promise<ReturnType<typeof openTopics>>
}

export const havesQuestions = ({ ready, parts }: Asking): HavesQuestions => ({
  haves: async () => havesOf((await ready()).state, parts.clock()),
  haveView: async (place, have) => haveViewOf((await ready()).state, place, have, parts.clock()),
  haveTopics: async () => openTopics((await ready()).state.book),
})
