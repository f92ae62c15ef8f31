/** A period in a few words, for titles and names of files. */
import { monthStart, type Period } from '../figures/period.ts'
import { addDays, atTime, dayOf } from '../lib/time.ts'
import type { Language } from './code-words.ts'

const WORDS = {
  'zh-CN': {
    year: (year: number) => `${year}年`,
    quarter: (year: number, quarter: number) => `${year}年第${quarter}季度`,
    month: (year: number, month: number) => `${year}年${month}月`,
    days: (from: string, to: string) => `${from}至${to}`,
  },
  en: {
    year: (year: number) => String(year),
    quarter: (year: number, quarter: number) => `Quarter ${quarter} of ${year}`,
    month: (year: number, month: number) => `${year}-${String(month).padStart(2, '0')}`,
    days: (from: string, to: string) => `${from} to ${to}`,
  },
} as const

/** 2026年第3季度 for a quarter of the calendar, 2026年9月 for a month, 2026年 for a year, else the first day and the last. */
export function periodAbout({ from, until }: Period, language: Language): string {
  const words = WORDS[language]
  const [year, month] = [Number(from.slice(0, 4)), Number(from.slice(5, 7))]
  const ends = (months: number): boolean =>
    from.slice(8, 19) === '01T00:00:00' && atTime(monthStart(dayOf(from), months), '00:00:00') === until
  if (month === 1 && ends(12)) return words.year(year)
  if (month % 3 === 1 && ends(3)) return words.quarter(year, Math.ceil(month / 3))
  if (ends(1)) return words.month(year, month)
  return words.days(dayOf(from), until.slice(11, 19) === '00:00:00' ? addDays(dayOf(until), -1) : dayOf(until))
}
