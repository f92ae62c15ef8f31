/** The longest task of a window's main thread, out of Chromium's own trace. */
import { assert } from '#core/lib/assert.ts'

/** `tdur`: microseconds of processor time. */
type TraceEvent = { ph: string; name: string; pid: number; tid: number; tdur?: number; args: { name?: string } }
type Trace = { readonly traceEvents: readonly TraceEvent[] }

/** ms of processor time: other programs of a busy PC are not in it. `trace`: of the category `toplevel`. */
export function longestTask(trace: Buffer): number {
  const { traceEvents } = JSON.parse(trace.toString('utf8')) as Trace
  const windows = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  )
  const times = traceEvents
    .filter(({ ph, name, pid, tid }) => ph === 'X' && name.endsWith('RunTask') && windows.has(`${pid} ${tid}`))
    .map(({ tdur = 0 }) => tdur / 1000)
  assert(times.length > 50, 'no tasks in the trace')
  return times.reduce((longest, time) => Math.max(longest, time), 0)
}
