/**
 * Word files and spreadsheets of several sheets, made in a worker of their own: a monthly report takes 0.2 to 0.5 s of processor
 * time as .docx, the library comes on top (fetched with the first one), and a save must not wait behind that.
 */
import type { WordDocument } from '#core/document/word-document.ts'
import type { SheetToWrite } from '#core/sheet/write-sheet.ts'

export type FileToWrite = { readonly docx: WordDocument } | { readonly xlsx: readonly SheetToWrite[] }

export function writeFile(file: FileToWrite): Promise<Uint8Array> {
  // Node has none, and its tests know no window that would wait.
  if (typeof Worker === 'undefined') return writeHere(file)
  const worker = new Worker(new URL('./document-writer-worker.ts', import.meta.url), {
    type: 'module',
    name: 'document',
  })
  return new Promise<Uint8Array>((done, fail) => {
    worker.onmessage = ({ data }: MessageEvent<Uint8Array>) => done(data)
    worker.onerror = ({ message }) => fail(new Error(`document writer: ${message}`))
    worker.postMessage(file, [])
  }).finally(() => worker.terminate())
}

/** The work itself, wherever it runs. Each kind of file brings its own code. */
export async function writeHere(file: FileToWrite): Promise<Uint8Array> {
  if ('docx' in file) return (await import('#core/document/write-docx.ts')).writeDocx(file.docx)
  return (await import('#core/sheet/write-sheet.ts')).writeXlsx(file.xlsx)
}
