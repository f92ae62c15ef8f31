/** What stands in a form's boxes, and what becomes of it: hours, numbers and lists are typed as words. */
import { z } from '#core/lib/schema.ts'
import { parseHours } from '#core/provider/hours-words.ts'
import { itemsOf } from '#core/provider/service.ts'

/** `周一至周五 9:00-17:30` → hours; a problem carries its code as the message (see HoursField). */
export const hoursText = z.string().transform((text, context) => {
  const read = parseHours(text)
  if (read.ok) return read.value
  context.addIssue({ code: 'custom', message: read.error.code })
  return z.NEVER
})

/** '' is not known. */
export const wholeText = z.string().transform((text, context) => {
  const plain = text.replace(/[,，\s]/g, '')
  if (plain === '') return null
  if (/^\d{1,9}$/.test(plain)) return Number(plain)
  context.addIssue({ code: 'custom', message: 'wrong' })
  return z.NEVER
})

export const numberWords = (n: number | null): string => (n === null ? '' : String(n))

/** Items separated by 、 → the items. */
export const itemsText = z.string().transform(itemsOf)
/** A box that was emptied has no value. */
export const dayText = z
  .string()
  .max(20)
  .optional()
  .transform((day) => day ?? '')
/** `9:00` → `09:00`. */
export const timeText = z.string().transform((text, context) => {
  const match = /^(\d{1,2})[:：]?([0-5]\d)$/.exec(text.trim())
  if (match && Number(match[1]) <= 24) return `${match[1]!.padStart(2, '0')}:${match[2]}`
  context.addIssue({ code: 'custom', message: 'wrong' })
  return z.NEVER
})
