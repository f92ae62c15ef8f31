/**
 * 暂停计时 and 恢复计时 (DOMAIN §5.7): the clock stands still while an objection is reviewed or while the resident is waited
 * for, where the station's settings say so. Going on moves the deadline by the paused time in the unit of the case's limit;
 * the moment it becomes is written then, and nothing moves it later.
 */
import { actsOf, currentRound, type CaseFile } from '../case-file/case-file.ts'
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { dueOf, openPauses, unitOf } from '../case-file/due.ts'
import { ACTS } from '../case-file/fields.ts'
import type { PauseReason } from '../case-file/limit-codes.ts'
import { isOpen, statusOf } from '../case-file/status.ts'
import type { LimitRules } from '../case-file/time-limit.ts'
import { limitRules } from '../limits/limit-rules.ts'
import { ok } from '../lib/result.ts'
import { shifted, type Deadline } from '../lib/deadline.ts'
import { moment, type z } from '../lib/schema.ts'
import { settingsOf, type StationSettings } from '../station/settings.ts'

/** `until` is asked for: what is stopped without a day to look at it again is forgotten. */
export const PAUSE_CASE = ACTS.pause.omit({ by: true }).partial({ at: true }).extend({ until: moment })
export type PauseCase = z.infer<typeof PAUSE_CASE>

export const mayPauseFor = (settings: StationSettings, reason: PauseReason): boolean =>
  reason === 'objection' ? settings.pauseForObjection : settings.pauseForResident

export function pauseCase(reading: Reading, input: PauseCase, asked: Asked): Decision {
  const form = checked(PAUSE_CASE, input)
  if (!form.ok) return form
  const { at = asked.now, until, reason } = form.value
  const file = reading.caseFile(form.value.case)
  if (!file) return refuse('no-such-case')
  if (!isOpen(statusOf(file))) return refuse('case-closed')
  const due = dueOf(file)
  if (due.paused) return refuse('paused-already')
  if (!due.at) return refuse('no-deadline')
  if (!mayPauseFor(settingsOf(reading), reason)) return refuse('no-pauses', ['reason'])
  if (at > asked.now) return refuse('in-the-future', ['at'])
  // Time that was never running, or stood still already, would be given twice.
  if (at < runsSince(file)) return refuse('invalid-input', ['at'])
  if (until <= at) return refuse('not-later', ['until'])
  return ok([{ entity: asked.newId('pause'), kind: 'clock-stopped', fields: { ...form.value, at, by: asked.user } }])
}

/** Since when the clock of this round has been running. */
function runsSince(file: CaseFile): string {
  const round = currentRound(file)
  const began = round[0]?.type === 'reopening' ? round[0].at : (file.fields.receivedAt ?? '')
  return actsOf(round, 'resume').reduce((latest, { at }) => (at > latest ? at : latest), began)
}

export const RESUME_CASE = ACTS.resume.omit({ by: true, pause: true, dueAt: true, dueUnsure: true }).partial({ at: true }) // prettier-ignore
export type ResumeCase = z.infer<typeof RESUME_CASE>

export function resumeCase(reading: Reading, input: ResumeCase, asked: Asked): Decision {
  const form = checked(RESUME_CASE, input)
  if (!form.ok) return form
  const { at = asked.now } = form.value
  const file = reading.caseFile(form.value.case)
  if (!file) return refuse('no-such-case')
  const pauses = openPauses(file)
  const [first] = pauses
  if (!first) return refuse('not-paused')
  if (at > asked.now) return refuse('in-the-future', ['at'])
  if (at < first.at) return refuse('not-later', ['at'])
  const due = dueAfterPause(file, at, limitRules(reading))
  const moved = due ? { dueAt: due.at, ...(due.unsure ? { dueUnsure: true } : {}) } : {}
  // Two computers may each have stopped it: the clock runs again for all of them.
  return ok(
    pauses.map(({ id }) => ({
      entity: asked.newId('resume'),
      kind: 'clock-resumed',
      fields: { ...form.value, ...moved, pause: id, at, by: asked.user },
    })),
  )
}

/** The deadline if the clock ran again from `at`; null where none runs. */
export function dueAfterPause(file: CaseFile, at: string, rules: LimitRules): Deadline | null {
  const { paused } = dueOf(file)
  return paused?.stood ? shifted(paused.stood, paused.since, at, unitOf(file), rules) : null
}
