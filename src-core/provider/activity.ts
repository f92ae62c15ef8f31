/** 活动: announced by an organisation; residents and helpers sign up, and whoever came is ticked. */
import type { EntityId, Scope } from '../kernel/event.ts'
import { entityId, moment, someWords, words, z } from '../lib/schema.ts'

export const ACTIVITY = z.object({
  provider: entityId('provider'),
  title: someWords(120),
  from: moment,
  to: moment,
  where: words(120),
  /** Places; null: as many as come. */
  places: z.number().int().min(1).max(10_000).nullable(),
  note: words(500),
  cancelled: z.boolean(),
})
export type ActivityFields = z.infer<typeof ACTIVITY>

export const BLANK_ACTIVITY = { where: '', places: null, note: '', cancelled: false } as const

export const ACTIVITY_SCOPES = Object.fromEntries(
  Object.keys(ACTIVITY.shape).map((field) => [field, 'directory']),
) as Readonly<Record<keyof ActivityFields, Scope>>

/** `member` for a helper, otherwise a name and a telephone number. */
export const SIGN_UP = z.object({
  activity: entityId('activity'),
  member: entityId('member').or(z.literal('')),
  name: words(40),
  phone: words(60),
})
export type SignUpInput = z.infer<typeof SIGN_UP>
/** `attended` is absent until somebody has looked. */
export type SignUpFields = SignUpInput & {
  readonly at: string
  readonly by: string
  readonly attended?: boolean
  readonly withdrawn?: boolean
}

export const SIGN_UP_SCOPES: Readonly<Record<keyof SignUpFields, Scope>> = {
  activity: 'private',
  member: 'private',
  name: 'private',
  phone: 'private',
  at: 'private',
  by: 'private',
  attended: 'private',
  withdrawn: 'private',
}

/** A helper who came gets their hours once, however often it is ticked: the entry's id is made of the sign-up. */
export const attendanceTimeId = (signUp: EntityId): EntityId => `service-time:${signUp.slice(signUp.indexOf(':') + 1)}`
