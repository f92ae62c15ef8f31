/** What is learnt from work that is done: 典型案例, told without anybody in it, and 政策卡片 with source and date. */
import { SERVICE_TYPES } from '../case-file/codes.ts'
import { day, entityId, moment, someWords, words, z } from '../lib/schema.ts'
import { PROVIDER_KINDS } from '../provider/fields.ts'

export const MODEL_TEXT_MOST = 3_000
export const POLICY_TEXT_MOST = 4_000

const userId = entityId('user')
const none = z.literal('')
const part = words(MODEL_TEXT_MOST)

/** A text of its own: nothing in it names a resident, a number or a door (deidentify.ts). */
export const MODEL_CASE = z.object({
  /** Where it came from; known at the station only. */
  case: entityId('case'),
  title: someWords(80),
  situation: someWords(MODEL_TEXT_MOST),
  done: someWords(MODEL_TEXT_MOST),
  /** Who helped: kinds of organisations, never a person. */
  helpers: z.array(z.enum(PROVIDER_KINDS)).max(PROVIDER_KINDS.length),
  result: someWords(MODEL_TEXT_MOST),
  learnt: part,
  category: words(80),
  serviceType: z.enum(SERVICE_TYPES).or(none),
  retired: z.boolean(),
  at: moment,
  by: userId,
})
export type ModelCaseFields = z.infer<typeof MODEL_CASE>

export const POLICY_CARD = z.object({
  title: someWords(80),
  text: someWords(POLICY_TEXT_MOST),
  /** 发文机关. */
  source: someWords(120),
  /** 文号; '' where there is none. */
  number: words(80),
  /** Of the document. */
  date: day,
  /** Last day in force; '' while none was set. */
  until: day.or(none),
  categories: z.array(someWords(80)).max(20),
  /** Where it can be read, as text: the program opens no address. */
  link: words(300),
  /** When somebody last made sure that it is still right. */
  checked: day.or(none),
  retired: z.boolean(),
  at: moment,
  by: userId,
})
export type PolicyCardFields = z.infer<typeof POLICY_CARD>

/** As they are read back: a value that has not arrived leaves a hole. */
export type ModelCase = { readonly id: string } & ModelCaseFields
export const modelCase = (id: string, fields: Readonly<Record<string, unknown>>): ModelCase => ({
  ...({ case: '', title: '', situation: '', done: '', helpers: [], result: '', learnt: '', category: '', serviceType: '', retired: false, at: '', by: '', ...fields } as ModelCaseFields), // prettier-ignore
  id,
})
export type PolicyCard = { readonly id: string } & PolicyCardFields
export const policyCard = (id: string, fields: Readonly<Record<string, unknown>>): PolicyCard => ({
  ...({ title: '', text: '', source: '', number: '', date: '', until: '', categories: [], link: '', checked: '', retired: false, at: '', by: '', ...fields } as PolicyCardFields), // prettier-ignore
  id,
})
