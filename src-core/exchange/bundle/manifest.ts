/**
 * `bundle.json`, the table of contents of a bundle. Signed as a whole (`bundle.json.minisig`, the key of `from.pc`); every other
 * file of the ZIP stands in it with its length and SHA-256. docs/formats.md is the description for others.
 *
 *   S0012A-JD001-20261123-0007.zip.age         (from, letter of the PC, to, day, running number; the name says nothing that counts)
 *     └ ZIP ─ bundle.json · bundle.json.minisig · README.txt · events/0001.ndjson … · letters/<uuid>.json · blobs/<sha256>
 */
import type { LogId, Scope } from '#core/kernel/event.ts'
import type { HeadSet } from '#core/kernel/head-set.ts'
import type { Moment } from '#core/lib/time.ts'
import type { Profile } from '#core/peer/codes.ts'
import type { KeptHead, LetterRoute } from '#core/peer/fields.ts'
import type { DeviceGrant, HouseGrant, Revocation } from '#core/peer/statements.ts'

export const FORMAT = 'linwu-bundle'
/** Of this program. A bundle whose `minReader` is higher is refused ('newer-version'); unknown fields are ignored. */
export const READER = 1
/** age with X25519, Ed25519, SHA-256. */
export const SUITE = 'A1'

export type House = { readonly house: string; readonly name: string; readonly code: string; readonly short: string }

export type ListedFile = { readonly name: string; readonly bytes: number; readonly sha256: string }

export type Manifest = {
  readonly format: typeof FORMAT
  readonly v: number
  readonly minReader: number
  readonly suite: string
  /** 32 hex digits. */
  readonly bundle: string
  /** Of one export that was split by size: each part is a whole bundle, good alone and in any order. */
  readonly part: { readonly of: number; readonly number: number }
  readonly profile: Profile
  readonly from: House & { readonly pc: string }
  readonly to: House
  readonly at: Moment
  readonly scopes: readonly Scope[]
  /** What the sender has of the logs that concern both: acknowledges, and asks for the rest. */
  readonly have: HeadSet
  /** Our bundles of the receiver's that arrived here and were taken in, the newest 1,000. */
  readonly got: readonly string[]
  /** Log → first and last number in here. */
  readonly logs: Readonly<Record<LogId, readonly [from: number, to: number]>>
  /** Every event lies on a chain that ends at one of these. */
  readonly heads: readonly KeptHead[]
  /** Of every PC whose events are in here, and of the sender's house: enough to check everything with the root keys alone. */
  readonly grants: readonly DeviceGrant[]
  readonly revocations: readonly Revocation[]
  /** Of houses below the sender's whose events are in here: its word for their root keys. */
  readonly houses: readonly HouseGrant[]
  /** Attachments: the id under which events name it, its content's SHA-256 (the file is blobs/<sha256>). */
  readonly blobs: readonly { readonly id: string; readonly sha256: string; readonly scope: Scope }[]
  readonly files: readonly ListedFile[]
  /** Attachments that events at the sender name and whose bytes are not there: asks for them. */
  readonly want?: readonly string[]
}

/** `letters/<uuid>.json`. */
export type Letter = {
  /** `letter:<uuid>` */
  readonly id: string
  readonly kind: string
  readonly at: Moment
  readonly answers?: string
  readonly case?: string
  readonly body: Readonly<Record<string, unknown>>
  /** Where the two houses do not exchange files with each other; the one between passes it on as it is. */
  readonly route?: LetterRoute
}

/** Limits of one bundle: what is read must fit one batch of the journal, and a two-core PC's memory. */
export const BUNDLE_LIMITS = {
  /** The age file. */
  fileBytes: 96 * 1024 * 1024,
  /** Sum of what the ZIP says it unpacks to. */
  unpackedBytes: 192 * 1024 * 1024,
  entries: 4_000,
  /** Written: 10,000 a part; taken: up to this. One batch of the journal may have 8 MB sealed. */
  events: 24_000,
  manifestBytes: 8 * 1024 * 1024,
} as const

/** What splitParts puts into one part. One event is about 700 characters; 12 million pack to at most 6 MB. */
export const PART_LIMITS = {
  events: 10_000,
  characters: 12_000_000,
  /** Attachments; one that is larger goes alone. */
  blobBytes: 48 * 1024 * 1024,
  blobs: 2_000,
} as const
