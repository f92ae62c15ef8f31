import { characterReference } from './character-reference.ts'

/**
 * A forward-only scan of XML bytes: tags, attributes and text, without a tree, a stack or a copy. Work is linear in
 * the bytes and memory constant, so neither depth nor number of tags can hurt. No DTD (ECMA-376 forbids it), hence no
 * entity bombs; names are compared by their local part.
 */
export type XmlScan = {
  readonly bytes: Uint8Array
  /** Where the next token begins. */
  at: number
  kind: 'open' | 'close' | 'text'
  /** Of an open tag: `<a/>`, which has no close tag. */
  empty: boolean
  /** Cut in the middle of a token, or holding a DTD. */
  damaged: boolean
  /** Local name of a tag, or the whole text. */
  from: number
  to: number
  /** End of an open tag, before `>`. */
  tagEnd: number
  /** Text of a CDATA section: `&` means itself. */
  raw: boolean
}

const LT = 0x3c
const GT = 0x3e
const SLASH = 0x2f
const COLON = 0x3a
const EQUALS = 0x3d
const QUOTE = 0x22
const APOSTROPHE = 0x27

export const xmlScan = (bytes: Uint8Array, at = 0): XmlScan => ({
  bytes,
  at,
  kind: 'text',
  empty: false,
  damaged: false,
  from: 0,
  to: 0,
  tagEnd: 0,
  raw: false,
})

/** Moves to the next tag or text; false at the end, and at damage. */
export function nextToken(scan: XmlScan): boolean {
  const { bytes } = scan
  while (scan.at < bytes.length) {
    const start = scan.at
    if (bytes[start] !== LT) {
      const end = bytes.indexOf(LT, start)
      return text(scan, start, end < 0 ? bytes.length : end, false, end < 0 ? bytes.length : end)
    }
    const mark = bytes[start + 1]
    if (mark === SLASH) {
      const end = bytes.indexOf(GT, start)
      return end >= 0 ? tag(scan, 'close', start + 2, end) : damage(scan)
    }
    if (mark === 0x3f) {
      const end = after(bytes, start + 2, '?>')
      if (end < 0) return damage(scan)
      scan.at = end
    } else if (mark !== 0x21) {
      const end = tagEnd(bytes, start + 1)
      return end >= 0 ? tag(scan, 'open', start + 1, end) : damage(scan)
    } else if (startsWith(bytes, start, '<!--')) {
      const end = after(bytes, start + 4, '-->')
      if (end < 0) return damage(scan)
      scan.at = end
    } else if (startsWith(bytes, start, '<![CDATA[')) {
      const end = after(bytes, start + 9, ']]>')
      return end >= 0 ? text(scan, start + 9, end - 3, true, end) : damage(scan)
    } else return damage(scan)
  }
  return false
}

/** Of a tag. */
export function isNamed(scan: XmlScan, name: string): boolean {
  if (scan.to - scan.from !== name.length) return false
  for (let i = 0; i < name.length; i++) if (scan.bytes[scan.from + i] !== name.charCodeAt(i)) return false
  return true
}

export const opens = (scan: XmlScan, name: string): boolean => scan.kind === 'open' && isNamed(scan, name)
export const closes = (scan: XmlScan, name: string): boolean => scan.kind === 'close' && isNamed(scan, name)

/** Of an open tag: the value of the first attribute with this local name (`r:id` is found as `id`). */
export function attribute(scan: XmlScan, name: string): string | null {
  const { bytes, tagEnd: end } = scan
  let at = scan.to
  while (at < end) {
    // Not indexOf: without an equals sign in this tag it would search the rest of the file, at every tag.
    let equals = at
    while (equals < end && bytes[equals] !== EQUALS) equals++
    if (equals === end) return null
    let open = equals + 1
    while (open < end && bytes[open] !== QUOTE && bytes[open] !== APOSTROPHE) open++
    if (open >= end) return null
    const close = bytes.indexOf(bytes[open]!, open + 1)
    if (close < 0 || close > end) return null
    let to = equals
    while (to > at && bytes[to - 1]! <= 0x20) to--
    let from = to
    while (from > at && bytes[from - 1]! > 0x20 && bytes[from - 1] !== COLON) from--
    if (to - from === name.length && startsWith(bytes, from, name)) return decodeXml(bytes, open + 1, close, false)
    at = close + 1
  }
  return null
}

export const tokenText = (scan: XmlScan): string => decodeXml(scan.bytes, scan.from, scan.to, scan.raw)

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
/** Numbers and references are short and plain: a decoder call costs more than the loop (0.6 µs against 0.1). */
const SHORT = 24

function decodeXml(bytes: Uint8Array, from: number, to: number, raw: boolean): string {
  let out = ''
  if (to - from <= SHORT) {
    let at = from
    while (at < to && bytes[at]! < 0x80) out += String.fromCharCode(bytes[at++]!)
    if (at < to) out = decoder.decode(bytes.subarray(from, to))
  } else out = decoder.decode(bytes.subarray(from, to))
  return raw || !out.includes('&') ? out : out.replace(REFERENCE, resolve)
}

const REFERENCE = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** A reference to no character, and an entity that XML does not know, stay as they are written. */
function resolve(whole: string, hex?: string, decimal?: string, name?: string): string {
  return (name === undefined ? characterReference(hex, decimal) : NAMED[name.toLowerCase()]) ?? whole
}

function text(scan: XmlScan, from: number, to: number, raw: boolean, next: number): boolean {
  scan.kind = 'text'
  scan.from = from
  scan.to = to
  scan.raw = raw
  scan.at = next
  return true
}

function tag(scan: XmlScan, kind: 'open' | 'close', from: number, end: number): boolean {
  const { bytes } = scan
  let to = from
  let local = from
  while (to < end && bytes[to]! > 0x20 && bytes[to] !== SLASH) {
    if (bytes[to] === COLON) local = to + 1
    to++
  }
  scan.kind = kind
  scan.from = local
  scan.to = to
  scan.tagEnd = end
  scan.empty = kind === 'open' && bytes[end - 1] === SLASH
  scan.at = end + 1
  return true
}

function damage(scan: XmlScan): false {
  scan.damaged = true
  return false
}

/** A `>` inside a quoted value does not end the tag. */
function tagEnd(bytes: Uint8Array, from: number): number {
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at]!
    if (byte === GT) return at
    if (byte === LT) return -1
    if (byte === QUOTE || byte === APOSTROPHE) {
      at = bytes.indexOf(byte, at + 1)
      if (at < 0) return -1
    }
  }
  return -1
}

/** Index behind the first `mark` from `from` on, or −1. */
function after(bytes: Uint8Array, from: number, mark: string): number {
  const last = mark.charCodeAt(mark.length - 1)
  for (let at = bytes.indexOf(last, from); at >= 0; at = bytes.indexOf(last, at + 1)) {
    const start = at - mark.length + 1
    if (start >= from && startsWith(bytes, start, mark)) return at + 1
  }
  return -1
}

function startsWith(bytes: Uint8Array, at: number, mark: string): boolean {
  for (let i = 0; i < mark.length; i++) if (bytes[at + i] !== mark.charCodeAt(i)) return false
  return true
}
