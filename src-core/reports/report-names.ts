/** What a report has to know of places, categories, providers and colleagues. From a book: book/report-names-of.ts. */
import type { ServiceType } from '../case-file/codes.ts'
import type { RoundFacts } from '../figures/round-facts.ts'
import type { FundingMode, ProviderKind } from '../provider/fields.ts'

export type ProviderNames = {
  readonly name: string
  readonly serviceType: ServiceType | null
  readonly kind: ProviderKind | ''
  readonly funding: FundingMode | ''
}

/** Keys are ids and codes; '' is "not known" and has no name: each reader says that in his own words. */
export type ReportNames = {
  /** Id of the 小区 in which it lies. */
  readonly neighbourhood: (facts: Pick<RoundFacts, 'placeId' | 'place'>) => string
  /** Lies in that place, grid or 居民小组. */
  readonly within: (facts: Pick<RoundFacts, 'placeId' | 'place'>, area: string) => boolean
  readonly place: (id: string) => string
  /** `L01` of `L010101`; '' for words of older records. */
  readonly level1: (category: string) => string
  /** A leaf (`L010101`), a group (`L0101`), a level (`L01`), or words of older records. */
  readonly category: (code: string) => string
  readonly provider: (id: string) => ProviderNames
  /** How an agreement or a fund pays. */
  readonly funding: (account: string) => FundingMode | ''
  readonly user: (id: string) => string
  /** At an upper office: uuid of the house whose case it is, or the short code of one that nobody has named; '' at a station. */
  readonly station: (facts: Pick<RoundFacts, 'pc' | 'number'>) => string
  readonly stationName: (key: string) => string
}
