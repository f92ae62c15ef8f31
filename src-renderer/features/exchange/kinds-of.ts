/** Kinds of records as people know them, out of the types of entities. To add one: here, and its words (exchange.kindOf). */
import { isActType } from '#core/case-file/scopes.ts'

const KINDS = {
  case: ['case'],
  act: ['correction'],
  provider: ['provider', 'site', 'reach', 'qualification', 'provider-note', 'provider-finding', 'provider-finding-step', 'member', 'volunteer-task', 'task-claim', 'service-time', 'activity', 'sign-up'], // prettier-ignore
  service: ['service'],
  money: ['agreement', 'entry', 'fund', 'money-decision'],
  place: ['place'],
  civic: ['topic', 'deliberation', 'deliberation-step', 'resolution-task', 'hotspot-dismissal', 'have-check', 'have-photo'], // prettier-ignore
  survey: ['survey', 'survey-draw', 'interview', 'opinion'],
  learning: ['model-case', 'policy-card'],
  people: ['person', 'household', 'person-visit', 'person-change', 'person-merge', 'person-apart', 'person-viewing'],
  rules: ['category', 'limit-preset', 'calendar-year', 'template'],
  house: ['station', 'user', 'module', 'setting', 'device', 'peer', 'bundle', 'letter'],
} as const satisfies Readonly<Record<string, readonly string[]>>
export type ExchangeKind = keyof typeof KINDS | 'other'

const KIND_OF = new Map<string, ExchangeKind>(
  Object.entries(KINDS).flatMap(([kind, types]) => types.map((type) => [type, kind as ExchangeKind] as const)),
)

/** `type`: of an entity. */
export const kindOf = (type: string): ExchangeKind => KIND_OF.get(type) ?? (isActType(type) ? 'act' : 'other')

/** `byType`: entity type → how many. In the order above, without empty ones. */
export function kindsOf(byType: Readonly<Record<string, number>>): readonly (readonly [ExchangeKind, number])[] {
  const counts = new Map<ExchangeKind, number>([...Object.keys(KINDS), 'other'].map((kind) => [kind as ExchangeKind, 0])) // prettier-ignore
  for (const [type, n] of Object.entries(byType)) {
    const kind = kindOf(type)
    counts.set(kind, counts.get(kind)! + n)
  }
  return [...counts].filter(([, n]) => n > 0)
}
