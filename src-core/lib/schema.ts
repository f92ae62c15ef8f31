/** zod without `eval`-made parsers: the pages' content security policy forbids them. */
import * as z from 'zod'
import { cleanText } from './clean-text.ts'

z.config({ jitless: true })

export { z }

/** Text as people type it, cleaned (clean-text.ts): at most `max` characters (code units). */
export const words = (max: number) => z.string().overwrite(cleanText).max(max)
/** The same, but something must be there. */
export const someWords = (max: number) => z.string().overwrite(cleanText).min(1).max(max)
/** `2026-11-22T09:02:11+08:00`: China time, seconds, as text that also sorts. */
export const moment = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/)
/** `type:uuid`. */
export const entityId = (type: string) => z.string().regex(new RegExp(`^${type}:[0-9A-Za-z._-]{1,80}$`))
