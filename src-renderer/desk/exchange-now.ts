/** What every question of 文件交换 starts from: this PC's keys, who is who, and the book as export and import read it. */
import { entitiesOf, heldIn, readEntity, type Book } from '#core/book/book.ts'
import type { House } from '#core/exchange/bundle/manifest.ts'
import type { Holding } from '#core/exchange/export/holding.ts'
import { trustOf } from '#core/exchange/trust/trust-of.ts'
import type { Trust, TrustSource } from '#core/exchange/trust/trust.ts'
import { identityOf, type Identity } from '#core/keys/identity.ts'
import type { StationCard } from '#core/keys/slots.ts'
import { momentOf, type Moment } from '#core/lib/time.ts'
import type { HouseSource } from '#core/peer/houses.ts'
import type { Asking } from './asking.ts'
import type { OpenStation, Ready } from './open-station.ts'

export type ExchangeNow = {
  readonly ready: Ready
  readonly station: OpenStation
  readonly identity: Identity
  readonly trust: Trust
  readonly source: Holding & TrustSource & HouseSource
  readonly own: House
  readonly now: Moment
}

/** Null while locked. */
export async function exchangeNow(asking: Pick<Asking, 'ready' | 'parts' | 'station'>): Promise<ExchangeNow | null> {
  if (!asking.station()) return null
  const ready = await asking.ready()
  const station = asking.station()
  if (!station) return null
  const { book } = ready.state
  const identity = identityIn(station)
  const source = sourceOf(book)
  return {
    ready,
    station,
    identity,
    source,
    trust: trustIn(book, source, identity, station.card.id),
    own: houseOf(source, station.card),
    now: momentOf(asking.parts.clock()),
  }
}

export const sourceOf = (book: Book): ExchangeNow['source'] => ({
  replica: book.replica,
  read: (id) => readEntity(book, id),
  ids: (type) => entitiesOf(book, type),
  held: (id, field) => heldIn(book, id, field),
})

const identities = new WeakMap<OpenStation, Identity>()

function identityIn(station: OpenStation): Identity {
  let known = identities.get(station)
  if (!known) identities.set(station, (known = identityOf(station.ring)))
  return known
}

const trusts = new WeakMap<Book, { readonly key: string; readonly trust: Trust }>()

/** Every grant's signature is checked (1 to 2 ms each; a 区 knows some 600): once, until houses or PCs change. */
function trustIn(book: Book, source: TrustSource, identity: Identity, house: string): Trust {
  const changes = ['peer', 'device', 'station'].map((type) => book.changes.get(type) ?? 0)
  const key = [...changes, identity.pc, house].join(' ')
  const before = trusts.get(book)
  if (before?.key === key) return before.trust
  const trust = trustOf(source, identity, house)
  trusts.set(book, { key, trust })
  return trust
}

function houseOf(source: HouseSource, card: StationCard): House {
  const shown = source.read(`station:${card.id}`)
  const text = (field: 'name' | 'code' | 'short'): string =>
    typeof shown?.[field] === 'string' ? shown[field] : card[field]
  return { house: card.id, name: text('name'), code: text('code'), short: text('short') }
}

/** Null for a house that is not known, or has left. */
export function houseNamed({ own, trust, source }: ExchangeNow, house: string): House | null {
  if (house === own.house) return own
  const known = trust.houses.get(house)
  if (!known || known.left !== '') return null
  const shown = source.read(`station:${house}`)
  const text = (field: 'name' | 'code' | 'short'): string =>
    typeof shown?.[field] === 'string' && shown[field] !== '' ? shown[field] : known[field]
  return { house, name: text('name'), code: text('code'), short: text('short') }
}

export const shortOf = (bundle: string): string => bundle.slice(0, 8)
