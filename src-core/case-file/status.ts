/**
 * Status from acts. Every set of acts a merge can produce has a shown status and at least one legal next command:
 * the furthest step reached in the current round decides, and nothing is ever "invalid".
 */
import { actsOf, currentRound, type Act, type CaseFile } from './case-file.ts'
import { consentFor, leadOrder, openObjection, ordersInForce, refusedRuling, type Order } from './orders.ts'
import { ROAD, type ReferralStep, type RoadStep, type ServiceType, type Status } from './codes.ts'

/** What a person may do with a case, one name per command of src-core/commands.ts. */
export type NextCommand =
  | 'classify'
  | 'dispatch'
  | 'dispatch-co'
  | 'record-referral-step'
  | 'raise-objection'
  | 'rule-objection'
  | 'withdraw-consent'
  | 'record-participation'
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
  if (isAnswered(file)) return 'answered'
  const working = actsOf(round, 'referral-step').some(({ step }) => WORKING.has(step))
  if (working || actsOf(round, 'contact').some((contact) => contact.kind !== 'note')) return 'in-work'
  return openReferral(file) ? 'dispatched' : 'received'
}

/** Steps that tell of work, whatever became of the order afterwards. */
const WORKING: ReadonlySet<ReferralStep> = new Set(['accepted', 'done', 'received', 'fed-back', 'interim'])

/**
 * 答复 to the resident in this round. Told only to whoever dispatched the matter it is an answer where there is no resident
 * to tell: nobody gave a name, or it was a demand from above that was refused (DOMAIN §4.5, §6).
 */
export function isAnswered(file: CaseFile): boolean {
  const round = currentRound(file)
  const nobody = file.fields.anonymous === true || round.some(({ type }) => type === 'off-list-refusal')
  return actsOf(round, 'answer').some(({ to }) => nobody || to === undefined || to.includes('resident'))
}

export const isOpen = (status: Status): boolean => status !== 'closed' && status !== 'revisited'

/** The last classification; null while undecided (the dashed tile). */
export function serviceTypeOf(file: CaseFile): ServiceType | null {
  return actsOf(file.acts, 'classification').at(-1)?.serviceType ?? null
}

/** Leaf of the catalogue by the last classification; older records hold free words; '' while undecided. */
export const categoryOf = (file: CaseFile): string => actsOf(file.acts, 'classification').at(-1)?.category ?? ''

/** The 主办 order now in force in this round: the last one that nothing ended (orders.ts). */
export const openReferral = (file: CaseFile): Order | null => leadOrder(file)

/** DOMAIN §6: closing needs an answer, or three failed attempts to reach the resident. */
export function mayClose(file: CaseFile): boolean {
  const round = currentRound(file)
  return (
    isAnswered(file) ||
    actsOf(round, 'contact').filter((contact) => !contact.reached && contact.kind !== 'note').length >= 3
  )
}

export function nextCommands(file: CaseFile): NextCommand[] {
  const status = statusOf(file)
  const { acts } = file
  const shared: NextCommand[] = actsOf(acts, 'consent').some(({ provider }) => consentFor(acts, provider))
    ? ['record-finding', 'attach-file', 'withdraw-consent']
    : ['record-finding', 'attach-file']
  if (!isOpen(status)) return ['reopen-case', 'record-revisit', ...shared]
  const out: NextCommand[] = ['classify', 'record-contact', 'record-answer', 'record-participation', ...shared]
  const orders = ordersInForce(file)
  if (orders.length > 0) out.push('record-referral-step')
  if (serviceTypeOf(file)) out.push(leadOrder(file) ? 'dispatch-co' : 'dispatch')
  const round = currentRound(file)
  // Whether there is still time for it depends on the day: the command says until when there was.
  if (orders.some(({ id, way }) => way === 'dispatch' && !openObjection(round, id) && !refusedRuling(round, id)))
    out.push('raise-objection')
  if (orders.some(({ id }) => openObjection(round, id))) out.push('rule-objection')
  if (mayClose(file)) out.push('close-case')
  return out
}

export type RoadMark = {
  readonly step: RoadStep
  readonly state: 'done' | 'skipped' | 'now' | 'ahead'
  readonly at: string | null
}

/** The six steps with their state in the current round. One that never happened before a later one did was skipped. */
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
  const state = (step: RoadStep, i: number): RoadMark['state'] => {
    if (i > done) return i === done + 1 ? 'now' : 'ahead'
    // The first and the last reached are what the status says, whatever a merge left of their times.
    return i === 0 || i === done || at[step] ? 'done' : 'skipped'
  }
  return ROAD.map((step, i) => ({ step, state: state(step, i), at: at[step] }))
}
