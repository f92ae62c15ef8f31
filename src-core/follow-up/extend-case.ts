/**
 * 延期 (DOMAIN §5.6): reason, approver, when and how the resident was told, and the new deadline. The old one is written
 * with it and stays visible.
 */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { dueOf } from '../case-file/due.ts'
import { ACTS } from '../case-file/fields.ts'
import { isOpen, statusOf } from '../case-file/status.ts'
import { ok } from '../lib/result.ts'
import type { z } from '../lib/schema.ts'

export const EXTEND_CASE = ACTS.extension.omit({ by: true, was: true, selfApproved: true }).partial({ at: true })
export type ExtendCase = z.infer<typeof EXTEND_CASE>

export function extendCase(reading: Reading, input: ExtendCase, asked: Asked): Decision {
  const form = checked(EXTEND_CASE, input)
  if (!form.ok) return form
  const { at = asked.now, dueAt, toldAt, toldWay } = form.value
  const file = reading.caseFile(form.value.case)
  if (!file) return refuse('no-such-case')
  if (!isOpen(statusOf(file))) return refuse('case-closed')
  const due = dueOf(file)
  const was = due.at ?? due.paused?.stood
  if (!was) return refuse('no-deadline')
  if (at > asked.now) return refuse('in-the-future', ['at'])
  if (dueAt <= was || dueAt <= at) return refuse('not-later', ['dueAt'])
  // Only where nobody is known is there nobody to tell.
  const missing = [...(toldAt ? [] : ['toldAt']), ...(toldWay ? [] : ['toldWay'])]
  if (!file.fields.anonymous && missing.length > 0) return refuse('tell-first', missing)
  if (toldAt && toldAt > asked.now) return refuse('in-the-future', ['toldAt'])
  const selfApproved = reading.read(asked.user)?.['name'] === form.value.approver
  return ok([
    {
      entity: asked.newId('extension'),
      kind: 'deadline-extended',
      fields: { ...form.value, at, was, ...(selfApproved && { selfApproved }), by: asked.user },
    },
  ])
}
