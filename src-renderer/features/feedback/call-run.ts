/**
 * 连续回访: one run of calls, thirty at a time. Where it stands and what is half filled in is a draft, so that the telephone, the
 * lock or a power cut cost nothing. One run a PC; another person's is not gone on with.
 */
import type { DraftForm } from '#app/services/desk-types.ts'
import { blankAnswers, type Answers } from './call-answers.ts'

/** As many as somebody calls in a morning. */
export const RUN_LENGTH = 30
/** Also a file name in the station folder: letters, digits and a dash. */
export const RUN_DRAFT = 'revisit-run'

export type Saved = { readonly case: string; readonly act: string; readonly number: string; readonly answers: Answers }
export type CallRun = {
  readonly user: string
  readonly ids: readonly string[]
  /** Place in `ids`; at their end the run is over. */
  readonly at: number
  readonly answers: Answers
  /** The newest last: what can be taken back. */
  readonly saved: readonly Saved[]
  readonly skipped: number
}

export const newRun = (user: string, ids: readonly string[]): CallRun => ({
  user,
  ids: ids.slice(0, RUN_LENGTH),
  at: 0,
  answers: blankAnswers(),
  saved: [],
  skipped: 0,
})

export const savedCall = (run: CallRun, saved: Saved): CallRun => ({
  ...run,
  at: run.at + 1,
  answers: blankAnswers(run.answers),
  saved: [...run.saved, saved],
})
export const skippedCall = (run: CallRun): CallRun => ({
  ...run,
  at: run.at + 1,
  answers: blankAnswers(run.answers),
  skipped: run.skipped + 1,
})
/** Back to the last one that was saved, with what was filled in; whoever is in hand now comes right after it. */
export function undoneCall(run: CallRun): CallRun {
  const last = run.saved.at(-1)
  if (!last) return run
  const place = run.ids.indexOf(last.case)
  return { ...run, at: place < 0 ? run.at : place, answers: last.answers, saved: run.saved.slice(0, -1) }
}

/** What was kept, when it is this person's and not at its end. */
export function runOf(draft: DraftForm | undefined, user: string): CallRun | null {
  const values = draft?.values as Partial<CallRun> | undefined
  if (!values || values.user !== user || !Array.isArray(values.ids)) return null
  const { at = 0, saved = [], skipped = 0 } = values
  if (at >= values.ids.length) return null
  return { user, ids: values.ids, at, skipped, saved, answers: { ...blankAnswers(), ...values.answers } }
}
