import { err, ok, type Result } from '../lib/result.ts'
import type { Encoding } from './sheet.ts'

export type DecodedText = { readonly text: string; readonly encoding: Encoding; readonly damaged: boolean }

/**
 * A file of Chinese in GB18030 read as UTF-8 gives more U+FFFD than characters; one of UTF-8 with damaged bytes far
 * fewer.
 */
const GOOD_PER_BAD = 20
const BAD = '\uFFFD'

/**
 * Text of a CSV: UTF-8 by its mark, UTF-16 by its mark, UTF-8 when every byte agrees, else GB18030. UTF-8 with a few
 * damaged bytes stays UTF-8 and says `damaged`: almost any bytes can be read as GB18030, and would come out as other
 * characters.
 */
export function decodeText(bytes: Uint8Array): Result<DecodedText, 'unknown-encoding'> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded('utf-16le', bytes.subarray(2), 'utf-16le')
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return utf8(bytes.subarray(3), 'utf-8-bom') ?? err('unknown-encoding')
  return utf8(bytes, 'utf-8') ?? decoded('gb18030', bytes, 'gb18030')
}

function utf8(bytes: Uint8Array, encoding: Encoding): Result<DecodedText, never> | null {
  const strict = decoded('utf-8', bytes, encoding)
  if (strict.ok) return strict
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  let bad = 0
  let good = 0
  for (let i = 0; i < text.length; i++) {
    if (text[i] === BAD) bad++
    else if (text.charCodeAt(i) > 0x7f) good++
  }
  return encoding === 'utf-8-bom' || good > bad * GOOD_PER_BAD ? ok({ text, encoding, damaged: true }) : null
}

function decoded(label: string, bytes: Uint8Array, encoding: Encoding): Result<DecodedText, 'unknown-encoding'> {
  try {
    return ok({
      text: new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes),
      encoding,
      damaged: false,
    })
  } catch {
    // The decoder throws a TypeError on bytes of another encoding; nothing else is in this block.
    return err('unknown-encoding')
  }
}
