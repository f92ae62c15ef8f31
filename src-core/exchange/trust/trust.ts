/**
 * Who is who: which house a PC belongs to and with which key it signs, as far as root keys say so that a person here has
 * compared, or that such a house vouches for. Statements prove themselves, so it does not matter who brought them.
 *
 *   own root ─────────── device grants of the own house
 *   pinned root (phone) ─ device grants of that house; house grants of whoever is below it (if it is below us), or above it
 *                         (if it is above us) ─ their device grants, and so on
 */
import type { Identity } from '#core/keys/identity.ts'
import type { EntityId, LogId } from '#core/kernel/event.ts'
import type { PeerKind } from '#core/peer/codes.ts'
import type { DeviceGrant, HouseGrant, Revocation, Statements } from '#core/peer/statements.ts'

/** This PC, as identityOf gives it. */
export type Self = Pick<Identity, 'pc' | 'open' | 'receives' | 'root'>

/** A house whose root key is known here. */
export type KnownHouse = {
  readonly house: string
  readonly kind: PeerKind
  readonly name: string
  readonly code: string
  readonly short: string
  /** 32 bytes. */
  readonly root: Uint8Array
  /** The house below that vouches for it; null: the own house, or one whose fingerprint a person compared here. */
  readonly via: string | null
  /** From then on nothing goes there and nothing is taken from there; '' = still connected. */
  readonly left: string
}

/** What is known of whoever made a bundle. Only 'known' may be taken in; the others wait in quarantine. */
export type Verdict = 'known' | 'unknown-house' | 'unknown-pc' | 'revoked-pc' | 'left-house' | 'not-for-us'

export type Trust = {
  /** uuid of the own house. */
  readonly house: string
  /** Root key of the own house; null on a PC that was never let in. */
  readonly root: Uint8Array | null
  /** This PC; '' in a decision. */
  readonly pc: string
  /** True when the own house's root has let this PC in; others quarantine what it sends until then. */
  readonly isGranted: boolean
  readonly houses: ReadonlyMap<string, KnownHouse>
  /** The Ed25519 key of a PC; null for one that no known root has let in. Of revoked ones too: what they signed before counts. */
  readonly keyOf: (pc: string) => Uint8Array | null
  readonly houseOf: (pc: string) => string | null
  readonly grantOf: (pc: string) => DeviceGrant | null
  /** What people call the PC; '' for one that nobody let in. */
  readonly nameOf: (pc: string) => string
  readonly revocationOf: (pc: string) => Revocation | null
  /** Unrevoked PCs of a house under the names they have now, this one included; none of a house that has left. */
  readonly pcsOf: (house: string) => readonly string[]
  /** Those too that have other keys now, or were shut out. */
  readonly everyPcOf: (house: string) => readonly string[]
  /** Every letter that a PC of the own house ever had. */
  readonly letters: ReadonlySet<string>
  /**
   * `age1…` of the house's unrevoked PCs. Retired names are among them: where keys were used in two places, only one of the
   * copies knows it at first, and the other one learns it from a file that it can open.
   */
  readonly recipientsOf: (house: string) => readonly string[]
  readonly isRevoked: (pc: string) => boolean
  /** Event `n` of the log is past what counts of a revoked PC. */
  readonly isBeyond: (log: LogId, n: number) => boolean
  /** Ours, or below us: its shared and directory logs are relayed upwards. */
  readonly isBelow: (house: string) => boolean
  /** Above us, and our root has said so to whoever is below: its directory and what it wrote to them is relayed downwards. */
  readonly isAbove: (house: string) => boolean
  /** Whoever made it and whom it is for; each of its events passes `admits` (admits.ts) besides. `from.house` must be the house that let `from.pc` in. */
  readonly verdict: (of: { from: { house: string; pc: string }; to: { house: string } }) => Verdict
  /** Everything that somebody who knows our root needs to check these PCs: grants, revocations, houses between. */
  readonly statementsFor: (pcs: Iterable<string>) => Statements
  /** The same, with statements that came from elsewhere. Those that no known root has signed change nothing. */
  readonly learn: (more: Partial<Statements>) => Trust
  /** Of these, the ones that are valid and say something that the book does not hold yet: to be stored (store-grants). */
  readonly news: (of: Partial<Statements>) => Statements
}

/** What is read of the book; a Reading fits. */
export type TrustSource = {
  readonly ids: (type: string) => Iterable<EntityId>
  readonly read: (id: EntityId) => Readonly<Record<string, unknown>> | null
  readonly held: (id: EntityId, field: string) => readonly unknown[]
}

/** What the book holds, before anything of it is checked (factsIn). */
export type Facts = {
  /** uuid. */
  readonly house: string
  readonly root: Uint8Array | null
  readonly self: Self | null
  readonly card: { readonly name: string; readonly code: string; readonly short: string }
  /** Other houses, compared by a person here. */
  readonly pinned: readonly KnownHouse[]
  readonly grants: readonly DeviceGrant[]
  readonly revocations: readonly Revocation[]
  readonly houses: readonly HouseGrant[]
  /** PCs of this house that have other keys now: nothing is for them any more, and nobody waits for their word. */
  readonly retired: ReadonlySet<string>
  /** Of PCs that were renamed. */
  readonly names: ReadonlyMap<string, string>
}
