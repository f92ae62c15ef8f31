/**
 * 服务缺口: nobody fits (DOMAIN §4.4). What was wanted, where, of which kind and by when; the case itself stays open. The place
 * is written as the neighbourhood: the upper office learns where something is lacking, and never at whose door.
 */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ACTS } from '../case-file/fields.ts'
import { isOpen, statusOf } from '../case-file/status.ts'
import { ok } from '../lib/result.ts'
import type { z } from '../lib/schema.ts'

export const RECORD_GAP = ACTS.gap.omit({ at: true, by: true })
export type RecordGap = z.infer<typeof RECORD_GAP>

export function recordGap(reading: Reading, input: RecordGap, asked: Asked): Decision {
  const form = checked(RECORD_GAP, input)
  if (!form.ok) return form
  const { placeId, ...rest } = form.value
  const file = reading.caseFile(rest.case)
  if (!file) return refuse('no-such-case')
  if (!isOpen(statusOf(file))) return refuse('case-closed')
  const area = placeId === undefined ? null : wideEnough(reading, placeId)
  const fields = { ...rest, ...(area !== null && { placeId: area }), at: asked.now, by: asked.user }
  return ok([{ entity: asked.newId('gap'), kind: 'gap-recorded', fields }])
}

const TOO_NARROW: ReadonlySet<unknown> = new Set(['building', 'unit', 'door'])
/** More levels than a tree of places has. */
const UP = 10

function wideEnough(reading: Reading, id: string): string | null {
  let at: string = id
  for (let i = 0; i < UP; i++) {
    const place = reading.read(at)
    if (!place) return null
    if (!TOO_NARROW.has(place['kind'])) return at
    at = String(place['parent'] ?? '')
  }
  return null
}
