/**
 * 公民身份号码 (GB 11643-1999): 6 digits of region, 8 of birth, 3 of order (odd: male), one check sign. The weighted sum of
 * the first 17 modulo 11 gives the 18th.
 */
import { halfWidth } from '../lib/clean-text.ts'
import { err, ok, type Result } from '../lib/result.ts'
import { isDay, type Day } from '../lib/time.ts'

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const SIGNS = '10X98765432'
/** First two digits: provinces, 71 Taiwan, 81 and 82 Hong Kong and Macao (residence permits), 83 Taiwan's, 91 and 92 foreigners' permanent residence. */
const REGIONS = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91 92'.split(
    ' ',
  ),
)
const OLDEST: Day = '1880-01-01'

export type IdNumber = {
  /** 18 signs, X in upper case. */
  readonly number: string
  readonly birthDate: Day
  readonly gender: 'male' | 'female'
}

/** To add one: here, and its sentence in text/<language>/residents.ts (idProblem). */
export type IdProblem =
  /** `length`: how many signs there are; 15 is the old form, which counts no more since 2013. */
  | { readonly code: 'wrong-length'; readonly length: number }
  /** `at`: place of the first sign that is no digit, from 1. */
  | { readonly code: 'not-digits'; readonly at: number }
  | { readonly code: 'unknown-region'; readonly region: string }
  /** `date`: the eight digits as year-month-day. */
  | { readonly code: 'impossible-date'; readonly date: string }
  | { readonly code: 'birth-in-future'; readonly date: string }
  /** `expected`: what the last sign would have to be. */
  | { readonly code: 'wrong-check'; readonly expected: string }

/** The check sign of 17 digits. */
export const checkSign = (first17: string): string =>
  SIGNS[WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(first17[i]), 0) % 11]!

/** `today`: nobody is born after it. Spaces and dashes between the groups are as people write them. */
export function checkIdNumber(typed: string, today: Day): Result<IdNumber, IdProblem> {
  const number = halfWidth(typed)
    .replace(/[\s-]+/g, '')
    .toUpperCase()
  const signs = [...number]
  const odd = signs.findIndex((sign, i) => !/\d/.test(sign) && !(i === 17 && sign === 'X'))
  if (signs.length !== 18) return err({ code: 'wrong-length', length: signs.length })
  if (odd >= 0) return err({ code: 'not-digits', at: odd + 1 })
  const region = number.slice(0, 2)
  if (!REGIONS.has(region)) return err({ code: 'unknown-region', region })
  const date = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  if (!isDay(date) || date < OLDEST) return err({ code: 'impossible-date', date })
  if (date > today) return err({ code: 'birth-in-future', date })
  const expected = checkSign(number.slice(0, 17))
  if (number[17] !== expected) return err({ code: 'wrong-check', expected })
  return ok({ number, birthDate: date, gender: Number(number[16]) % 2 === 1 ? 'male' : 'female' })
}

/** 110***********002X: on screens, where somebody asked to see that there is one. */
export const maskedIdNumber = (number: string): string =>
  number.length === 18 ? `${number.slice(0, 3)}${'*'.repeat(11)}${number.slice(-4)}` : '*'.repeat(number.length)

/** Whole years on `today`. */
export function ageOn(birthDate: Day, today: Day): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years
}
