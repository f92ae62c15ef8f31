import { toBase64url } from '#core/lib/bytes.ts'
import { foundingOf, wordAbove, type Ours } from './answers.ts'
import type { GrantCommand } from './command-of-grant.ts'

/**
 * What this PC, if it has the root key, has yet to say before anything leaves: who the house is, and (to those below) that the
 * upper office is ours, where that one was taken in on a PC that cannot sign it. Null where nothing is missing.
 */
export function wordsMissing(ours: Ours): GrantCommand | null {
  const founding = foundingOf(ours)
  if (founding) return { name: 'found-house', input: founding }
  const { trust, identity, own, now } = ours
  const all = [...trust.houses.values()].filter(({ via, left }) => via === null && left === '')
  const upper = all.find(({ kind }) => kind === 'upper')
  if (!identity.root || !upper || trust.isAbove(upper.house) || !all.some(({ kind }) => kind === 'below')) return null
  const word = wordAbove({ own, now, root: identity.root }, { ...upper, root: toBase64url(upper.root) })
  return { name: 'store-grants', input: { grants: [], revocations: [], houses: [word] } }
}
