/**
 * Who may see what of houses, PCs, bundles and letters. A grant is `directory`: everybody who gets events of a PC must be able
 * to check it. Everything else stays in the house: what another one needs of it stands in the bundle itself.
 */
import type { Scope } from '../kernel/event.ts'
import type { BundleFields, DeviceFields, LetterFields, PeerFields } from './fields.ts'

type ScopeTable<T> = Readonly<Record<keyof T & string, Scope>>

const PEER_SCOPES: ScopeTable<PeerFields> = {
  kind: 'private',
  name: 'private',
  code: 'private',
  short: 'private',
  root: 'private',
  at: 'private',
  left: 'private',
}

/** `scopes` is the kernel's own mark (IN_PART_KIND). */
const DEVICE_SCOPES: ScopeTable<DeviceFields> = {
  grant: 'directory',
  revocation: 'directory',
  scopes: 'private',
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
  upTo: 'private',
  by: 'private',
}

const LETTER_SCOPES: ScopeTable<LetterFields> = {
  direction: 'private',
  peer: 'private',
  kind: 'private',
  body: 'private',
  at: 'private',
  answers: 'private',
  case: 'private',
  by: 'private',
}

/** Entity types of this noun, each with its fields' scopes. */
export const PEER_TYPES = {
  peer: PEER_SCOPES,
  device: DEVICE_SCOPES,
  bundle: BUNDLE_SCOPES,
  letter: LETTER_SCOPES,
} as const
