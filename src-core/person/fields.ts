/**
 * 居民 and their households, visits to them, and which entries are one person. All of it stays at the station: a person is
 * private in every field, and what tells who looked at a whole number belongs to the audit.
 */
import type { Scope } from '../kernel/event.ts'
import { entityId, moment, someWords, words, z } from '../lib/schema.ts'
import { isDay } from '../lib/time.ts'
import { CONSENT_WAYS } from '../notice/codes.ts'
import { placeId } from '../place/fields.ts'
import { MARKS, TIERS } from './marks.ts'

export const GENDERS = ['male', 'female'] as const
/** 户籍 here, or 居住 here with a registration elsewhere. */
export const RESIDENCES = ['registered', 'living'] as const
/** What a visit or a service has to think of. To add one: at the end, with its words (residents.need). */
export const NEEDS = ['barrier-free', 'home-visit', 'hearing', 'dialect'] as const
export const LEFT = ['moved-away', 'deceased'] as const
/** How a person was seen. To add one: at the end, with its words (residents.visitWay). */
export const VISIT_WAYS = ['home-visit', 'phone', 'wechat', 'at-station'] as const
/** 平安 · 需要帮助 · 没有见到 · 不愿接受: only the third is no visit. To add one: at the end, with its words. */
export const VISIT_RESULTS = ['fine', 'needs-help', 'not-met', 'declined'] as const
export const VIEWED_OF_PERSON = ['phone', 'id-number'] as const

export const personId = entityId('person')
export const householdId = entityId('household')
const userId = entityId('user')
const none = z.literal('')
const day = z.string().refine(isDay)

/** What is not known is '', so that a value can be taken back again. */
export const PERSON = z.object({
  name: someWords(80),
  phone: words(40),
  otherPhone: words(40).optional(),
  /** 18 signs, checked (id-number.ts); only with the reason why it is needed. */
  idNumber: words(30).optional(),
  idReason: words(100).optional(),
  birthDate: day.or(none).optional(),
  gender: z.enum(GENDERS).or(none).optional(),
  place: placeId.or(none).optional(),
  /** As it was said; the place's own words when one was chosen. */
  placeWords: words(200),
  household: householdId.or(none).optional(),
  marks: z.array(z.enum(MARKS)).max(MARKS.length),
  /** '' : as the marks suggest. */
  tier: z.enum(TIERS).or(none).optional(),
  residence: z.enum(RESIDENCES).or(none).optional(),
  needs: z.array(z.enum(NEEDS)).max(NEEDS.length).optional(),
  guardian: words(80).optional(),
  guardianPhone: words(40).optional(),
  note: words(2_000),
  left: z.enum(LEFT).or(none).optional(),
  /** 愿意接收通知, or no longer: what was said last. Written by record-notify-consent alone. */
  notifyConsent: z.object({ given: z.boolean(), way: z.enum(CONSENT_WAYS), at: moment, by: userId }).optional(),
})
export type PersonFields = z.infer<typeof PERSON>

/** Members are the persons who name it. */
export const HOUSEHOLD = z.object({
  head: personId.or(none).optional(),
  place: placeId.or(none).optional(),
  placeWords: words(200),
  note: words(500),
})
export type HouseholdFields = z.infer<typeof HOUSEHOLD>

export const PERSON_VISIT = z.object({
  person: personId,
  at: moment,
  by: userId,
  way: z.enum(VISIT_WAYS),
  result: z.enum(VISIT_RESULTS),
  note: words(2_000),
  /** Agreed day of the next one, when it comes before the plan's. */
  nextAt: day.or(none).optional(),
})
export type PersonVisitFields = z.infer<typeof PERSON_VISIT>

/** 重大变化: within 24 hours of hearing of it the person is seen. */
export const PERSON_CHANGE = z.object({ person: personId, at: moment, by: userId, what: someWords(500) })
export type PersonChangeFields = z.infer<typeof PERSON_CHANGE>

/** Two entries are one person; `keep` is the one that shows. Undone by one more write, so that both stand as they stood. */
export const PERSON_MERGE = z.object({
  keep: personId,
  drop: personId,
  reason: words(500),
  at: moment,
  by: userId,
  undoneAt: moment.or(none).optional(),
  undoneBy: userId.or(none).optional(),
})
export type PersonMergeFields = z.infer<typeof PERSON_MERGE>

/** Looked at, and found to be two: not asked again. */
export const PERSON_APART = z.object({ one: personId, other: personId, at: moment, by: userId })
export type PersonApartFields = z.infer<typeof PERSON_APART>

/** 查看号码 leaves a trace (DOMAIN §9.2). */
export const PERSON_VIEWING = z.object({ person: personId, at: moment, by: userId, what: z.enum(VIEWED_OF_PERSON) })

const all = <T extends z.ZodRawShape>(shape: z.ZodObject<T>, scope: Scope): Readonly<Record<string, Scope>> =>
  Object.fromEntries(Object.keys(shape.shape).map((field) => [field, scope]))

/** Entity type → scope of each of its fields. To add one: here; the catalogue takes them all. */
export const PERSON_TYPES: Readonly<Record<string, Readonly<Record<string, Scope>>>> = {
  person: all(PERSON, 'private'),
  household: all(HOUSEHOLD, 'private'),
  'person-visit': all(PERSON_VISIT, 'private'),
  'person-change': all(PERSON_CHANGE, 'private'),
  'person-merge': all(PERSON_MERGE, 'private'),
  'person-apart': all(PERSON_APART, 'private'),
  'person-viewing': all(PERSON_VIEWING, 'audit'),
}

/** As it is read back: whatever is not there is empty. */
export type PersonCard = { readonly id: string } & PersonFields
export const personCard = (id: string, fields: Readonly<Record<string, unknown>>): PersonCard => ({
  ...({ name: '', phone: '', placeWords: '', marks: [], note: '', ...fields } as PersonFields),
  id,
})
