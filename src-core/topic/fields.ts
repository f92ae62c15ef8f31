/** 共性问题: one matter that many persons brought. Its members say so themselves, by a 并入 of their own (linking-act.ts). */
import type { Scope } from '../kernel/event.ts'
import { HAVES } from '../have/codes.ts'
import { entityId, moment, someWords, words, z } from '../lib/schema.ts'
import { placeId } from '../place/fields.ts'

export const topicId = entityId('topic')

export const TOPIC = z.object({
  title: someWords(200),
  /** Code of the catalogue, or the station's own words; '' while undecided. */
  category: words(80),
  place: words(200),
  note: words(2_000),
  /** 已了结: nothing is suggested for it any more; new cases may still be joined. */
  closed: z.boolean(),
  /** 四有: it was begun because a neighbourhood lacks one of the four; it may stand there before anybody asked. */
  have: z.enum(HAVES).optional(),
  placeId: placeId.optional(),
  at: moment,
  by: entityId('user'),
})
export type TopicFields = z.infer<typeof TOPIC>

/** Titles and places come from residents' words: they stay at the station. That there is a topic, and of what kind, may be told. */
export const TOPIC_SCOPES: Readonly<Record<keyof TopicFields, Scope>> = {
  title: 'private',
  category: 'shared',
  place: 'private',
  note: 'private',
  closed: 'shared',
  have: 'shared',
  placeId: 'shared',
  at: 'shared',
  by: 'private',
}

/** As it is read back: a value that has not arrived leaves a hole. */
export type TopicCard = { readonly id: string } & TopicFields
export const topicCard = (id: string, fields: Readonly<Record<string, unknown>>): TopicCard => ({
  ...({ title: '', category: '', place: '', note: '', closed: false, at: '', by: '', ...fields } as TopicFields),
  id,
})
