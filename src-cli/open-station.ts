/** Opening a station folder from the command line: lock, keys, journal, book, and the one writer queue. */
import { webcrypto } from 'node:crypto'
import { join, resolve } from 'node:path'
import { absorb, heldIn, newBook, type Book } from '#core/book/book.ts'
import { bookkeeper, type Bookkeeper } from '#core/book/bookkeeper.ts'
import { holdingOf } from '#core/book/holding-of.ts'
import { deciding } from '#core/book/deciding.ts'
import { READ_BYTES, SEGMENT_BYTES, type HostCode, type Marker, type StationState } from '#core/host/host.ts'
import type { Cipher } from '#core/journal/cipher.ts'
import { readJournal, type JournalContent } from '#core/journal/read-journal.ts'
import { journalWriter, type JournalPort } from '#core/journal/writer.ts'
import type { StoredEvent } from '#core/kernel/event.ts'
import { headSet } from '#core/kernel/head-set.ts'
import { receive } from '#core/kernel/replica.ts'
import { trustOf } from '#core/exchange/trust/trust-of.ts'
import type { Trust } from '#core/exchange/trust/trust.ts'
import { identityOf, renewedRing, type Identity } from '#core/keys/identity.ts'
import { deriveKey } from '#core/keys/argon2.ts'
import { cipherOf, scopesOf } from '#core/keys/keyring.ts'
import { openSlots, parseSlots, saltsOf, writeSlots, type SlotsFile, type StationCard } from '#core/keys/slots.ts'
import { momentOf } from '#core/lib/time.ts'
import { ok, type Result } from '#core/lib/result.ts'
import { nodeFileSystem } from '#host/file-system.ts'
import { LAYOUT } from '#host/folder-layout.ts'
import { openStationFolder, type StationFolder } from '#host/station-folder.ts'
import { clock, random } from './clock.ts'
import { refused, type Failed, type Given } from './command.ts'
import { readPassword } from './read-input.ts'

export type OpenStation = {
  readonly host: StationFolder
  readonly state: StationState
  readonly card: StationCard
  readonly cipher: Cipher
  readonly book: Book
  readonly journal: JournalContent
  /** Whose password it was, `user:…`. */
  readonly user: string
  /** Only tried: nothing is saved. */
  readonly dry: boolean
  /** Who this PC is to others. */
  readonly identity: Identity
  /** Who is who, as the book says now. */
  readonly trust: () => Trust
  readonly keeper: Bookkeeper<HostCode>
  /** Says in the folder what it holds now; after writing. `scrubbed`: see Marker; as before when absent. */
  readonly mark: (scrubbed?: number) => Promise<Result<null, HostCode>>
}

export const subtle = webcrypto.subtle

export type Opening = {
  /** Sees every event of the journal first. */
  readonly onEvents?: (events: readonly StoredEvent[]) => void
  /** What is written is shown in this process, and nowhere on disk. */
  readonly dry?: boolean
  /** The slots file under which it is opened once more, with new keys for this PC; null: these are good. Not asked when `dry`. */
  readonly renew?: (station: OpenStation, slots: SlotsFile) => SlotsFile | null
}

const nowhere = (host: StationFolder): JournalPort<HostCode> => ({
  beginSegment: (id) => Promise.resolve(ok({ id, ordinal: 1, bytes: 0 })),
  append: (_id, offset, batch) => Promise.resolve(ok(offset + batch.length)),
  readSegment: host.readSegment,
})

/** Holds the lock of DIR while `work` runs, and lets go whatever happens. Never makes a station where there is none. */
export async function withFolder<T>(
  folder: string,
  work: (host: StationFolder) => Promise<Result<T, Failed>>,
): Promise<Result<T, Failed>> {
  if (!(await holdsStation(folder))) return refused({ code: 'not-a-station', words: { folder } })
  const host = await openStationFolder(folderOptions(folder))
  if (!host.ok) return refused({ code: host.error })
  try {
    return await work(host.value)
  } finally {
    await host.value.close()
  }
}

export const folderOptions = (folder: string) => ({
  fs: nodeFileSystem,
  folder: resolve(folder),
  edition: 'command-line' as const,
  demo: false,
  exportFolder: join(resolve(folder), LAYOUT.inbox),
  now: clock,
})

/** A restore that was cut short counts: opening the folder completes it. */
export async function holdsStation(folder: string): Promise<boolean> {
  for (const name of [LAYOUT.slots, LAYOUT.previousSlots, LAYOUT.marker, LAYOUT.restored]) {
    if ((await nodeFileSystem.stat(join(folder, name))) !== null) return true
  }
  const journal = join(folder, LAYOUT.journal)
  return (await nodeFileSystem.stat(journal))?.kind === 'folder' && (await nodeFileSystem.list(journal)).length > 0
}

/** `work` gets the station with everything its journal holds, opened with --password-file. */
export async function withStation<T>(
  given: Given,
  usage: string,
  work: (station: OpenStation) => Promise<Result<T, Failed>>,
  { onEvents, dry = false, renew }: Opening = {},
): Promise<Result<T, Failed>> {
  const password = await readPassword(given, usage)
  if (!password.ok) return password
  const folder = given.places[0]!
  return withFolder(folder, async (host) => {
    const state = await host.state()
    if (!state.ok) return refused({ code: state.error })
    const slots = await host.readSlots()
    if (!slots.ok)
      return refused(slots.error === 'not-found' ? { code: 'slots-missing', words: { folder } } : { code: slots.error })
    const file = parseSlots(slots.value)
    if (!file.ok) return refused({ code: file.error })
    const opened = await openSlots(file.value, ['command-line'], password.value, { subtle, derive: deriveKey })
    if (!opened.ok) return refused({ code: opened.error })
    const { slot } = opened.value
    const station = await read(file.value)
    const renewed = station.ok && !dry ? renew?.(station.value, file.value) : null
    if (!station.ok) return station
    if (!renewed) return work(station.value)
    const written = await host.writeSlots(writeSlots(renewed))
    if (!written.ok) return refused({ code: written.error })
    const again = await read(renewed)
    return again.ok ? work(again.value) : again

    async function read(slotsFile: SlotsFile): Promise<Result<OpenStation, Failed>> {
      if (!state.ok || !opened.ok) return refused({ code: 'io-failed' })
      const ring = renewedRing(opened.value.ring, saltsOf(slotsFile))
      const cipher = await cipherOf(ring, subtle)
      const book = newBook(scopesOf(ring), `station:${slotsFile.station.id}`)
      const journal = await readJournal(host, state.value.segments, cipher, READ_BYTES, (events) => {
        absorb(book, receive(book.replica, events, 'own').touched)
        onEvents?.(events)
      })
      if (!journal.ok) return refused({ code: journal.error })

      const card = slotsFile.station
      const writer = journalWriter(dry ? nowhere(host) : host, cipher, random, journal.value.end, SEGMENT_BYTES)
      const numberPrefix = `${card.short}-${card.letter}`
      const parts = { book, deciding, writer, user: slot.user, device: ring.device, numberPrefix, clock, random }
      const keeper = bookkeeper<HostCode>({ ...parts, onSaved: () => undefined })
      const identity = identityOf(ring)
      const source = { ...holdingOf(book), held: (id: string, field: string) => heldIn(book, id, field) }
      return ok({
        host,
        state: state.value,
        card,
        cipher,
        book,
        journal: journal.value,
        user: slot.user,
        dry,
        identity,
        trust: () => trustOf(source, identity, card.id),
        keeper,
        mark: (scrubbed) => markStation(host, card, book, scrubbed),
      })
    }
  })
}

export async function markStation(
  host: StationFolder,
  card: StationCard,
  book: Book,
  scrubbed?: number,
): Promise<Result<null, HostCode>> {
  const state = await host.state()
  if (!state.ok) return state
  const marker: Marker = {
    v: 1,
    station: card.id,
    segments: state.value.segments,
    heads: headSet(book.replica),
    scrubbed: scrubbed ?? state.value.marker?.scrubbed,
    at: momentOf(clock()),
  }
  return host.writeMarker(marker)
}
