/** What can be done with a case from its page: commands, their keys, and why one cannot be done right now. */
import type { CaseView } from '#app/services/desk-types.ts'
import type { RefusalCode } from '#core/case-file/decision.ts'
import { isOpen, type NextCommand } from '#core/case-file/status.ts'

/** Correcting what was registered (更正) is no step of the road: it is always there. */
export type PageCommand =
  | NextCommand
  | 'correct-request'
  | 'assign-case'
  | 'record-gap'
  | 'refuse-off-list'
  | 'receive-supervision'
  | LimitCommand
/** 时限 is no step of the road either. */
type LimitCommand = 'extend-case' | 'pause-case' | 'resume-case' | 'urge-case' | 'order-supervision'
/** What was saved, as the page says it: an administrative matter is reported up. */
export type SavedWord = PageCommand | 'report-up'

/** To add one: here, its words in text/<language>/case-file.ts, and its form in case-screen.tsx or app/case-actions.tsx. */
export const CASE_ACTIONS = [
  { name: 'classify', key: 'G', command: 'classify' },
  { name: 'dispatch', key: 'D', command: 'dispatch' },
  { name: 'record-contact', key: 'C', command: 'record-contact' },
  { name: 'visit', key: 'V', command: 'record-contact', preset: 'visit' },
  { name: 'record-referral-step', key: 'F', command: 'record-referral-step' },
  { name: 'raise-objection', key: 'T', command: 'raise-objection' },
  { name: 'rule-objection', key: 'Alt+T', command: 'rule-objection' },
  { name: 'dispatch-co', key: 'B', command: 'dispatch-co' },
  { name: 'record-participation', key: 'L', command: 'record-participation' },
  { name: 'withdraw-consent', key: 'W', command: 'withdraw-consent' },
  { name: 'refuse-off-list', key: 'Q', command: 'refuse-off-list' },
  { name: 'record-answer', key: 'A', command: 'record-answer' },
  { name: 'close-case', key: 'E', command: 'close-case' },
  { name: 'record-revisit', key: 'R', command: 'record-revisit' },
  { name: 'reopen-case', key: 'O', command: 'reopen-case' },
  { name: 'record-finding', key: 'S', command: 'record-finding' },
  { name: 'attach-file', key: 'U', command: 'attach-file' },
  { name: 'extend-case', key: 'X', command: 'extend-case' },
  { name: 'pause-case', key: 'H', command: 'pause-case' },
  { name: 'resume-case', key: 'Z', command: 'resume-case' },
  { name: 'urge-case', key: 'I', command: 'urge-case' },
  { name: 'order-supervision', key: 'Alt+I', command: 'order-supervision' },
  { name: 'receive-supervision', key: 'Alt+D', command: 'receive-supervision' },
  { name: 'record-gap', key: 'K', command: 'record-gap' },
  { name: 'assign-case', key: 'J', command: 'assign-case' },
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
  if (command === 'assign-case' || command === 'record-gap' || command === 'refuse-off-list')
    return isOpen(view.status) ? null : 'case-closed'
  if (isLimitCommand(command)) return whyNoLimit(view, command)
  if (command === 'correct-request' || command === 'receive-supervision' || view.next.includes(command)) return null
  if (command === 'reopen-case' || command === 'record-revisit') return 'case-open'
  if (!isOpen(view.status)) return 'case-closed'
  if (command === 'dispatch') return 'not-classified'
  if (command === 'dispatch-co') return view.serviceType ? 'lead-first' : 'not-classified'
  if (command === 'rule-objection') return 'not-under-review'
  if (command === 'withdraw-consent') return 'no-such-consent'
  // One that was refused before says so, with its day, when it is asked back again.
  if (
    command === 'raise-objection' &&
    view.file.acts.some(({ id, type }) => type === 'referral' && id === view.openReferral)
  )
    return view.next.includes('rule-objection') ? 'under-review' : null
  return command === 'close-case' ? 'answer-first' : 'no-such-referral'
}

const LIMIT_COMMANDS: readonly string[] = ['extend-case', 'pause-case', 'resume-case', 'urge-case', 'order-supervision'] satisfies LimitCommand[] // prettier-ignore
const isLimitCommand = (command: PageCommand): command is LimitCommand => LIMIT_COMMANDS.includes(command)

function whyNoLimit({ due, status, settings }: CaseView, command: LimitCommand): RefusalCode | null {
  if (command === 'order-supervision') return settings.isUpperOffice ? null : 'no-upper-office'
  if (!isOpen(status)) return 'case-closed'
  switch (command) {
    case 'extend-case':
      return due.at || due.paused?.stood ? null : 'no-deadline'
    case 'pause-case':
      if (due.paused) return 'paused-already'
      if (!due.at) return 'no-deadline'
      return settings.pauseForObjection || settings.pauseForResident ? null : 'no-pauses'
    case 'resume-case':
      return due.paused ? null : 'not-paused'
    case 'urge-case':
      return null
  }
}

/** What an upper office does on a case of a station: the station does the work. */
const FROM_ABOVE: ReadonlySet<PageCommand> = new Set(['order-supervision', 'record-finding'])

/** Left out of the menu altogether: half of a pair, and what belongs to an upper office. */
export const isOffered = ({ due, settings, station }: CaseView, { command }: CaseAction): boolean =>
  station?.isOwn === false && !FROM_ABOVE.has(command)
    ? false
    : command === 'order-supervision'
      ? settings.isUpperOffice
      : command === 'pause-case'
        ? due.paused === null
        : command !== 'resume-case' || due.paused !== null

/** The next step of the road: the one accented button. */
export function nextAction(view: CaseView): ActionName {
  if (view.station?.isOwn === false) return 'order-supervision'
  if (view.next.includes('rule-objection')) return 'rule-objection'
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
  view.station?.isOwn === false
    ? ['record-finding']
    : isOpen(view.status)
      ? (['record-contact', 'record-answer', 'visit'] as const)
          .filter((name) => name !== nextAction(view))
          .slice(0, count)
      : ['reopen-case']
