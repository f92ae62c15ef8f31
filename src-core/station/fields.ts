/** The station itself and the people who work in it. */
import type { Scope } from '../kernel/event.ts'
import { day, someWords, words, z } from '../lib/schema.ts'

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

/** Somebody who works here (工作人员), with an account of the program or without one. */
export const USER = z.object({
  name: someWords(40),
  /** False: works here, but signs in nowhere; left out: has an account. */
  account: z.boolean().optional(),
  /** 分工: what is usually given to them. */
  duty: words(80).optional(),
  phone: words(40).optional(),
  /** Away from and until these days, both included; '' is not known or not away. */
  awayFrom: day.or(z.literal('')).optional(),
  awayUntil: day.or(z.literal('')).optional(),
  /** Works here no longer, from this day on; '' takes it back. */
  leftOn: day.or(z.literal('')).optional(),
})
export type UserFields = z.infer<typeof USER>
export const USER_SCOPES: Readonly<Record<keyof UserFields, Scope>> = {
  name: 'private',
  account: 'private',
  duty: 'private',
  phone: 'private',
  awayFrom: 'private',
  awayUntil: 'private',
  leftOn: 'private',
}

/** Which work the station does (modules.ts). */
export const MODULE = z.object({ on: z.boolean() })
export type ModuleFields = z.infer<typeof MODULE>
export const MODULE_SCOPES: Readonly<Record<keyof ModuleFields, Scope>> = { on: 'private' }

/** What the station decides for itself (settings.ts, whose shapes the catalogue need not carry). */
export const SETTING_SCOPES: Readonly<Record<'value', Scope>> = { value: 'private' }
