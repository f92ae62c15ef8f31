/**
 * Messages between the page and the host over a byte channel (the loopback WebSocket). No zod here: the page uses it too.
 *
 *   0            4                    4 + n
 *   +------------+--------------------+---------------+---------------+--
 *   | n: u32 LE  | JSON, n bytes UTF-8 | attachment 0  | attachment 1  | …
 *   +------------+--------------------+---------------+---------------+--
 *
 *   request  {"id":7,"method":"append","params":["9f…",32,null],"bytes":[[["2"],1234]]}
 *   reply    {"id":7,"ok":true,"value":1266}    {"id":7,"ok":false,"error":"moved"}
 *
 * A Uint8Array anywhere in `params` or `value` leaves a null in the JSON and travels raw; `bytes` lists where each one
 * belongs (keys from `params` or `value` downwards) and how long it is. So no text of a user can look like an attachment.
 */
import { concat, fromUtf8, utf8 } from '../lib/bytes.ts'
import { err, ok, type Result } from '../lib/result.ts'
import type { HostCode } from './host.ts'

export type WireRequest = { readonly id: number; readonly method: string; readonly params: readonly unknown[] }
export type WireReply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly error: HostCode }

/** Longest JSON part; 100,000 blob ids are 3.5 MB. */
export const JSON_BYTES = 16 * 1024 * 1024
/** Deepest nesting of any request or reply is 5 (a marker's heads). */
const DEPTH = 16

/** To add one: the union in host.ts, then here (a compile error until both agree). */
const CODES: Readonly<Record<HostCode, true>> = {
  'disk-full': true,
  'not-writable': true,
  'locked-by-other': true,
  moved: true,
  'segment-full': true,
  'segment-closed': true,
  'not-found': true,
  exists: true,
  'bad-request': true,
  'io-failed': true,
  'same-folder': true,
  'not-empty': true,
  'not-a-backup': true,
  'backup-damaged': true,
  gone: true,
  'busy-elsewhere': true,
  'not-here': true,
  'file-busy': true,
  'target-gone': true,
  'check-failed': true,
}

export const encodeRequest = (request: WireRequest): Uint8Array<ArrayBuffer> =>
  encode({ id: request.id, method: request.method }, 'params', request.params)

export const encodeReply = (reply: WireReply): Uint8Array<ArrayBuffer> =>
  reply.ok
    ? encode({ id: reply.id, ok: true }, 'value', reply.value)
    : encode({ id: reply.id, ok: false }, 'error', reply.error)

/** Never throws. Attachments in the result are views of `message`, not copies. */
export function decodeRequest(message: Uint8Array): Result<WireRequest, 'bad-message'> {
  const body = decode(message, 'params')
  if (!body || !hasKeys(body, ['id', 'method', 'params']) || !isId(body['id'])) return err('bad-message')
  const { id, method, params } = body
  return typeof method === 'string' && Array.isArray(params) ? ok({ id, method, params }) : err('bad-message')
}

/** Never throws. */
export function decodeReply(message: Uint8Array): Result<WireReply, 'bad-message'> {
  const body = decode(message, 'value')
  if (!body || !isId(body['id'])) return err('bad-message')
  const { id, value, error } = body
  if (body['ok'] === true && hasKeys(body, ['id', 'ok', 'value'])) return ok({ id, ok: true, value })
  if (body['ok'] === false && hasKeys(body, ['id', 'ok', 'error']) && isCode(error)) return ok({ id, ok: false, error })
  return err('bad-message')
}

type Body = Record<string, unknown>
type Attachment = { readonly path: readonly string[]; readonly bytes: Uint8Array }

function encode(rest: Body, field: string, value: unknown): Uint8Array<ArrayBuffer> {
  const found: Attachment[] = []
  const lifted = lift(value, [], found)
  // undefined would vanish from the JSON: a method without an answer answers null.
  const body: Body = { ...rest, [field]: lifted ?? null }
  if (found.length > 0) body['bytes'] = found.map((part) => [part.path, part.bytes.length])
  const json = utf8(JSON.stringify(body))
  const head = new Uint8Array(4)
  new DataView(head.buffer).setUint32(0, json.length, true)
  return concat([head, json, ...found.map((part) => part.bytes)])
}

function lift(value: unknown, path: readonly string[], found: Attachment[]): unknown {
  if (value instanceof Uint8Array) {
    found.push({ path, bytes: value })
    return null
  }
  if (Array.isArray(value)) return value.map((item, i) => lift(item, [...path, String(i)], found))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, lift(item, [...path, key], found)]))
}

/** The JSON object with its attachments put back below `field`, `bytes` removed; null when anything is not as it must be. */
function decode(message: Uint8Array, field: string): Body | null {
  if (message.length < 4) return null
  const length = new DataView(message.buffer, message.byteOffset, message.byteLength).getUint32(0, true)
  if (length > JSON_BYTES || length > message.length - 4) return null
  let body: unknown
  try {
    body = JSON.parse(fromUtf8(message.subarray(4, 4 + length)))
  } catch {
    return null
  }
  if (!isObject(body) || !isTame(body)) return null
  const { bytes: list, ...rest } = body
  return putBack(rest, field, list ?? [], message.subarray(4 + length)) ? rest : null
}

/** Fills the holes of `body[field]`. Every byte of `raw` must belong to exactly one hole. */
function putBack(body: Body, field: string, list: unknown, raw: Uint8Array): boolean {
  if (!Array.isArray(list)) return false
  let at = 0
  for (const entry of list as unknown[]) {
    if (!Array.isArray(entry) || entry.length !== 2) return false
    const [path, length] = entry as [unknown, unknown]
    if (!Array.isArray(path) || path.length >= DEPTH || !isId(length) || length > raw.length - at) return false
    let holder: unknown = body
    let key: unknown = field
    for (const step of path as unknown[]) {
      holder = own(holder, key)
      key = step
    }
    if (own(holder, key) !== null) return false
    ;(holder as Body)[key as string] = raw.subarray(at, at + length)
    at += length
  }
  return at === raw.length
}

/** The own, enumerable property of an object or array (not of a byte array); undefined when there is none. */
function own(holder: unknown, key: unknown): unknown {
  if (!(isObject(holder) || Array.isArray(holder)) || typeof key !== 'string') return undefined
  if (!Object.prototype.propertyIsEnumerable.call(holder, key)) return undefined
  return (holder as Body)[key]
}

/** Level by level, because a hostile message nests deeper than the stack is high. */
function isTame(root: unknown): boolean {
  let level: unknown[] = [root]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEPTH) return false
    const next: unknown[] = []
    for (const value of level) {
      if (typeof value !== 'object' || value === null) continue
      if (Object.hasOwn(value, '__proto__')) return false
      for (const item of Object.values(value)) if (typeof item === 'object' && item !== null) next.push(item)
    }
    level = next
  }
  return true
}

const isObject = (value: unknown): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)
const isId = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
const isCode = (value: unknown): value is HostCode => typeof value === 'string' && Object.hasOwn(CODES, value)
const hasKeys = (body: Body, keys: readonly string[]): boolean =>
  Object.keys(body).length === keys.length && keys.every((key) => Object.hasOwn(body, key))
