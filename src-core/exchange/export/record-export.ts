/** A bundle went out: written down once the file was read back from its target and its SHA-256 compared. */
import { checked, refuse, type Asked, type Decision, type Reading } from '#core/case-file/decision.ts'
import { LOG_PATTERN } from '#core/kernel/event.ts'
import { ok } from '#core/lib/result.ts'
import { z } from '#core/lib/schema.ts'
import { PROFILES } from '#core/peer/codes.ts'

const count = z.number().int().min(0)

export const RECORD_EXPORT = z.object({
  bundle: z.string().regex(/^[0-9a-f]{32}$/),
  /** uuid of the receiving house. */
  peer: z.string().min(1).max(80),
  pc: z.string().regex(/^[0-9a-f]{16}$/),
  profile: z.enum(PROFILES),
  file: z.string().min(1).max(200),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: count,
  logs: z.record(z.string().regex(LOG_PATTERN), z.tuple([count, count])),
  letters: z.array(z.string().min(1).max(100)).max(4_000),
})
export type RecordExport = z.infer<typeof RECORD_EXPORT>

export function recordExport(reading: Reading, input: RecordExport, asked: Asked): Decision {
  const form = checked(RECORD_EXPORT, input)
  if (!form.ok) return form
  const { bundle, ...fields } = form.value
  const entity = `bundle:${bundle}`
  if (reading.exists(entity)) return refuse('nothing-changed')
  return ok([
    {
      entity,
      kind: 'bundle-exported',
      fields: { direction: 'out', ...fields, at: asked.now, by: asked.user },
    },
  ])
}
