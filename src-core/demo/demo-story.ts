/**
 * Stories that a well-run station has one or two of, told in working days back from today, so that each stands where it
 * should on any day. demo-script.ts tells the hundreds of ordinary ones.
 */
import type { ReferralStep, ServiceType } from '../case-file/codes.ts'
import type { Command, CommandInput } from '../commands.ts'
import { assert } from '../lib/assert.ts'
import { atTime, dayOf, epochOf, momentOf, type Moment } from '../lib/time.ts'
import { demoName, demoPhone } from './demo-people.ts'
import { nothingKnown, type DemoStock, type Given, type Known, type Provider, type Step } from './demo-steps.ts'
import { MINUTE, workingDay } from './demo-times.ts'

export type StoryParts = DemoStock & { readonly now: number }

type Intake = CommandInput<'receive-case'>
type Order = Omit<CommandInput<'dispatch'>, 'case' | 'provider'>
/** `who`: running number of the one who asks (demo-people.ts). */
type Request = Partial<Intake> & Pick<Intake, 'title' | 'text' | 'place'> & { readonly who: number }
type Line = (known: Known) => Command

export type Story = {
  readonly steps: Step[]
  readonly known: Known
  /** `back`: working days before today, negative for after it; `time`: 'HH:MM'. */
  readonly say: (back: number, time: string, line: Line, ...gives: readonly Given[]) => void
  /** Received and classified. `as`: by which name the story knows the case, 'case' if not said. */
  readonly ask: (back: number, time: string, request: Request, type: ServiceType, category: string, as?: Given) => void
  /** Sent to the provider whose name begins so; accepted a quarter of an hour later unless `silent`. */
  readonly send: (
    back: number,
    time: string,
    begin: string,
    order?: Partial<Order> & { readonly as?: Given; readonly silent?: true; readonly beside?: true },
  ) => void
  readonly hear: (
    back: number,
    time: string,
    step: ReferralStep,
    note: string,
    more?: Partial<CommandInput<'record-referral-step'>> & { readonly from?: Given },
  ) => void
  /** Answered, closed as solved, and called back. */
  readonly end: (back: number, answer: string, as?: Given) => void
  readonly provider: (begin: string) => Provider
  readonly moment: (back: number, time: string) => Moment
}

export function story({ now, providers, placeOf }: StoryParts): Story {
  const today = dayOf(momentOf(now))
  const known = nothingKnown()
  const steps: Step[] = []
  const moment = (back: number, time: string): Moment => atTime(workingDay(today, back), `${time}:00`)
  const say: Story['say'] = (back, time, command, ...gives) =>
    void steps.push({ at: epochOf(moment(back, time)), known, command, gives })
  const soon = (time: string): string => momentOf(epochOf(atTime(today, `${time}:00`)) + 15 * MINUTE).slice(11, 16)
  const provider = (begin: string): Provider => {
    const found = providers.find(({ name }) => name.startsWith(begin))
    assert(found, `the demo has no provider ${begin}`)
    return found
  }

  const ask: Story['ask'] = (back, time, { who, ...request }, serviceType, category, as = 'case') => {
    const placeId = placeOf(request.place)
    const input: Intake = {
      requestKind: 'complaint',
      channel: 'phone',
      urgency: 'general',
      requesterName: demoName(who * 7),
      requesterPhone: demoPhone(who),
      anonymous: false,
      ...(placeId !== null && { placeId }),
      category,
      serviceType,
      ...request,
    }
    say(back, time, () => ({ name: 'receive-case', input }), as)
  }

  const send: Story['send'] = (back, time, begin, { as = 'case', silent, beside, ...order } = {}) => {
    const { id, serviceType } = provider(begin)
    const isOffice = serviceType === 'administrative'
    const given = beside ? 'co' : 'referral'
    const consent = { way: 'oral', givenBy: 'self', giver: '', textVersion: 'zh-1' } as const
    const terms = isOffice
      ? {}
      : { ground: 'consent' as const, fieldsSent: ['title', 'text', 'place', 'name', 'phone'] as const, consent }
    const common = { provider: id, reason: '', demand: '', capacity: 'station' as const, ...terms, ...order }
    const name = beside ? 'dispatch-co' : 'dispatch'
    say(back, time, (k) => ({ name, input: { ...common, case: k[as] } }), given, 'consent')
    if (silent) return
    const step = isOffice ? 'received' : 'accepted'
    say(back, soon(time), (k) => ({
      name: 'record-referral-step',
      input: { case: k[as], referral: k[given], step, note: '' },
    }))
  }

  const hear: Story['hear'] = (back, time, step, note, { from = 'referral', ...more } = {}) =>
    say(back, time, (k) => ({
      name: 'record-referral-step',
      input: { case: k.case, referral: k[from], step, note, ...more },
    }))

  const end: Story['end'] = (back, content, as = 'case') => {
    say(back, '15:10', (k) => ({
      name: 'record-answer',
      input: { case: k[as], way: 'phone', content, answeredBy: '' },
    }))
    say(back, '15:30', (k) => ({ name: 'close-case', input: { case: k[as], outcome: 'solved', note: '' } }))
    say(back - 1, '10:20', (k) => ({
      name: 'record-revisit',
      input: {
        case: k[as],
        way: 'phone',
        valid: true,
        solved: true,
        scale: 'three-rates',
        grade: 'satisfied',
        words: '',
      },
    }))
  }
  return { steps, known, say, ask, send, hear, end, provider, moment }
}
