/** 地点: entered or corrected by hand. A place stays where it is below its parent; two of one name there are one. */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { checkPhone } from '../lib/phone.ts'
import { ok } from '../lib/result.ts'
import type { z } from '../lib/schema.ts'
import { PLACE, placeCard, placeId, type PlaceCard, type PlaceKind } from '../place/fields.ts'
import { mayStandBelow } from '../place/place-tree.ts'
import { plainPlace } from '../place/place-words.ts'

export const SAVE_PLACE = PLACE.extend({ id: placeId.optional() })
export type SavePlace = z.infer<typeof SAVE_PLACE>

export const placesOf = (reading: Pick<Reading, 'ids' | 'read'>): PlaceCard[] =>
  [...reading.ids('place')].flatMap((id) => {
    const fields = reading.read(id)
    return fields ? [placeCard(id, fields)] : []
  })

const CODE_LENGTH: Readonly<Partial<Record<PlaceKind, number>>> = { district: 6, street: 9, community: 12 }

/**
 * Refuses 'no-such-place', 'wrong-parent' (a door below a street, a circle), 'place-known' (a sibling is called so),
 * 'phone-wrong'; a code of another length than its level's is 'invalid-input'.
 */
export function savePlace(reading: Reading, input: SavePlace, asked: Asked): Decision {
  const form = checked(SAVE_PLACE, input)
  if (!form.ok) return form
  const { id, ...fields } = form.value
  const { kind, parent = '', code = '', grid = '', residentGroup = '' } = fields
  if (id && !reading.read(id)) return refuse('no-such-place')
  if (code !== '' && code.length !== CODE_LENGTH[kind]) return refuse('invalid-input', ['code'])
  if (!checkPhone(fields.leaderPhone).ok) return refuse('phone-wrong', ['leaderPhone'])
  const above = parent === '' ? null : reading.read(parent)
  if (parent !== '' && !above) return refuse('no-such-place', ['parent'])
  if (!mayStandBelow(kind, above ? (above['kind'] as PlaceKind) : null)) return refuse('wrong-parent', ['parent'])
  const seen = new Set<unknown>()
  for (
    let at: unknown = parent;
    typeof at === 'string' && at !== '' && !seen.has(at);
    at = reading.read(at)?.['parent']
  ) {
    // prettier-ignore
    if (at === id) return refuse('wrong-parent', ['parent'])
    seen.add(at)
  }
  for (const [field, across, wanted] of [
    ['grid', grid, 'grid'],
    ['residentGroup', residentGroup, 'resident-group'],
  ] as const)
    // prettier-ignore
    if (across !== '' && reading.read(across)?.['kind'] !== wanted) return refuse('no-such-place', [field])
  const name = plainPlace(fields.name)
  const known = placesOf(reading).some(
    (place) =>
      place.id !== id && !place.retired && place.kind === kind && (place.parent ?? '') === parent && plainPlace(place.name) === name, // prettier-ignore
  )
  if (known) return refuse('place-known', ['name'])
  return ok([{ entity: id ?? asked.newId('place'), kind: id ? 'place-changed' : 'place-entered', fields }])
}
