/** New keys for this PC, see renew-pc.ts: the letter that comes with them, and what stands behind them. */
import type { Asking } from './asking.ts'
import type { Ready } from './open-station.ts'
import type { DeskParts } from './parts.ts'

export const loadRenewal = () => import('#core/exchange/trust/renew-pc.ts')

/** The book that is read now: `ready` would ask for renewal itself. */
const askingOf = (parts: DeskParts, station: Asking['station'], now: Ready) => ({
  parts,
  station,
  ready: async () => now,
})

/** On the founding PC the letter that comes next, elsewhere the one it has: a request asks for another. */
export async function renewedLetter(
  parts: DeskParts,
  station: Asking['station'],
  now: Ready,
  letter: string,
): Promise<string> {
  const { exchangeNow } = await import('./exchange-now.ts')
  const { nextLetter } = await import('#core/exchange/trust/letters.ts')
  const old = await exchangeNow(askingOf(parts, station, now))
  return old?.identity.root ? nextLetter(old.trust.letters) : letter
}

/** What stands behind the new salt; a cut between the two is made good at the next opening. */
export async function finishRenewal(parts: DeskParts, station: Asking['station'], now: Ready): Promise<void> {
  const { exchangeNow } = await import('./exchange-now.ts')
  const { openRenewals } = await loadRenewal()
  const asking = askingOf(parts, station, now)
  const before = await exchangeNow(asking)
  const open = before ? openRenewals(before.source, before.identity) : []
  for (const input of open) await now.keeper.run({ name: 'retire-pc', input })
  const after = open.length > 0 ? await exchangeNow(asking) : before
  if (after) await (await import('./found-house.ts')).foundHouse(after)
}
