/** One invented case as a list of steps in time. Steps that lie in the future simply have not happened yet. */
import { RETURN_REASONS, INVALID_REASONS, SCALES, type Channel, type Outcome } from '../case-file/codes.ts'
import type { Command } from '../commands.ts'
import { caseDeadline } from '../case-file/time-limit.ts'
import { isWorkingDay } from '../lib/calendar.ts'
import { addDays, atTime, dayOf, epochOf, momentOf } from '../lib/time.ts'
import type { ProviderFields } from '../provider/fields.ts'
import { DEMO_AREAS, demoName, FOLLOW_UP_NOTES, REVISIT_WORDS } from './demo-people.ts'
import type { DemoRequest } from './demo-requests.ts'
import type { Seeded } from './seeded.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** What earlier steps of the same case gave. */
export type Known = { case: string; referral: string }
export type Step = {
  readonly at: number
  readonly known: Known
  readonly command: (known: Known) => Command
  readonly gives?: keyof Known
}
export type Provider = { readonly id: string } & ProviderFields

const CHANNEL_SHARES: readonly Channel[] = [
  'visit',
  'visit',
  'phone',
  'phone',
  'phone',
  'wechat',
  'wechat',
  'grid-patrol',
  'home-visit',
  'hotline-12345',
  'letter',
  'party-member',
]

/** How far a case has come that is held back; the others run to their end, a revisit before the deadline. To add one: anywhere. */
export type Hold = 'new' | 'dispatched' | 'in-work' | 'answered' | 'closed'

/** `n`: running number; it decides the rarer turns, so that each of them occurs. `received`, `due`: epoch milliseconds. */
export type DemoCase = {
  readonly n: number
  readonly request: DemoRequest
  readonly received: number
  readonly due: number
}

export function demoCase(n: number, received: number, request: DemoRequest): DemoCase {
  const { at } = caseDeadline(momentOf(received), request.kind, request.urgency ?? 'general')
  return { n, request, received, due: epochOf(at) }
}

export function caseScript(
  { n, request, received, due }: DemoCase,
  hold: Hold | undefined,
  providers: readonly Provider[],
  random: Seeded,
): Step[] {
  const known: Known = { case: '', referral: '' }
  const steps: Step[] = []
  let at = received
  let held = false
  let last = ''
  const step = (command: (known: Known) => Command, gives?: keyof Known): void => {
    if (!held) steps.push({ at, known, command, ...(gives ? { gives } : {}) })
  }
  const until = (reached: Hold): void => void (held ||= reached === hold)
  /** Moves on by up to `hours`, and out of the night. */
  const later = (hours: number): void => {
    at = atWork(at + Math.round((0.2 + random.int(80) / 100) * hours * HOUR))
  }
  const urgent = request.urgency !== undefined
  const pace = urgent ? 3 : 14

  step(() => receive(n, request, random), 'case')
  until('new')
  later(urgent ? 0.5 : 6)
  step((k) => ({
    name: 'classify',
    input: { case: k.case, serviceType: request.type, category: request.category, reason: '' },
  }))
  if (request.kind === 'consult' && hold === undefined && random.chance(0.7)) {
    later(4) // answered at the counter
  } else {
    later(urgent ? 0.5 : pace)
    refer(false)
    until('dispatched')
    later(pace)
    if (random.chance(0.12)) {
      step((k) => ({
        name: 'record-referral-step',
        input: {
          case: k.case,
          referral: k.referral,
          step: random.chance(0.5) ? 'declined' : 'returned',
          reasonCode: random.pick(RETURN_REASONS),
          note: '说明原因后退回，另行安排',
        },
      }))
      later(8)
      refer(true)
      later(pace)
    }
    step((k) => ({
      name: 'record-referral-step',
      input: { case: k.case, referral: k.referral, step: 'accepted', note: '' },
    }))
    later(pace)
    follow()
    until('in-work')
    later(pace * 2)
    step((k) => ({
      name: 'record-referral-step',
      input: { case: k.case, referral: k.referral, step: 'done', note: '已办完' },
    }))
    later(12)
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
  return inTime(steps, due, urgent)

  function refer(again: boolean): void {
    const fitting = providers.filter((p) => p.serviceType === request.type)
    const named = fitting.filter((p) => p.services.includes(request.service))
    const able = named.length > 0 ? named : fitting
    const others = able.filter((p) => p.id !== last)
    const provider = random.pick(again && others.length > 0 ? others : able)
    const isOther = again && provider.id !== last
    last = provider.id
    step(
      (k) => ({
        name: 'dispatch',
        input: {
          case: k.case,
          provider: provider.id,
          reason: isOther ? '上一家不能承接，改派' : '',
          demand: urgent ? '请立即到场' : '',
        },
      }),
      'referral',
    )
  }

  function follow(): void {
    const times = 1 + random.int(3)
    for (let i = 0; i < times; i++) {
      const kind = i === 0 ? 'first-contact' : random.pick(['progress', 'visit', 'progress', 'note'] as const)
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
      step((k) => ({
        name: 'record-finding',
        input: {
          case: k.case,
          verdict: bad ? 'to-rectify' : 'in-order',
          demand: bad ? '补齐现场照片，并向居民再说明一次' : '',
        },
      }))
    }
    later(40)
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
    const words = random.pick(REVISIT_WORDS)
    step((k) => ({
      name: 'record-revisit',
      input: {
        case: k.case,
        way: unreachable ? 'home-visit' : 'phone',
        valid: true,
        solved: outcome === 'solved' || random.chance(0.3),
        scale,
        grade,
        words,
      },
    }))
  }
}

/** The last step well before the deadline: a longer story is told faster, in the daytime of the same days; urgent ones within hours. */
function inTime(steps: readonly Step[], due: number, urgent: boolean): Step[] {
  const from = steps[0]!.at
  const span = Math.min(0.9 * (due - from), urgent ? 5 * HOUR : Infinity)
  const faster = Math.min(1, span / Math.max(1, steps.at(-1)!.at - from))
  let before = from - MINUTE
  return steps.map((step, i) => {
    const scaled = Math.round(from + faster * (step.at - from))
    before = Math.max(before + MINUTE, i === 0 || urgent || faster === 1 ? scaled : daytime(scaled))
    return { ...step, at: before }
  })
}

/** The night's beginning becomes the end of that day's work, its end the beginning. */
function daytime(epochMs: number): number {
  const moment = momentOf(epochMs)
  const hour = Number(moment.slice(11, 13))
  if (hour >= 8 && hour < 18) return epochMs
  return epochOf(atTime(dayOf(moment), hour < 8 ? '08:20:00' : '17:20:00')) + (epochMs % (30 * MINUTE))
}

function receive(n: number, request: DemoRequest, random: Seeded): Command {
  const area = random.pick(DEMO_AREAS)
  const place = `${area}${1 + random.int(18)}号楼${1 + random.int(6)}单元${1 + random.int(6)}0${1 + random.int(4)}`
  const anonymous = random.chance(0.05)
  return {
    name: 'receive-case',
    input: {
      requestKind: request.kind,
      channel: random.pick(CHANNEL_SHARES),
      urgency: request.urgency ?? 'general',
      title: request.title,
      text: request.text,
      requesterName: anonymous ? '' : demoName(n * 7),
      requesterPhone: anonymous ? '' : `1000000${String(3000 + (n % 6000)).padStart(4, '0')}`,
      anonymous,
      place,
      category: '',
    },
  }
}

/** The same moment, or eight to half past eight in the morning of the next working day when it falls outside hours. */
export function atWork(epochMs: number): number {
  const moment = momentOf(epochMs)
  const hour = Number(moment.slice(11, 13))
  if (isWorkingDay(dayOf(moment)) && hour >= 8 && hour < 18) return epochMs
  let day = hour >= 18 ? addDays(dayOf(moment), 1) : dayOf(moment)
  while (!isWorkingDay(day)) day = addDays(day, 1)
  return epochOf(atTime(day, '08:00:00')) + (Math.floor(epochMs / 1000) % 1800) * 1000
}
