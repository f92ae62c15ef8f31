/**
 * Another house is connected: a person has compared its fingerprint by phone with somebody there. Its root key is fixed from
 * then on; its PCs follow from what that key has signed, here and in every later bundle.
 */
import { checked, refuse, type Asked, type Decision, type Reading } from '#core/case-file/decision.ts'
import { toBase64url } from '#core/lib/bytes.ts'
import { ok } from '#core/lib/result.ts'
import { z } from '#core/lib/schema.ts'
import { ownHouse } from '#core/peer/houses.ts'
import { HOUSE_CARD, ROOT, rootOf, STATEMENTS } from './shapes.ts'
import { statementDrafts } from './statement-drafts.ts'
import { HOUSE_GRANT, isSaidBy } from './statements.ts'
import { trustOf } from './trust-of.ts'

export const PIN_HOUSE = HOUSE_CARD.extend({
  kind: z.enum(['upper', 'below']),
  root: ROOT,
  statements: STATEMENTS,
  /** Our own root's word: for a house below, to whoever stands above us; for the one above, to those below. */
  vouched: z.optional(HOUSE_GRANT),
})
export type PinHouse = z.input<typeof PIN_HOUSE>

export function pinHouse(reading: Reading, input: PinHouse, asked: Asked): Decision {
  const form = checked(PIN_HOUSE, input)
  if (!form.ok) return form
  const { house, kind, root, name, code, short, vouched: word, statements } = form.value
  const own = ownHouse(reading)
  const trust = trustOf(reading, null, own)
  if (house === own || (trust.root && toBase64url(trust.root) === root)) return refuse('own-house')
  const before = reading.read(`peer:${house}`)
  if (typeof before?.['root'] === 'string' && before['root'] !== root) return refuse('other-root')
  if (before?.['kind'] === kind && before['left'] === '') return refuse('nothing-changed')
  const upper = [...trust.houses.values()].find(
    (known) => known.kind === 'upper' && known.via === null && known.left === '',
  )
  if (kind === 'upper' && upper && upper.house !== house) return refuse('one-upper')
  const isOurWord = (said: NonNullable<typeof word>): boolean =>
    trust.root !== null && isSaidBy(said, trust.root) && said.house === house && said.root === root
  if (word && !(isOurWord(word) && (word.kind === 'upper') === (kind === 'upper'))) return refuse('not-signed')
  const theirs = statements.grants.filter((grant) => grant.house === house)
  // Without one PC there is nobody to write to, and a root that signed nothing was never compared with anything.
  if (theirs.length === 0 || !theirs.every((grant) => isSaidBy(grant, rootOf(root)))) return refuse('not-signed')
  const fields = { kind, name, code, short, root, at: asked.now, left: '', ...(word && { vouched: word }) }
  const revocations = statements.revocations.filter((one) => one.house === house && isSaidBy(one, rootOf(root)))
  const fresh = theirs.filter((grant) => trust.houseOf(grant.pc) === null)
  return ok([
    { entity: `peer:${house}`, kind: 'house-pinned', fields },
    ...statementDrafts(own, { grants: fresh, revocations, houses: [] }, () => kind === 'upper'),
  ])
}
