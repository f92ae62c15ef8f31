/** Times as people say them. All moments are China time, `2026-11-22T09:02:11+08:00`; days are compared as text. */
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Moment } from '#core/lib/time.ts'

const DAY_MS = 86_400_000
const dayStart = (moment: Moment): number => Date.parse(`${moment.slice(0, 10)}T00:00:00Z`)

/** Whole days from `now` to `moment`: 0 today, -1 yesterday. */
export const daysBetween = (now: Moment, moment: Moment): number => (dayStart(moment) - dayStart(now)) / DAY_MS

export type MomentWords = {
  /** 今天 08:10 · 昨天 17:30 · 11-20 · 2025-11-20 */
  readonly at: (moment: Moment) => string
  /** The same, with the time of every day: 11-20 17:30 */
  readonly timed: (moment: Moment) => string
  /** The same for a limit: one that ends at 24:00 shows its day alone. */
  readonly limit: (moment: Moment) => string
  /** 11月23日 星期一 */
  readonly day: (moment: Moment) => string
  /** 3 小时, rounded down, at least 1 分钟. `ms` is positive. */
  readonly span: (ms: number) => string
}

/** `now`: the screen's time (session/now.ts). */
export const useMomentWords = (now: Moment): MomentWords => momentWords(useTranslation('app').t, now)

export function momentWords(t: TFunction<'app'>, now: Moment): MomentWords {
  const date = (moment: Moment): string =>
    moment.slice(0, 4) === now.slice(0, 4) ? moment.slice(5, 10) : moment.slice(0, 10)
  return {
    at(moment) {
      const time = moment.slice(11, 16)
      const days = daysBetween(now, moment)
      if (days === 0) return t('moment.today', { time })
      if (days === -1) return t('moment.yesterday', { time })
      return days === 1 ? t('moment.tomorrow', { time }) : date(moment)
    },
    timed(moment) {
      return Math.abs(daysBetween(now, moment)) <= 1 ? this.at(moment) : `${date(moment)} ${moment.slice(11, 16)}`
    },
    limit(moment) {
      if (moment.slice(11, 16) !== '23:59') return this.at(moment)
      const days = daysBetween(now, moment)
      if (days === 0) return t('moment.endOfToday')
      if (days === -1) return t('moment.endOfYesterday')
      return days === 1 ? t('moment.endOfTomorrow') : date(moment)
    },
    day(moment) {
      const weekday = new Date(dayStart(moment)).getUTCDay() as 0 | 1 | 2 | 3 | 4 | 5 | 6
      return t('moment.day', {
        month: Number(moment.slice(5, 7)),
        day: Number(moment.slice(8, 10)),
        weekday: t(`moment.weekdays.d${weekday}`),
      })
    },
    span(ms) {
      const minutes = Math.max(1, Math.floor(ms / 60_000))
      if (minutes < 60) return t('deadline.minutes', { n: minutes })
      return minutes < 48 * 60
        ? t('deadline.hours', { n: Math.floor(minutes / 60) })
        : t('deadline.days', { n: Math.floor(minutes / 1440) })
    },
  }
}
