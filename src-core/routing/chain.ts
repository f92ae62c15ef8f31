/**
 * Which kinds of service are tried, and in which order. The pairing of type and provider is a custom and no law (DOMAIN
 * §1): a request outside the station's duty is never dropped, the next kind is tried (接诉即办条例 11(5)).
 */
import type { ServiceType } from '../case-file/codes.ts'
import { fallbackChain } from '../category/fallback-chain.ts'

/** `leaf`: as the catalogue says it for the category, null while there is none. The case's own type always comes first. */
export const chainOf = (own: ServiceType, leaf: readonly ServiceType[] | null): readonly ServiceType[] =>
  leaf && leaf.length > 0 ? [...new Set([own, ...leaf])] : fallbackChain(own)
