/** 四有: one look at one of the four, its pictures, and taking a look back that was entered by mistake. */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import type { Draft } from '../kernel/command.ts'
import type { EntityId } from '../kernel/event.ts'
import { HAVE_CHECK, HAVE_PHOTO, haveCheck, haveCheckId, MOST_PHOTOS } from '../have/fields.ts'
import { countPoints } from '../have/standing.ts'
import { POINTS } from '../have/points.ts'
import { ok } from '../lib/result.ts'
import { someWords, z } from '../lib/schema.ts'
import { dayOf } from '../lib/time.ts'

const PHOTO = HAVE_PHOTO.omit({ check: true, at: true, by: true })
const photos = z.array(PHOTO).max(MOST_PHOTOS)

/** `photos`: sealed and on the disk before this decision runs (desk keepFile). */
export const CHECK_HAVE = HAVE_CHECK.omit({ at: true, by: true }).extend({ photos })
export type CheckHave = z.infer<typeof CHECK_HAVE>

export function checkHave(reading: Reading, input: CheckHave, asked: Asked): Decision {
  const form = checked(CHECK_HAVE, input)
  if (!form.ok) return form
  const { photos: taken, ...fields } = form.value
  const place = reading.read(fields.place)
  if (place?.['kind'] !== 'neighbourhood' || place['retired'] === true) return refuse('not-a-neighbourhood', ['place'])
  if (fields.checkedOn > dayOf(asked.now)) return refuse('in-the-future', ['checkedOn'])
  if (fields.recheckOn !== '' && fields.recheckOn <= fields.checkedOn) return refuse('recheck-too-early', ['recheckOn'])
  const known = POINTS[fields.have]
  if (Object.keys(fields.points).some((key) => !known.some((one) => one.key === key))) return refuse('invalid-input', ['points']) // prettier-ignore
  if (countPoints(fields.have, fields.points).unchecked === known.length) return refuse('nothing-checked', ['points'])
  if (fields.carrier !== 'nobody' && fields.carrierName === '') return refuse('invalid-input', ['carrierName'])
  if (!fields.cases.every((id) => reading.caseFile(id))) return refuse('no-such-case', ['cases'])
  if (!fields.topics.every((id) => reading.exists(id))) return refuse('no-such-topic', ['topics'])
  const check = asked.newId('have-check')
  const made = { entity: check, kind: 'have-checked', fields: { ...fields, at: asked.now, by: asked.user } }
  return ok([made, ...photoDrafts(check, taken, asked)])
}

const photoDrafts = (check: EntityId, taken: z.infer<typeof photos>, asked: Asked): Draft[] =>
  taken.map((photo) => ({
    entity: asked.newId('have-photo'),
    kind: 'have-pictured',
    fields: { ...photo, check, at: asked.now, by: asked.user },
  }))

/** Pictures that come later: from the phone, the next day. */
export const ADD_HAVE_PHOTOS = z.object({ check: haveCheckId, photos: photos.min(1) })
export type AddHavePhotos = z.infer<typeof ADD_HAVE_PHOTOS>

export function addHavePhotos(reading: Reading, input: AddHavePhotos, asked: Asked): Decision {
  const form = checked(ADD_HAVE_PHOTOS, input)
  if (!form.ok) return form
  const { check, photos: taken } = form.value
  if (!reading.read(check)) return refuse('no-such-check')
  return ok(photoDrafts(check, taken, asked))
}

export const TAKE_BACK_CHECK = z.object({ check: haveCheckId, reason: someWords(200) })
export type TakeBackCheck = z.infer<typeof TAKE_BACK_CHECK>

export function takeBackCheck(reading: Reading, input: TakeBackCheck, asked: Asked): Decision {
  const form = checked(TAKE_BACK_CHECK, input)
  if (!form.ok) return form
  const { check, reason } = form.value
  const read = reading.read(check)
  if (!read) return refuse('no-such-check')
  if (haveCheck(check, read).takenBack !== undefined) return refuse('nothing-changed')
  const fields = { takenBack: reason, takenBackAt: asked.now, takenBackBy: asked.user }
  return ok([{ entity: check, kind: 'have-check-taken-back', fields }])
}
