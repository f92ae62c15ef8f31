/** This PC's own word: the house's root key and this PC's grant, written the first time anything needs them. */
import { foundingOf } from '#core/exchange/trust/answers.ts'
import { ok, type Result } from '#core/lib/result.ts'
import type { ExchangeNow } from './exchange-now.ts'
import type { RunCode } from './shapes.ts'

/** Does nothing on a PC without the root key, and where it is done. */
export async function foundHouse(now: ExchangeNow): Promise<Result<null, RunCode>> {
  const input = foundingOf({ ...now, letter: now.station.card.letter })
  const saved = input && (await now.ready.keeper.run({ name: 'found-house', input }))
  return !saved || saved.ok ? ok(null) : saved
}
