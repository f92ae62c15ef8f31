/**
 * 地点: district → street → community → neighbourhood → building → unit → door, each naming its parent; grid and 居民小组
 * lie across it, so a place of any level may name them, and whatever lies below is in them too (DOMAIN §9.1).
 */
import type { Scope } from '../kernel/event.ts'
import { entityId, someWords, words, z } from '../lib/schema.ts'

/** From the widest to the narrowest, then the two that lie across. To add one: here, with its words (places.kind). */
export const PLACE_KINDS = [
  'district',
  'street',
  'community',
  'neighbourhood',
  'building',
  'unit',
  'door',
  'grid',
  'resident-group',
] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]

export const placeId = entityId('place')
const placeOrNone = placeId.or(z.literal('')).optional()

export const PLACE = z.object({
  kind: z.enum(PLACE_KINDS),
  name: someWords(80),
  /** '' in the tree's topmost places. */
  parent: placeOrNone,
  /** Statistical code: district 6 digits, street 9, community 12; '' elsewhere. */
  code: z
    .string()
    .regex(/^(\d{6}|\d{9}|\d{12})?$/)
    .optional(),
  grid: placeOrNone,
  residentGroup: placeOrNone,
  /** 楼门栋长 of a building or unit, 网格员 of a grid, 书记 of a community. */
  leader: words(40),
  leaderPhone: words(40),
  /** Pulled down, or entered by mistake: offered nowhere any more, and what names it still can. */
  retired: z.boolean().optional(),
})
export type PlaceFields = z.infer<typeof PLACE>

/**
 * Down to the building the tree tells the upper office where. A unit and a door are somebody's address, and who leads a
 * building is a resident: both stay at the station. So whatever writes a place writes its kind with it.
 */
export const isAddress = (kind: unknown): boolean => kind === 'unit' || kind === 'door'

export const PLACE_SCOPES: Readonly<Record<keyof PlaceFields, Scope>> = {
  kind: 'directory',
  name: 'directory',
  parent: 'directory',
  code: 'directory',
  grid: 'directory',
  residentGroup: 'directory',
  leader: 'private',
  leaderPhone: 'private',
  retired: 'directory',
}

/** As it is read back: a value that has not arrived leaves a hole. */
export type PlaceCard = { readonly id: string } & PlaceFields

export const placeCard = (id: string, fields: Readonly<Record<string, unknown>>): PlaceCard => ({
  ...({ kind: 'door', name: '', leader: '', leaderPhone: '', ...fields } as PlaceFields),
  id,
})
