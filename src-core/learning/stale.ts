import { addDays, dayNumber, type Day } from '../lib/time.ts'
import type { PolicyCard } from './fields.ts'

/** `past`: no longer in force. `old`: neither written nor looked at for a long time. */
export type Staleness = 'past' | 'old' | null

/** Mean length; to the day nobody minds. */
const DAYS_A_MONTH = 30.44

export function stalenessOf(
  { until, date, checked }: Pick<PolicyCard, 'until' | 'date' | 'checked'>,
  today: Day,
  months: number,
): Staleness {
  if (until && until < today) return 'past'
  const seen = checked > date ? checked : date
  if (!seen) return null
  return dayNumber(seen) < dayNumber(addDays(today, -Math.round(months * DAYS_A_MONTH))) ? 'old' : null
}
