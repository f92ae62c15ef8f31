/** Reads one spreadsheet away from the window, which goes on answering. */
import { readSheet } from '#core/sheet/read-sheet.ts'

/** What a dedicated worker has of `self`; see src-renderer/tsconfig.json. */
const port = self as unknown as { postMessage: (message: unknown, transfer: readonly unknown[]) => void }

self.onmessage = ({ data }: MessageEvent<{ readonly bytes: Uint8Array; readonly name: string }>): void => {
  port.postMessage(readSheet(data.bytes, data.name), [])
}
