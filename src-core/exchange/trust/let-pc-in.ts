/**
 * Another PC of this house gets its grant. Whoever compared the fingerprint chooses who signs in on it first: a colleague, or
 * somebody new. Decided in the writer's queue, so of two requests answered at once only one gets the letter.
 */
import { checked, refuse, type Asked, type Decision, type Reading } from '#core/case-file/decision.ts'
import { ok } from '#core/lib/result.ts'
import { entityId, someWords, z } from '#core/lib/schema.ts'
import { ownHouse } from '#core/peer/houses.ts'
import { DEVICE_GRANT, isSaidBy } from './statements.ts'
import { trustOf } from './trust-of.ts'

export const LET_PC_IN = z.object({
  grant: DEVICE_GRANT,
  user: z.union([z.object({ id: entityId('user') }), z.object({ name: someWords(40) })]),
})
export type LetPcIn = z.input<typeof LET_PC_IN>

export function letPcIn(reading: Reading, input: LetPcIn, asked: Asked): Decision {
  const form = checked(LET_PC_IN, input)
  if (!form.ok) return form
  const house = ownHouse(reading)
  const trust = trustOf(reading, null, house)
  const grant = form.value.grant
  if (!trust.root) return refuse('no-root-yet')
  if (grant.house !== house || !isSaidBy(grant, trust.root)) return refuse('not-signed')
  if (trust.houseOf(grant.pc) !== null) return refuse('pc-known')
  if (trust.letters.has(grant.letter)) return refuse('letter-taken')
  const { user } = form.value
  const entered = (id: string, fields: object) => ({ entity: id, kind: 'user-entered', fields: { ...fields } })
  if ('id' in user) {
    const colleague = reading.read(user.id)
    if (!colleague) return refuse('no-such-colleague')
    if (colleague['leftOn']) return refuse('colleague-left')
    return ok([
      { entity: `device:${grant.pc}`, kind: 'pc-granted', fields: { grant, user: user.id } },
      ...(colleague['account'] === false ? [entered(user.id, { account: true })] : []),
    ])
  }
  const same = [...reading.ids('user')].some((id) => reading.read(id)?.['name'] === user.name)
  if (same) return refuse('same-name', ['name'])
  const id = asked.newId('user')
  return ok([
    { entity: `device:${grant.pc}`, kind: 'pc-granted', fields: { grant, user: id } },
    entered(id, { name: user.name }),
  ])
}
