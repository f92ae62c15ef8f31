import { hasHostileKey } from '#core/kernel/hostile-key.ts'
import { fromUtf8 } from '#core/lib/bytes.ts'

export type Json = Readonly<Record<string, unknown>>

/** Levels of brackets. Ours have 6; whatever walks a value by calling itself would end at some thousands. */
const DEEPEST = 64

/** The object in these bytes. Null for anything else: no UTF-8, no JSON, no object, hostile keys, too deep. */
export function parseJson(bytes: Uint8Array): Json | null {
  try {
    const text = fromUtf8(bytes)
    if (isDeep(text)) return null
    const value = JSON.parse(text) as unknown
    return isRecord(value) && !hasHostileKey(text, value) ? value : null
  } catch {
    return null // TextDecoder and JSON.parse have no other way to say no
  }
}

export const isRecord = (v: unknown): v is Json => typeof v === 'object' && v !== null && !Array.isArray(v)

/**
 * True when the JSON (one value) is nested too deep. Brackets inside strings do not count. Whoever has no more than 64 brackets
 * is not deep, and to find that out is quick: 40,000 lines of events 8 ms, looking at every character 100.
 */
export function isDeep(text: string): boolean {
  let brackets = 0
  for (const bracket of ['{', '[']) {
    for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) {
      if (++brackets > DEEPEST) return isDeepIndeed(text)
    }
  }
  return false
}

function isDeepIndeed(text: string): boolean {
  let depth = 0
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    switch (text.charCodeAt(i)) {
      case 0x5c: // backslash: the next character is quoted
        i++
        break
      case 0x22: // quotation mark
        quoted = !quoted
        break
      case 0x5b: // [ {
      case 0x7b:
        if (!quoted && ++depth > DEEPEST) return true
        break
      case 0x5d: // ] }
      case 0x7d:
        if (!quoted) depth--
    }
  }
  return false
}
