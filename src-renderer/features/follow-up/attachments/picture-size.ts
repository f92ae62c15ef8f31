/**
 * What kind of picture the bytes are, and how many pixels it claims, read from its first bytes: a file of a few kilobytes
 * may claim gigabytes, and a decoder that is asked believes it.
 */
export type PictureSize = { readonly media: string; readonly width: number; readonly height: number }

/** Null: none of the kinds that browsers draw without running anything (SVG is not among them). To add one: a line. */
export function pictureSize(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (const read of [png, gif, bmp, webp, jpeg]) {
    try {
      const size = read(view)
      if (size) return size.width > 0 && size.height > 0 ? size : null
    } catch {
      return null // cut off within its own header
    }
  }
  return null
}

type Read = (view: DataView) => PictureSize | null

const says = (view: DataView, at: number, words: string): boolean =>
  [...words].every((sign, i) => view.getUint8(at + i) === sign.charCodeAt(0))

const png: Read = (view) =>
  view.byteLength > 24 && view.getUint32(0) === 0x89504e47 && says(view, 12, 'IHDR')
    ? { media: 'image/png', width: view.getUint32(16), height: view.getUint32(20) }
    : null

const gif: Read = (view) =>
  view.byteLength > 10 && says(view, 0, 'GIF8')
    ? { media: 'image/gif', width: view.getUint16(6, true), height: view.getUint16(8, true) }
    : null

const bmp: Read = (view) =>
  view.byteLength > 26 && says(view, 0, 'BM')
    ? { media: 'image/bmp', width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) }
    : null

function webp(view: DataView): PictureSize | null {
  if (view.byteLength < 30 || !says(view, 0, 'RIFF') || !says(view, 8, 'WEBP')) return null
  const size = (width: number, height: number): PictureSize => ({ media: 'image/webp', width, height })
  const low24 = (at: number): number => view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
  if (says(view, 12, 'VP8X')) return size(1 + low24(24), 1 + low24(27))
  if (says(view, 12, 'VP8 ')) return size(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff)
  if (!says(view, 12, 'VP8L')) return null
  const bits = view.getUint32(21, true)
  return size(1 + (bits & 0x3fff), 1 + ((bits >>> 14) & 0x3fff))
}

/** Segments are skipped by their lengths until a start of frame (SOF0-15 but the three that share the range). */
function jpeg(view: DataView): PictureSize | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null
  let at = 2
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (marker === 0xff || (marker >= 0xd0 && marker <= 0xd8) || marker === 0x01) {
      at += marker === 0xff ? 1 : 2
      continue
    }
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc)
      return { media: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += 2 + view.getUint16(at + 2)
  }
  return null
}
