/** Keys and slots of a station that is being made, in an empty folder that is already locked. */
import { newBook, type Book } from '#core/book/book.ts'
import { SEGMENT_BYTES, type FolderHost, type HostCode } from '#core/host/host.ts'
import { journalWriter, type Writer } from '#core/journal/writer.ts'
import type { Scope } from '#core/kernel/event.ts'
import { deriveKey } from '#core/keys/argon2.ts'
import { cipherOf, newKeyring, scopesOf, withScopes, type Keyring } from '#core/keys/keyring.ts'
import {
  sealSlot,
  SUITE,
  writeSlots,
  type KdfCost,
  type Slot,
  type SlotKind,
  type StationCard,
} from '#core/keys/slots.ts'
import { ok, type Result } from '#core/lib/result.ts'
import { uuidv7 } from '#core/lib/uuid.ts'
import { clock, random } from './clock.ts'
import { subtle } from './open-station.ts'

export type NewSlot = {
  readonly kind: SlotKind
  readonly label: string
  readonly user: string
  readonly secret: string
  readonly scopes: readonly Scope[]
}

export type NewStation = { readonly book: Book; readonly writer: Writer<HostCode>; readonly device: string }

/** Keys are on disk before it answers: nothing is ever sealed under a key that could be lost. */
export async function newStation(
  host: FolderHost,
  card: StationCard,
  openings: readonly NewSlot[],
  cost?: KdfCost,
  ring: Keyring = newKeyring(random),
): Promise<Result<NewStation, HostCode>> {
  const slots: Slot[] = []
  for (const { scopes, ...opening } of openings) {
    const id = uuidv7(clock(), random(10))
    const held = withScopes(ring, scopes)
    slots.push(
      await sealSlot({ id, ...opening, ...(cost ? { cost } : {}) }, held, card.id, {
        subtle,
        random,
        derive: deriveKey,
      }),
    )
  }
  const kept = await host.writeSlots(writeSlots({ v: 1, suite: SUITE, station: card, slots }))
  if (!kept.ok) return kept
  const writer = journalWriter<HostCode>(host, await cipherOf(ring, subtle), random, null, SEGMENT_BYTES)
  return ok({ book: newBook(scopesOf(ring), `station:${card.id}`), writer, device: ring.device })
}
