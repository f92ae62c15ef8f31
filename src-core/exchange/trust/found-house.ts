/** The founding PC says who it is, the first time anything needs it: the house's root key, and its own grant. */
import { checked, refuse, type Asked, type Decision, type Reading } from '#core/case-file/decision.ts'
import { toBase64url } from '#core/lib/bytes.ts'
import { ok } from '#core/lib/result.ts'
import { z } from '#core/lib/schema.ts'
import { STATION } from '#core/station/fields.ts'
import { ownHouse } from '#core/peer/houses.ts'
import { ROOT, rootOf } from './shapes.ts'
import { DEVICE_GRANT, isSaidBy } from './statements.ts'
import { trustOf } from './trust-of.ts'

export const FOUND_HOUSE = z.object({ root: ROOT, grant: DEVICE_GRANT })
export type FoundHouse = z.input<typeof FOUND_HOUSE>

/** Also for this PC's new keys after a copy was seen: the root key stays, the grant and its letter are new. */
export function foundHouse(reading: Reading, input: FoundHouse, asked: Asked): Decision {
  const form = checked(FOUND_HOUSE, input)
  if (!form.ok) return form
  const house = ownHouse(reading)
  const grant = form.value.grant
  const before = trustOf(reading, null, house)
  const root = rootOf(form.value.root)
  if (before.root && toBase64url(before.root) !== form.value.root) return refuse('other-root')
  if (grant.house !== house || !isSaidBy(grant, root)) return refuse('not-signed')
  if (before.grantOf(grant.pc)) return refuse('nothing-changed')
  if (before.letters.has(grant.letter)) return refuse('letter-taken')
  const { name, code, short } = STATION.parse(reading.read(`station:${house}`))
  const own = { kind: 'own', name, code, short, root: form.value.root, at: asked.now, left: '' }
  return ok([
    ...(before.root ? [] : [{ entity: `peer:${house}`, kind: 'house-founded', fields: own }]),
    { entity: `device:${grant.pc}`, kind: 'pc-granted', fields: { grant, user: asked.user } },
  ])
}
