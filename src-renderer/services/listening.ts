/**
 * The worker's word that it listens (desk/rpc.ts, sayListens); nothing is sent before. One of its modules waits for
 * WebAssembly (core/lib/sha256.ts), and what reaches a worker between its start and its `onmessage` is lost: on a busy PC (two
 * cores, load 5 to 10) 7 of 13 starts waited for ever for an answer to what was never heard.
 */
export const listening = (worker: Worker): Promise<unknown> =>
  new Promise((done) => worker.addEventListener('message', done, { once: true }))
