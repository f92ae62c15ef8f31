import { err, ok, type Result } from '#core/lib/result.ts'
import { SHEET_LIMITS, SHEET_TIMEOUT_MS, type Sheet, type SheetCode } from '#core/sheet/sheet.ts'
import { client, type Port } from '../desk/rpc.ts'
import type { OpenSheet, SheetApi } from './sheet-api.ts'

/**
 * Reads the file in a worker of its own, which is ended when reading takes too long ('too-slow'), and otherwise by `close`. A
 * browser cannot limit the memory of a worker: there it is the reader's own limits that hold, and that is why they do. The
 * file itself crosses, not its bytes: the window never holds them.
 */
export async function openSheet(file: File): Promise<Result<OpenSheet, SheetCode>> {
  if (file.size > SHEET_LIMITS.bytes) return err('too-big')
  const worker = new Worker(new URL('./sheet-worker.ts', import.meta.url), { type: 'module', name: 'sheet' })
  const api = client<SheetApi, never>(worker as unknown as Port, () => undefined)
  const slow = new Promise<Result<never, SheetCode>>((late) =>
    setTimeout(() => late(err('too-slow')), SHEET_TIMEOUT_MS),
  )
  const info = await Promise.race([api.open(file), slow])
  if (info.ok) return ok({ api, info: info.value, close: () => worker.terminate() })
  worker.terminate()
  return info
}

/** Every sheet of a workbook at once, `most` at most: a directory has some thousand rows. The worker ends with the answer. */
export async function openSheets(file: File, most: number): Promise<Result<readonly Sheet[], SheetCode>> {
  if (file.size > SHEET_LIMITS.bytes) return err('too-big')
  const worker = new Worker(new URL('./sheet-worker.ts', import.meta.url), { type: 'module', name: 'sheet' })
  const api = client<SheetApi, never>(worker as unknown as Port, () => undefined)
  const slow = new Promise<Result<never, SheetCode>>((late) =>
    setTimeout(() => late(err('too-slow')), SHEET_TIMEOUT_MS),
  )
  const sheets = await Promise.race([api.openAll(file, most), slow])
  worker.terminate()
  return sheets
}
