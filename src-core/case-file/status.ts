/**
 * Status from acts. Every set of acts a merge can produce has a shown status and at least one legal next command:
 * the furthest step reached in the current round decides, and nothing is ever "invalid".
 */
import { actsOf, currentRound, type Act, type CaseFile } from './case-file.ts'
import { ROAD, type RoadStep, type ServiceType, type Status } from './codes.ts'

/** What a person may do with a case, one name per command of src-core/commands.ts. */
export type NextCommand =
  | 'classify'
  | 'dispatch'
  | 'record-referral-step'
  | 'record-contact'
  | 'record-answer'
  | 'close-case'
  | 'reopen-case'
  | 'record-revisit'
  | 'record-finding'
  | 'attach-file'

export function statusOf(file: CaseFile): Status {
  const round = currentRound(file)
  const has = (type: Act['type']): boolean => round.some((act) => act.type === type)
  if (has('closing')) return actsOf(round, 'revisit').some((revisit) => revisit.valid) ? 'revisited' : 'closed'
  if (has('answer')) return 'answered'
  const steps = actsOf(round, 'referral-step')
  const working = steps.some((step) => step.step === 'accepted' || step.step === 'done')
  if (working || actsOf(round, 'contact').some((contact) => contact.kind !== 'note')) return 'in-work'
  return openReferral(file) ? 'dispatched' : 'received'
}

export const isOpen = (status: Status): boolean => status !== 'closed' && status !== 'revisited'

/** The last classification; null while undecided (the dashed tile). */
export function serviceTypeOf(file: CaseFile): ServiceType | null {
  return actsOf(file.acts, 'classification').at(-1)?.serviceType ?? null
}

/** The referral now in force in this round: the last one that was neither declined nor returned. */
export function openReferral(file: CaseFile): Extract<Act, { type: 'referral' }> | null {
  const round = currentRound(file)
  const ended = new Set(
    actsOf(round, 'referral-step')
      .filter((step) => step.step === 'declined' || step.step === 'returned')
      .map((step) => step.referral),
  )
  return actsOf(round, 'referral').findLast((referral) => !ended.has(referral.id)) ?? null
}

/** DOMAIN §6: closing needs an answer, or three failed attempts to reach the resident. */
export function mayClose(file: CaseFile): boolean {
  const round = currentRound(file)
  return (
    round.some((act) => act.type === 'answer') ||
    actsOf(round, 'contact').filter((contact) => !contact.reached && contact.kind !== 'note').length >= 3
  )
}

export function nextCommands(file: CaseFile): NextCommand[] {
  const status = statusOf(file)
  if (!isOpen(status)) return ['reopen-case', 'record-revisit', 'record-finding', 'attach-file']
  const out: NextCommand[] = ['classify', 'record-contact', 'record-answer', 'record-finding', 'attach-file']
  if (openReferral(file)) out.push('record-referral-step')
  else if (serviceTypeOf(file)) out.push('dispatch')
  if (mayClose(file)) out.push('close-case')
  return out
}

export type RoadMark = { readonly step: RoadStep; readonly state: 'done' | 'now' | 'ahead'; readonly at: string | null }

/** The six steps with their state in the current round. A skipped step (answered at once) counts as done. */
export function road(file: CaseFile): RoadMark[] {
  const round = currentRound(file)
  const first = (type: Act['type']): string | null => round.find((act) => act.type === type)?.at ?? null
  const reached: Record<Status, number> = {
    received: 0,
    dispatched: 1,
    'in-work': 2,
    answered: 3,
    closed: 4,
    revisited: 5,
  }
  const at: Record<RoadStep, string | null> = {
    receive: round[0]?.type === 'reopening' ? round[0].at : (file.fields.receivedAt ?? null),
    dispatch: first('referral'),
    handle: round.find((act) => act.type === 'contact' && act.kind !== 'note')?.at ?? first('referral-step'),
    answer: first('answer'),
    close: first('closing'),
    revisit: actsOf(round, 'revisit').find((revisit) => revisit.valid)?.at ?? null,
  }
  const done = reached[statusOf(file)]
  return ROAD.map((step, i) => ({ step, state: i <= done ? 'done' : i === done + 1 ? 'now' : 'ahead', at: at[step] }))
}
