/** Who is running here: what a lock file says about its owner. */
import { readFileSync } from 'node:fs'
import { hostname, uptime } from 'node:os'

export type Machine = {
  readonly pid: number
  readonly host: string
  /** The same from power-on to power-off. `exact` when the system names it; else it is the start time, which moves with the clock. */
  readonly boot: string
  readonly exact: boolean
  readonly isAlive: (pid: number) => boolean
  /** When a process began, in the system's own words; null where it cannot be asked. Tells a reused pid from the old owner. */
  readonly beganOf: (pid: number) => string | null
}

export function thisMachine(now: () => number): Machine {
  const boot = read('/proc/sys/kernel/random/boot_id')
  return {
    pid: process.pid,
    host: hostname(),
    boot: boot ?? `about ${new Date(Math.round(now() / 60_000 - uptime() / 60) * 60_000).toISOString()}`,
    exact: boot !== null,
    isAlive,
    // /proc/PID/stat: the name in brackets may hold spaces; field 22 is the start time in clock ticks since boot.
    beganOf: (pid) =>
      read(`/proc/${pid}/stat`)
        ?.replace(/^.*\) /s, '')
        .split(' ')[19] ?? null,
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as { code?: string }).code !== 'ESRCH' // EPERM: alive, and somebody else's
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return null
  }
}
