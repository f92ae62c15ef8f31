/** By what a report is broken down: each slice puts a round into exactly one group. */
import type { ServiceType } from '../case-file/codes.ts'
import type { RoundFacts } from '../figures/round-facts.ts'
import type { ReportNames } from './report-names.ts'

/** 小区 · 一级分类 · 分类 · 服务类型 · 承办单位 · 经办人 · 站点 (upper offices only). To add one: here, in `SLICES`, and its words (reports.by). */
export const GROUPINGS = ['place', 'level1', 'category', 'type', 'provider', 'handler', 'station'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** 三类服务 × 服务主体 × 资金, and 小区 × 一级分类: keys joined by `|`. */
const CROSSINGS = ['tile', 'heat'] as const
export type Slicing = 'all' | Grouping | (typeof CROSSINGS)[number]

export const SLICES: Readonly<Record<Slicing, (facts: RoundFacts, names: ReportNames) => string>> = {
  all: () => '',
  place: (facts, names) => names.neighbourhood(facts),
  level1: ({ category }, names) => names.level1(category),
  category: ({ category }) => category,
  type: ({ serviceType }) => serviceType ?? '',
  provider: ({ provider }) => provider ?? '',
  handler: ({ handler }) => handler ?? '',
  station: (facts, names) => names.station(facts),
  tile: tileKey,
  heat: (facts, names) => `${names.neighbourhood(facts)}|${names.level1(facts.category)}`,
}

/** `welfare|social|purchased`; '' where nothing is known, and for what the station did itself. Paid as the order says, else as usual. */
function tileKey({ serviceType, provider, agreement }: RoundFacts, names: ReportNames): string {
  const card = provider === null ? null : names.provider(provider)
  const funding = (agreement !== null && names.funding(agreement)) || (card?.funding ?? '')
  return `${serviceType ?? ''}|${card?.kind ?? ''}|${funding}`
}

export type ReportFilters = {
  /** Any place of the tree, grids too. */
  readonly place?: string
  readonly serviceType?: ServiceType | 'undecided'
  /** Leaf, group or level by the beginning of its code, `L01`. */
  readonly category?: string
  readonly provider?: string
  readonly handler?: string
  /** Key of a group of slice `station`. */
  readonly station?: string
}

/** Null when everything passes. */
export function passes(filters: ReportFilters, names: ReportNames): ((facts: RoundFacts) => boolean) | null {
  const { place, serviceType, category, provider, handler, station } = filters
  const tests: ((facts: RoundFacts) => boolean)[] = []
  if (serviceType !== undefined) tests.push((facts) => (facts.serviceType ?? 'undecided') === serviceType)
  if (category !== undefined) tests.push((facts) => facts.category.startsWith(category))
  if (provider !== undefined) tests.push((facts) => facts.provider === provider)
  if (handler !== undefined) tests.push((facts) => facts.handler === handler)
  if (station !== undefined) tests.push((facts) => names.station(facts) === station)
  if (place !== undefined) tests.push((facts) => names.within(facts, place))
  return tests.length === 0 ? null : (facts) => tests.every((test) => test(facts))
}
