/** Houses (a station, a 街道, a 区), the PCs in them, the bundles that went between them, and the letters in those. */
import type { DeviceGrant, Revocation } from './statements.ts'
import type { LogId, Scope } from '../kernel/event.ts'
import type { HeadSet } from '../kernel/head-set.ts'
import type { Moment } from '../lib/time.ts'
import type { LetterKind, PeerKind, Profile } from './codes.ts'

/** `peer:<uuid of the house>`, as this house knows it. Written once a person has compared the fingerprint. */
export type PeerFields = {
  readonly kind: PeerKind
  readonly name: string
  /** 12 digits. */
  readonly code: string
  readonly short: string
  /** The house's Ed25519 root key, 43 characters of base64url. */
  readonly root: string
  readonly at: Moment
  /** From then on nothing goes there and nothing is taken from there; '' takes it back. */
  readonly left: Moment | ''
}

/** `device:<16 hex digits>`: a PC. */
export type DeviceFields = {
  readonly grant: DeviceGrant
  readonly revocation: Revocation
  readonly scopes: readonly Scope[]
}

/** A signed log head as it is kept (kernel/parcel.ts has it in bytes). `sig`: 86 characters of base64url. */
export type KeptHead = { readonly log: LogId; readonly n: number; readonly id: string; readonly sig: string }

/** So many of a bundle's events. `held`: wait for a predecessor. `conflicts`: fields that differ since then. */
export type BundleCounts = {
  readonly events: number
  readonly fresh: number
  readonly known: number
  readonly held: number
  readonly conflicts: number
  readonly erased: number
}

/** `bundle:<32 hex digits>`: one file that went out or came in. `out` stands only when it was read back from its target. */
export type BundleFields = {
  readonly direction: 'in' | 'out'
  /** uuid of the other house; the own one for hand-overs. */
  readonly peer: string
  /** The PC that made it, 16 hex digits. */
  readonly pc: string
  readonly profile: Profile
  readonly at: Moment
  readonly file: string
  /** Of the whole file, hex. */
  readonly sha256: string
  readonly bytes: number
  /** Log → first and last number it carried. */
  readonly logs: Readonly<Record<LogId, readonly [from: number, to: number]>>
  readonly letters: readonly string[]
  /** Of one that came in. */
  readonly counts: BundleCounts
  /** Of one that came in: the signatures under which its events may be passed on. */
  readonly heads: readonly KeptHead[]
  /** Of one that came in: what its sender had of the logs that concern both. */
  readonly have: HeadSet
  /** Of one that came in: our bundles that had arrived there, by id. */
  readonly got: readonly string[]
  /** Of one that went out: up to where this PC's journal had been read, so that the next need not begin at its start. */
  readonly upTo: readonly (readonly [segment: string, bytes: number])[]
  readonly by: string
}

/** `letter:<uuid>`. The same letter that arrives twice is written twice with equal values: no conflict. */
export type LetterFields = {
  readonly direction: 'in' | 'out'
  readonly peer: string
  readonly kind: LetterKind
  readonly body: Readonly<Record<string, unknown>>
  readonly at: Moment
  /** The letter it answers, `letter:…`. */
  readonly answers: string
  /** The case it is about, where this house has that case. */
  readonly case: string
  readonly by: string
}
