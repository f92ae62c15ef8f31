/** 撤销: what takes the last save of this page back. */
import type { CaseView, DeskApi, RunCode } from '#app/services/desk-types.ts'
import { isConfidential } from '#core/case-file/confidential.ts'
import type { Command } from '#core/commands.ts'
import type { CaseFields } from '#core/case-file/fields.ts'
import type { CorrectRequest } from '#core/intake/correct-request.ts'
import { ok, type Result } from '#core/lib/result.ts'

/** Run in this order; several files attached at once are taken back one by one. */
export type Undo = readonly Command[]

/** `acts`: one of each save, oldest first; what a save wrote beside it goes back with it. */
export const undoOf = (caseId: string, acts: readonly string[]): Undo =>
  acts.toReversed().map((act) => ({ name: 'withdraw-act', input: { case: caseId, act } }))

/** A correction is taken back by correcting again. Names that it made confidential (举报) come back with the old kind. */
export function undoOfCorrection(before: CaseView, { case: id, ...changed }: CorrectRequest): Undo {
  const { fields } = before.file
  const wasReport = isConfidential(fields)
  const became = changed.requestKind === 'report' && !wasReport
  const names = [...Object.keys(changed), ...(became ? ['requesterName', 'requesterPhone'] : [])]
  const valueOf = (name: string): unknown => {
    if (wasReport && name === 'requesterName') return fields.reporterName ?? ''
    if (wasReport && name === 'requesterPhone') return fields.reporterPhone ?? ''
    // Its unit's name went over too: it comes back with it.
    if (became && name === 'requesterName') return [fields.requesterUnit, fields.requesterName].filter(Boolean).join(' · ') // prettier-ignore
    return fields[name as keyof CaseFields] ?? ''
  }
  const input = Object.fromEntries([...new Set(names)].map((name) => [name, valueOf(name)]))
  return [{ name: 'correct-request', input: { case: id, ...input } as CorrectRequest }]
}

/** Stops at the first that is refused: what was taken back before it stays so. */
export async function runUndo(desk: DeskApi, undo: Undo): Promise<Result<null, RunCode>> {
  for (const command of undo) {
    const done = await desk.run(command)
    if (!done.ok) return done
  }
  return ok(null)
}
