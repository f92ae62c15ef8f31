/**
 * What one PC had of another when it wrote, from the records of the bundles that came in there. These records stay in a house, so
 * of another house's PC nothing is known.
 */
import type { LogId } from '#core/kernel/event.ts'
import { pcOfLog } from '#core/kernel/event.ts'
import type { Moment } from '#core/lib/time.ts'
import type { Writer } from './difference.ts'

/** A bundle that came in: at which PC, with its own number in the order everybody agrees on. */
export type Arrival = {
  readonly pc: string
  readonly lamport: number
  readonly at: Moment
  readonly logs: Readonly<Record<LogId, readonly [from: number, to: number]>>
}

/** `at`: when the last file with anything of that PC had come in; null: none ever had. 'unknown' of a PC that is not ours. */
export type HadSeen = { readonly at: Moment | null } | 'unknown'

export type Arrivals = ReadonlyMap<string, readonly Arrival[]>

export function arrivalsByPc(all: Iterable<Arrival>): Arrivals {
  const out = new Map<string, Arrival[]>()
  for (const one of all) {
    const list = out.get(one.pc)
    if (list) list.push(one)
    else out.set(one.pc, [one])
  }
  for (const list of out.values()) list.sort((a, b) => a.lamport - b.lamport)
  return out
}

/** `isOurs`: whether the records of the writer's PC come here at all. */
export function hadSeen(arrivals: Arrivals, writer: Writer, other: string, isOurs: (pc: string) => boolean): HadSeen {
  if (!isOurs(writer.pc)) return 'unknown'
  const before = (arrivals.get(writer.pc) ?? []).filter(({ lamport }) => lamport < writer.lamport)
  return { at: before.findLast(({ logs }) => Object.keys(logs).some((log) => pcOfLog(log) === other))?.at ?? null }
}

/** Whether `writer` had that very write; 'unknown' of a PC that is not ours. */
export function hadThis(
  arrivals: Arrivals,
  writer: Writer,
  { log, n }: Pick<Writer, 'log' | 'n'>,
  isOurs: (pc: string) => boolean,
): boolean | 'unknown' {
  if (!isOurs(writer.pc)) return 'unknown'
  return (arrivals.get(writer.pc) ?? []).some(
    (one) => one.lamport < writer.lamport && (one.logs[log]?.[1] ?? 0) >= n && (one.logs[log]?.[0] ?? 1) <= n,
  )
}
