/** zod without `eval`-made parsers: the pages' content security policy forbids them. */
import * as z from 'zod'
import { cleanText } from './clean-text.ts'
import { isDay, isMoment } from './time.ts'

z.config({ jitless: true })

export { z }

/**
 * Any schema, by what is asked of it. With `z.ZodType` in its place each one is compared with all sixty methods of zod's:
 * half of what the compiler did in here.
 */
export type Schema<Output = unknown> = { readonly safeParse: (value: unknown) => Parsed<Output> }
type Parsed<Output> =
  | { readonly success: true; readonly data: Output }
  | {
      readonly success: false
      readonly error: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] }
    }

/** Text as people type it, cleaned (clean-text.ts): at most `max` characters (code units). */
export const words = (max: number) => z.string().overwrite(cleanText).max(max)
/** The same, but something must be there. */
export const someWords = (max: number) => z.string().overwrite(cleanText).min(1).max(max)
/** `2026-11-22T09:02:11+08:00`: China time, seconds, as text that also sorts; a moment that exists. */
export const moment = z.string().refine(isMoment)
/** `2026-11-22`, a day that exists. */
export const day = z.string().refine(isDay)
/** `type:uuid`. */
export const entityId = (type: string) => z.string().regex(new RegExp(`^${type}:[0-9A-Za-z._-]{1,80}$`))
