/** 协商议事 on a topic: begun, and its particulars changed. What happened is recorded step by step (record-step.ts). */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ok } from '../lib/result.ts'
import type { z } from '../lib/schema.ts'
import { DELIBERATION, deliberationCard, deliberationId } from '../topic/deliberation-fields.ts'

export const BEGIN_DELIBERATION = DELIBERATION.omit({ at: true, by: true })
export type BeginDeliberation = z.infer<typeof BEGIN_DELIBERATION>

export function beginDeliberation(reading: Reading, input: BeginDeliberation, asked: Asked): Decision {
  const form = checked(BEGIN_DELIBERATION, input)
  if (!form.ok) return form
  if (!reading.read(form.value.topic)) return refuse('no-such-topic')
  return ok([
    {
      entity: asked.newId('deliberation'),
      kind: 'deliberation-begun',
      fields: { ...form.value, at: asked.now, by: asked.user },
    },
  ])
}

/** Fields left out stay as they are. */
export const CHANGE_DELIBERATION = BEGIN_DELIBERATION.omit({ topic: true })
  .partial()
  .extend({ deliberation: deliberationId })
export type ChangeDeliberation = z.infer<typeof CHANGE_DELIBERATION>

export function changeDeliberation(reading: Reading, input: ChangeDeliberation, _asked: Asked): Decision {
  const form = checked(CHANGE_DELIBERATION, input)
  if (!form.ok) return form
  const { deliberation, ...wanted } = form.value
  const before = reading.read(deliberation)
  if (!before) return refuse('no-such-deliberation')
  const shown = deliberationCard(deliberation, before)
  const changed = Object.entries(wanted).filter(([field, now]) => now !== undefined && now !== shown[field as keyof typeof wanted]) // prettier-ignore
  if (changed.length === 0) return refuse('nothing-changed')
  return ok([{ entity: deliberation, kind: 'deliberation-changed', fields: Object.fromEntries(changed) }])
}
