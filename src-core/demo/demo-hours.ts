/** 服务时长 of the past half year, so that a quarter's letters and certificates have something to say. */
import type { CommandInput } from '../commands.ts'
import type { EntityId } from '../kernel/event.ts'
import { addDays, type Day } from '../lib/time.ts'

type Hours = { readonly who: string; readonly every: number; readonly from: string; readonly to: string; readonly what: string } // prettier-ignore

/** By the employer of a registered party member; every so many days. Residents are never named in what was done. */
const HOURS: readonly Hours[] = [
  { who: '某设计院党支部', every: 14, from: '08:30', to: '11:30', what: '周末清扫楼道、搬运杂物' },
  { who: '某律师事务所党支部', every: 21, from: '14:00', to: '16:00', what: '法律咨询' },
  { who: '某学院党总支', every: 9, from: '15:30', to: '17:00', what: '辅导作业' },
]

/** The newest entries stand in demo-directory.ts: these end a month ago. */
const AGO = { first: 30, last: 190 } as const

export const demoHours = (
  today: Day,
  memberFrom: (employer: string) => EntityId,
): CommandInput<'record-service-time'>[] =>
  HOURS.flatMap(({ who, every, from, to, what }) => {
    const days = Array.from({ length: Math.floor((AGO.last - AGO.first) / every) }, (_, i) => AGO.first + i * every)
    return days.map((ago) => ({ member: memberFrom(who), day: addDays(today, -ago), from, to, what, of: '' as const }))
  })
