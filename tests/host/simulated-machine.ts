/** A computer for tests: another `boot` = the power was off, another `pid` = the program before was killed. */
import { LOCK_TIMES, type LockTimes } from '#host/lock.ts'
import type { Machine } from '#host/machine.ts'

export function simulatedMachine(boot: number, pid: number): Machine {
  return { pid, host: 'pc', boot: `boot ${boot}`, exact: true, isAlive: (other) => other === pid, beganOf: () => null }
}

/** No timer writes in between, so that a run has the same operations every time. */
export const NO_BEATS: LockTimes = { ...LOCK_TIMES, beat: 0 }
