/** Houses as the command line names them, and this PC's own word on who it is. */
import type { Ours } from '#core/exchange/trust/answers.ts'
import { wordsMissing } from '#core/exchange/trust/words-missing.ts'
import type { Trust } from '#core/exchange/trust/trust.ts'
import { readEntity } from '#core/book/book.ts'
import type { House } from '#core/exchange/bundle/manifest.ts'
import { ok, type Result } from '#core/lib/result.ts'
import { momentOf } from '#core/lib/time.ts'
import { clock } from '../clock.ts'
import { refused, type Failed } from '../command.ts'
import type { OpenStation } from '../open-station.ts'

export function ownHouse({ book, card }: OpenStation): House {
  const shown = readEntity(book, `station:${card.id}`)
  const text = (field: 'name' | 'code' | 'short'): string =>
    typeof shown?.[field] === 'string' ? shown[field] : card[field]
  return { house: card.id, name: text('name'), code: text('code'), short: text('short') }
}

/** `word`: uuid, short code or name of a house that is connected, or of this one. */
export function findHouse(station: OpenStation, trust: Trust, word: string): Result<House, Failed> {
  const own = ownHouse(station)
  const others = [...trust.houses.values()].filter(({ house, left }) => house !== own.house && left === '')
  const all: House[] = [own, ...others.map(({ house, name, code, short }) => ({ house, name, code, short }))]
  const found = all.filter(({ house, short, name }) => [house, short, name].includes(word))
  if (found.length === 1) return ok(found[0]!)
  const allowed = all.map(({ short, name }) => `${short} (${name})`).join(', ')
  return refused({ code: found.length > 1 ? 'peer-ambiguous' : 'no-such-peer', words: { word, allowed } })
}

export const oursOf = (station: OpenStation): Ours => ({
  own: ownHouse(station),
  identity: station.identity,
  trust: station.trust(),
  now: momentOf(clock()),
  letter: station.card.letter,
  ...(station.card.office && { office: station.card.office }),
})

/** Does nothing on a PC without the root key, and where it is done. As desk/found-house.ts. */
export async function foundHouse(station: OpenStation): Promise<Result<null, Failed>> {
  const command = wordsMissing(oursOf(station))
  const saved = command && (await station.keeper.run(command))
  if (!saved || saved.ok) return ok(null)
  const { error } = saved
  return refused({ code: error.kind === 'refused' ? (error.refusal.code as 'invalid-input') : error.code })
}
