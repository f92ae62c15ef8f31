/**
 * 告知通知: what is told to residents, and who was told of it, when and by which way. A notice for many never holds what
 * tells who one of them is; one for the resident whose case it is about may.
 */
import { day, entityId, moment, someWords, words, z } from '../lib/schema.ts'
import { placeId } from '../place/fields.ts'
import { ANSWERS_WANTED, AUDIENCES, TELLING_WAYS } from './codes.ts'

/** Characters (code units). Nobody reads a longer one in a chat group; on A4 it still stands on one sheet. */
export const TITLE_MOST = 60
export const BODY_MOST = 1_200
/** Persons of one list. More than one community has; a list that is longer was filtered by mistake. */
export const MOST_TOLD = 5_000

const none = z.literal('')
const userId = entityId('user')
const optionalDay = day.or(none)

export const NOTICE = z.object({
  title: someWords(TITLE_MOST),
  body: someWords(BODY_MOST),
  audience: z.enum(AUDIENCES),
  /** `builtIn:water`, an own `notice-template:…`, or '' for one that was written freely. */
  template: words(80),
  /** What it is about; '' for something that is no record here (停水, 活动). */
  about: z.union([entityId('case'), entityId('topic'), entityId('survey'), none]),
  place: words(200),
  area: placeId.or(none),
  from: optionalDay,
  until: optionalDay,
  answers: z.enum(ANSWERS_WANTED),
  /** 联系电话 of the station, as it stands on the paper. */
  contact: words(100),
  /** 作废: stays to be read, is not offered to be sent any more. */
  withdrawn: z.boolean(),
  at: moment,
  by: userId,
})
export type NoticeFields = z.infer<typeof NOTICE>

/** Only added to; what was wrong is taken back by `withdrawn`. */
export const NOTICE_TELLING = z.object({
  notice: entityId('notice'),
  way: z.enum(TELLING_WAYS),
  /** Which group, which notice board, which building. */
  where: words(200),
  /** People, households or places that were reached. */
  count: z.number().int().min(1).max(200_000),
  /** Whom a list named; empty where nobody was told by name. */
  persons: z.array(entityId('person')).max(MOST_TOLD),
  /** Of those whom the filter found, so many had not agreed and were left out. */
  leftOut: z.number().int().min(0),
  result: words(500),
  withdrawn: z.boolean(),
  at: moment,
  by: userId,
})
export type NoticeTellingFields = z.infer<typeof NOTICE_TELLING>

/** The station's own template. `builtIn`: the one that it stands for (templates.ts). */
export const NOTICE_TEMPLATE = z.object({
  name: someWords(40),
  title: someWords(TITLE_MOST),
  body: someWords(BODY_MOST),
  audience: z.enum(AUDIENCES),
  answers: z.enum(ANSWERS_WANTED),
  builtIn: words(40),
  retired: z.boolean(),
})
export type NoticeTemplateFields = z.infer<typeof NOTICE_TEMPLATE>

/** A request that came back to a notice: written with the case, in the same save. */
export const NOTICE_ANSWER = z.object({ notice: entityId('notice'), case: entityId('case'), at: moment, by: userId })
export type NoticeAnswerFields = z.infer<typeof NOTICE_ANSWER>

/** As they are read back: a value that has not arrived leaves a hole. */
export type Notice = { readonly id: string } & NoticeFields
export const noticeCard = (id: string, fields: Readonly<Record<string, unknown>>): Notice => ({
  ...({ title: '', body: '', audience: 'many', template: '', about: '', place: '', area: '', from: '', until: '', answers: 'none', contact: '', withdrawn: false, at: '', by: '', ...fields } as NoticeFields), // prettier-ignore
  id,
})
export type NoticeTelling = { readonly id: string } & NoticeTellingFields
export const tellingCard = (id: string, fields: Readonly<Record<string, unknown>>): NoticeTelling => ({
  ...({ notice: '', way: 'other', where: '', count: 1, persons: [], leftOut: 0, result: '', withdrawn: false, at: '', by: '', ...fields } as NoticeTellingFields), // prettier-ignore
  id,
})
