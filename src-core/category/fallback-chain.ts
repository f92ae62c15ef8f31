/** 兜底顺序: in which order the kinds of service are tried when nobody of the first one fits (DOMAIN §1, §3.3.5). */
import { SERVICE_TYPES, type ServiceType } from '../case-file/codes.ts'

/** The leaf's own kind first, then the others in the order 行政 → 公益 → 市场. */
export const fallbackChain = (own: ServiceType): readonly ServiceType[] => [
  own,
  ...SERVICE_TYPES.filter((type) => type !== own),
]

/** Null when the order is good: it begins with the leaf's own kind and comes back to none. */
export function chainTrouble(chain: readonly ServiceType[], own: ServiceType): 'chain-start' | 'chain-circle' | null {
  if (chain[0] !== own) return 'chain-start'
  return new Set(chain).size === chain.length ? null : 'chain-circle'
}
