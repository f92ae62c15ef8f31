/**
 * The only globals that src-core may count on: both exist in every browser and in Node >= 20.
 * The core has no DOM and no Node types, so that a forbidden global is a compile error.
 */
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean })
  decode(bytes?: Uint8Array, options?: { stream?: boolean }): string
}
