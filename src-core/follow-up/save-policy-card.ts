/** 政策卡片: what a rule says in plain words, with its source and date, so that two clerks give the same answer. */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { POLICY_CARD } from '../learning/fields.ts'
import { ok } from '../lib/result.ts'
import { entityId, z } from '../lib/schema.ts'
import { dayOf } from '../lib/time.ts'

export const SAVE_POLICY_CARD = POLICY_CARD.omit({ at: true, by: true, retired: true, checked: true }).extend({
  id: entityId('policy-card').optional(),
})
export type SavePolicyCard = z.infer<typeof SAVE_POLICY_CARD>

/** Refuses 'in-the-future' (the document's date), 'until-before-from', 'no-such-card', 'nothing-changed'. */
export function savePolicyCard(reading: Reading, input: SavePolicyCard, asked: Asked): Decision {
  const form = checked(SAVE_POLICY_CARD, input)
  if (!form.ok) return form
  const { id, ...written } = form.value
  if (written.date > dayOf(asked.now)) return refuse('in-the-future', ['date'])
  if (written.until && written.until < written.date) return refuse('until-before-from', ['until'])
  const before = id ? reading.read(id) : null
  if (id && !before) return refuse('no-such-card')
  if (before && Object.entries(written).every(([field, now]) => JSON.stringify(before[field] ?? '') === JSON.stringify(now))) return refuse('nothing-changed') // prettier-ignore
  // Whoever writes a card down has looked at the document.
  const fields = { ...written, checked: dayOf(asked.now) }
  if (id) return ok([{ entity: id, kind: 'policy-card-changed', fields }])
  return ok([
    {
      entity: asked.newId('policy-card'),
      kind: 'policy-card-written',
      fields: { ...fields, retired: false, at: asked.now, by: asked.user },
    },
  ])
}

export const CHECK_POLICY_CARD = z.object({ id: entityId('policy-card') })
export type CheckPolicyCard = z.infer<typeof CHECK_POLICY_CARD>

/** 核对过, 仍有效: as of today. */
export function checkPolicyCard(reading: Reading, input: CheckPolicyCard, asked: Asked): Decision {
  const form = checked(CHECK_POLICY_CARD, input)
  if (!form.ok) return form
  const read = reading.read(form.value.id)
  if (!read) return refuse('no-such-card')
  if (read['checked'] === dayOf(asked.now)) return refuse('nothing-changed')
  return ok([{ entity: form.value.id, kind: 'policy-card-checked', fields: { checked: dayOf(asked.now) } }])
}
