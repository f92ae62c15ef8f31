/**
 * 工作人员: who works at the station, with an account of the program or without one. Nobody is ever deleted: acts name
 * them. Whoever leaves or is away keeps their cases until somebody hands them over (core/follow-up/assign-case.ts).
 */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { entityId, type z } from '../lib/schema.ts'
import { ok } from '../lib/result.ts'
import { USER } from '../station/fields.ts'

/** Fields left out stay as they are. */
export const SAVE_COLLEAGUE = USER.omit({ account: true }).extend({ id: entityId('user').optional() })
export type SaveColleague = z.infer<typeof SAVE_COLLEAGUE>

export function saveColleague(reading: Reading, input: SaveColleague, asked: Asked): Decision {
  const form = checked(SAVE_COLLEAGUE, input)
  if (!form.ok) return form
  const { id, ...fields } = form.value
  if (id && !reading.exists(id)) return refuse('no-such-colleague')
  if (fields.awayFrom && fields.awayUntil && fields.awayUntil < fields.awayFrom)
    return refuse('invalid-input', ['awayUntil'])
  // Whoever is signed in is here.
  if (id === asked.user && fields.leftOn) return refuse('invalid-input', ['leftOn'])
  const same = [...reading.ids('user')].some((other) => other !== id && reading.read(other)?.['name'] === fields.name)
  if (same) return refuse('same-name', ['name'])
  const entity = id ?? asked.newId('user')
  return ok([
    {
      entity,
      kind: id ? 'colleague-changed' : 'colleague-entered',
      fields: { ...fields, ...(!id && { account: false }) },
    },
  ])
}
