/**
 * `marker.json`: {"marker": {…}, "crc32": "0a1b2c3d"} where the sum is over the marker's own JSON text, so that one flipped
 * digit is seen as damage and not believed as another number.
 */
import type { Marker } from '#core/host/host.ts'
import { parseMarker } from '#core/host/parsers.ts'
import { fromUtf8, utf8 } from '#core/lib/bytes.ts'
import { crc32 } from '#core/lib/crc32.ts'

export const encodeMarker = (marker: Marker): Uint8Array => utf8(`${JSON.stringify({ marker, crc32: sum(marker) })}\n`)

/** Null when damaged. */
export function decodeMarker(bytes: Uint8Array): Marker | null {
  try {
    const file = JSON.parse(fromUtf8(bytes)) as { marker?: unknown; crc32?: unknown } | null
    // Summed before parsing: the parser may put keys into another order.
    return file?.crc32 === sum(file?.marker) ? parseMarker(file?.marker) : null
  } catch {
    return null
  }
}

const sum = (marker: unknown): string =>
  crc32(utf8(JSON.stringify(marker) ?? ''))
    .toString(16)
    .padStart(8, '0')
