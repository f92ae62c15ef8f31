/** Nobody there for 15 minutes: locked, and the page says why. */
import { useEffect } from 'react'
import { useServices } from '../services/services.ts'
import { watchIdle } from '../session/idle.ts'
import { lockStation } from '../session/lock.ts'
import { useSession } from '../session/session.ts'

const every = (work: () => void, ms: number): (() => void) => {
  const timer = setInterval(work, ms)
  return () => clearInterval(timer)
}

export function useAutoLock(): void {
  const { clock, desk } = useServices()
  useEffect(
    () =>
      watchIdle({
        clock,
        target: window,
        every,
        onIdle: () => {
          lockStation(desk)
          useSession.setState({ lockedIdle: true })
        },
      }),
    [clock, desk],
  )
}
