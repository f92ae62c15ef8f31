/** 服务地点 (HSDS `location`): where it is, when it is open, whether a wheelchair gets in. */
import type { Scope } from '../kernel/event.ts'
import { entityId, someWords, words, z } from '../lib/schema.ts'
import { HOURS } from './hours.ts'

export const BARRIER_FREE = ['yes', 'partly', 'no'] as const

export const SITE = z.object({
  provider: entityId('provider'),
  /** Of this provider; none: all of them. */
  services: z.array(entityId('service')).max(100),
  name: someWords(120),
  place: entityId('place').or(z.literal('')),
  address: words(200),
  hours: HOURS.nullable(),
  barrierFree: z.enum(BARRIER_FREE).or(z.literal('')),
  phone: words(60),
  /** Bus, entrance, which floor. */
  transport: words(200),
})
export type SiteFields = z.infer<typeof SITE>

export const BLANK_SITE: Omit<SiteFields, 'provider' | 'name'> = {
  services: [],
  place: '',
  address: '',
  hours: null,
  barrierFree: '',
  phone: '',
  transport: '',
}

export const SITE_SCOPES = Object.fromEntries(Object.keys(SITE.shape).map((field) => [field, 'directory'])) as Readonly<
  Record<keyof SiteFields, Scope>
>
