/**
 * One deflate stream through the platform's own codec (a single member: the trap with several gzip members does not apply).
 * Written and read directly: by way of a Blob and a Response the bytes make a round through the browser process (3.1 ms
 * instead of 0.9 for 210 kB).
 */
import { concat } from '#core/lib/bytes.ts'

async function through(bytes: Uint8Array, codec: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  const writer = codec.writable.getWriter()
  // What goes wrong in the codec also ends the reading, which tells it.
  writer.write(bytes as Uint8Array<ArrayBuffer>).catch(() => undefined)
  writer.close().catch(() => undefined)
  const reader = codec.readable.getReader()
  const parts: Uint8Array[] = []
  for (let next = await reader.read(); !next.done; next = await reader.read()) parts.push(next.value)
  return concat(parts)
}

export const deflate = (bytes: Uint8Array): Promise<Uint8Array> => through(bytes, new CompressionStream('deflate-raw'))
/** Rejects when the bytes are no deflate stream; they come out of authenticated boxes, so that is a bug. */
export const inflate = (bytes: Uint8Array): Promise<Uint8Array> =>
  through(bytes, new DecompressionStream('deflate-raw'))
