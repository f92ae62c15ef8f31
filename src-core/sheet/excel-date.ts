import { dayNumber, dayOfNumber } from '../lib/time.ts'

/** Days from 1899-12-30 and from 1904-01-01 to 1970-01-01. */
const EPOCH_1900 = dayNumber('1899-12-30')
const EPOCH_1904 = dayNumber('1904-01-01')
/** 9999-12-31. */
const LAST_SERIAL = 2_958_465
const DAY_SECONDS = 86_400

/**
 * `2019-08-01T12:00:00` of an Excel serial number (days, the time as a fraction, rounded to a second); null when it is
 * none. Excel counts a 29 February 1900 that never was: day 60 is no date, and the days before it stand one further
 * on. Below 1 a number is a time of day and no date.
 */
export function excelDate(serial: number, from1904 = false): string | null {
  const seconds = Math.round(serial * DAY_SECONDS)
  const day = Math.floor(seconds / DAY_SECONDS)
  if (!(day >= (from1904 ? 0 : 1)) || day > LAST_SERIAL || (!from1904 && day === 60)) return null
  const epoch = from1904 ? EPOCH_1904 : EPOCH_1900 + (day < 60 ? 1 : 0)
  const date = dayOfNumber(epoch + day)
  return date.length === 10 ? `${date}T${timeOfDay(seconds - day * DAY_SECONDS)}` : null
}

/** The number that Excel shows as this date; the inverse of excelDate for dates from 1900-03-01 on. */
export const excelSerial = (date: string): number =>
  dayNumber(date.slice(0, 10)) -
  EPOCH_1900 +
  (Number(date.slice(11, 13)) * 3600 + Number(date.slice(14, 16)) * 60 + Number(date.slice(17, 19))) / DAY_SECONDS

/** `HH:mm:ss` of seconds since midnight. */
export const timeOfDay = (seconds: number): string =>
  [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((n) => String(n).padStart(2, '0'))
    .join(':')
