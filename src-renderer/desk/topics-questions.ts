/** What the screens ask about topics (共性问题): cases that are one matter, of many persons or of one who came again. */
import { readCase } from '#core/book/book.ts'
import type { Compared } from '#core/intake/likeness.ts'
import { dayOf, momentOf } from '#core/lib/time.ts'
import { isLikeEnough, mayBeOffered } from '#core/intake/join-offers.ts'
import type { Asking } from './asking.ts'
import { hotspotsOf, type Hotspots } from './hotspots-list.ts'
import { repeatsOf } from './repeats.ts'
import type { Repeat } from './shapes.ts'
import type { DeskState } from './state.ts'
import { contactsOf, joinedTo, listTopics, topicsOfCase, viewTopic, type CaseTopics, type TopicContact, type TopicRow, type TopicView } from './topics.ts' // prettier-ignore

/** So many are offered to be joined; another look offers the next ones. */
const OFFERED = 8
/** More than that, because some are too little alike to be offered. */
const LOOKED_AT = 4 * OFFERED

export type TopicsQuestions = {
  topics(): Promise<readonly TopicRow[]>
  topic(id: string): Promise<TopicView | null>
  topicsOfCase(caseId: string): Promise<CaseTopics>
  /** Like this case, or like the newest member of this topic, and not joined with it yet. */
  similarCases(of: string): Promise<readonly Repeat[]>
  /** The furthest above the usual level first, and what was set aside. */
  hotspots(): Promise<Hotspots>
  /** Whole numbers: whoever asks leaves a trace on each of the cases (record-viewings). */
  topicContacts(id: string): Promise<readonly TopicContact[]>
}

export const topicsQuestions = ({ ready, parts }: Asking): TopicsQuestions => ({
  topics: async () => listTopics((await ready()).state),
  topic: async (id) => viewTopic((await ready()).state, id, dayOf(momentOf(parts.clock()))),
  topicsOfCase: async (id) => topicsOfCase((await ready()).state, id),
  similarCases: async (of) => similarTo((await ready()).state, of, parts.clock()),
  hotspots: async () => hotspotsOf((await ready()).state, parts.clock()),
  topicContacts: async (id) => contactsOf((await ready()).state, id),
})

async function similarTo(state: DeskState, of: string, now: number): Promise<readonly Repeat[]> {
  const members = of.startsWith('topic:') ? joinedTo(state, of).map((row) => state.table.id[row]!) : [of]
  const like = members?.at(-1)
  const file = like === undefined ? null : readCase(state.book, like)
  if (!file || !mayBeOffered(file)) return []
  const { anonymous, requesterName = '', requesterPhone = '', place = '', title = '', text = '' } = file.fields
  const asked: Compared = { requesterName: anonymous ? '' : requesterName, requesterPhone: anonymous ? '' : requesterPhone, place, title, text } // prettier-ignore
  const joined = new Set(members)
  const { topics, repeats, repeatedBy } = topicsOfCase(state, like!)
  for (const row of [...repeats, ...repeatedBy]) joined.add(row.id)
  const mine = new Set(of.startsWith('topic:') ? [of] : topics.map(({ id }) => id))
  const found = await repeatsOf(state, asked, now, LOOKED_AT + joined.size)
  const isOffered = (id: string): boolean => {
    const other = readCase(state.book, id)
    return other !== null && mayBeOffered(other)
  }
  return found
    .filter(({ row }) => !joined.has(row.id) && !row.joined.split(' ').some((id) => mine.has(id)))
    .filter((one) => isLikeEnough(one) && isOffered(one.row.id))
    .slice(0, OFFERED)
}
