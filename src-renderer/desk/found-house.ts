/** This PC's own word, written the first time anything needs it: the house's root key, this PC's grant, the office above to those below. */
import { wordsMissing } from '#core/exchange/trust/words-missing.ts'
import { ok, type Result } from '#core/lib/result.ts'
import type { ExchangeNow } from './exchange-now.ts'
import type { RunCode } from './shapes.ts'

/** Does nothing on a PC without the root key, and where it is done; then it answers false. */
export async function foundHouse(now: ExchangeNow): Promise<Result<boolean, RunCode>> {
  const command = wordsMissing({ ...now, letter: now.station.card.letter })
  const saved = command && (await now.ready.keeper.run(command))
  return !saved || saved.ok ? ok(saved !== null) : saved
}
