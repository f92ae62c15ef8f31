import { buildTrust } from './build-trust.ts'
import { factsIn } from './facts-in.ts'
import type { Self, Trust, TrustSource } from './trust.ts'

/** `house`: uuid of the own house (StationCard.id). `identity`: null where the keys are not at hand (in a decision). */
export const trustOf = (source: TrustSource, identity: Self | null, house: string): Trust =>
  buildTrust(factsIn(source, identity, house))
