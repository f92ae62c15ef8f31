/** What people call a PC of this house. Its keys and its letter stay; on every PC of the house it may be said. */
import { checked, refuse, type Asked, type Decision, type Reading } from '#core/case-file/decision.ts'
import { ok } from '#core/lib/result.ts'
import { someWords, z } from '#core/lib/schema.ts'
import { ownHouse } from '#core/peer/houses.ts'
import { PC } from './statements.ts'
import { trustOf } from './trust-of.ts'

export const RENAME_PC = z.object({ pc: z.string().regex(PC), name: someWords(40) })
export type RenamePc = z.infer<typeof RENAME_PC>

export function renamePc(reading: Reading, input: RenamePc, _asked: Asked): Decision {
  const form = checked(RENAME_PC, input)
  if (!form.ok) return form
  const { pc, name } = form.value
  const house = ownHouse(reading)
  const trust = trustOf(reading, null, house)
  if (trust.houseOf(pc) !== house) return refuse('no-such-pc')
  if (trust.nameOf(pc) === name) return refuse('nothing-changed')
  return ok([{ entity: `device:${pc}`, kind: 'pc-renamed', fields: { name } }])
}
