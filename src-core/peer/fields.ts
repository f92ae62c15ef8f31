/** Houses (a station, a 街道, a 区), the PCs in them, the bundles that went between them, and the letters in those. */
import type { DeviceGrant, HouseGrant, Revocation } from './statements.ts'
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
  /** Of a house below: our own root's word for it, or that of a house between. */
  readonly vouched: HouseGrant
}

/** `device:<16 hex digits>`: a PC. */
export type DeviceFields = {
  /** As people here have renamed it; absent: as its grant says. */
  readonly name: string
  readonly grant: DeviceGrant
  readonly revocation: Revocation
  readonly scopes: readonly Scope[]
  /** Who signs in on it first, `user:…`: stands in its grant file. */
  readonly user: string
  /** This PC's own keys are not to be used any more (a copy of it was seen, a backup was put back): it gets new ones. */
  readonly retired: Moment
  /** Its signature over the ends of its logs (lastHeads), given when it is retired: without it what it wrote could not be passed on. */
  readonly heads: readonly KeptHead[]
}

/**
 * On a letter between houses that do not exchange files with each other: the houses (uuid), the PC that signs (16 hex digits) and
 * its signature over letter and route (exchange/letters/route.ts; 86 characters of base64url).
 */
export type LetterRoute = { readonly from: string; readonly to: string; readonly pc: string; readonly sig: string }

/** A signed log head as it is kept (kernel/parcel.ts has it in bytes). `sig`: 86 characters of base64url. */
export type KeptHead = { readonly log: LogId; readonly n: number; readonly id: string; readonly sig: string }

/** So many of a bundle's events. `held`: wait for a predecessor. `conflicts`: questions of 待核对 since then. */
export type BundleCounts = {
  readonly events: number
  readonly fresh: number
  readonly known: number
  readonly held: number
  readonly conflicts: number
  readonly erased: number
}

/** The record of a bundle that this PC took in: its own entity, because another PC of the house takes in the same file. */
export const arrivalId = (bundle: string, pc: string): string => `bundle:${bundle}.${pc}`
/** 32 hex digits, of a record's entity. */
export const bundleOf = (record: string): string => record.slice('bundle:'.length, 'bundle:'.length + 32)

/**
 * `bundle:<32 hex digits>`: a file that went out; it stands only when the file was read back from its target. `bundle:<32 hex
 * digits>.<16 hex digits of the PC>`: the same file as it came in at that PC.
 */
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
  /** Of one that came in: attachments that were missing there. */
  readonly want: readonly string[]
  readonly by: string
}

/** `letter:<uuid>`. The same letter that arrives twice is written twice with equal values: no conflict. */
export type LetterFields = {
  /** `through`: between a house above and one below, passed on as it is. */
  readonly direction: 'in' | 'out' | 'through'
  /** uuid of the other house; of one that is passed on the house that it is for. */
  readonly peer: string
  /** Of one that is passed on: who wrote it, with what its signature says. */
  readonly route: LetterRoute
  readonly kind: LetterKind
  readonly body: Readonly<Record<string, unknown>>
  readonly at: Moment
  /** The letter it answers, `letter:…`. */
  readonly answers: string
  /** The case it is about, where this house has that case. */
  readonly case: string
  readonly by: string
}

/** `pack:<uuid>`: 上报材料.zip was made. Of the file its name and hash; its password is written down nowhere. */
export type PackFields = {
  readonly at: Moment
  readonly by: string
  /** What it tells about: one month as a rule. */
  readonly from: Moment
  readonly until: Moment
  readonly file: string
  /** Of the whole file, hex. */
  readonly sha256: string
  readonly bytes: number
  readonly cases: number
  readonly gaps: number
}
