import { dayNumber, dayOfNumber, isDay } from '../lib/time.ts'
import { excelDate } from './excel-date.ts'
import type { Cell } from './sheet.ts'

/** Longer than any way to write a time. */
const MAX_LENGTH = 60
const CHINA_MINUTES = 8 * 60
const DAY_MINUTES = 24 * 60

const DATE = String.raw`(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})[日号])`
const WEEK = String.raw`\(?(?:星期|周|礼拜)[一二三四五六日天]\)?`
/** A blank or T; none is needed where a sign shows the end of the date. */
const GAP = String.raw`(?:[t ]|(?<=[日号一二三四五六天)])|(?=[上下]))`
const HALF = '(上午|下午|am|pm)?'
const CLOCK = String.raw`(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:\.\d{1,9})?)?|[时点](?:(\d{1,2})分(?:(\d{1,2})秒)?)?)`
const ZONE = String.raw`(z|[-+]\d{2}:?\d{2})?`
const WRITTEN = new RegExp(`^${DATE}(?: ?${WEEK})?(?:${GAP}${HALF} ?${CLOCK} ?${HALF} ?${ZONE})?$`, 'i')
/** 20190228, 201902281125, 20190228112505 */
const COMPACT = /^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?$/

/**
 * China time `YYYY-MM-DDTHH:mm:ss` of a cell, or null: never a guess. Understood: Excel dates and serial numbers;
 * 2019/2/28 11:25:05, 2019-02-28, 2019.2.28, 2019年2月28日 11时25分, 20190228, ISO 8601 with a zone (moved to +08:00). A
 * text whose year does not stand first needs `format`: YYYY MM DD HH hh mm ss A and the one-letter forms; then only
 * texts of that form are read. A date that does not exist is null. No time of day: 00:00:00.
 */
export function parseDateTime(cell: Cell, format?: string): string | null {
  if (cell === null || typeof cell === 'boolean') return null
  if (typeof cell === 'object') return cell.date
  if (typeof cell === 'number') return compact(String(cell)) ?? excelDate(cell)
  if (cell.length > MAX_LENGTH) return null
  const text = cell.normalize('NFKC').replace(/\s+/g, ' ').trim()
  return format === undefined ? (compact(text) ?? written(text)) : formatted(text, format)
}

function written(text: string): string | null {
  const found = WRITTEN.exec(text)
  if (!found) return null
  const [, year, , month, day, monthZh, dayZh, half, hour, minute, second, minuteZh, secondZh, halfAfter, zone] = found
  return dateTime({
    year,
    month: month ?? monthZh,
    day: day ?? dayZh,
    hour,
    minute: minute ?? minuteZh,
    second: second ?? secondZh,
    half: half ?? halfAfter,
    zone,
  })
}

function compact(text: string): string | null {
  const found = COMPACT.exec(text)
  if (!found) return null
  const [, year, month, day, hour, minute, second] = found
  return dateTime({ year, month, day, hour, minute, second })
}

/** To add one: here. Two letters want two digits, one letter takes one or two. */
const TOKENS: Readonly<Record<string, readonly [part: keyof Parts, pattern: string]>> = {
  YYYY: ['year', String.raw`(\d{4})`],
  MM: ['month', String.raw`(\d{2})`],
  M: ['month', String.raw`(\d{1,2})`],
  DD: ['day', String.raw`(\d{2})`],
  D: ['day', String.raw`(\d{1,2})`],
  HH: ['hour', String.raw`(\d{2})`],
  H: ['hour', String.raw`(\d{1,2})`],
  hh: ['hour', String.raw`(\d{2})`],
  h: ['hour', String.raw`(\d{1,2})`],
  mm: ['minute', String.raw`(\d{2})`],
  m: ['minute', String.raw`(\d{1,2})`],
  ss: ['second', String.raw`(\d{2})`],
  s: ['second', String.raw`(\d{1,2})`],
  A: ['half', '(am|pm|上午|下午)'],
}

function formatted(text: string, format: string): string | null {
  const parts: (keyof Parts)[] = []
  const pattern = format
    .normalize('NFKC')
    .split(/(YYYY|MM?|DD?|HH?|hh?|mm?|ss?|A)/)
    .map((piece) => {
      const token = TOKENS[piece]
      if (!token) return piece.replace(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)
      parts.push(token[0])
      return token[1]
    })
    .join('')
  // Each part once: twenty of `(\d{1,2})` in a row would try a million ways to share the digits.
  if (new Set(parts).size < parts.length) return null
  const found = new RegExp(`^${pattern}$`, 'i').exec(text)
  if (!found) return null
  return dateTime(Object.fromEntries(parts.map((part, i) => [part, found[i + 1]])))
}

type Parts = {
  readonly year?: string | undefined
  readonly month?: string | undefined
  readonly day?: string | undefined
  readonly hour?: string | undefined
  readonly minute?: string | undefined
  readonly second?: string | undefined
  readonly half?: string | undefined
  readonly zone?: string | undefined
}

function dateTime(parts: Parts): string | null {
  const two = (text: string | undefined): string => (text ?? '0').padStart(2, '0')
  const date = `${parts.year ?? ''}-${two(parts.month)}-${two(parts.day)}`
  const hour = hourOf(Number(parts.hour ?? 0), parts.half)
  const minute = Number(parts.minute ?? 0)
  const second = Number(parts.second ?? 0)
  if (!isDay(date) || date < '1900' || hour === null || minute > 59 || second > 59) return null
  const minutes = dayNumber(date) * DAY_MINUTES + hour * 60 + minute + shift(parts.zone)
  const day = Math.floor(minutes / DAY_MINUTES)
  const rest = minutes - day * DAY_MINUTES
  const shifted = dayOfNumber(day)
  return shifted.length === 10
    ? `${shifted}T${two(String(Math.floor(rest / 60)))}:${two(String(rest % 60))}:${two(String(second))}`
    : null
}

/** 24-hour clock; with a half of the day 12 is its first hour, and 下午14时 says the same thing twice. */
function hourOf(hour: number, half: string | undefined): number | null {
  if (hour > 23) return null
  if (half === undefined) return hour
  const later = half === '下午' || half.toLowerCase() === 'pm'
  if (hour > 12) return later ? hour : null
  return (hour % 12) + (later ? 12 : 0)
}

/** Minutes from the written zone to China time. */
function shift(zone: string | undefined): number {
  if (zone === undefined) return 0
  if (zone.toLowerCase() === 'z') return CHINA_MINUTES
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))
  return CHINA_MINUTES - (zone[0] === '-' ? -minutes : minutes)
}
