import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { BugError } from '#core/lib/assert.ts'
import { err, type Result } from '#core/lib/result.ts'
import { SHEET_LIMITS, SHEET_TIMEOUT_MS, type Sheet, type SheetCode } from '#core/sheet/sheet.ts'

/** `most`: so many sheets of a workbook; absent: its first one. */
export type SheetJob = { readonly bytes: Uint8Array; readonly name: string; readonly most?: number }

export type WorkerOptions = {
  readonly timeoutMs?: number
  /** JavaScript heap of the worker. File and unpacked parts stand outside it, at most SHEET_LIMITS.bytes each. */
  readonly memoryMb?: number
  /** Only for tests, which have no built program. */
  readonly workerUrl?: URL
}

/** Built beside the program that imports this, see electron.vite.config.ts. */
const WORKER = pathToFileURL(join(import.meta.dirname, 'sheet-worker.js'))
const MEMORY_MB = 512

/**
 * readSheet in a thread of its own, ended when it takes too long ('too-slow') or needs too much memory ('too-big').
 * Rejects only for a bug of ours or a worker file that is not there.
 */
export function readSheetInWorker(
  bytes: Uint8Array,
  name: string,
  options: WorkerOptions = {},
): Promise<Result<Sheet, SheetCode>> {
  return inWorker<Sheet>({ bytes, name }, options)
}

/** readSheets in the same way: every visible sheet of a workbook, `most` at most. */
export const readSheetsInWorker = (
  bytes: Uint8Array,
  name: string,
  most: number,
  options: WorkerOptions = {},
): Promise<Result<readonly Sheet[], SheetCode>> => inWorker<readonly Sheet[]>({ bytes, name, most }, options)

function inWorker<T>(
  job: SheetJob,
  { timeoutMs = SHEET_TIMEOUT_MS, memoryMb = MEMORY_MB, workerUrl = WORKER }: WorkerOptions,
): Promise<Result<T, SheetCode>> {
  // Before the file is copied into the worker.
  if (job.bytes.length > SHEET_LIMITS.bytes) return Promise.resolve(err('too-big'))
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerUrl, {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    })
    const timer = setTimeout(() => end(err('too-slow')), timeoutMs)
    const end = (result: Result<T, SheetCode>): void => {
      clearTimeout(timer)
      resolve(result)
      void worker.terminate()
    }
    worker.once('message', end)
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return end(err('too-big'))
      clearTimeout(timer)
      reject(error.code === undefined ? new BugError(`sheet worker: ${error.message}`) : error)
    })
  })
}
