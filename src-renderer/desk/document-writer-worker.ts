/** The other end of document-writer.ts: one file, then it is gone. */
import { writeHere, type FileToWrite } from './document-writer.ts'

/** What a dedicated worker has of `self`; see src-renderer/tsconfig.json. */
const port = self as unknown as { postMessage: (message: unknown, transfer: readonly unknown[]) => void }

self.onmessage = ({ data }: MessageEvent<FileToWrite>): void => {
  void writeHere(data).then(
    (bytes) => port.postMessage(bytes, [bytes.buffer]),
    // Thrown outside of any promise, so that it reaches `onerror` of whoever waits.
    (bug: unknown) =>
      setTimeout(() => {
        throw bug
      }),
  )
}
