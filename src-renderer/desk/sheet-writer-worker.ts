/** The other end of sheet-writer.ts. */
import { writerHere, type SheetWriter, type ToWriter } from './sheet-writer.ts'

/** What a dedicated worker has of `self`; see src-renderer/tsconfig.json. */
const port = self as unknown as { postMessage: (message: unknown, transfer: readonly unknown[]) => void }

let writer: SheetWriter | null = null

self.onmessage = ({ data }: MessageEvent<ToWriter>): void => {
  if ('begin' in data) writer = writerHere(data.begin)
  else if ('rows' in data) writer?.add(data.rows)
  else void writer?.finish(data.finish).then((bytes) => port.postMessage(bytes, [bytes.buffer]))
}
