/** 标为典型案例: a closed case told without anybody in it. Whoever saves has read the text and says so. */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import type { CaseFile } from '../case-file/case-file.ts'
import { isOpen, statusOf } from '../case-file/status.ts'
import { knownOf, personalIn, type KnownPerson } from '../learning/deidentify.ts'
import { MODEL_CASE, modelCase } from '../learning/fields.ts'
import { mayTeach } from '../learning/may-teach.ts'
import { ok } from '../lib/result.ts'
import { entityId, z } from '../lib/schema.ts'

const WRITTEN = MODEL_CASE.omit({ at: true, by: true, retired: true, case: true })
/** The fields in which people write. */
const TEXTS = ['title', 'situation', 'done', 'result', 'learnt'] as const

/** `id`: of the one that is changed. `read`: the whole text was read, and nothing in it tells who. */
export const SAVE_MODEL_CASE = WRITTEN.extend({
  case: entityId('case'),
  id: entityId('model-case').optional(),
  read: z.boolean(),
})
export type SaveModelCase = z.infer<typeof SAVE_MODEL_CASE>

/** Refuses 'no-such-case', 'case-open', 'not-for-learning', 'marked-already', 'not-read', 'personal-inside' (each field), 'no-such-card'. */
export function saveModelCase(reading: Reading, input: SaveModelCase, asked: Asked): Decision {
  const form = checked(SAVE_MODEL_CASE, input)
  if (!form.ok) return form
  const { id, read, case: caseId, ...written } = form.value
  const file = reading.caseFile(caseId)
  if (!file) return refuse('no-such-case')
  if (!mayTeach(file)) return refuse('not-for-learning')
  const before = id ? reading.read(id) : null
  if (id && (!before || modelCase(id, before).case !== caseId)) return refuse('no-such-card')
  if (!id && isOpen(statusOf(file))) return refuse('case-open')
  if (!id && [...reading.ids('model-case')].some((one) => isFor(reading, one, caseId))) return refuse('marked-already')
  const known = knownOf(file, peopleOf(reading, file))
  const personal = TEXTS.filter((field) => personalIn(written[field], known).length > 0)
  if (personal.length > 0) return refuse('personal-inside', personal)
  if (!read) return refuse('not-read', ['read'])
  if (before && Object.entries(written).every(([field, now]) => JSON.stringify(before[field] ?? '') === JSON.stringify(now))) return refuse('nothing-changed') // prettier-ignore
  if (id) return ok([{ entity: id, kind: 'model-case-changed', fields: written }])
  const fields = { ...written, case: caseId, retired: false, at: asked.now, by: asked.user }
  return ok([{ entity: asked.newId('model-case'), kind: 'model-case-written', fields }])
}

function isFor(reading: Reading, id: string, caseId: string): boolean {
  const read = reading.read(id)
  return read?.['case'] === caseId && read['retired'] !== true
}

const peopleOf = (reading: Reading, { fields }: CaseFile): KnownPerson[] =>
  [fields.person, fields.forPerson].flatMap((person) => (person && (reading.read(person) as KnownPerson | null)) || [])

export const RETIRE_CARD = z.object({
  id: z.union([entityId('model-case'), entityId('policy-card')]),
  retired: z.boolean(),
})
export type RetireCard = z.infer<typeof RETIRE_CARD>

/** 停用, of a model case or a policy card: found nowhere while one writes, and kept. */
export function retireCard(reading: Reading, input: RetireCard, _asked: Asked): Decision {
  const form = checked(RETIRE_CARD, input)
  if (!form.ok) return form
  const { id, retired } = form.value
  const read = reading.read(id)
  if (!read) return refuse('no-such-card')
  if ((read['retired'] ?? false) === retired) return refuse('nothing-changed')
  return ok([{ entity: id, kind: retired ? 'card-retired' : 'card-restored', fields: { retired } }])
}
