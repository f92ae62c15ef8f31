import type { Act } from '#core/case-file/case-file.ts'
import { epochOf } from '#core/lib/time.ts'
import type { CaseRule } from '../rule.ts'

/** A day: what happened in the evening is typed in the next morning, and nobody minds. */
export const LATE_HOURS = 24
const HOUR_MS = 3_600_000

const hoursLate = ({ at, enteredAt }: Act): number => (epochOf(enteredAt) - epochOf(at)) / HOUR_MS

/** 事后补录 (DOMAIN §8): an act whose own time lies more than a day before it was entered. */
export const backDated: CaseRule = {
  code: 'back-dated',
  look({ acts, fields }) {
    if (fields.import) return null
    const late = acts.filter((act) => hoursLate(act) > LATE_HOURS)
    const last = late.at(-1)
    if (!last) return null
    const most = Math.floor(Math.max(...late.map(hoursLate)) / 24)
    return { since: last.enteredAt, until: last.enteredAt, key: last.id, facts: { times: late.length, most, at: last.at, enteredAt: last.enteredAt } } // prettier-ignore
  },
}
