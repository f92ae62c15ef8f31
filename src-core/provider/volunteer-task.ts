/** 岗位 and 微心愿: what may be taken over, and who took it. A wish may name a resident, so all of it is private. */
import type { Scope } from '../kernel/event.ts'
import { entityId, someWords, words, z } from '../lib/schema.ts'

export const TASK_KINDS = ['post', 'wish'] as const

export const VOLUNTEER_TASK = z.object({
  /** Who organises it; '' is the station itself. */
  provider: entityId('provider').or(z.literal('')),
  kind: z.enum(TASK_KINDS),
  title: someWords(120),
  note: words(500),
  /** People wanted. */
  wanted: z.number().int().min(1).max(500),
  /** Until when; '' for as long as it lasts. */
  until: z.string().max(10),
  closed: z.boolean(),
})
export type VolunteerTaskFields = z.infer<typeof VOLUNTEER_TASK>

export const BLANK_TASK = { provider: '', note: '', wanted: 1, until: '', closed: false } as const

export const TASK_CLAIM = z.object({ task: entityId('volunteer-task'), member: entityId('member') })
export type TaskClaimFields = z.infer<typeof TASK_CLAIM> & {
  readonly at: string
  readonly by: string
  readonly withdrawn?: boolean
}

const priv = <T extends string>(fields: readonly T[]) =>
  Object.fromEntries(fields.map((field) => [field, 'private'])) as Readonly<Record<T, Scope>>

export const VOLUNTEER_TASK_SCOPES = priv(Object.keys(VOLUNTEER_TASK.shape) as (keyof VolunteerTaskFields)[])
export const TASK_CLAIM_SCOPES = priv<keyof TaskClaimFields>(['task', 'member', 'at', 'by', 'withdrawn'])
