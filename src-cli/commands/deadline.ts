/** A deadline worked out: from a day or a moment, by hours, natural days or working days. */
import { BUILT_IN_RULES, type LimitRules } from '#core/case-file/time-limit.ts'
import { deadline, type Limit } from '#core/lib/deadline.ts'
import { ok, type Result } from '#core/lib/result.ts'
import { atTime, isDay, type Moment } from '#core/lib/time.ts'
import { limitRules } from '#core/limits/limit-rules.ts'
import { MOST_DAYS, MOST_HOURS } from '#core/limits/fields.ts'
import { readingOf } from '#core/book/reading.ts'
import { misused, type Command, type Done, type Failed, type Given } from '../command.ts'
import { withStation } from '../open-station.ts'

const USAGE = 'deadline [DIR] --from DAY (--hours N | --days N | --working-days N) [--password-file F] [--json]'

const UNITS = { hours: 'hours', days: 'natural-days', 'working-days': 'working-days' } as const
const MOMENT = /^(\d{4}-\d\d-\d\d)[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?(?:\+08:00)?$/

export const deadlineOf: Command = {
  usage: USAGE,
  about: {
    'zh-CN':
      '算一个时限：起算日不算。DAY 如 2026-02-13（按小时的可写 2026-02-13T09:30）。给了 DIR 就用那个站的放假安排和下班时间。',
    en: 'Works out a deadline; the start day does not count. DAY is 2026-02-13, or 2026-02-13T09:30 for hours. With DIR, by that station’s calendar and close of business.',
  },
  places: [],
  more: ['DIR'],
  options: { from: 'value', hours: 'value', days: 'value', 'working-days': 'value', 'password-file': 'value' },
  async run(given) {
    const from = startOf(given)
    if (!from.ok) return from
    const limit = limitOf(given)
    if (!limit.ok) return limit
    if (given.places.length === 0) return ok(answer(from.value, limit.value, BUILT_IN_RULES, given))
    return withStation(given, USAGE, async ({ book, card }) =>
      ok(answer(from.value, limit.value, limitRules(readingOf(book, card.short)), given)),
    )
  },
}

function startOf(given: Given): Result<Moment, Failed> {
  const word = given.option('from')
  if (word === undefined) return misused({ code: 'missing-option', words: { word: 'from', usage: USAGE } })
  const [, day = '', hour, minute, second = '00'] = MOMENT.exec(word) ?? []
  if (isDay(day)) return ok(atTime(day, `${hour}:${minute}:${second}`))
  if (isDay(word)) return ok(atTime(word, '00:00:00'))
  return misused({ code: 'wrong-value', words: { word: 'from', value: word, allowed: '2026-02-13, 2026-02-13T09:30' } })
}

function limitOf(given: Given): Result<Limit, Failed> {
  const named = (Object.keys(UNITS) as (keyof typeof UNITS)[]).filter((name) => given.option(name) !== undefined)
  const [name] = named
  if (!name || named.length > 1)
    return misused({ code: 'missing-option', words: { word: 'hours | --days | --working-days', usage: USAGE } })
  const value = given.option(name)!
  const most = name === 'hours' ? MOST_HOURS : MOST_DAYS
  if (!/^\d{1,4}$/.test(value) || Number(value) > most)
    return misused({ code: 'wrong-value', words: { word: name, value, allowed: `0 … ${most}` } })
  return ok({ unit: UNITS[name], count: Number(value) })
}

function answer(from: Moment, limit: Limit, rules: LimitRules, { language }: Given): Done {
  const { at, unsure } = deadline(from, limit, rules)
  const warning =
    language === 'en'
      ? 'check it: the holidays of a year in between are not known here (linwu calendar add)'
      : '请核对：中间有一年的放假安排这里没有（linwu calendar add 可以导入）'
  const shown = at.slice(0, 19).replace('T', ' ')
  return {
    json: { from, ...limit, date: at.slice(0, 10), at, unsure },
    lines: unsure ? [shown, warning] : [shown],
  }
}
