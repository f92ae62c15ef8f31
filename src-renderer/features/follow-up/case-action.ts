/** What can be done with a case from its page: commands, their keys, and why one cannot be done right now. */
import type { CaseView } from '#app/services/desk-types.ts'
import type { RefusalCode } from '#core/case-file/decision.ts'
import { isOpen, type NextCommand } from '#core/case-file/status.ts'

/** Correcting what was registered (更正) is no step of the road: it is always there. */
export type PageCommand = NextCommand | 'correct-request'
/** What was saved, as the page says it: an administrative matter is reported up. */
export type SavedWord = PageCommand | 'report-up'

/** To add one: here, its words in text/<language>/case-file.ts, and its form in case-screen.tsx or app/case-actions.tsx. */
export const CASE_ACTIONS = [
  { name: 'classify', key: 'G', command: 'classify' },
  { name: 'dispatch', key: 'D', command: 'dispatch' },
  { name: 'record-contact', key: 'C', command: 'record-contact' },
  { name: 'visit', key: 'V', command: 'record-contact', preset: 'visit' },
  { name: 'record-referral-step', key: 'F', command: 'record-referral-step' },
  { name: 'record-answer', key: 'A', command: 'record-answer' },
  { name: 'close-case', key: 'E', command: 'close-case' },
  { name: 'record-revisit', key: 'R', command: 'record-revisit' },
  { name: 'reopen-case', key: 'O', command: 'reopen-case' },
  { name: 'record-finding', key: 'S', command: 'record-finding' },
  { name: 'attach-file', key: 'U', command: 'attach-file' },
  { name: 'correct-request', key: 'M', command: 'correct-request' },
] as const satisfies readonly {
  readonly name: string
  readonly key: string
  readonly command: PageCommand
  readonly preset?: string
}[]

export type CaseAction = (typeof CASE_ACTIONS)[number]
export type ActionName = CaseAction['name']

/** The refusal that the command would get, so that a key which cannot work yet says what is missing. */
export function whyNot(view: CaseView, command: PageCommand): RefusalCode | null {
  // `dispatch` stays among the legal commands while a referral is in force, because a merge may end it.
  if (command === 'dispatch' && view.openReferral && isOpen(view.status)) return 'already-dispatched'
  if (command === 'correct-request' || view.next.includes(command)) return null
  if (command === 'reopen-case' || command === 'record-revisit') return 'case-open'
  if (!isOpen(view.status)) return 'case-closed'
  if (command === 'dispatch') return 'not-classified'
  return command === 'close-case' ? 'answer-first' : 'no-such-referral'
}

/** The next step of the road: the one accented button. */
export function nextAction(view: CaseView): ActionName {
  switch (view.status) {
    case 'received':
      return view.serviceType ? 'dispatch' : 'classify'
    case 'dispatched':
      return 'record-referral-step'
    case 'in-work':
      return 'record-answer'
    case 'answered':
      return 'close-case'
    case 'closed':
      return 'record-revisit'
    case 'revisited':
      return 'record-finding'
  }
}

/** One or two more that are wanted most often; the rest stands under 更多. `count`: how many there is room for. */
export const besides = (view: CaseView, count: number): readonly ActionName[] =>
  isOpen(view.status)
    ? (['record-contact', 'record-answer', 'visit'] as const)
        .filter((name) => name !== nextAction(view))
        .slice(0, count)
    : ['reopen-case']
