/**
 * Logs of this PC of which somebody has events that are not here: a copy of its folder is in use, or a backup was put back. Its
 * keys have to be renewed; a station that is alone learns it from its upper office's `have`, which is all that comes back to it.
 */
import { pcOfLog, type LogId } from '#core/kernel/event.ts'
import type { LogIndex } from '#core/kernel/log-index.ts'
import { readHave, type BundleRecord } from '../export/bundle-records.ts'
import type { Holding } from '../export/holding.ts'

/** `pc`: this one; `records`: bundleRecords. */
export function seenElsewhere(
  { replica }: Pick<Holding, 'replica'>,
  records: readonly BundleRecord[],
  pc: string,
): LogId[] {
  const out = new Set<LogId>()
  for (const { direction, have } of records) {
    if (direction !== 'in') continue
    for (const [log, head] of Object.entries(readHave(have))) {
      if (pcOfLog(log) !== pc || out.has(log)) continue
      const index = replica.logs.get(log)
      if (![head, ...(head.forks ?? [])].every(({ n, id }) => isHere(index, n, id))) out.add(log)
    }
  }
  return [...out].toSorted()
}

const isHere = (index: LogIndex | undefined, n: number, id: string): boolean =>
  n === 0 || (index !== undefined && (index.ids[n] === id || (index.branches?.forks.get(n)?.includes(id) ?? false)))
