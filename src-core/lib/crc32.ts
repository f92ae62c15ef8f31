/** CRC-32 (ISO-HDLC, polynomial 0xEDB88320): finds accidents in headers; forgery is found by AES-GCM, not here. */
const TABLE = /* @__PURE__ */ (() => {
  const table = new Uint32Array(256)
  for (let i = 0; i < 256; i++) {
    let c = i
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
    table[i] = c
  }
  return table
})()

export function crc32(bytes: Uint8Array, start = 0, end = bytes.length): number {
  let c = 0xffffffff
  for (let i = start; i < end; i++) c = (TABLE[(c ^ bytes[i]!) & 255] as number) ^ (c >>> 8)
  return (c ^ 0xffffffff) >>> 0
}
