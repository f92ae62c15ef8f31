/** A connection ends: from then on nothing goes there and nothing is taken from there. What was taken before stays. */
import { checked, refuse, type Asked, type Decision, type Reading } from '#core/case-file/decision.ts'
import { ok } from '#core/lib/result.ts'
import { z } from '#core/lib/schema.ts'
import { ownHouse, peerOf } from '#core/peer/houses.ts'
import { HOUSE } from './statements.ts'

export const LEAVE_HOUSE = z.object({ house: z.string().regex(HOUSE) })
export type LeaveHouse = z.infer<typeof LEAVE_HOUSE>

/** Taken back by connecting again (pin-house), with the fingerprint compared anew. */
export function leaveHouse(reading: Reading, input: LeaveHouse, asked: Asked): Decision {
  const form = checked(LEAVE_HOUSE, input)
  if (!form.ok) return form
  const { house } = form.value
  if (house === ownHouse(reading)) return refuse('own-house')
  if (!peerOf(reading, house)?.root) return refuse('no-such-house')
  return ok([{ entity: `peer:${house}`, kind: 'house-left', fields: { left: asked.now } }])
}
