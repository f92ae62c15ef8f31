/** Opening a station for exchange: where this PC's keys are used in two places, or a person says so, under new ones. As the desk. */
import { heldIn } from '#core/book/book.ts'
import { holdingOf } from '#core/book/holding-of.ts'
import { nextLetter } from '#core/exchange/trust/letters.ts'
import { isWornOut, openRenewals } from '#core/exchange/trust/renew-pc.ts'
import { renewedSlots } from '#core/keys/renewed-slots.ts'
import type { Result } from '#core/lib/result.ts'
import { random } from '../clock.ts'
import type { Failed, Given } from '../command.ts'
import { withStation, type OpenStation } from '../open-station.ts'
import { foundHouse } from './houses.ts'

/** `always`: new keys whatever there is to see. */
export const withFreshKeys = <T>(
  given: Given,
  usage: string,
  work: (station: OpenStation) => Promise<Result<T, Failed>>,
  { always = false, dry = false }: { readonly always?: boolean; readonly dry?: boolean } = {},
): Promise<Result<T, Failed>> =>
  withStation(
    given,
    usage,
    async (station) => {
      if (!dry) await finishRenewal(station)
      return work(station)
    },
    {
      dry,
      renew: ({ book, identity, trust, card }, slots) => {
        if (!always && !isWornOut(holdingOf(book), identity.pc)) return null
        return renewedSlots(slots, random, identity.root ? nextLetter(trust().letters) : card.letter)
      },
    },
  )

/** What stands behind the new salt; a cut between the two is made good at the next opening. */
async function finishRenewal(station: OpenStation): Promise<void> {
  const { book, identity, keeper } = station
  const source = { ...holdingOf(book), held: (id: string, field: string) => heldIn(book, id, field) }
  const open = openRenewals(source, identity)
  for (const input of open) await keeper.run({ name: 'retire-pc', input })
  if (open.length === 0) return
  await foundHouse(station)
  await station.mark()
}
