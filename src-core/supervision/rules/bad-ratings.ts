import { dayOf } from '#core/lib/time.ts'
import type { BadRating, DoerRule } from '../rule.ts'

/** 一月多次差评: of one provider, or of one colleague's work, within a calendar month; how many is a setting (three). */
export const badRatings: DoerRule = {
  code: 'bad-ratings',
  look({ bad }, { badRatings: most }) {
    const months = new Map<string, BadRating[]>()
    for (const one of bad) {
      const month = dayOf(one.at).slice(0, 7)
      months.set(month, [...(months.get(month) ?? []), one])
    }
    return [...months].flatMap(([month, list]) => {
      const nth = list[most - 1]
      if (!nth) return []
      // One more of them is a change: dismissed at three, it comes back at four.
      const key = `${month} ${list.length}`
      return [{ since: nth.at, until: list.at(-1)!.at, key, facts: { times: list.length, month }, cases: list.map((one) => one.case) }] // prettier-ignore
    })
  },
}
