/** 记动态, 记可达分钟, and taking back an entry that was only ever added to. */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ok } from '../lib/result.ts'
import { entityId, z } from '../lib/schema.ts'
import { dayOf, isDay } from '../lib/time.ts'
import { PROVIDER_NOTE, type ProviderNoteInput } from '../provider/provider-note.ts'
import { REACH_HOWS, reachId } from '../provider/reach.ts'

export function noteProvider(reading: Reading, input: ProviderNoteInput, asked: Asked): Decision {
  const form = checked(PROVIDER_NOTE, input)
  if (!form.ok) return form
  if (!reading.exists(form.value.provider)) return refuse('no-such-provider')
  if (!isDay(form.value.day)) return refuse('day-impossible', ['day'])
  if (form.value.day > dayOf(asked.now)) return refuse('in-the-future', ['day'])
  const fields = { ...form.value, at: asked.now, by: asked.user }
  return ok([{ entity: asked.newId('provider-note'), kind: 'provider-noted', fields }])
}

/** `minutes` null: not known any more. */
export const SAVE_REACH = z.object({
  service: entityId('service'),
  place: entityId('place'),
  minutes: z.number().int().min(1).max(600).nullable(),
  how: z.enum(REACH_HOWS),
})
export type SaveReach = z.infer<typeof SAVE_REACH>

export function saveReach(reading: Reading, input: SaveReach, _asked: Asked): Decision {
  const form = checked(SAVE_REACH, input)
  if (!form.ok) return form
  const { service, place } = form.value
  if (!reading.exists(service)) return refuse('no-such-service', ['service'])
  if (!reading.exists(place)) return refuse('unknown-place', ['place'])
  return ok([{ entity: reachId(service, place), kind: 'reach-said', fields: form.value }])
}

/** Entries that are only ever added to; taken back they stay visible, struck through. To add one: here. */
export const TAKE_BACK_ENTRY = z.object({
  entry: z.union([entityId('provider-note'), entityId('task-claim'), entityId('service-time'), entityId('sign-up')]),
})
export type TakeBackEntry = z.infer<typeof TAKE_BACK_ENTRY>

export function takeBackEntry(reading: Reading, input: TakeBackEntry, _asked: Asked): Decision {
  const form = checked(TAKE_BACK_ENTRY, input)
  if (!form.ok) return form
  const { entry } = form.value
  const before = reading.read(entry)
  if (!before) return refuse('no-such-entry')
  if (before['withdrawn'] === true) return refuse('nothing-changed')
  return ok([{ entity: entry, kind: 'entry-taken-back', fields: { withdrawn: true } }])
}
