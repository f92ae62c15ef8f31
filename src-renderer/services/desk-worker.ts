import { listening } from './listening.ts'

/** The desk's worker, alone in its file: the window starts it before it has read its own code. */
export type DeskWorker = { readonly worker: Worker; readonly listens: Promise<unknown> }

export function startDeskWorker(): DeskWorker {
  const worker = new Worker(new URL('../desk/worker.ts', import.meta.url), { type: 'module', name: 'desk' })
  return { worker, listens: listening(worker) }
}
