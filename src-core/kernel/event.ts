/**
 * An event is two text lines, kept byte for byte for ever:
 *
 *   header   {"v":1,"log":"9f3c…/private","n":7,"p":"<id of event 6>","l":31,"t":"2026-11-22T09:02:11+08:00","u":"user:…",
 *             "k":"case-received","e":"case:0193…","c":["0193…",{"private":1,"shared":1}],"r":{"title":["<id>"]},"sv":1,"ph":"<hash>"}
 *   payload  {"s":"<salt>","f":{"title":"…"}}
 *
 * An event's id is the SHA-256 of its header line (base64url, 43 characters), so the header chain fixes everything but the
 * payload, and `ph` fixes that. Erasing the payload leaves the chain, the order and what the event replaced untouched.
 * `r` names the replaced writes FIELD BY FIELD: with a plain list, a reader without the payload could not tell which
 * field a partly overlapping write had taken over. `c` counts the command's events per scope, so that an office that
 * holds only `shared` knows when it has its whole share.
 */
import { toBase64url } from '../lib/bytes.ts'
import { err, ok, type Result } from '../lib/result.ts'
import { sha256OfText } from '../lib/sha256.ts'
import { hasHostileKey } from './hostile-key.ts'
import { keepWordsOnce } from './said-before.ts'

/** Who may see it. Each scope has its own key; nothing sealed ever mixes two. To add one: here, and a key in the keyring. */
export const SCOPES = ['private', 'shared', 'directory', 'audit', 'confidential'] as const
export type Scope = (typeof SCOPES)[number]

export type EntityId = string // `type:uuid`
export type EventId = string // 43 characters of base64url
export type LogId = string // `device/scope`
export type Fields = Readonly<Record<string, unknown>>

export type EventHeader = {
  readonly v: number
  readonly log: LogId
  /** 1, 2, 3 … within the log. */
  readonly n: number
  /** Id of event n-1 of the same log; '' for n = 1. */
  readonly p: EventId | ''
  /** Lamport number: one more than anything the device had seen. */
  readonly l: number
  /** What the clock claimed. For display only. */
  readonly t: string
  readonly u: EntityId
  readonly k: string
  readonly e: EntityId
  readonly c: readonly [command: string, events: Readonly<Partial<Record<Scope, number>>>]
  readonly r?: Readonly<Record<string, readonly EventId[]>>
  /** Schema version of the payload's fields. */
  readonly sv: number
  readonly ph: string
}

export type StoredEvent = {
  readonly id: EventId
  readonly header: EventHeader
  readonly headerLine: string
  /** Null once erased. */
  readonly payloadLine: string | null
  readonly fields: Fields | null
}

/** In stored text an erased payload is this one character. */
export const ERASED_LINE = '-'
export const ERASE_KIND = 'erased'
/**
 * Says of a PC (entity `device:<its 16 digits>`, scope `private`, field `scopes`) that only these scopes of its plain logs ever
 * come here: another house's PC. Without it a command is whole when all its scopes are here. Of a PC above: `directory` alone.
 */
export const IN_PART_KIND = 'seen-in-part'

export const hashLine = (line: string): string => toBase64url(sha256OfText(line))

export const scopeOfLog = (log: LogId): Scope => log.slice(log.indexOf('/') + 1) as Scope
export const deviceOfLog = (log: LogId): string => log.slice(0, log.indexOf('/'))
/**
 * The PC that signs a log: the first 16 characters of its device. An office keeps a chain of its own for each house it writes
 * to, named PC + house (`addressedDevice`): a chain cannot be sent in part, and no house should get what is for another.
 */
export const pcOfLog = (log: LogId): string => deviceOfLog(log).slice(0, 16)
/** `house`: a uuid; of it the last 16 hex digits (the first ones of a v7 are a clock). */
export const addressedDevice = (pc: string, house: string): string =>
  `${pc.slice(0, 16)}${house.replaceAll('-', '').slice(-16)}`
export const isAddressed = (log: LogId): boolean => log.indexOf('/') > 16
/** What of an addressed log goes to the house that it is for. */
export const ADDRESSED_SCOPES: ReadonlySet<Scope> = new Set<Scope>(['shared', 'directory'])
export const entityType = (entity: EntityId): string => entity.slice(0, entity.indexOf(':'))

/** Composes the two lines; key order is part of the format. */
export function writeEvent(header: Omit<EventHeader, 'v' | 'ph'>, salt: string, fields: Fields): StoredEvent {
  const payloadLine = JSON.stringify({ s: salt, f: fields })
  const { log, n, p, l, t, u, k, e, c, r, sv } = header
  const ph = hashLine(payloadLine)
  const full: EventHeader = r
    ? { v: 1, log, n, p, l, t, u, k, e, c, r, sv, ph }
    : { v: 1, log, n, p, l, t, u, k, e, c, sv, ph }
  const headerLine = JSON.stringify(full)
  return { id: hashLine(headerLine), header: full, headerLine, payloadLine, fields }
}

/** Undefined: not known, or more than one event has this number. */
export type KnownId = (header: EventHeader) => EventId | undefined

export type EventCode = 'not-json' | 'not-an-event' | 'hostile-key' | 'payload-mismatch'

/**
 * Reads two lines. Strict about what this version knows, tolerant of fields and kinds it does not: those are stored
 * and re-exported untouched. `trusted` skips the payload hash when the lines come out of our own authenticated frames; `idOf`
 * answers the ids of such events that the caller has already, which are not hashed again.
 */
export function parseEvent(
  headerLine: string,
  payloadLine: string,
  trusted = false,
  idOf?: KnownId,
): Result<StoredEvent, EventCode> {
  let header: EventHeader
  let fields: Fields | null = null
  // JSON may hold newlines between its tokens; stored text may not: the next event's lines would be read as this one's.
  if (headerLine.includes('\n') || payloadLine.includes('\n')) return err('not-an-event')
  try {
    header = JSON.parse(headerLine) as EventHeader
    if (payloadLine !== ERASED_LINE) {
      const payload = JSON.parse(payloadLine) as { f?: unknown } | null
      if (payload === null || typeof payload !== 'object' || !isRecord(payload.f)) return err('not-an-event')
      if (hasHostileKey(payloadLine, payload)) return err('hostile-key')
      fields = payload.f
    }
  } catch {
    return err('not-json')
  }
  if (!isHeader(header)) return err('not-an-event')
  if (hasHostileKey(headerLine, header)) return err('hostile-key')
  if (!trusted && fields !== null && hashLine(payloadLine) !== header.ph) return err('payload-mismatch')
  keepWordsOnce(header, fields)
  const id = (trusted && idOf?.(header)) || hashLine(headerLine)
  return ok({ id, header, headerLine, payloadLine: fields === null ? null : payloadLine, fields })
}

/** The event with its payload gone; header, id and chain as before. */
export const withoutPayload = (event: StoredEvent): StoredEvent => ({ ...event, payloadLine: null, fields: null })

const isRecord = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null && !Array.isArray(v)
const isCount = (v: unknown): v is number => Number.isSafeInteger(v) && (v as number) >= 0
export const LOG_PATTERN = /^[0-9a-z]{8,40}\/(private|shared|directory|audit|confidential)$/
const ENTITY = /^[a-z][a-z-]*:[0-9A-Za-z._-]{1,80}$/

function isHeader(h: unknown): h is EventHeader {
  if (!isRecord(h)) return false
  const { v, log, n, p, l, t, u, k, e, c, r, sv, ph } = h
  if (!isCount(v) || !isCount(n) || n < 1 || !isCount(l) || !isCount(sv) || (n === 1) !== (p === '')) return false
  if (typeof log !== 'string' || !LOG_PATTERN.test(log) || typeof e !== 'string' || !ENTITY.test(e)) return false
  if (typeof p !== 'string' || typeof t !== 'string' || typeof u !== 'string' || typeof k !== 'string') return false
  if (typeof ph !== 'string' || !Array.isArray(c) || typeof c[0] !== 'string' || !isRecord(c[1])) return false
  if (!Object.values(c[1]).every(isCount) || !((c[1][scopeOfLog(log)] as number) >= 1)) return false
  if (r === undefined) return true
  return isRecord(r) && Object.values(r).every((ids) => Array.isArray(ids) && ids.every((id) => typeof id === 'string'))
}
