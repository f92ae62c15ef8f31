/** A hotspot that is none, or is in hand already, with the reason; and taken up again. */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { entityId, z } from '../lib/schema.ts'
import { ok } from '../lib/result.ts'
import { DISMISSAL } from '../topic/dismissals.ts'

export const DISMISS_HOTSPOT = DISMISSAL.omit({ at: true, by: true })
export type DismissHotspot = z.infer<typeof DISMISS_HOTSPOT>

export function dismissHotspot(reading: Reading, input: DismissHotspot, asked: Asked): Decision {
  const form = checked(DISMISS_HOTSPOT, input)
  if (!form.ok) return form
  if (form.value.reason === 'other' && form.value.note === '') return refuse('reason-needed', ['note'])
  if (!form.value.cases.every((id) => reading.caseFile(id))) return refuse('no-such-case')
  return ok([
    {
      entity: asked.newId('hotspot-dismissal'),
      kind: 'hotspot-dismissed',
      fields: { ...form.value, at: asked.now, by: asked.user },
    },
  ])
}

export const RESTORE_HOTSPOT = z.object({ dismissal: entityId('hotspot-dismissal') })
export type RestoreHotspot = z.infer<typeof RESTORE_HOTSPOT>

export function restoreHotspot(reading: Reading, input: RestoreHotspot, _asked: Asked): Decision {
  const form = checked(RESTORE_HOTSPOT, input)
  if (!form.ok) return form
  const read = reading.read(form.value.dismissal)
  if (!read) return refuse('no-such-record', ['dismissal'])
  if (read['restored'] === true) return refuse('nothing-changed')
  return ok([{ entity: form.value.dismissal, kind: 'hotspot-restored', fields: { restored: true } }])
}
