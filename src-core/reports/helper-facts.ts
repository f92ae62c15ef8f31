/**
 * Who helped in a period, and how long: what feedback letters and hour certificates are made of. The helper's own name is in
 * it, because the paper is about them; nobody else's is (`what` comes masked, see outgoing-words.ts).
 */
import { isIn, type Period } from '../figures/period.ts'
import { atTime, type Day } from '../lib/time.ts'
import type { MemberKind } from '../provider/member.ts'
import { minutesServed, type ServiceTimeFields } from '../provider/service-time.ts'

/** 岗位 · 微心愿 · 活动 · 其他: what an hour was for. */
export const SERVED_FOR = ['post', 'wish', 'activity', 'other'] as const
export type ServedFor = (typeof SERVED_FOR)[number]

export type Served = ServiceTimeFields & { readonly for: ServedFor }

export type HelperFacts = {
  readonly id: string
  readonly name: string
  readonly kind: MemberKind
  /** 暖邻志愿服务队 · 探访一组; '' for nobody's. */
  readonly team: string
  /** 原单位党组织, or employer; '' unknown. */
  readonly employer: string
  readonly registeredAt: Day | ''
  readonly leftAt: Day | ''
  /** Withdrawn ones are left out. */
  readonly served: readonly Served[]
}

/** Of the period: what was served in it, of those who were there in it. By employer, then name, then id. */
export function helpersIn(helpers: readonly HelperFacts[], period: Period): readonly HelperFacts[] {
  return helpers
    .filter(
      ({ registeredAt, leftAt }) =>
        (registeredAt === '' || atTime(registeredAt, '00:00:00') < period.until) &&
        (leftAt === '' || atTime(leftAt, '23:59:59') >= period.from),
    ) // prettier-ignore
    .map((helper) => ({
      ...helper,
      served: helper.served.filter(({ day }) => isIn(atTime(day, '12:00:00'), period)),
    }))
    .toSorted((a, b) => compare(a.employer, b.employer) || compare(a.name, b.name) || compare(a.id, b.id))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export const minutesOf = ({ served }: HelperFacts): number => served.reduce((sum, one) => sum + minutesServed(one), 0)

/** Hours with two decimals at most, rounded down: nobody is credited with more than was served. */
export const hoursText = (minutes: number): string => String(Math.floor((minutes / 60) * 100) / 100)
