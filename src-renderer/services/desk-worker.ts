/** The desk's worker, alone in its file: the window starts it before it has read its own code. */
export const startDeskWorker = (): Worker =>
  new Worker(new URL('../desk/worker.ts', import.meta.url), { type: 'module', name: 'desk' })
