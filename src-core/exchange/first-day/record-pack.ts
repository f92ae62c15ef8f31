/** 上报材料.zip was made: who, when, of which days, and the file's hash, so that it can be said later which one went out. */
import { checked, type Asked, type Decision, type Reading } from '#core/case-file/decision.ts'
import { ok } from '#core/lib/result.ts'
import { moment, z } from '#core/lib/schema.ts'

const count = z.number().int().min(0)

export const RECORD_PACK = z.object({
  from: moment,
  until: moment,
  file: z.string().min(1).max(200),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: count,
  cases: count,
  gaps: count,
})
export type RecordPack = z.infer<typeof RECORD_PACK>

export function recordPack(_reading: Reading, input: RecordPack, asked: Asked): Decision {
  const form = checked(RECORD_PACK, input)
  if (!form.ok) return form
  return ok([
    { entity: asked.newId('pack'), kind: 'pack-made', fields: { ...form.value, at: asked.now, by: asked.user } },
  ])
}
