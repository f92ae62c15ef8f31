/** What a PC that was let in writes first: the house, who signs in here, the root key that was compared, and its grants. */
import { checked, refuse, type Asked, type Decision, type Reading } from '#core/case-file/decision.ts'
import { ok } from '#core/lib/result.ts'
import { entityId, someWords, z } from '#core/lib/schema.ts'
import { HOUSE_CARD, ROOT, rootOf, STATEMENTS } from './shapes.ts'
import { statementDrafts } from './statement-drafts.ts'
import { isSaidBy } from './statements.ts'

export const JOIN_HOUSE = HOUSE_CARD.extend({
  root: ROOT,
  user: z.object({ id: entityId('user'), name: someWords(40) }),
  statements: STATEMENTS,
})
export type JoinHouse = z.input<typeof JOIN_HOUSE>

/**
 * The same values as at the founding PC, so that the first hand-over meets no difference; since when the house exists comes with
 * that.
 */
export function joinHouse(reading: Reading, input: JoinHouse, _asked: Asked): Decision {
  const form = checked(JOIN_HOUSE, input)
  if (!form.ok) return form
  const { house, name, code, short, root, user } = form.value
  if (reading.exists(`station:${house}`)) return refuse('station-exists')
  const statements = form.value.statements
  const all = [...statements.grants, ...statements.revocations]
  if (!all.every((one) => one.house === house && isSaidBy(one, rootOf(root)))) return refuse('not-signed')
  const own = { kind: 'own', name, code, short, root, left: '' }
  return ok([
    { entity: `station:${house}`, kind: 'station-set-up', fields: { name, code, short } },
    { entity: user.id, kind: 'user-entered', fields: { name: user.name } },
    { entity: `peer:${house}`, kind: 'house-founded', fields: own },
    ...statementDrafts(house, { ...statements, houses: [] }, () => false),
  ])
}
