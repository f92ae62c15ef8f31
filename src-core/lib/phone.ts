/** 电话: how a number is read, and what is wrong with it. */
import { halfWidth } from './clean-text.ts'
import { err, ok, type Result } from './result.ts'

/** To add one: here, and its sentence in text/<language>/residents.ts (phoneProblem). */
export type PhoneCode = 'not-digits' | 'too-short' | 'too-long' | 'mobile-length' // begins like a mobile number and has not its 11 digits

/** Digits of a typed number, +86 and 0086 before a mobile number left out: what two numbers are compared by. */
export const phoneDigits = (phone: string): string =>
  (/^\d*$/.test(phone) ? phone : phone.normalize('NFKC').replace(/\D/g, '')).replace(/^(?:0086|86)(?=1\d{10}$)/, '')

/**
 * Chinese numbers: mobile (11 digits, 1…), landline (7-8 digits, area code 0xx before or not, extension after - or 转),
 * service numbers of 3 to 6 digits (110, 12345) and 400/800 numbers. A foreign number begins with +. '' is fine.
 * Only what cannot be one is refused: numbering plans grow.
 */
export function checkPhone(typed: string): Result<string, PhoneCode> {
  const phone = halfWidth(typed).trim()
  if (phone === '') return ok('')
  if (!/^\+?[\d\s()-]+(?:(?:转|ext\.?|x|#)\s*\d{1,6})?$/i.test(phone)) return err('not-digits')
  const digits = phoneDigits(phone.replace(/(?:转|ext\.?|x|#)\s*\d{1,6}$/i, ''))
  if (phone.startsWith('+') && !phone.startsWith('+86')) return ok(phone)
  if (digits.length < 3) return err('too-short')
  if (/^1[3-9]/.test(digits) && digits.length !== 11 && digits.length > 6) return err('mobile-length')
  if (digits.length > 12) return err('too-long')
  return ok(phone)
}
