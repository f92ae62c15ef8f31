/** 意见: what a party member, a resident or an organisation thinks; a record of its own beside rule scores and interviews. */
import { SCALES, SERVICE_TYPES, WAYS, type ScaleId } from '../case-file/codes.ts'
import { entityId, moment, someWords, words, z } from '../lib/schema.ts'
import { OPINION_ABOUT, OPINION_FROM } from './codes.ts'

const SCALE_IDS = Object.keys(SCALES) as [ScaleId, ...ScaleId[]]
const userId = entityId('user')

export const OPINION = z.object({
  from: z.enum(OPINION_FROM),
  /** Name as they gave it; '' for nobody named. */
  who: words(80),
  person: entityId('person').optional(),
  about: z.enum(OPINION_ABOUT),
  provider: entityId('provider').optional(),
  serviceType: z.enum(SERVICE_TYPES).optional(),
  topic: entityId('topic').optional(),
  /** Raw grade on its own scale, never converted (DOMAIN §7.2). */
  scale: z.enum(SCALE_IDS).optional(),
  grade: z.string().max(40).optional(),
  words: someWords(2_000),
  way: z.enum(WAYS),
  at: moment,
  by: userId,
  withdrawnAt: moment.optional(),
  withdrawnBy: userId.optional(),
  withdrawReason: words(300).optional(),
})
export type OpinionFields = z.infer<typeof OPINION>

export type OpinionCard = { readonly id: string } & OpinionFields
/** As it is read back: a value that has not arrived leaves a hole. */
export const opinionCard = (id: string, fields: Readonly<Record<string, unknown>>): OpinionCard => ({
  ...({ from: 'resident', who: '', about: 'station', words: '', way: 'phone', at: '', by: '', ...fields } as OpinionFields), // prettier-ignore
  id,
})

export const gradesOf = (scale: ScaleId): readonly string[] => SCALES[scale]
