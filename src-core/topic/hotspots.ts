/** 热点 (DOMAIN §10): repeated matters by place and category surface, and may become a topic. */
import type { EntityId } from '../kernel/event.ts'

/** So many of one category at one place within so many days. */
export const HOTSPOT_CASES = 3
export const HOTSPOT_DAYS = 30

/** `place`: what cases of one place have in common (see `areaOf`); `topics` as in the summary. */
export type Spotted = {
  readonly id: EntityId
  readonly category: string
  readonly place: string
  readonly topics: readonly EntityId[]
}
export type Hotspot = {
  readonly category: string
  readonly place: string
  readonly cases: readonly EntityId[]
  /** A topic that some of them stand in already; the others may join it. */
  readonly topic: EntityId | null
}

/** Of the cases of the last days, most cases first. What stands in one topic already, all of it, is no news. */
export function hotspots(cases: readonly Spotted[]): readonly Hotspot[] {
  const groups = new Map<string, Spotted[]>()
  for (const one of cases) {
    if (one.category === '' || one.place === '') continue
    const key = `${one.category}\n${one.place}`
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return [...groups.values()]
    .filter((group) => group.length >= HOTSPOT_CASES)
    .flatMap((group) => {
      const topic = group.flatMap(({ topics }) => topics)[0] ?? null
      if (topic !== null && group.every(({ topics }) => topics.includes(topic))) return []
      const { category, place } = group[0]!
      return [{ category, place, cases: group.map(({ id }) => id), topic }]
    })
    .toSorted((a, b) => b.cases.length - a.cases.length || (a.place < b.place ? -1 : 1))
}

/** 槐树里小区3号楼2单元501 → 槐树里小区; where no name stands before the number, the building: 3号楼. */
export function areaOf(place: string): string {
  const plain = place.normalize('NFKC').replace(/[\s›>,，、]+/g, '')
  const at = plain.search(/\d|[一二三四五六七八九十]+(?:号|栋|幢|座|单元)/)
  if (at < 0) return plain
  if (at >= 2) return plain.slice(0, at)
  return /^.*?(?:号楼|号院|栋|幢|座)/.exec(plain)?.[0] ?? plain
}
