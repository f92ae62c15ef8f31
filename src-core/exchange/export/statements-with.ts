/** Which statements go with a part, so that whoever opens it can check everybody who speaks in it. */
import { pcOfLog } from '#core/kernel/event.ts'
import type { Statements } from '#core/peer/statements.ts'
import type { BundleContent } from '../bundle/pack-bundle.ts'
import { pcsOfRoutes } from '../letters/route.ts'
import type { Trust } from '../trust/trust.ts'

/**
 * Of every PC of this house, of who wrote what is inside, and of those that `to` (uuid) once shut out: an older backup that was put
 * back there takes its own revocation with it, and what the shut-out PC goes on writing would come in again.
 */
export const statementsWith = (
  trust: Pick<Trust, 'house' | 'everyPcOf' | 'isRevoked' | 'statementsFor'>,
  to: string,
  { events, letters }: Pick<BundleContent, 'events' | 'letters'>,
): Statements =>
  trust.statementsFor([
    ...trust.everyPcOf(trust.house),
    ...pcsOfRoutes(letters),
    ...events.map(({ header }) => pcOfLog(header.log)),
    ...trust.everyPcOf(to).filter((pc) => trust.isRevoked(pc)),
  ])
