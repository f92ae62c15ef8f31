/**
 * The desk's worker, alone in its file: the window starts it before it has read its own code.
 *
 * `listens`: nothing is sent before. One of its modules waits for WebAssembly (core/lib/sha256.ts), and what reaches a worker
 * between its start and its `onmessage` is lost: on a busy PC (two cores, load 5 to 10) 7 of 13 starts waited for ever for an
 * answer to what was never heard. The other workers wait for nothing.
 */
export type DeskWorker = { readonly worker: Worker; readonly listens: Promise<unknown> }

export function startDeskWorker(): DeskWorker {
  const worker = new Worker(new URL('../desk/worker.ts', import.meta.url), { type: 'module', name: 'desk' })
  return { worker, listens: new Promise((done) => worker.addEventListener('message', done, { once: true })) }
}
