/** How an invented request comes in: by which channel, from whom, from where. */
import type { Channel } from '../case-file/codes.ts'
import type { Command, CommandInput } from '../commands.ts'
import { momentOf } from '../lib/time.ts'
import { DEMO_AREAS, demoName, demoPhone } from './demo-people.ts'
import type { DemoRequest } from './demo-requests.ts'
import type { DemoStock } from './demo-steps.ts'
import { HOUR } from './demo-times.ts'
import type { Seeded } from './seeded.ts'

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

/** `n`: running number; it decides the rarer turns, so that each of them occurs. `received`, `due`: epoch milliseconds. */
export type DemoCase = {
  readonly n: number
  readonly request: DemoRequest
  readonly received: number
  readonly due: number
}

/** Those who ask without being registered: so many, and each of them two or three times. Their numbers are nobody else's. */
const NEIGHBOURS = 240
const FIRST_NEIGHBOUR = 1_040

/** A door of their own. */
function homeOfNeighbour(who: number): string {
  const n = who - FIRST_NEIGHBOUR
  const door = Math.floor(n / 4)
  return `${DEMO_AREAS[n % 4]!}${1 + (door % 6)}号楼${1 + (Math.floor(door / 6) % 3)}单元${2 + Math.floor(door / 18)}0${1 + (door % 4)}`
}

/** `atOnce`: 当场办结. `always`: of a kind that is always revisited, so that the list of revisits is never empty. */
export function receive(
  { n, request, received }: DemoCase,
  atOnce: boolean,
  { askers, placeOf }: DemoStock,
  random: Seeded,
  always = false,
): Command {
  const asker = askers.get(n)
  const anonymous = random.chance(0.05) && asker === undefined && !always
  const drawn = random.pick(CHANNEL_SHARES)
  const channel = always ? 'hotline-12345' : drawn
  const who = asker?.n ?? FIRST_NEIGHBOUR + (n % NEIGHBOURS)
  const place = asker?.home ?? homeOfNeighbour(who)
  const placeId = placeOf(place)
  const input: CommandInput<'receive-case'> = {
    requestKind: request.kind,
    channel,
    urgency: request.urgency ?? 'general',
    title: request.title,
    text: request.text,
    requesterName: anonymous ? '' : demoName(who * 7),
    requesterPhone: anonymous ? '' : demoPhone(who),
    anonymous,
    place,
    category: '',
    ...(placeId !== null && { placeId }),
    ...(asker && { person: asker.person }),
    // A clerk enters an order within two hours of its being sent.
    ...(channel === 'hotline-12345' && {
      orderNumber: orderNumber(n, received),
      orderAt: momentOf(received - HOUR - (drawn === channel ? random.int(HOUR) : 0)),
    }),
    ...(atOnce && {
      serviceType: request.type,
      category: request.category,
      onTheSpot: { content: request.answer, outcome: 'solved' as const },
    }),
  }
  return { name: 'receive-case', input }
}

/** 12345 numbers begin with the day. */
export const orderNumber = (n: number, received: number): string =>
  `YS${momentOf(received).slice(0, 10).replaceAll('-', '')}${String(1000 + (n % 9000))}`
