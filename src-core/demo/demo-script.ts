/** One invented case as a list of steps in time. Steps that lie in the future simply have not happened yet. */
import { RETURN_REASONS, INVALID_REASONS, SCALES, type Outcome } from '../case-file/codes.ts'
import type { Command, CommandInput } from '../commands.ts'
import type { OrderMoney } from '../agreement/order-money.ts'
import { caseDeadline } from '../case-file/time-limit.ts'
import { epochOf, momentOf } from '../lib/time.ts'
import { isBad } from '../figures/bad-rating.ts'
import { receive, type DemoCase } from './demo-intake.ts'
import { FOLLOW_UP_NOTES, REVISIT_WORDS } from './demo-people.ts'
import type { DemoRequest } from './demo-requests.ts'
import { putRight } from './demo-ratings.ts'
import { nothingKnown, type DemoStock, type Given, type Known, type Provider, type Step } from './demo-steps.ts'
import { atWork, HOUR, inTime } from './demo-times.ts'
import type { Seeded } from './seeded.ts'

/** How far a case has come that is held back; the others run to their end, a revisit before the deadline. To add one: anywhere. */
export type Hold = 'new' | 'dispatched' | 'in-work' | 'answered' | 'closed'

export function demoCase(n: number, received: number, request: DemoRequest): DemoCase {
  const { at } = caseDeadline(momentOf(received), request.kind, request.urgency ?? 'general')
  return { n, request, received, due: epochOf(at) }
}

export function caseScript(one: DemoCase, hold: Hold | undefined, stock: DemoStock, random: Seeded): Step[] {
  const { n, request, received, due } = one
  const { providers, colleagues } = stock
  const known = nothingKnown()
  const steps: Step[] = []
  let at = received
  let held = false
  let last = ''
  let isBadCall = false
  let paid: OrderMoney | null = null
  const step = (command: (known: Known) => Command, ...gives: readonly Given[]): void => {
    if (!held) steps.push({ at, known, command, gives })
  }
  const says = (said: Omit<CommandInput<'record-referral-step'>, 'case' | 'referral'>): void =>
    step((k) => ({ name: 'record-referral-step', input: { case: k.case, referral: k.referral, ...said } }))
  const until = (reached: Hold): void => void (held ||= reached === hold)
  /** Moves on by up to `hours`, and out of the night. */
  const later = (hours: number): void => {
    at = atWork(at + Math.round((0.2 + random.int(80) / 100) * hours * HOUR))
  }
  const urgent = request.urgency !== undefined
  const isOffice = request.type === 'administrative'
  const pace = urgent ? 3 : 14
  const atOnce = request.kind === 'consult' && hold === undefined && random.chance(0.4)

  step(() => receive(one, atOnce, stock, random, hold === 'closed'), 'case')
  until('new')
  if (atOnce) {
    later(40)
    callBack('solved')
    return told()
  }
  later(urgent ? 0.5 : 6)
  step((k) => ({
    name: 'classify',
    input: { case: k.case, serviceType: request.type, category: request.category, reason: '' },
  }))
  // Whoever asked hears soon that it is in hand; one in nine has to wait, which supervision finds.
  const called = hold === undefined && n % 9 !== 0
  if (called)
    step((k) => ({
      name: 'record-contact',
      input: { case: k.case, kind: 'first-contact', way: 'phone', reached: true, note: '' },
    }))
  // What is looked at by a supervisor is somebody else's work (越位).
  if (n % 4 === 1 || n % 19 === 3) {
    const to = colleagues[Math.floor(n / 4) % colleagues.length]!
    step((k) => ({ name: 'assign-case', input: { case: k.case, to, reason: '' } }))
  }
  if (request.kind === 'consult' && hold === undefined && random.chance(0.5)) {
    later(4) // answered by telephone
  } else {
    later(urgent ? 0.5 : pace)
    refer(false)
    until('dispatched')
    later(pace)
    if (random.chance(0.12)) {
      sendBack()
      later(8)
      refer(true)
      later(pace)
    }
    says({ step: isOffice ? 'received' : 'accepted', note: '' })
    later(pace)
    follow()
    until('in-work')
    later(pace * 2)
    says({ step: isOffice ? 'fed-back' : 'done', note: '已办完', outcome: 'solved' })
    later(12)
    pay()
  }
  finish(hold === undefined && n % 37 === 5)
  if (n % 41 === 7) {
    later(60)
    step((k) => ({ name: 'reopen-case', input: { case: k.case, reason: '居民反映同样的问题又出现了' } }))
    later(12)
    refer(true)
    later(pace)
    follow()
    later(pace)
    finish(false)
  }
  return told()

  function told(): Step[] {
    const inOrder = inTime(steps, due, urgent)
    return isBadCall && !held ? [...inOrder, ...putRight(known, inOrder.at(-1)!.at)] : inOrder
  }

  function refer(again: boolean): void {
    const fitting = providers.filter((p) => p.serviceType === request.type)
    const named = fitting.filter((p) => p.services.includes(request.service))
    const able = named.length > 0 ? named : fitting
    const others = able.filter((p) => p.id !== last)
    const provider = random.pick(again && others.length > 0 ? others : able)
    const isOther = again && provider.id !== last
    last = provider.id
    const money = stock.money(provider.id, at)
    paid = money
    step(
      (k) => ({
        name: 'dispatch',
        input: {
          case: k.case,
          provider: provider.id,
          reason: isOther ? '上一家不能承接，改派' : '',
          demand: urgent ? '请立即到场' : '',
          ...termsFor(provider),
          ...(money && { money }),
        },
      }),
      'referral',
    )
  }

  /** An office sends back as it likes; everybody else declines, or asks for it and the station agrees. */
  function sendBack(): void {
    if (isOffice || n % 2 === 0)
      return says({
        step: isOffice ? 'returned' : 'declined',
        reasonCode: random.pick(RETURN_REASONS),
        note: '说明原因后退回，另行安排',
      })
    step(
      (k) => ({
        name: 'raise-objection',
        input: { case: k.case, referral: k.referral, reasonCode: random.pick(RETURN_REASONS), note: '人手排不开' },
      }),
      'objection',
    )
    later(2)
    step((k) => ({
      name: 'rule-objection',
      input: { case: k.case, objection: k.objection, decision: 'upheld', note: '同意，另行安排', capacity: 'station' },
    }))
  }

  /** Most are settled the same week; some wait, and are what 待结算 shows. */
  function pay(): void {
    if (!paid || n % 6 === 2) return
    const { units, fen, copayFen } = paid
    step((k) => ({
      name: 'settle-order',
      input: { case: k.case, referral: k.referral, units, fen, copayFen, voucher: `演凭-${n}`, basis: '', note: '' },
    }))
  }

  function termsFor({ serviceType }: Provider): Partial<CommandInput<'dispatch'>> {
    if (serviceType === 'administrative') return { capacity: 'station' }
    if (request.kind === 'report') return { ground: 'no-personal-data', fieldsSent: ['title', 'place'] }
    const fieldsSent = ['title', 'text', 'place', 'name', 'phone'] as const
    if (request.urgency === 'danger') return { ground: 'emergency', groundNote: '有人身安全危险', fieldsSent }
    const consent = { way: 'oral', givenBy: 'self', giver: '', textVersion: 'zh-1' } as const
    return { ground: 'consent', fieldsSent, consent, capacity: 'station' }
  }

  function follow(): void {
    const times = 1 + random.int(3)
    for (let i = 0; i < times; i++) {
      const kind =
        i === 0 && !called ? 'first-contact' : random.pick(['progress', 'visit', 'progress', 'note'] as const)
      const note = random.pick(FOLLOW_UP_NOTES)
      const way = kind === 'visit' ? 'home-visit' : 'phone'
      step((k) => ({ name: 'record-contact', input: { case: k.case, kind, way, reached: true, note } }))
      later(10)
    }
  }

  function finish(unreachable: boolean): void {
    if (unreachable) {
      for (let i = 0; i < 3; i++) {
        step((k) => ({
          name: 'record-contact',
          input: { case: k.case, kind: 'progress', way: 'phone', reached: false, note: '无人接听' },
        }))
        later(20)
      }
    } else {
      step((k) => ({
        name: 'record-answer',
        input: { case: k.case, way: 'phone', content: request.answer, answeredBy: '' },
      }))
      until('answered')
      later(20)
    }
    const outcome: Outcome = unreachable
      ? 'unreachable'
      : random.pick(['solved', 'solved', 'solved', 'solved', 'partly-solved', 'limited-explained', 'other-channel'])
    step((k) => ({ name: 'close-case', input: { case: k.case, outcome, note: '' } }))
    until('closed')
    if (n % 19 === 3) {
      later(40)
      const bad = n % 2 === 0
      step(
        (k) => ({
          name: 'record-finding',
          input: {
            case: k.case,
            verdict: bad ? 'to-rectify' : 'in-order',
            demand: bad ? '补齐现场照片，并向居民再说明一次' : '',
          },
        }),
        'finding',
      )
      if (bad)
        for (const [done, note] of [
          ['evidence', '照片已补，已上门说明'],
          ['passed', '看过，可以'],
        ] as const)
          step((k) => ({ name: 'rectify-finding', input: { case: k.case, finding: k.finding, step: done, note } }))
    }
    later(40)
    callBack(outcome)
  }

  function callBack(outcome: Outcome): void {
    if (random.chance(0.15)) {
      const invalidReason = random.pick(INVALID_REASONS)
      step((k) => ({
        name: 'record-revisit',
        input: { case: k.case, way: 'phone', valid: false, invalidReason, words: '' },
      }))
      later(30)
    }
    const scale = random.chance(0.8) ? 'three-rates' : 'good-bad-5'
    const grade = SCALES[scale][Math.min(random.int(6), random.int(5), SCALES[scale].length - 1)]!
    const usual = random.pick(REVISIT_WORDS)
    isBadCall = isBad(scale, grade)
    const words = isBadCall ? '等了好几天，来了也没弄好' : usual
    step((k) => ({
      name: 'record-revisit',
      input: {
        case: k.case,
        way: outcome === 'unreachable' ? 'home-visit' : 'phone',
        valid: true,
        solved: outcome === 'solved' || random.chance(0.3),
        scale,
        grade,
        words,
      },
    }), 'revisit') // prettier-ignore
  }
}
