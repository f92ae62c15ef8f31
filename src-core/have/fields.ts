/** One look at one of the four in one neighbourhood. Every look is a record of its own; the newest counts (see standing.ts). */
import { day, entityId, moment, someWords, words, z } from '../lib/schema.ts'
import { placeId } from '../place/fields.ts'
import { CARRIERS, HAVES, POINT_STATES, type PointState } from './codes.ts'

export const haveCheckId = entityId('have-check')

/** More belong to one matter than anybody links by hand. */
export const MOST_LINKED = 50

export const HAVE_CHECK = z.object({
  /** A neighbourhood. */
  place: placeId,
  have: z.enum(HAVES),
  /** Key of points.ts → state; what is not named is 未查. */
  points: z.record(z.string().max(40), z.enum(POINT_STATES)),
  note: words(2_000),
  carrier: z.enum(CARRIERS),
  /** Its name: 槐树里小区自管会; '' for nobody. */
  carrierName: words(120),
  /** Number of the residents' meeting's resolution that authorises it; '' while there is none (SOURCE 12). */
  authority: words(80),
  /** When somebody was there and looked; not when it was typed. */
  checkedOn: day,
  /** Who looked, as written on the paper. */
  checkedBy: someWords(60),
  /** '' when nobody said when to look again. */
  recheckOn: day.or(z.literal('')),
  cases: z.array(entityId('case')).max(MOST_LINKED),
  topics: z.array(entityId('topic')).max(MOST_LINKED),
  at: moment,
  by: entityId('user'),
})

/** `takenBack`: entered by mistake; it stays in the history and counts no more. */
export const HAVE_CHECK_BACK = z.object({
  takenBack: someWords(200),
  takenBackAt: moment,
  takenBackBy: entityId('user'),
})

export type HaveCheckFields = Readonly<z.infer<typeof HAVE_CHECK>> &
  Partial<Readonly<z.infer<typeof HAVE_CHECK_BACK>>> & { readonly points: Readonly<Record<string, PointState>> }
export type HaveCheck = { readonly id: string } & HaveCheckFields

/** A picture of it: sealed bytes like an attachment's. An entity of its own, so that several may be added later. */
export const HAVE_PHOTO = z.object({
  check: haveCheckId,
  blob: z.string().regex(/^[0-9a-f]{32}$/),
  name: someWords(200),
  media: words(120),
  bytes: z.number().int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  at: moment,
  by: entityId('user'),
})
export type HavePhotoFields = Readonly<z.infer<typeof HAVE_PHOTO>>
export type HavePhoto = { readonly id: string } & HavePhotoFields
export const MOST_PHOTOS = 12

/** As it is read back: a value that has not arrived leaves a hole. */
export const haveCheck = (id: string, fields: Readonly<Record<string, unknown>>): HaveCheck => ({
  ...({ place: '', have: 'security', points: {}, note: '', carrier: 'nobody', carrierName: '', authority: '', checkedOn: '', checkedBy: '', recheckOn: '', cases: [], topics: [], at: '', by: '', ...fields } as HaveCheckFields), // prettier-ignore
  id,
})
