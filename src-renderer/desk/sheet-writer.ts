/**
 * Turns rows into a file in a worker of its own: 100,000 cases with all their columns take 7 s of processor time as .xlsx,
 * and a save must not wait behind that. The desk hands over some rows at a time and keeps none of them.
 */
import { writeCsv, writeXlsx, type SheetToWrite } from '#core/sheet/write-sheet.ts'

export type SheetFormat = 'xlsx' | 'csv'
export type SheetWriter = {
  readonly add: (rows: SheetToWrite['rows']) => void
  /** The file; the writer is gone then. */
  readonly finish: (format: SheetFormat) => Promise<Uint8Array>
  readonly drop: () => void
}

export type ToWriter =
  | { readonly begin: Omit<SheetToWrite, 'rows'> }
  | { readonly rows: SheetToWrite['rows'] }
  | { readonly finish: SheetFormat }

export function sheetWriter(head: Omit<SheetToWrite, 'rows'>): SheetWriter {
  // Node has none, and its tests know no window that would wait.
  if (typeof Worker === 'undefined') return writerHere(head)
  const worker = new Worker(new URL('./sheet-writer-worker.ts', import.meta.url), { type: 'module', name: 'sheet' })
  const say = (words: ToWriter): void => worker.postMessage(words, [])
  say({ begin: head })
  return {
    add: (rows) => say({ rows }),
    finish: (format) =>
      new Promise((done, fail) => {
        worker.onmessage = ({ data }: MessageEvent<Uint8Array>) => {
          worker.terminate()
          done(data)
        }
        worker.onerror = ({ message }) => {
          worker.terminate()
          fail(new Error(`sheet writer: ${message}`))
        }
        say({ finish: format })
      }),
    drop: () => worker.terminate(),
  }
}

/** The work itself, wherever it runs. */
export function writerHere(head: Omit<SheetToWrite, 'rows'>): SheetWriter {
  let all: SheetToWrite['rows'][number][] = []
  return {
    add: (rows) => {
      for (const row of rows) all.push(row)
    },
    finish: (format) => {
      const sheet = { ...head, rows: all }
      return Promise.resolve(format === 'xlsx' ? writeXlsx([sheet]) : writeCsv(sheet))
    },
    drop: () => {
      all = []
    },
  }
}
