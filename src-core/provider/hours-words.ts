/**
 * Hours as people write them, `周一至周五 9:00-12:00、13:00-17:30；周六 9:00-12:00；法定节假日休息；2026-10-01至2026-10-07 休息（国庆）`,
 * in both languages and both ways. What `hoursWords` writes `parseHours` reads back as the same hours (a property test).
 *
 *   clause; clause …      clause = days times | date (to date) times | holiday rule
 *   22:00-次日6:00        over midnight; 全天 = 0:00-24:00; no day = every day
 */
import { cleanText } from '../lib/clean-text.ts'
import { err, ok, type Result } from '../lib/result.ts'
import {
  DAY_MINUTES,
  hoursProblem,
  minutesOf,
  NO_HOURS,
  sortedHours,
  timeOf,
  WEEKDAYS,
  type Hours,
  type HoursCode,
  type HoursException,
  type HoursProblem,
  type Span,
} from './hours.ts'

const ZH_DAYS = ['一', '二', '三', '四', '五', '六', '日'] as const
const EN_DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const

const clock = (time: string): string => time.replace(/^0(?=\d:)/, '')

function spanWords({ from, to }: Span, zh: boolean): string {
  const end = minutesOf(to)
  if (minutesOf(from) === 0 && end === DAY_MINUTES) return zh ? '全天' : 'all day'
  const last = end > DAY_MINUTES ? `${zh ? '次日' : 'next day '}${clock(timeOf(end - DAY_MINUTES))}` : clock(to)
  return `${clock(from)}-${last}`
}

/** `周一至周五`, `周一、周三`, `每天`. */
function dayWords(days: readonly number[], zh: boolean): string {
  if (days.length === 7) return zh ? '每天' : 'Daily'
  const runs: number[][] = []
  for (const day of days) {
    const run = runs.at(-1)
    if (run && run.at(-1) === day - 1) run.push(day)
    else runs.push([day])
  }
  const name = (day: number): string => (zh ? `周${ZH_DAYS[day - 1]}` : EN_DAYS[day - 1]!)
  const runWords = (run: readonly number[]): string =>
    run.length > 2 ? `${name(run[0]!)}${zh ? '至' : '-'}${name(run.at(-1)!)}` : run.map(name).join(zh ? '、' : ', ')
  return runs.map(runWords).join(zh ? '、' : ', ')
}

/** '' for no hours. */
export function hoursWords(hours: Hours | null, language: 'zh-CN' | 'en'): string {
  if (!hours) return ''
  const zh = language === 'zh-CN'
  const { weekly, exceptions, holidays } = sortedHours(hours)
  const groups = new Map<string, number[]>()
  for (const day of WEEKDAYS) {
    const spans = weekly.filter((span) => span.day === day)
    if (spans.length === 0) continue
    const words = spans.map((span) => spanWords(span, zh)).join(zh ? '、' : ', ')
    groups.set(words, [...(groups.get(words) ?? []), day])
  }
  const said = [...groups].map(([words, days]) => `${dayWords(days, zh)} ${words}`)
  if (holidays === 'closed') said.push(zh ? '法定节假日休息' : 'closed on public holidays')
  if (holidays === 'as-usual') said.push(zh ? '法定节假日照常' : 'open on public holidays')
  for (const one of exceptions) said.push(exceptionWords(one, zh))
  return said.join(zh ? '；' : '; ')
}

function exceptionWords({ from, to, spans, words }: HoursException, zh: boolean): string {
  const dates = from === to ? from : `${from}${zh ? '至' : ' to '}${to}`
  const times = spans.map((span) => spanWords(span, zh)).join(zh ? '、' : ', ') || (zh ? '休息' : 'closed')
  return `${dates} ${times}${words === '' ? '' : zh ? `（${words}）` : ` (${words})`}`
}

/** Empty words are no hours at all, which is no mistake. */
export function parseHours(text: string): Result<Hours | null, HoursProblem> {
  const weekly: Hours['weekly'][number][] = []
  const exceptions: HoursException[] = []
  let { holidays } = NO_HOURS
  for (const clause of clauses(text)) {
    const rule = HOLIDAY_RULE.exec(clause.replaceAll(' ', ''))
    if (rule) {
      holidays = CLOSED.test(clause) ? 'closed' : 'as-usual'
      continue
    }
    const dated = DATES.exec(clause)
    if (dated) {
      const [whole, from, to = from] = dated
      const { rest, note } = withoutNote(clause.slice(whole.length))
      const spans = CLOSED.test(rest) ? [] : timesOf(plainTimes(rest))
      if (typeof spans === 'string') return err({ code: spans, words: clause.slice(0, 60) })
      exceptions.push({ from: from!, to: to!, spans, words: note })
      continue
    }
    const days = daysOf(plainTimes(clause))
    if (!days) return notUnderstood(clause)
    const spans = timesOf(days.rest)
    if (typeof spans === 'string') return err({ code: spans, words: clause.slice(0, 60) })
    for (const day of days.days) for (const span of spans) weekly.push({ day, ...span })
  }
  if (weekly.length === 0 && exceptions.length === 0) return holidays === '' ? ok(null) : notUnderstood(cleanText(text))
  const hours = sortedHours({ weekly, exceptions, holidays })
  const problem = hoursProblem(hours)
  return problem ? err(problem) : ok(hours)
}

const notUnderstood = (words: string): Result<never, HoursProblem> =>
  err({ code: 'hours-not-understood', words: words.slice(0, 60) })

/** Brackets keep their semicolons: a note may say anything. */
function clauses(text: string): string[] {
  const found = cleanText(text).match(/(?:[（(][^）)]*[）)]|[^；;\n])+/g) ?? []
  return found.map((one) => one.trim()).filter((one) => one !== '')
}

/** 9：00—17：00 is 9:00-17:00; what stands in brackets is left as it is. */
const plainTimes = (words: string): string => words.replaceAll('：', ':').replace(/[–—－―]|-{2,}/g, '-')

const HOLIDAY_RULE =
  /^(?:法定)?节假日(?:休息|不休息|不开门|关门|照常|正常|除外|开门)|^(?:closed|open)onpublicholidays$/i
const CLOSED = /(?<!不)(?:休息|不开门|关门|除外|停业|暂停)|closed/i
const DATES = /^(\d{4}-\d\d-\d\d)(?:\s*(?:至|到|~|to)\s*(\d{4}-\d\d-\d\d))?\s*/i

function withoutNote(words: string): { rest: string; note: string } {
  const match = /[（(]([^）)]*)[）)]\s*$/.exec(words)
  return match ? { rest: words.slice(0, match.index), note: match[1]!.trim() } : { rest: words, note: '' }
}

const ALL = [...WEEKDAYS] as readonly number[]
/** Longest first. */
const NAMED_DAYS: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^(?:每天|每日|天天|daily|every day)/i, ALL],
  [/^(?:工作日|平日|weekdays|working days)/i, [1, 2, 3, 4, 5]],
  [/^(?:周末|双休日|weekends)/i, [6, 7]],
]
const ONE_DAY = /^(?:(?:周|星期|礼拜)?([一二三四五六日天])|(mon|tue|wed|thu|fri|sat|sun)[a-z]*)/i
const FIRST_DAY = /^(?:(?:周|星期|礼拜)[一二三四五六日天]|(?:mon|tue|wed|thu|fri|sat|sun))/i

const dayNumber = (zh: string | undefined, en: string | undefined): number =>
  zh === undefined
    ? EN_DAYS.findIndex((name) => name.toLowerCase() === en!.toLowerCase()) + 1
    : ZH_DAYS.findIndex((name) => name === (zh === '天' ? '日' : zh)) + 1

/** The days a clause begins with, and what follows. Without any: every day. */
function daysOf(clause: string): { days: readonly number[]; rest: string } | null {
  const named = NAMED_DAYS.find(([words]) => words.test(clause))
  if (named) return { days: named[1], rest: clause.replace(named[0], '') }
  if (!FIRST_DAY.test(clause)) return { days: ALL, rest: clause }
  const days = new Set<number>()
  let rest = clause
  let until = false
  let last = 0
  for (;;) {
    const match = ONE_DAY.exec(rest)
    if (!match) break
    const day = dayNumber(match[1], match[2])
    // 周六至周一 goes round the end of the week.
    if (until) for (let one = last; one !== day; one = (one % 7) + 1) days.add(one)
    days.add(day)
    last = day
    rest = rest.slice(match[0].length)
    const between = /^\s*(?:(至|到|-|~|to\b)|[、，,和 ])\s*/i.exec(rest)
    if (!between || !ONE_DAY.test(rest.slice(between[0].length))) {
      if (between?.[1]) return null
      break
    }
    until = between[1] !== undefined
    rest = rest.slice(between[0].length)
  }
  return { days: [...days], rest }
}

const ALL_DAY = /^(?:全天|24\s*小时|全日|all day|24 ?h(?:ours)?)(?:值班|值守|服务|开放)?$/i
const SPAN = /^(\d{1,2})(?::(\d\d))?\s*(?:-|~|至|到)\s*(次日|第二天|next day)?\s*(\d{1,2})(?::(\d\d))?$/i

/** A clock of 9 may stand without minutes. */
function timesOf(words: string): Span[] | HoursCode {
  const pieces = words
    .trim()
    .split(/\s*[、，,]\s*|\s+(?=\d{1,2}:\d\d\s*(?:-|~|至|到))/)
    .filter((piece) => piece !== '')
  const spans: Span[] = []
  for (const piece of pieces) {
    if (ALL_DAY.test(piece)) {
      spans.push({ from: '00:00', to: '24:00' })
      continue
    }
    const match = SPAN.exec(piece)
    if (!match) return 'hours-not-understood'
    const [, h1, m1 = '00', next, h2, m2 = '00'] = match
    const from = Number(h1) * 60 + Number(m1)
    const to = Number(h2) * 60 + Number(m2)
    if (Number(m1) > 59 || Number(m2) > 59 || from >= DAY_MINUTES || to > DAY_MINUTES) return 'time-impossible'
    spans.push({ from: timeOf(from), to: timeOf(to + (next ? DAY_MINUTES : 0)) })
  }
  return spans.length > 0 ? spans : 'hours-not-understood'
}
