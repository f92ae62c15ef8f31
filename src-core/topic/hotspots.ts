/**
 * 热点 (DOMAIN §10): matters that several people brought within some weeks. Two ways to see one: the same category at the
 * same place, and, where either is unknown, the same words under one category or at one place (named-matters.ts). Different
 * persons count, not cases: one who comes five times is one.
 */
import type { EntityId } from '../kernel/event.ts'

/** So many different persons within so many days. */
export const HOTSPOT_PERSONS = 3
export const HOTSPOT_DAYS = 30
/** The list is no report: what stands behind these is found under 共性问题 or in the statistics. */
export const MOST_HOTSPOTS = 40

export type Spotted = {
  readonly id: EntityId
  /** Decided, or likely by its words (`guessed`); '' when nothing speaks for any. */
  readonly category: string
  readonly guessed: boolean
  /** What cases of one place have in common (see `areaOf`); '' for none. */
  readonly place: string
  /** The same for two cases of one person. */
  readonly person: string
  /** Topics it stands in. */
  readonly topics: readonly EntityId[]
  readonly title: string
  readonly text: string
}

export type Group = {
  /** '' where the cases are of several. */
  readonly category: string
  readonly place: string
  /** What all of them say; '' where category and place are enough. */
  readonly words: string
  readonly cases: readonly Spotted[]
}

export const personsOf = (cases: readonly Pick<Spotted, 'person'>[]): number => new Set(cases.map(({ person }) => person)).size // prettier-ignore

/** Category × place; what is left over had no category, no place, or too few persons. */
export function placeGroups(cases: readonly Spotted[]): {
  readonly groups: readonly Group[]
  readonly left: readonly Spotted[]
} {
  // prettier-ignore
  const all = new Map<string, Spotted[]>()
  const left: Spotted[] = []
  for (const one of cases) {
    if (one.category === '' || one.place === '') {
      left.push(one)
      continue
    }
    const key = `${one.category}\n${one.place}`
    const group = all.get(key)
    if (group) group.push(one)
    else all.set(key, [one])
  }
  const groups: Group[] = []
  for (const group of all.values()) {
    if (personsOf(group) < HOTSPOT_PERSONS) left.push(...group)
    else groups.push({ category: group[0]!.category, place: group[0]!.place, words: '', cases: group })
  }
  return { groups, left }
}

/** The topic that some of them stand in already; null for none. 'all': every one of them does, which is no news. */
export function topicOf({ cases }: Pick<Group, 'cases'>): EntityId | null | 'all' {
  const topic = cases.flatMap(({ topics }) => topics)[0] ?? null
  return topic !== null && cases.every(({ topics }) => topics.includes(topic)) ? 'all' : topic
}

/** 槐树里小区3号楼2单元501 → 槐树里小区; where no name stands before the number, the building: 3号楼. */
export function areaOf(place: string): string {
  const plain = place.normalize('NFKC').replace(/[\s›>,，、]+/g, '')
  const at = plain.search(/\d|[一二三四五六七八九十]+(?:号|栋|幢|座|单元)/)
  if (at < 0) return plain
  if (at >= 2) return plain.slice(0, at)
  return /^.*?(?:号楼|号院|栋|幢|座)/.exec(plain)?.[0] ?? plain
}
