/** 导入: its record first, then its cases (import-request.ts), then what came of it. */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { IMPORT_BEGUN, IMPORT_FINISHED, importId, type ImportBegun } from '../import-record/fields.ts'
import { ok } from '../lib/result.ts'
import type { z } from '../lib/schema.ts'

export function beginImport(_reading: Reading, input: ImportBegun, asked: Asked): Decision {
  const form = checked(IMPORT_BEGUN, input)
  if (!form.ok) return form
  return ok([
    { entity: asked.newId('import'), kind: 'import-begun', fields: { ...form.value, at: asked.now, by: asked.user } },
  ])
}

const FINISH = IMPORT_FINISHED.extend({ import: importId })
export type FinishImport = z.infer<typeof FINISH>

export function finishImport(reading: Reading, input: FinishImport, asked: Asked): Decision {
  const form = checked(FINISH, input)
  if (!form.ok) return form
  const { import: entity, ...fields } = form.value
  if (!reading.exists(entity)) return refuse('no-such-import')
  return ok([{ entity, kind: 'import-finished', fields: { ...fields, finishedAt: asked.now } }])
}
