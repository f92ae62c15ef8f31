/** One number of a log given twice: the PC's folder was copied, or an older image of it was put back, and both went on. */
import type { LogId } from '#core/kernel/event.ts'
import { pcOfLog } from '#core/kernel/event.ts'
import type { LogIndex } from '#core/kernel/log-index.ts'
import { keyOf, type LogDifference } from './difference.ts'

/** `isOver`: the PC has been given new keys or was let go. */
export function logDifferences(logs: ReadonlyMap<LogId, LogIndex>, isOver: (pc: string) => boolean): LogDifference[] {
  const byPc = new Map<string, { log: LogId; n: number }[]>()
  for (const [log, { branches }] of logs) {
    const first = branches && Math.min(...branches.forks.keys())
    const pc = pcOfLog(log)
    if (first === undefined || !Number.isFinite(first) || isOver(pc)) continue
    const list = byPc.get(pc)
    if (list) list.push({ log, n: first })
    else byPc.set(pc, [{ log, n: first }])
  }
  return [...byPc].map(([pc, forks]) => ({
    kind: 'clone',
    // Further branches of the same PC are the same story.
    key: keyOf('clone', pc),
    pc,
    forks: forks.toSorted((a, b) => (a.log < b.log ? -1 : 1)),
  }))
}
