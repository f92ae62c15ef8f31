/** The station itself and the people who work in it. */
import type { Scope } from '../kernel/event.ts'
import { someWords, z } from '../lib/schema.ts'

export const STATION = z.object({
  name: someWords(80),
  /** 12 digits: province to community (GB/T 10114 and the statistical code). */
  code: z.string().regex(/^\d{12}$/),
  /** First part of case numbers. */
  short: z.string().regex(/^[A-Z][A-Z0-9]{1,7}$/),
})
export type StationFields = z.infer<typeof STATION>
export const STATION_SCOPES: Readonly<Record<keyof StationFields, Scope>> = {
  name: 'directory',
  code: 'directory',
  short: 'directory',
}

export const USER = z.object({ name: someWords(40) })
export type UserFields = z.infer<typeof USER>
export const USER_SCOPES: Readonly<Record<keyof UserFields, Scope>> = { name: 'private' }

/** Which work the station does (modules.ts). */
export const MODULE = z.object({ on: z.boolean() })
export type ModuleFields = z.infer<typeof MODULE>
export const MODULE_SCOPES: Readonly<Record<keyof ModuleFields, Scope>> = { on: 'private' }
