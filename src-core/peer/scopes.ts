/**
 * Who may see what of houses, PCs, bundles and letters: it all stays in the house. What another one needs of it, grants above
 * all, stands in the bundle itself; a station need not learn what the PCs of the next one are called.
 */
import type { Scope } from '../kernel/event.ts'
import { SETTLEMENT_SCOPES } from './settlement.ts'
import type { BundleFields, DeviceFields, LetterFields, PackFields, PeerFields } from './fields.ts'

type ScopeTable<T> = Readonly<Record<keyof T & string, Scope>>

const PEER_SCOPES: ScopeTable<PeerFields> = {
  kind: 'private',
  name: 'private',
  code: 'private',
  short: 'private',
  root: 'private',
  at: 'private',
  left: 'private',
  vouched: 'private',
}

/** `scopes` is the kernel's own mark (IN_PART_KIND); the name goes wherever the grant, which has one too, has gone. */
const DEVICE_SCOPES: ScopeTable<DeviceFields> = {
  name: 'directory',
  grant: 'private',
  revocation: 'private',
  scopes: 'private',
  user: 'private',
  retired: 'private',
  heads: 'private',
}

const BUNDLE_SCOPES: ScopeTable<BundleFields> = {
  direction: 'private',
  peer: 'private',
  pc: 'private',
  profile: 'private',
  at: 'private',
  file: 'private',
  sha256: 'private',
  bytes: 'private',
  logs: 'private',
  letters: 'private',
  counts: 'private',
  heads: 'private',
  have: 'private',
  got: 'private',
  want: 'private',
  by: 'private',
}

const LETTER_SCOPES: ScopeTable<LetterFields> = {
  direction: 'private',
  peer: 'private',
  route: 'private',
  kind: 'private',
  body: 'private',
  at: 'private',
  answers: 'private',
  case: 'private',
  by: 'private',
}

const PACK_SCOPES: ScopeTable<PackFields> = {
  at: 'private',
  by: 'private',
  from: 'private',
  until: 'private',
  file: 'private',
  sha256: 'private',
  bytes: 'private',
  cases: 'private',
  gaps: 'private',
}

/** Entity types of this noun, each with its fields' scopes. */
export const PEER_TYPES = {
  peer: PEER_SCOPES,
  device: DEVICE_SCOPES,
  bundle: BUNDLE_SCOPES,
  letter: LETTER_SCOPES,
  pack: PACK_SCOPES,
  settlement: SETTLEMENT_SCOPES,
} as const
