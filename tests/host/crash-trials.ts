/**
 * A scenario is run again and again; the power goes at its first operation, its second, … and after its last. Each time several
 * states of the disk are tried, and `check` names every promise that one of them broke.
 */
import type { HostCode } from '#core/host/host.ts'
import type { Result } from '#core/lib/result.ts'
import { openStationFolder, type StationFolder } from '#host/station-folder.ts'
import { type FaultFileSystem, faultFileSystem, type Faults, PowerCut } from './fault-file-system.ts'
import { NO_BEATS, simulatedMachine } from './simulated-machine.ts'

export const FOLDER = '/data/station'

export type Scenario<Seen> = {
  /** On a new disk, before faults; everything it did is on the disk for good. */
  readonly prepare?: (fs: FaultFileSystem) => Promise<void>
  readonly seen: () => Seen
  /** Notes in `seen` what was acknowledged, the moment it was, and what is under way. */
  readonly run: (fs: FaultFileSystem, seen: Seen) => Promise<void>
  /** On the disk after the cut, under a new boot. Answers broken promises. */
  readonly check: (fs: FaultFileSystem, seen: Seen) => Promise<readonly string[]>
}

export type Outcome = { readonly cuts: number; readonly states: number; readonly violations: readonly string[] }

export type Trial<Seen> = {
  readonly faults?: Faults
  /** The program is killed at the cut; the power goes only after the next one has opened the folder and looked. */
  readonly look?: (fs: FaultFileSystem, seen: Seen) => Promise<void>
  /** One violation is enough. */
  readonly untilFirst?: boolean
}

/** `seeds` states for each cut. */
export async function cutEverywhere<Seen>(
  scenario: Scenario<Seen>,
  seeds: number,
  trial: Trial<Seen> = {},
): Promise<Outcome> {
  const { faults = {}, look, untilFirst = false } = trial
  const violations: string[] = []
  let states = 0
  for (let cutAt = 1; ; cutAt++) {
    let fs = faultFileSystem()
    await scenario.prepare?.(fs)
    // The prepared disk, everything kept, under a fresh count of operations.
    fs = fs.crash(1)
    const seen = scenario.seen()
    fs.plan({ ...faults, cutAt })
    const cut = await untilPowerCut(() => scenario.run(fs, seen))
    if (look) {
      fs = fs.kill()
      fs.plan(faults.ignoreSync === undefined ? {} : { ignoreSync: faults.ignoreSync })
      await look(fs, seen)
    }
    for (let seed = 0; seed < seeds; seed++) {
      states += 1
      for (const broken of await scenario.check(fs.crash(seed), seen))
        violations.push(`cut ${cutAt}, seed ${seed}: ${broken}`)
    }
    if (!cut || (untilFirst && violations.length > 0)) return { cuts: cutAt, states, violations }
  }
}

/** False when the work came to its end. */
async function untilPowerCut(work: () => Promise<void>): Promise<boolean> {
  try {
    await work()
    return false
  } catch (error) {
    if (error instanceof PowerCut) return true
    throw error
  }
}

let boots = 0
let pids = 100

/** The same computer started again (`boot`), or another program on it (the default). */
export function openOn(
  fs: FaultFileSystem,
  of: { boot?: boolean; folder?: string } = {},
): Promise<Result<StationFolder, HostCode>> {
  const machine = simulatedMachine(of.boot ? ++boots : 0, ++pids)
  const folder = of.folder ?? FOLDER
  return openStationFolder({
    fs,
    folder,
    edition: 'command-line',
    demo: false,
    exportFolder: '/data/out',
    now: () => 1e12,
    machine,
    lockTimes: NO_BEATS,
  })
}

/** The value of something that must succeed. */
export function must<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`refused: ${String(result.error)}`)
  return result.value
}

/** Bytes that tell which write they belong to. */
export function bytesOf(n: number, length: number): Uint8Array {
  const out = new Uint8Array(length)
  for (let i = 0; i < length; i++) out[i] = 1 + ((n * 31 + i * 7) % 250)
  return out
}

export const idOf = (n: number): string => n.toString(16).padStart(32, '0')
/** The last byte of `n` tells the folder. */
export const blobIdOf = (n: number): string => idOf(n & 255).slice(-2) + idOf(n).slice(2)

export const same = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i])
