/** 5,000 invented cases as raw acts, as they lie in the records: reopened, withdrawn, asked twice, on several scales, by several PCs. */
import { seeded } from '#core/demo/seeded.ts'
import { BUILT_IN_LEAVES } from '#core/category/catalogue-leaves.ts'
import { epochOf, momentOf } from '#core/lib/time.ts'

export type Raw = {
  readonly id: string
  readonly type: string
  readonly l: number
  readonly f: Record<string, unknown>
}
export type RawCase = { readonly id: string; readonly f: Record<string, unknown>; readonly acts: readonly Raw[] }
export type RawWorld = {
  readonly places: readonly Raw[]
  readonly providers: readonly Raw[]
  readonly users: readonly Raw[]
  readonly agreements: readonly Raw[]
  readonly cases: readonly RawCase[]
  /** What the generator knows: 小区 of a door, and of an address in words. */
  readonly hoodOfDoor: ReadonlyMap<string, string>
  readonly hoodOfWords: ReadonlyMap<string, string>
}

const FROM = epochOf('2025-06-01T08:00:00+08:00')
const HOUR = 3_600_000
const TYPES = ['administrative', 'welfare', 'market']
const KINDS = ['party', 'self-governing', 'social', 'public-affairs', 'life-service']
const FUNDINGS = ['government', 'purchased', 'volunteer', 'compensated', 'resident-paid', '']
const SCALE = {
  'three-rates': ['satisfied', 'basically', 'neutral', 'dissatisfied'],
  'good-bad-5': ['very-satisfied', 'satisfied', 'basically', 'dissatisfied', 'very-dissatisfied'],
} as const

export function rawWorld(seed: number, count: number): RawWorld {
  const random = seeded(seed)
  const { int, chance, pick } = random
  let written = 0
  let named = 0
  const newId = (type: string): string => `${type}:${seed}-${(named += 1)}`
  const raw = (type: string, f: Record<string, unknown>): Raw => ({ id: newId(type), type, l: (written += 1), f })

  const hoodOfDoor = new Map<string, string>()
  const hoodOfWords = new Map<string, string>([
    ['对面马路上', ''],
    ['', ''],
  ])
  const places: Raw[] = []
  const doors: string[] = []
  for (const name of ['梧桐里小区', '桂花园小区', '丁香园', '青石桥家属院', '东风楼']) {
    const hood = raw('place', { kind: 'neighbourhood', name, parent: '' })
    const building = raw('place', { kind: 'building', name: '3号楼', parent: hood.id })
    const door = raw('place', { kind: 'door', name: '101', parent: building.id })
    places.push(hood, building, door)
    for (const { id } of [hood, building, door]) {
      doors.push(id)
      hoodOfDoor.set(id, hood.id)
    }
    hoodOfWords.set(`${name}7号楼`, hood.id)
  }
  const gone = 'place:not-here'
  doors.push(gone)
  hoodOfDoor.set(gone, '')
  const providers = Array.from({ length: 12 }, (_, i) =>
    raw('provider', { name: `单位${i}`, kind: pick(KINDS), serviceType: pick(TYPES), funding: pick(FUNDINGS) }),
  )
  const agreements = ['contract', 'compensation'].map((kind) => raw('agreement', { kind }))
  const users = Array.from({ length: 4 }, (_, i) => raw('user', { name: `同事${i}` }))
  const categories = ['', '路灯不亮', ...BUILT_IN_LEAVES.slice(0, 40).map(({ code }) => code)]

  const cases = Array.from({ length: count }, (): RawCase => {
    const id = newId('case')
    let at = FROM + int(365 * 24) * HOUR
    const now = (): string => momentOf(at)
    const later = (hours = 60): string => {
      at += int(hours * 60) * 60_000
      return now()
    }
    const acts: Raw[] = []
    // Two PCs write without knowing of each other: the same Lamport number twice.
    const add = (type: string, f: Record<string, unknown>, l = (written += 1)): Raw => {
      const act: Raw = { id: newId(type), type, l, f: { case: id, at: now(), by: pick(users).id, ...f } }
      acts.push(act)
      return act
    }
    const receivedAt = now()
    const inWords = chance(0.4)
    const f = {
      number: id.slice(5),
      requestKind: pick(['help', 'complaint', 'consult']),
      channel: pick(['visit', 'phone']),
      urgency: pick(['general', 'urgent']),
      receivedAt,
      receivedBy: pick(users).id,
      title: '路灯',
      place: inWords ? pick([...hoodOfWords.keys()]) : '',
      ...(inWords ? {} : { placeId: pick(doors) }),
      ...(chance(0.85) ? { dueAt: momentOf(at + (1 + int(200)) * HOUR) } : {}),
      ...(chance(0.1) ? { orderDueAt: momentOf(at + (1 + int(200)) * HOUR) } : {}),
    }
    const rounds = chance(0.12) ? (chance(0.2) ? 3 : 2) : 1
    for (let round = 1; round <= rounds; round++) {
      if (round > 1) {
        later(300)
        add('reopening', { reason: '又坏了', ...(chance(0.7) ? { dueAt: momentOf(at + int(200) * HOUR) } : {}) })
      }
      if (chance(round === 1 ? 0.8 : 0.2)) add('classification', { serviceType: pick(TYPES), category: pick(categories), reason: '' }) // prettier-ignore
      if (chance(0.1)) add('assignment', { to: pick(users).id, reason: '' })
      const onTheSpot = round === 1 && chance(0.1)
      if (!onTheSpot) {
        for (let i = int(3); i > 0; i--) {
          later(20)
          add('contact', {
            kind: pick(['first-contact', 'progress', 'note']),
            way: 'phone',
            reached: chance(0.6),
            note: '',
          })
        }
        for (let i = chance(0.5) ? 1 + int(3) : 0; i > 0; i--) {
          later(20)
          const order = add('referral', {
            provider: pick(providers).id,
            serviceType: pick(TYPES),
            way: 'dispatch',
            ...(chance(0.3) ? { agreement: pick(agreements).id } : {}),
            ...(chance(0.8) ? { role: chance(0.7) ? 'lead' : 'co' } : {}),
            ...(chance(0.5) ? { replyBy: later(4) } : {}),
          })
          for (const step of ['accepted', 'declined', 'returned', 'silent', 'recalled', 'interim', 'done'])
            if (chance(step === 'accepted' || step === 'done' ? 0.5 : 0.06)) {
              later(10)
              add('referral-step', { referral: order.id, step, note: '' })
            }
          if (chance(0.1)) {
            const objection = add('objection', { referral: order.id, reasonCode: 'other', note: '' })
            if (chance(0.8)) add('ruling', { objection: objection.id, decision: pick(['upheld', 'refused']), note: '' })
          }
        }
        if (chance(0.1)) add('extension', { dueAt: momentOf(at + int(300) * HOUR), reason: '' })
        if (chance(0.1)) {
          const pause = add('pause', { reason: 'resident', note: '' })
          later(100)
          if (chance(0.6)) add('resume', { pause: pause.id, dueAt: momentOf(at + int(200) * HOUR), note: '' })
        }
      }
      if (!onTheSpot) later(100)
      if (chance(0.8)) add('answer', { way: 'phone', content: '好了', answeredBy: '', ...(chance(0.2) ? { to: chance(0.5) ? ['dispatcher'] : ['resident', 'dispatcher'] } : {}) }) // prettier-ignore
      if (onTheSpot || chance(0.85) || round < rounds) {
        if (chance(0.95)) add('closing', { outcome: pick(['solved', 'partly-solved', 'withdrawn']), note: '' })
        if (chance(0.03)) add('closing', { outcome: 'solved', note: '' }, written)
      }
      const known: string[] = []
      for (let i = chance(0.7) ? 1 + int(3) : 0; i > 0; i--) {
        if (chance(0.9)) later(200)
        const valid = chance(0.75)
        const scale = pick(['three-rates', 'good-bad-5'] as const)
        const said = valid
          ? {
              solved: chance(0.7),
              scale,
              grade: pick(SCALE[scale]),
              ...(chance(0.3) ? { contacted: chance(0.7) } : {}),
            }
          : { invalidReason: 'no-answer' }
        const after = chance(0.5) ? { after: known.filter(() => chance(0.9)) } : {}
        const other = chance(0.1) ? written : (written += 1)
        const revisit = add('revisit', { way: 'phone', valid, words: '', selfRevisit: chance(0.15), ...said, ...after }, other) // prettier-ignore
        if (valid) known.push(revisit.id)
        if (valid && chance(0.08))
          add('rating-step', { revisit: revisit.id, step: pick(['upheld', 'refused']), note: '' })
      }
    }
    const said = acts.map((act) => act.id)
    for (const act of said) if (chance(0.03)) add('withdrawal', { act })
    return { id, f, acts }
  })
  return { places, providers, users, agreements, cases, hoodOfDoor, hoodOfWords }
}
