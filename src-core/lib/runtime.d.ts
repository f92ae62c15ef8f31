/**
 * The only globals that src-core may count on: all exist in every browser and in Node >= 20, and none asks a clock
 * or chance: the same goes in and out. (What CompressionStream packs may differ between versions, never what comes out of it.)
 * The core has no DOM and no Node types, so that a forbidden global is a compile error.
 */
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>
  encodeInto(text: string, into: Uint8Array): { read: number; written: number }
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean })
  decode(bytes?: Uint8Array, options?: { stream?: boolean }): string
}

type Reading<T> = { readonly done: false; readonly value: T } | { readonly done: true; readonly value: undefined }
type Codec = {
  readonly writable: {
    getWriter(): {
      readonly closed: Promise<undefined>
      write(bytes: Uint8Array<ArrayBuffer>): Promise<void>
      close(): Promise<void>
    }
  }
  readonly readable: {
    getReader(): { read(): Promise<Reading<Uint8Array<ArrayBuffer>>>; cancel(): Promise<void> }
  }
}
declare class CompressionStream implements Codec {
  constructor(format: 'gzip' | 'deflate-raw')
  readonly writable: Codec['writable']
  readonly readable: Codec['readable']
}
declare class DecompressionStream implements Codec {
  constructor(format: 'gzip' | 'deflate-raw')
  readonly writable: Codec['writable']
  readonly readable: Codec['readable']
}
