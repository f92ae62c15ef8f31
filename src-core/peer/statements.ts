/**
 * What a house says about keys, signed with its root key, so that it can be checked wherever it comes from. `sig` is over
 * `statementText` (exchange/trust/statements.ts).
 */
import type { LogId } from '../kernel/event.ts'
import type { Moment } from '../lib/time.ts'

/** "This PC is ours." */
export type DeviceGrant = {
  readonly v: 1
  readonly kind: 'device'
  /** uuid of the house. */
  readonly house: string
  /** 16 hex digits. */
  readonly pc: string
  /** Stands in the case numbers that this PC gives. */
  readonly letter: string
  /** What people call the PC: 前台, 里屋. */
  readonly name: string
  /** Ed25519, 43 characters of base64url. */
  readonly signs: string
  /** `age1…` */
  readonly receives: string
  readonly at: Moment
  /** The root key that signed, and its signature (86 characters). */
  readonly by: string
  readonly sig: string
}

/** "What this PC signs beyond these numbers is not ours": lost, stolen, copied, given away. */
export type Revocation = {
  readonly v: 1
  readonly kind: 'revocation'
  readonly house: string
  readonly pc: string
  /** Log → last number that counts; a log that is not named counts not at all. */
  readonly upTo: Readonly<Record<LogId, number>>
  readonly at: Moment
  readonly by: string
  readonly sig: string
}

/**
 * `house`, "this house is below ours": a 街道 says so of its stations, so that the 区 above, which has compared only the 街道's
 * fingerprint, can check what they signed. `upper`, "this house is above ours": it says so of the 区 to its stations, so that
 * they can check what the 区 wrote and the 街道 passes on. Nobody vouches for a house beside.
 */
export type HouseGrant = {
  readonly v: 1
  readonly kind: 'house' | 'upper'
  /** uuid of the house that it is about, and its root key (43 characters). */
  readonly house: string
  readonly root: string
  readonly name: string
  readonly code: string
  readonly short: string
  /** uuid of the house that says it. */
  readonly under: string
  readonly at: Moment
  readonly by: string
  readonly sig: string
}

export type Statement = DeviceGrant | Revocation | HouseGrant

/** As they come in a bundle, a request or a grant file: not checked yet. */
export type Statements = {
  readonly grants: readonly DeviceGrant[]
  readonly revocations: readonly Revocation[]
  readonly houses: readonly HouseGrant[]
}
