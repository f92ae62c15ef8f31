/** The bench page: the product's channel (window → WebSocket → host) and one worker at a time, driven by bench.ts. */
import { assert } from '#core/lib/assert.ts'
import type { DeskEvent, ImportRow } from '#app/desk/shapes.ts'
import { client, serve } from '#app/desk/rpc.ts'
import { connectHost } from '#app/host/connect.ts'
import { listening } from '#app/services/listening.ts'
import { typedQueries } from './queries.ts'
import { importedRows } from './imported-rows.ts'
import type { BenchApi } from './worker.ts'

let worker: Worker | null = null
let api: BenchApi | null = null
let longTasks: number[] = []
let rows: ImportRow[] = []
new PerformanceObserver((list) => longTasks.push(...list.getEntries().map((entry) => entry.duration))).observe({
  type: 'longtask',
})

const bench = {
  connect: async (): Promise<void> => {
    const connection = await connectHost(true)
    assert(connection.ok, 'no host')
    bench.call = (method, params) => connection.value.call(method, params)
  },
  call: (async () => {
    throw new Error('not connected')
  }) as Parameters<typeof serve>[1][string],

  /** A fresh worker, as a reload of the page makes one. */
  start: async (): Promise<void> => {
    worker?.terminate()
    worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'desk' })
    await listening(worker)
    const { port1, port2 } = new MessageChannel()
    serve(port1, { call: bench.call })
    worker.postMessage(port2, [port2])
    api = client<BenchApi, DeskEvent>(worker, () => undefined)
  },
  stop: (): void => {
    worker?.terminate()
    worker = null
  },
  ask: (name: keyof BenchApi, args: readonly unknown[]): Promise<unknown> =>
    (api as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>)[name]!(...args),

  /** Milliseconds of each main-thread task over 50 ms since the last call. */
  longTasks: async (): Promise<number[]> => {
    await new Promise((done) => setTimeout(done, 100))
    const seen = longTasks
    longTasks = []
    return seen
  },
  /** Types queries as the search box does: each keystroke asks for a page. */
  typeSearches: async (texts: readonly string[]): Promise<number> => {
    const queries = typedQueries(texts)
    for (const search of queries) await api!.page({ search, sort: 'due', descending: false, offset: 0, limit: 50 })
    return queries.length
  },
  makeRows: (count: number): void => {
    rows = importedRows(count)
  },
  importRows: async (): Promise<unknown> => {
    const started = performance.now()
    const result = await api!.importRows(rows)
    return { ms: performance.now() - started, imported: result.ok ? result.value.imported : result.error }
  },
  usage: async (): Promise<number> => (await navigator.storage.estimate()).usage ?? 0,
}
export type BenchPage = typeof bench
Object.assign(globalThis, { bench })
