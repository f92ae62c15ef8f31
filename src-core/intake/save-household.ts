/** 户: its head, where it lives, a note. Members are the persons who name it, so joining is a change of the person. */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ok } from '../lib/result.ts'
import { z } from '../lib/schema.ts'
import { HOUSEHOLD, householdId, personId } from '../person/fields.ts'

export const SAVE_HOUSEHOLD = HOUSEHOLD.extend({ id: householdId })
export type SaveHousehold = z.infer<typeof SAVE_HOUSEHOLD>

export function saveHousehold(reading: Reading, input: SaveHousehold, _asked: Asked): Decision {
  const form = checked(SAVE_HOUSEHOLD, input)
  if (!form.ok) return form
  const { id, ...fields } = form.value
  if (!reading.read(id)) return refuse('no-such-household')
  if (fields.head && reading.read(fields.head)?.['household'] !== id) return refuse('not-a-member', ['head'])
  if (fields.place && !reading.read(fields.place)) return refuse('no-such-place', ['place'])
  return ok([{ entity: id, kind: 'household-changed', fields }])
}

const JOIN = z.object({ person: personId, household: householdId.or(z.enum(['', 'new'])) })
export type JoinHousehold = z.infer<typeof JOIN>

/** 加入一户, leave it (''), or found one as its head ('new'). */
export function joinHousehold(reading: Reading, input: JoinHousehold, asked: Asked): Decision {
  const form = checked(JOIN, input)
  if (!form.ok) return form
  const { person, household } = form.value
  const before = reading.read(person)
  if (!before) return refuse('no-such-person')
  if (household === 'new') {
    const id = asked.newId('household')
    const { place = '', placeWords = '' } = before
    return ok([
      { entity: person, kind: 'person-changed', fields: { household: id } },
      { entity: id, kind: 'household-entered', fields: { head: person, place, placeWords, note: '' } },
    ])
  }
  if (household !== '' && !reading.read(household)) return refuse('no-such-household')
  if ((before['household'] ?? '') === household) return refuse('nothing-changed')
  return ok([{ entity: person, kind: 'person-changed', fields: { household } }])
}
