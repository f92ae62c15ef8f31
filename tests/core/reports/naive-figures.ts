/**
 * Every figure of a report a second time: loops over raw acts, written from DOMAIN §7.3 without importing core/figures or
 * core/reports. Slow and plain on purpose.
 */
import type { Raw, RawCase, RawWorld } from './raw-cases.ts'

type F = Record<string, unknown>
export type NaiveRound = {
  case: string
  round: number
  type: string
  category: string
  hood: string
  handler: string
  provider: string
  agreement: string
  leadOrders: string[]
  received: string
  closed: string
  next: string
  due: string
  spot: boolean
  revisit: null | {
    at: string
    contacted: boolean
    solved: boolean
    grade: string
    bad: boolean
    self: boolean
    tied: boolean
  }
}

/** Event ids settle what one Lamport number leaves open; here an act's event bears the number behind its type. */
const eventOf = ({ id }: Raw): string => id.slice(id.indexOf(':') + 1)
const isEarlierWritten = (a: Raw, b: Raw): number => a.l - b.l || (eventOf(a) < eventOf(b) ? -1 : 1)

/** Which acts count, in the order of writing. */
function inForce(acts: readonly Raw[]): Raw[] {
  const taken: string[] = []
  for (const act of acts) if (act.type === 'withdrawal') taken.push(act.f['act'] as string)
  return acts.filter((act) => act.type !== 'withdrawal' && !taken.includes(act.id)).toSorted(isEarlierWritten)
}

export function naiveRounds(world: RawWorld): NaiveRound[] {
  return world.cases.flatMap((one) => roundsOfCase(one, world))
}

function roundsOfCase(one: RawCase, world: RawWorld): NaiveRound[] {
  const acts = inForce(one.acts)
  const cuts = acts.flatMap((act, i) => (act.type === 'reopening' ? [i] : []))
  const upheld = new Map<string, boolean>()
  for (const act of acts) if (act.type === 'rating-step') upheld.set(act.f['revisit'] as string, act.f['step'] === 'upheld') // prettier-ignore
  const rounds: NaiveRound[] = []
  for (let n = 0; n <= cuts.length; n++) {
    const from = n === 0 ? 0 : cuts[n - 1]!
    const to = n < cuts.length ? cuts[n]! : acts.length
    const here = acts.slice(from, to)
    const before = acts.slice(0, to)
    const of = (type: string): F[] => here.filter((act) => act.type === type).map((act) => ({ ...act.f, id: act.id, l: act.l })) // prettier-ignore
    const soFar = (type: string): F[] => before.filter((act) => act.type === type).map((act) => act.f)
    const received = (n === 0 ? one.f['receivedAt'] : here[0]!.f['at']) as string
    const closing = of('closing').at(-1)
    const orders = of('referral')
    const door = one.f['placeId'] as string | undefined
    rounds.push({
      case: one.id,
      round: n + 1,
      type: (soFar('classification').at(-1)?.['serviceType'] as string | undefined) ?? '',
      category: (soFar('classification').at(-1)?.['category'] as string | undefined) ?? '',
      hood: door ? world.hoodOfDoor.get(door)! : world.hoodOfWords.get(one.f['place'] as string)!,
      handler: (soFar('assignment').at(-1)?.['to'] ?? one.f['receivedBy']) as string,
      provider: (leaderOf(orders, of)?.['provider'] as string | undefined) ?? '',
      agreement: (leaderOf(orders, of)?.['agreement'] as string | undefined) ?? '',
      leadOrders: orders.filter((order) => order['role'] !== 'co').map((order) => order['at'] as string),
      received,
      closed: (closing?.['at'] as string | undefined) ?? '',
      next: n < cuts.length ? (acts[cuts[n]!]!.f['at'] as string) : '',
      due: dueOfRound(one.f, here, of),
      spot: n === 0 && closing !== undefined && closing['at'] === received && orders.length === 0,
      revisit: revisitOf(of, upheld),
    })
  }
  return rounds
}

/** Whoever leads: the last 主办 order that was neither declined, returned nor taken back. */
function leaderOf(orders: readonly F[], of: (type: string) => F[]): F | null {
  let leader: F | null = null
  for (const order of orders) {
    if (order['role'] === 'co') continue
    let ended = false
    for (const step of of('referral-step'))
      if (step['referral'] === order['id'] && ['declined', 'returned', 'silent', 'recalled'].includes(step['step'] as string)) ended = true // prettier-ignore
    for (const objection of of('objection')) {
      if (objection['referral'] !== order['id']) continue
      const last = of('ruling').findLast((ruling) => ruling['objection'] === objection['id'])
      if (last?.['decision'] === 'upheld') ended = true
    }
    if (!ended) leader = order
  }
  return leader
}

/** '' for none, or for one whose clock stood still when the round ended. */
function dueOfRound(fields: F, here: readonly Raw[], of: (type: string) => F[]): string {
  const reopened = here[0]?.type === 'reopening' ? (here[0].f['dueAt'] as string | undefined) : undefined
  let due = reopened ?? (fields['orderDueAt'] as string | undefined) ?? (fields['dueAt'] as string | undefined) ?? ''
  const put = (later: unknown): void => {
    if (typeof later === 'string' && later > due) due = later
  }
  for (const extension of of('extension')) put(extension['dueAt'])
  const resumed: unknown[] = []
  for (const resume of of('resume'))
    if (of('pause').some((pause) => pause['id'] === resume['pause'])) {
      put(resume['dueAt'])
      resumed.push(resume['pause'])
    }
  const still = of('pause')
    .filter((pause) => !resumed.includes(pause['id']))
    .map((pause) => pause['at'] as string)
    .toSorted()[0]
  return still !== undefined && (due === '' || still <= due) ? '' : due
}

function revisitOf(of: (type: string) => F[], upheld: ReadonlyMap<string, boolean>): NaiveRound['revisit'] {
  const counting = of('revisit').filter((revisit) => revisit['valid'] === true && upheld.get(revisit['id'] as string) !== true) // prettier-ignore
  const last = counting.at(-1)
  if (!last) return null
  const at = last['at'] as string
  let heard = false
  for (const contact of of('contact')) if (contact['reached'] === true && contact['kind'] !== 'note' && (contact['at'] as string) <= at) heard = true // prettier-ignore
  for (const answer of of('answer')) {
    const to = answer['to'] as string[] | undefined
    if ((to === undefined || to.includes('resident')) && (answer['at'] as string) <= at) heard = true
  }
  const known = last['after'] as string[] | undefined
  let tied = false
  for (const other of counting) {
    if (other === last) continue
    if (known ? !known.includes(other['id'] as string) : other['at'] === at || other['l'] === last['l']) tied = true
  }
  const grade = last['grade'] as string
  const bad = last['scale'] === 'good-bad-5' ? grade === 'dissatisfied' || grade === 'very-dissatisfied' : grade === 'dissatisfied' // prettier-ignore
  return { at, contacted: (last['contacted'] as boolean | undefined) ?? heard, solved: last['solved'] === true, grade, bad, self: last['selfRevisit'] === true, tied } // prettier-ignore
}

const within = (at: string, from: string, until: string): boolean => at !== '' && at >= from && at < until
const hours = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 3_600_000

/** Whether a round counts as that figure of the period; `asOf`: when open cases are looked at. */
export function counts(round: NaiveRound, figure: string, from: string, until: string, asOf: string): boolean {
  const { revisit } = round
  const open = round.received < until && !(round.closed !== '' && round.closed < until) && !(round.next !== '' && round.next < until) // prettier-ignore
  const closed = within(round.closed, from, until)
  const age = hours(round.received, asOf) / 24
  const asked = revisit !== null && within(revisit.at, from, until)
  if (figure === 'received') return round.round === 1 && within(round.received, from, until)
  if (figure === 'reopened') return round.round > 1 && within(round.received, from, until)
  if (figure === 'dispatched') return round.leadOrders.some((at) => within(at, from, until))
  if (figure === 'closed') return closed
  if (figure === 'timed') return closed && round.due !== ''
  if (figure === 'in-time') return closed && round.due !== '' && round.closed <= round.due
  if (figure === 'on-the-spot') return closed && round.spot
  if (figure === 'open') return open
  if (figure === 'overdue') return open && round.due !== '' && round.due < asOf
  if (figure === 'open-1') return open && age <= 1
  if (figure === 'open-3') return open && age > 1 && age <= 3
  if (figure === 'open-7') return open && age > 3 && age <= 7
  if (figure === 'open-15') return open && age > 7 && age <= 15
  if (figure === 'open-30') return open && age > 15 && age <= 30
  if (figure === 'open-more') return open && age > 30
  if (!asked) return false
  if (figure === 'valid') return true
  if (figure === 'contacted') return revisit.contacted
  if (figure === 'solved') return revisit.solved
  if (figure === 'satisfied') return revisit.grade === 'satisfied' || revisit.grade === 'very-satisfied'
  if (figure === 'basically') return revisit.grade === 'basically'
  if (figure === 'self') return revisit.self
  if (figure === 'others') return !revisit.self
  if (figure === 'bad') return revisit.bad
  if (figure === 'tied') return revisit.tied
  throw new Error(`no such figure: ${figure}`)
}

/** Weights and factor in whole percent. */
export type NaiveRules = { response: number; satisfaction: number; solution: number; basically: number }

const halfUp = (some: number, of: number): number => {
  const whole = Math.trunc(some / of)
  return (2 * (some - whole * of) >= of ? whole + 1 : whole) / 10
}

export function naiveRates(n: (figure: string) => number, rules: NaiveRules) {
  const [valid, contacted, solved, satisfied, basically] = ['valid', 'contacted', 'solved', 'satisfied', 'basically'].map(n) as [number, number, number, number, number] // prettier-ignore
  if (valid === 0)
    return { valid, contacted, solved, satisfied, basically, response: null, solution: null, satisfaction: null, score: null } // prettier-ignore
  const pleased = satisfied * 100 + basically * rules.basically
  const weighed = rules.response * contacted * 100 + rules.satisfaction * pleased + rules.solution * solved * 100
  return {
    valid,
    contacted,
    solved,
    satisfied,
    basically,
    response: halfUp(contacted * 1000, valid),
    solution: halfUp(solved * 1000, valid),
    satisfaction: halfUp(pleased * 10, valid),
    score: halfUp(weighed, valid * 10),
  }
}
