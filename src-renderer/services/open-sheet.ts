import { err, ok, type Result } from '#core/lib/result.ts'
import { SHEET_LIMITS, SHEET_TIMEOUT_MS, type Sheet, type SheetCode } from '#core/sheet/sheet.ts'
import { client, type Port } from '../desk/rpc.ts'
import { listening } from './listening.ts'
import type { OpenSheet, SheetApi } from './sheet-api.ts'

/**
 * Reads the file in a worker of its own, which is ended when reading takes too long ('too-slow'), and otherwise by `close`. A
 * browser cannot limit the memory of a worker: there it is the reader's own limits that hold, and that is why they do. The
 * file itself crosses, not its bytes: the window never holds them.
 */
export async function openSheet(file: File): Promise<Result<OpenSheet, SheetCode>> {
  const read = await readIn(file, async (api) => {
    const info = await api.open(file)
    return info.ok ? ok({ api, info: info.value }) : info
  })
  if (!read.value.ok) return read.value
  const { api, info } = read.value.value
  return ok({ api, info, close: read.end })
}

/** Every sheet of a workbook at once, `most` at most: a directory has some thousand rows. The worker ends with the answer. */
export async function openSheets(file: File, most: number): Promise<Result<readonly Sheet[], SheetCode>> {
  const read = await readIn(file, (api) => api.openAll(file, most))
  read.end()
  return read.value
}

type Reading<T> = { readonly value: Result<T, SheetCode>; readonly end: () => void }

/** The worker is ended here unless it answered well. */
async function readIn<T>(file: File, read: (api: SheetApi) => Promise<Result<T, SheetCode>>): Promise<Reading<T>> {
  if (file.size > SHEET_LIMITS.bytes) return { value: err('too-big'), end: () => undefined }
  const worker = new Worker(new URL('./sheet-worker.ts', import.meta.url), { type: 'module', name: 'sheet' })
  const end = (): void => worker.terminate()
  const slow = new Promise<Result<never, SheetCode>>((late) =>
    setTimeout(() => late(err('too-slow')), SHEET_TIMEOUT_MS),
  )
  const work = listening(worker).then(() => read(client<SheetApi, never>(worker as unknown as Port, () => undefined)))
  const value = await Promise.race([work, slow])
  if (!value.ok) end()
  return { value, end }
}
