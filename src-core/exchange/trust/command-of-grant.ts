/** What taking a grant file writes down; null when it is for another PC or another house. */
import { toBase64url } from '#core/lib/bytes.ts'
import { wordAbove, type Ours } from './answers.ts'
import type { FoundHouse } from './found-house.ts'
import type { GrantFile } from './grant-file.ts'
import type { PinHouse } from './pin-house.ts'
import type { StoreGrants } from './store-grants.ts'

export type GrantCommand =
  | { readonly name: 'pin-house'; readonly input: PinHouse }
  | { readonly name: 'store-grants'; readonly input: StoreGrants }
  | { readonly name: 'found-house'; readonly input: FoundHouse }

export function commandOfGrant({ own, trust, identity, now }: Ours, file: GrantFile): GrantCommand | null {
  const { from, root, statements } = file
  if (file.kind === 'house') {
    if (file.to.house !== own.house || !trust.root || file.to.root !== toBase64url(trust.root)) return null
    const word = identity.root && wordAbove({ own, now, root: identity.root }, { ...from, root })
    return { name: 'pin-house', input: { ...from, kind: 'upper', root, statements, ...(word && { vouched: word }) } }
  }
  if (from.house !== own.house || file.grant.pc !== identity.pc) return null
  // Of this PC's new keys; one that was cut off while it joined has no root on record yet.
  if (!trust.root) return { name: 'found-house', input: { root, grant: file.grant } }
  return { name: 'store-grants', input: { ...statements, grants: [...statements.grants, file.grant] } }
}
