/** Cases as merges bring them together, and as no screen would write them; texts that a database may stumble over. */
import type { Seeded } from '#core/demo/seeded.ts'
import { eraseDraft } from '#core/kernel/command.ts'
import { momentOf } from '#core/lib/time.ts'
import { uuidv7 } from '#core/lib/uuid.ts'
import { FROM, type Pc } from '../houses.ts'

const DAY = 86_400_000

/** Tabs, backslashes, line ends, COPY's own end mark, NUL, half a pair, rare characters, quotes of SQL and psql. */
export const HOSTILE = [
  'tab\there',
  '\\N',
  '\\.',
  'line\r\nend\n',
  'nul\u0000in',
  'half\uD842',
  '𠮷𪚥龘',
  "'; DROP SCHEMA linwu CASCADE; --",
  ':from $$ \\gset',
  '\u2028\u0001\u007f',
  '',
]

const id = (type: string, random: Seeded): string => `${type}:${uuidv7(FROM, random.bytes(10))}`
const moment = (random: Seeded): string => momentOf(FROM + random.int(300) * DAY + random.int(DAY / 1000) * 1000)

/** A case with up to 18 acts in any order, each written by any of the house's PCs, which see each other's work now and then. */
export function randomCase(pcs: readonly Pc[], random: Seeded): string {
  const who = (): Pc => random.pick(pcs)
  const entity = id('case', random)
  const received = moment(random)
  const maybe = <T>(value: T): T | undefined => (random.chance(0.5) ? value : undefined)
  const known: Record<string, string[]> = {}
  const of = (type: string): string | undefined => {
    const list = known[type]
    return list && list.length > 0 ? random.pick(list) : undefined
  }
  who().write([
    {
      entity,
      kind: 'case-received',
      fields: {
        number: `S0001-A-2026-${random.int(99_999)}`,
        requestKind: maybe(random.pick(['help', 'complaint', 'report'])),
        channel: 'phone',
        urgency: 'general',
        receivedAt: received,
        title: '私下的话',
        anonymous: random.chance(0.1),
        dueAt: maybe(moment(random)),
        orderDueAt: random.chance(0.2) ? moment(random) : undefined,
      },
    },
  ])
  mix(pcs, random)
  const providers = ['provider:p1', 'provider:p2', 'provider:p3']
  const makers: Readonly<Record<string, () => Record<string, unknown> | null>> = {
    classification: () => ({
      serviceType: random.pick(['administrative', 'welfare', 'market']),
      category: random.pick([...HOSTILE, 'L010101']),
      reason: '内部',
    }),
    referral: () => ({
      provider: random.pick(providers),
      serviceType: 'welfare',
      role: maybe(random.pick(['lead', 'co'])),
      agreement: maybe('agreement:a1'),
      replyBy: moment(random),
    }),
    'referral-step': () =>
      of('referral')
        ? {
            referral: of('referral'),
            step: random.pick([
              'accepted',
              'declined',
              'done',
              'returned',
              'received',
              'fed-back',
              'interim',
              'silent',
              'recalled',
            ]),
          }
        : null,
    objection: () => (of('referral') ? { referral: of('referral'), reasonCode: 'other' } : null),
    ruling: () =>
      of('objection') ? { objection: of('objection'), decision: random.pick(['upheld', 'refused']) } : null,
    contact: () => ({
      kind: random.pick(['first-contact', 'progress', 'note']),
      way: 'phone',
      reached: random.chance(0.7),
      note: '内部',
    }),
    answer: () => ({
      way: 'phone',
      content: '内部',
      to: maybe(random.pick([['resident'], ['dispatcher'], ['resident', 'dispatcher']])),
    }),
    closing: () => ({ outcome: random.pick(['solved', 'partly-solved', 'withdrawn']) }),
    reopening: () => ({ dueAt: maybe(moment(random)), reason: '内部' }),
    extension: () => ({ dueAt: moment(random), was: moment(random) }),
    pause: () => ({ reason: 'material' }),
    resume: () => (of('pause') ? { pause: of('pause'), dueAt: maybe(moment(random)) } : null),
    revisit: () => {
      const scale = random.pick(['three-rates', 'good-bad-5'])
      const grade = random.pick([
        'very-satisfied',
        'satisfied',
        'basically',
        'neutral',
        'dissatisfied',
        'very-dissatisfied',
      ])
      const after = known['revisit']?.filter(() => random.chance(0.7)) ?? []
      return {
        way: 'phone',
        valid: random.chance(0.8),
        solved: maybe(random.chance(0.8)),
        contacted: maybe(random.chance(0.8)),
        scale,
        grade,
        selfRevisit: random.chance(0.3),
        after: maybe(after),
      }
    },
    'rating-step': () =>
      of('revisit') ? { revisit: of('revisit'), step: random.pick(['verified', 'upheld', 'refused']) } : null,
    'off-list-refusal': () => ({ category: 'L010101' }),
    urging: () => ({ kind: 'urge', way: 'phone' }),
    withdrawal: () => {
      const type = random.pick(Object.keys(known).length > 0 ? Object.keys(known) : ['closing'])
      return of(type) ? { act: of(type) } : null
    },
  }
  const count = random.int(19)
  for (let i = 0; i < count; i++) {
    const type = random.pick(Object.keys(makers))
    // Nearly all cases have few of the rare acts.
    if (['reopening', 'off-list-refusal', 'withdrawal'].includes(type) && random.chance(0.5)) continue
    const said = makers[type]!()
    if (!said) continue
    const act = id(type, random)
    const at = type === 'closing' && random.chance(0.2) ? received : moment(random)
    const draft = { entity: act, kind: 'written', fields: { case: entity, at, ...said } }
    // One save may write two acts.
    const beside = random.chance(0.1) ? [{ entity: id('closing', random), kind: 'written', fields: { case: entity, at, outcome: 'solved' } }] : [] // prettier-ignore
    who().write([draft, ...beside])
    ;(known[type] ??= []).push(act)
    if (random.chance(0.5)) mix(pcs, random)
  }
  // Two PCs change the same fields without knowing of each other.
  for (const pc of pcs)
    if (random.chance(0.3))
      pc.write([{ entity, kind: 'corrected', fields: { urgency: random.pick(['urgent', 'danger']), dueAt: maybe(moment(random)) } }]) // prettier-ignore
  if (random.chance(0.03)) who().write([eraseDraft(entity, 'shared', 'test')])
  if (random.chance(0.05)) {
    const some = Object.values(known).flat()
    if (some.length > 0) who().write([eraseDraft(random.pick(some), 'shared', 'test')])
  }
  return entity
}

/** Every PC of the house gets what the others have. */
export function mix(pcs: readonly Pc[], random: Seeded): void {
  const all = new Map(pcs.flatMap(({ events }) => events.map((event) => [event.id, event] as const)))
  for (const pc of pcs) {
    if (pcs.length < 2 || random.chance(0.3)) continue
    const has = new Set(pc.events.map((event) => event.id))
    pc.take([...all.values()].filter((event) => !has.has(event.id)).toSorted((a, b) => a.header.l - b.header.l))
  }
}
