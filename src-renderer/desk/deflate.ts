/** One deflate stream through the platform's own codec (a single member: the trap with several gzip members does not apply). */
async function through(bytes: Uint8Array, codec: GenericTransformStream): Promise<Uint8Array> {
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(codec as ReadableWritablePair<Uint8Array, BlobPart>)
  return new Uint8Array(await new Response(stream as ReadableStream).arrayBuffer())
}

export const deflate = (bytes: Uint8Array): Promise<Uint8Array> => through(bytes, new CompressionStream('deflate-raw'))
/** Rejects when the bytes are no deflate stream; they come out of authenticated boxes, so that is a bug. */
export const inflate = (bytes: Uint8Array): Promise<Uint8Array> => through(bytes, new DecompressionStream('deflate-raw'))
