/** The time of the screen, from the one clock of app/services.ts. */
import { useEffect, useState } from 'react'
import { momentOf, type Moment } from '#core/lib/time.ts'
import { useServices } from '../services/services.ts'

const HALF_MINUTE = 30_000

/** China time, fresh within half a minute: enough for deadlines that are shown in minutes. */
export function useNow(): Moment {
  const { clock } = useServices()
  const [now, setNow] = useState(clock)
  useEffect(() => {
    const timer = setInterval(() => setNow(clock()), HALF_MINUTE)
    return () => clearInterval(timer)
  }, [clock])
  return momentOf(now)
}
