/** 并入同一事项, and 重复件 of an earlier case (DOMAIN §3.6): see src-core/topic/join-drafts.ts. */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { entityId, type z } from '../lib/schema.ts'
import { JOIN, joinDrafts } from '../topic/join-drafts.ts'

export const JOIN_MATTER = JOIN.extend({ case: entityId('case') })
export type JoinMatter = z.infer<typeof JOIN_MATTER>

export function joinMatter(reading: Reading, input: JoinMatter, asked: Asked): Decision {
  const form = checked(JOIN_MATTER, input)
  if (!form.ok) return form
  const { case: id, ...join } = form.value
  return reading.caseFile(id) ? joinDrafts(reading, id, join, asked) : refuse('no-such-case')
}
