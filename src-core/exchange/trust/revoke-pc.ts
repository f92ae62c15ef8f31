/** A PC of this house does not count any more from a point on: lost, stolen, given away, or its keys renewed. */
import { checked, refuse, type Asked, type Decision, type Reading } from '#core/case-file/decision.ts'
import { LOG_PATTERN } from '#core/kernel/event.ts'
import { ok } from '#core/lib/result.ts'
import { z } from '#core/lib/schema.ts'
import type { KeptHead } from '#core/peer/fields.ts'
import { ownHouse } from '#core/peer/houses.ts'
import { isSaidBy, PC, REVOCATION } from './statements.ts'
import { trustOf } from './trust-of.ts'

export const REVOKE_PC = z.object({ revocation: REVOCATION })
export type RevokePc = z.input<typeof REVOKE_PC>

export function revokePc(reading: Reading, input: RevokePc, _asked: Asked): Decision {
  const form = checked(REVOKE_PC, input)
  if (!form.ok) return form
  const revocation = form.value.revocation
  const house = ownHouse(reading)
  const trust = trustOf(reading, null, house)
  if (!trust.root) return refuse('no-root-yet')
  if (revocation.house !== house || !isSaidBy(revocation, trust.root)) return refuse('not-signed')
  if (trust.houseOf(revocation.pc) !== house) return refuse('no-such-pc')
  if (trust.isRevoked(revocation.pc)) return refuse('revoked-already')
  return ok([{ entity: `device:${revocation.pc}`, kind: 'pc-revoked', fields: { revocation } }])
}

const HEAD = z.object({
  log: z.string().regex(LOG_PATTERN),
  n: z.number().int().min(1),
  id: z.string().min(1).max(64),
  sig: z.string().min(1).max(100),
})
export const RETIRE_PC = z.object({ pc: z.string().regex(PC), heads: z.array(HEAD).max(4_000).optional() })
export type RetirePc = z.infer<typeof RETIRE_PC>

/**
 * This PC's keys were used in two places (a copied folder, a backup that was put back): whoever opens either of them next gets
 * new ones. Nothing that they signed is lost: with `heads` (export/lastHeads) it can still be passed on.
 */
export function retirePc(reading: Reading, input: RetirePc, asked: Asked): Decision {
  const form = checked(RETIRE_PC, input)
  if (!form.ok) return form
  const entity = `device:${form.value.pc}`
  const isRetired = Boolean(reading.read(entity)?.['retired'])
  const { heads } = form.value
  if (isRetired && !heads) return refuse('nothing-changed')
  const known = reading.held(entity, 'heads').flatMap((value) => (Array.isArray(value) ? (value as KeptHead[]) : []))
  const all = new Map([...known, ...(heads ?? [])].map((head) => [head.id, head]))
  return ok([
    {
      entity,
      kind: 'pc-retired',
      fields: { ...(!isRetired && { retired: asked.now }), ...(all.size > 0 && { heads: [...all.values()] }) },
    },
  ])
}
