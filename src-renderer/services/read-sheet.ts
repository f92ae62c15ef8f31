import { BugError } from '#core/lib/assert.ts'
import { err, type Result } from '#core/lib/result.ts'
import { SHEET_LIMITS, SHEET_TIMEOUT_MS, type Sheet, type SheetCode } from '#core/sheet/sheet.ts'

/**
 * readSheet in a worker of its own, ended when it takes too long ('too-slow'). A browser cannot limit the memory of a
 * worker: there it is readSheet's own limits that hold, and that is why they do. Rejects only for a bug of ours.
 */
export function readSheetInWorker(
  bytes: Uint8Array,
  name: string,
  { timeoutMs = SHEET_TIMEOUT_MS }: { readonly timeoutMs?: number } = {},
): Promise<Result<Sheet, SheetCode>> {
  if (bytes.length > SHEET_LIMITS.bytes) return Promise.resolve(err('too-big'))
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./sheet-worker.ts', import.meta.url), { type: 'module' })
    const timer = setTimeout(() => end(err('too-slow')), timeoutMs)
    const stop = (): void => {
      clearTimeout(timer)
      worker.terminate()
    }
    const end = (result: Result<Sheet, SheetCode>): void => {
      stop()
      resolve(result)
    }
    worker.onmessage = ({ data }: MessageEvent<Result<Sheet, SheetCode>>) => end(data)
    worker.onerror = ({ message }) => {
      stop()
      reject(new BugError(`sheet worker: ${message}`))
    }
    // A copy: the caller keeps its bytes.
    worker.postMessage({ bytes, name }, [])
  })
}
