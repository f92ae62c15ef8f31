/**
 * P8: 20,000 events newer than what the peer has, out of the sealed journal, as signed files in a ZIP, against JSON and gzip of the
 * same events in memory. Before age on both sides. Ours also finds them among as many private ones, opens and reads them, and signs.
 * There is no "mostly sealed" row: bundles carry plain lines (docs/exchange.md). P9: the same events taken in, verified, all or nothing, shown, against one raw row of
 * IndexedDB for each; and once more, when every file is known by its SHA-256.
 */
import { newBook, type Book } from '#core/book/book.ts'
import { bookkeeper } from '#core/book/bookkeeper.ts'
import { deciding } from '#core/book/deciding.ts'
import { holdingOf } from '#core/book/holding-of.ts'
import { seeded } from '#core/demo/seeded.ts'
import { bundleFiles, packBundle, type BundleContent } from '#core/exchange/bundle/pack-bundle.ts'
import { splitParts } from '#core/exchange/bundle/split-parts.ts'
import { unseal } from '#core/exchange/bundle/unseal.ts'
import { verifyBundle } from '#core/exchange/bundle/verify-bundle.ts'
import { writeZip } from '#core/exchange/bundle/write-zip.ts'
import { collectEvents } from '#core/exchange/export/collect-events.ts'
import { planExport } from '#core/exchange/export/plan-export.ts'
import { tryIn } from '#core/exchange/import/try-in.ts'
import { admits } from '#core/exchange/trust/admits.ts'
import { trustOf } from '#core/exchange/trust/trust-of.ts'
import type { Trust } from '#core/exchange/trust/trust.ts'
import { heldIn } from '#core/book/book.ts'
import { SEGMENT_BYTES, type FolderHost, type HostCode } from '#core/host/host.ts'
import type { Cipher } from '#core/journal/cipher.ts'
import { journalWriter, type JournalPort } from '#core/journal/writer.ts'
import { SCOPES, type StoredEvent } from '#core/kernel/event.ts'
import { headSet } from '#core/kernel/head-set.ts'
import { sha256Hex } from '#core/lib/sha256.ts'
import type { Identity } from '#core/keys/identity.ts'
import { cipherOf, newKeyring } from '#core/keys/keyring.ts'
import type { Subtle } from '#core/keys/subtle.ts'
import { assert } from '#core/lib/assert.ts'
import { concat, toHex } from '#core/lib/bytes.ts'
import { ok } from '#core/lib/result.ts'
import { momentOf } from '#core/lib/time.ts'
import { FROM, leaving, newPc, pinned, type Pc } from '../../houses.ts'
import { PER_CASE, stationEvents } from '../district/station-events.ts'
import { interleaved, type Times } from './rounds.ts'

export const EXCHANGED = 20_000
const EVENTS_PER_APPEND = 4_000
const random = (n: number): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(n))
const subtle = crypto.subtle as unknown as Subtle

export type ExchangeTimes = {
  readonly events: number
  readonly exported: Times
  readonly taken: Times
  readonly again: Times
  /** Every event was in both files and is shown after the import; nothing was written by the second one. */
  readonly equal: boolean
}

type Segments = Map<string, { readonly ordinal: number; bytes: Uint8Array }>

/** A journal in memory: what is measured is the work, not the channel to the disk. */
function memoryPort(segments: Segments): JournalPort<HostCode> {
  return {
    beginSegment: (id) => {
      segments.set(id, { ordinal: segments.size + 1, bytes: new Uint8Array(32) })
      return Promise.resolve(ok({ id, ordinal: segments.size, bytes: 32 }))
    },
    append: (id, offset, batch) => {
      const segment = segments.get(id)!
      segment.bytes = concat([segment.bytes.subarray(0, offset), batch])
      return Promise.resolve(ok(segment.bytes.length))
    },
    readSegment: (id, offset, length) => Promise.resolve(ok(segments.get(id)!.bytes.slice(offset, offset + length))),
  }
}

const trustIn = (book: Book, identity: Identity, house: string): Trust =>
  trustOf({ ...holdingOf(book), held: (id, field) => heldIn(book, id, field) }, identity, house)

export async function exchange(host: FolderHost, rounds: number): Promise<ExchangeTimes> {
  const generated = seeded(8)
  const station = newPc('01990000-0000-7000-8000-000000000001', generated)
  const office = newPc('01990000-0000-7000-8000-000000000002', generated)
  const [house, ...pcs] = pinned([office], '街道')
  station.write([{ ...house!, fields: { ...house!.fields, kind: 'upper' } }, ...pcs])
  office.write(pinned([station], '站点'))
  const events = leaving(stationEvents(station, EXCHANGED / PER_CASE, 'S0001', generated))
  const sealed = await sealedJournal(station.events)
  const trust = trustIn(station.book, station.identity, station.house)

  const prepare = async (): Promise<readonly BundleContent[]> => {
    const plan = planExport(holdingOf(station.book), trust, office.house, 'report')
    const collected = await collectEvents(sealed, station.book.replica, plan)
    assert(collected.ok, 'not collected')
    const { parts } = splitParts(collected.value.events, [], station.identity, [])
    return parts.map((part, i) => contentOf(station, office, part, [i + 1, parts.length]))
  }
  let zips: Uint8Array[] = []
  const exported = await interleaved(
    rounds,
    1,
    async () => {
      zips = []
      for (const content of await prepare()) zips.push(await writeZip(bundleFiles(content, station.identity).files))
    },
    () => gzipped(events),
  )
  assert(zips.length > 0, 'nothing exported')

  const contents = await prepare()
  const files: Uint8Array[] = []
  for (const content of contents)
    files.push((await packBundle(content, [office.identity.receives], station.identity)).bytes)
  const carried = new Set(contents.flatMap((content) => content.events.map(({ id }) => id)))
  let equal = events.every(({ id }) => carried.has(id))

  const db = await rawDb()
  let last: Book | null = null
  const taken = await interleaved(
    rounds,
    1,
    async () => {
      last = await takeIn(host, office, files)
    },
    () => putRows(db, events),
  )
  const book = last! as Book
  equal &&= [...book.replica.logs].filter(([log]) => log.startsWith(station.identity.pc)).reduce((sum, [, { ids }]) => sum + ids.length - 1, 0) === events.length // prettier-ignore
  const before = book.replica.revision
  const known = new Set([...book.of.get('bundle')!].map((id) => book.replica.entities.get(id)!.writes[0]!.f['sha256']))
  const again = await interleaved(
    rounds,
    1,
    () => {
      for (const file of files) equal &&= known.has(sha256Hex(file))
    },
    () => putRows(db, events),
  )
  equal &&= before === book.replica.revision
  db.close()
  return { events: events.length, exported, taken, again, equal }
}

async function sealedJournal(events: readonly StoredEvent[]) {
  const cipher = await cipherOf(newKeyring(random), subtle)
  const segments: Segments = new Map()
  const port = memoryPort(segments)
  const writer = journalWriter(port, cipher, random, null, SEGMENT_BYTES)
  for (let at = 0; at < events.length; at += EVENTS_PER_APPEND)
    assert((await writer.append(events.slice(at, at + EVENTS_PER_APPEND))).ok, 'not appended')
  const listed = [...segments].map(([id, { ordinal, bytes }]) => ({ id, ordinal, bytes: bytes.length }))
  return { readSegment: port.readSegment, segments: listed, chunk: 1 << 20, cipher }
}

function contentOf(
  station: Pc,
  office: Pc,
  { events, heads }: Pick<BundleContent, 'events'> & { heads: BundleContent['manifest']['heads'] },
  [number, of]: readonly [number, number],
): BundleContent {
  const card = (house: string, short: string) => ({ house, name: '站点', code: '110101001001', short })
  return {
    manifest: {
      bundle: toHex(random(16)),
      part: { of, number },
      profile: 'report',
      from: { ...card(station.house, 'S0001'), pc: station.identity.pc },
      to: card(office.house, 'JD001'),
      at: momentOf(FROM),
      scopes: ['shared', 'directory'],
      have: headSet(station.book.replica),
      got: [],
      heads,
      grants: [],
      revocations: [],
      houses: [],
      blobs: [],
    },
    events,
    letters: [],
    blobs: [],
  }
}

/** The whole way into an office that has nothing of the station yet; its journal is a new segment on the real disk. */
async function takeIn(host: FolderHost, office: Pc, files: readonly Uint8Array[]): Promise<Book> {
  const cipher: Cipher = await cipherOf(newKeyring(random), subtle)
  const fresh = newBook(SCOPES, `station:${office.house}`)
  const keeper = bookkeeper<HostCode>({
    book: fresh,
    deciding: () => deciding(),
    writer: journalWriter(host, cipher, random, null, SEGMENT_BYTES),
    user: 'user:01990000-0000-7000-8000-000000000003',
    device: office.identity.pc,
    numberPrefix: 'JD001-A',
    clock: () => FROM,
    random,
    onSaved: () => undefined,
  })
  const trust = trustIn(office.book, office.identity, office.house)
  for (const bytes of files) {
    const sha256 = sha256Hex(bytes)
    const unsealed = await unseal(bytes, [office.identity.secret])
    assert(unsealed.ok, 'not opened')
    const { manifest } = unsealed.value
    const learned = trust.learn(manifest)
    assert(learned.verdict(manifest) === 'known', 'not known')
    const verified = verifyBundle(unsealed.value, learned.keyOf)
    assert(verified.ok && verified.value.events.every((event) => admits(learned, event)), 'not verified')
    const tried = tryIn(holdingOf(fresh), learned, verified.value.events)
    const { bundle, profile, from, logs, heads, have, got } = manifest
    const record = { peer: from.house, pc: from.pc, profile, file: 'x', sha256, bytes: bytes.length, logs, letters: [], heads, have, got } // prettier-ignore
    const saved = await keeper.takeIn({ bundle, record, events: tried.events, marks: tried.marks, tried })
    assert(saved.ok && saved.value.counts.held === 0, 'not taken in')
  }
  return fresh
}

/** P8's reference. */
async function gzipped(events: readonly StoredEvent[]): Promise<number> {
  const text = JSON.stringify(events.map(({ header, fields }) => ({ header, fields })))
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))
  return (await new Response(stream).arrayBuffer()).byteLength
}

function rawDb(): Promise<IDBDatabase> {
  return new Promise((done, fail) => {
    const request = indexedDB.open('raw-events', 1)
    request.onupgradeneeded = () => request.result.createObjectStore('events', { keyPath: 'id' })
    request.onsuccess = () => done(request.result)
    request.onerror = () => fail(request.error)
  })
}

let putTimes = 0

/** P9's reference: the same events as one unencrypted, unverified row each, in one transaction. */
function putRows(db: IDBDatabase, events: readonly StoredEvent[]): Promise<void> {
  return new Promise((done, fail) => {
    const tx = db.transaction('events', 'readwrite', { durability: 'relaxed' })
    const store = tx.objectStore('events')
    // New rows in every round: neither replaced nor cleared.
    putTimes += 1
    for (const { id, header, fields } of events) store.put({ id: `${putTimes} ${id}`, header, fields })
    tx.oncomplete = () => done()
    tx.onabort = () => fail(tx.error)
  })
}
