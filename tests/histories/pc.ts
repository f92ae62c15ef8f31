/** One PC of the histories: a real book, journal, writer queue and identity; only the disk is memory. */
import { webcrypto } from 'node:crypto'
import { absorb, newBook, type Book } from '#core/book/book.ts'
import { bookkeeper, type Bookkeeper } from '#core/book/bookkeeper.ts'
import { holdingOf } from '#core/book/holding-of.ts'
import { readingOf } from '#core/book/reading.ts'
import { fieldScope, SCHEMA_VERSION } from '#core/catalogue.ts'
import { decide as realDecide, type Command } from '#core/commands.ts'
import { openRenewals } from '#core/exchange/trust/renew-pc.ts'
import { signGrant } from '#core/exchange/trust/statements.ts'
import { trustOf } from '#core/exchange/trust/trust-of.ts'
import type { Trust } from '#core/exchange/trust/trust.ts'
import type { Cipher } from '#core/journal/cipher.ts'
import { readJournal } from '#core/journal/read-journal.ts'
import { journalWriter, type Writer } from '#core/journal/writer.ts'
import { composeCommand, cursorOf, type Draft } from '#core/kernel/command.ts'
import { SCOPES, type EventId, type StoredEvent } from '#core/kernel/event.ts'
import { receive } from '#core/kernel/replica.ts'
import { renewedRing } from '#core/keys/identity.ts'
import { identityOf, signerOfSeed, type Identity } from './signer.ts'
import { cipherOf, type Keyring } from '#core/keys/keyring.ts'
import { toBase64url, toHex } from '#core/lib/bytes.ts'
import { ok } from '#core/lib/result.ts'
import type { Dice } from './dice.ts'
import type { House } from './houses.ts'
import { memoryJournal, type MemoryJournal } from './memory-journal.ts'

export const SEGMENT_LIMIT = 64 * 1024
export const START = Date.UTC(2026, 10, 22, 1)
const YEAR = 365.25 * 86_400_000

/** A copy of the folder, its keys among it. */
export type Backup = {
  readonly ring: Keyring
  readonly journal: MemoryJournal
  readonly blobs: ReadonlyMap<string, Uint8Array>
}

export type Pc = {
  readonly name: string
  readonly house: House
  ring: Keyring
  identity: Identity
  cipher: Cipher
  journal: MemoryJournal
  /** Attachments, in the open: how they are sealed is tested elsewhere. */
  blobs: Map<string, Uint8Array>
  backup: Backup
  book: Book
  writer: Writer<'died'>
  keeper: Bookkeeper<'died'>
  /** Years by which the clock is wrong. */
  years: number
  /** Files that wait for others, or for a grant: tried again after each import. */
  readonly inbox: Uint8Array[]
  readonly dice: Dice
  readonly tick: () => number
  /** Every acknowledged event of the world, with its payload if it ever had one. */
  readonly written: Map<EventId, StoredEvent>
}

/** What the histories write: any drafts as one command. Everything else goes to the real decisions. */
export type Anything = { readonly name: 'write'; readonly input: readonly Draft[] }
const deciding = async () => ({
  readingOf,
  decide: ((reading, command, asked) =>
    (command as unknown as Anything).name === 'write'
      ? ok((command as unknown as Anything).input)
      : realDecide(reading, command, asked)) as typeof realDecide,
})

export async function newPc(
  name: string,
  house: House,
  keys: Dice,
  { dice, tick, written }: Pick<Pc, 'dice' | 'tick' | 'written'>,
): Promise<Pc> {
  const ring: Keyring = {
    keys: SCOPES.map((scope, i) => ({ id: i + 1, scope, raw: keys.bytes(32) })),
    device: toHex(keys.bytes(8)),
    signingSeed: keys.bytes(32),
    rootSeed: null,
  }
  return pcOver({ name, house, ring, dice, tick, years: 0, written }, memoryJournal())
}

export type Base = Pick<Pc, 'name' | 'house' | 'ring' | 'dice' | 'tick' | 'years' | 'written'>

export async function pcOver(
  base: Base,
  journal: MemoryJournal,
  blobs: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<Pc> {
  const cipher = await cipherOf(base.ring, webcrypto.subtle)
  const pc = {
    ...base,
    identity: identityFor(base.ring),
    cipher,
    journal,
    blobs: new Map(blobs),
    inbox: [],
  } as unknown as Pc
  backUp(pc)
  await open(pc)
  return pc
}

export const backUp = (pc: Pc): void => {
  pc.backup = { ring: pc.ring, journal: pc.journal.copy(), blobs: new Map(pc.blobs) }
}

/** As at a start of the program: everything out of the journal. */
export async function open(pc: Pc): Promise<void> {
  pc.journal.die = null
  const { book, end } = await rebuilt(pc, (events) => note(pc, events))
  pc.book = book
  pc.writer = journalWriter(pc.journal, pc.cipher, pc.dice.bytes, end, SEGMENT_LIMIT)
  pc.keeper = bookkeeper({
    book: pc.book,
    deciding,
    writer: pc.writer,
    user: `user:${pc.name}`,
    device: pc.ring.device,
    numberPrefix: 'S1-A',
    clock: () => clockOf(pc),
    random: pc.dice.bytes,
    onSaved: (events) => note(pc, events),
  })
}

export const clockOf = (pc: Pc): number => Math.max(0, START + pc.tick() * 60_000 + pc.years * YEAR)

export function note({ written }: Pick<Pc, 'written'>, events: readonly StoredEvent[]): void {
  for (const event of events) {
    const known = written.get(event.id)
    if (!known || (known.fields === null && event.fields !== null)) written.set(event.id, event)
  }
}

export async function rebuilt(pc: Pc, see: (events: readonly StoredEvent[]) => void = () => undefined) {
  const book = newBook(SCOPES, `station:${pc.house.id}`)
  const read = await readJournal(pc.journal, pc.journal.segments(), pc.cipher, 1 << 20, (events) => {
    see(events)
    absorb(book, receive(book.replica, events, 'own').touched)
  })
  if (!read.ok) throw new Error('memory cannot fail to be read')
  return { book, end: read.value.end }
}

/** Everything in the journal, as it stands there. */
export async function storedIn(pc: Pc): Promise<StoredEvent[]> {
  const all: StoredEvent[] = []
  await readJournal(pc.journal, pc.journal.segments(), pc.cipher, 1 << 20, (events) => void all.push(...events))
  return all
}

export const write = (pc: Pc, drafts: readonly Draft[]) =>
  pc.keeper.run({ name: 'write', input: drafts } as unknown as Command)

/** A newer version of the program: fields and kinds that this one does not know. */
export async function writeAsNewer(pc: Pc, drafts: readonly Draft[]): Promise<void> {
  const author = {
    device: pc.ring.device,
    user: 'user:newer',
    at: '2126-01-01T00:00:00+08:00',
    schema: SCHEMA_VERSION + 1,
  }
  const events = composeCommand(
    pc.book.replica,
    cursorOf(pc.book.replica),
    drafts,
    author,
    (type, field) =>
      field.startsWith('newer') ? (field.endsWith('Private') ? 'private' : 'shared') : fieldScope(type, field),
    toBase64url(pc.dice.bytes(12)),
    () => toBase64url(pc.dice.bytes(9)),
  )
  const appended = await pc.writer.append(events)
  if (!appended.ok) throw new Error('nobody asked this append to die')
  note(pc, events)
  absorb(pc.book, receive(pc.book.replica, events, 'own').touched)
}

export const sourceOf = (pc: Pc) => ({ ...holdingOf(pc.book), held: readingOf(pc.book, '').held })
/** As decisions read it. */
export const asDecisions = (source: ReturnType<typeof sourceOf>) => ({ ...source, ids: (type: string) => new Set(source.ids(type)) }) // prettier-ignore
export const trustIn = (pc: Pc): Trust => trustOf(sourceOf(pc), pc.identity, pc.house.id)

/** The copied folder: the same keys and the same past. */
export async function cloneOf(pc: Pc, name: string): Promise<Pc> {
  const clone = await pcOver({ ...pc, name }, pc.journal.copy(), pc.blobs)
  clone.backup = pc.backup
  return clone
}

export async function restore(pc: Pc): Promise<void> {
  pc.ring = pc.backup.ring
  pc.identity = identityFor(pc.ring)
  pc.journal = pc.backup.journal.copy()
  pc.blobs = new Map(pc.backup.blobs)
  await open(pc)
}

/** New keys after a copy was seen: the old ones sign what they wrote, for the last time. */
export async function renew(pc: Pc): Promise<void> {
  // The slots file holds every salt so far; only the last one matters here.
  pc.ring = renewedRing({ ...pc.ring, renewed: 0 }, [pc.dice.bytes(16)])
  pc.identity = identityFor(pc.ring)
  await open(pc)
  const grant = grantOf(pc.house, pc.identity)
  await write(pc, [{ entity: `device:${grant.pc}`, kind: 'pc-granted', fields: { grant } }])
  for (const input of openRenewals(sourceOf(pc), pc.identity)) {
    const retired = await pc.keeper.run({ name: 'retire-pc', input })
    if (!retired.ok) throw new Error(`not retired: ${JSON.stringify(retired.error)}`)
  }
}

/** The first PCs are the same in every history, so what is made of their keys is made once. */
const identities = new Map<string, Identity>()
function identityFor(ring: Keyring): Identity {
  const known = identities.get(ring.device)
  if (known) return known
  const identity = identityOf(ring)
  if (identities.size < 5) identities.set(ring.device, identity)
  return identity
}

export const grantOf = (house: House, { pc, open: signs, receives }: Identity) =>
  signGrant(
    {
      kind: 'device',
      house: house.id,
      pc,
      letter: String.fromCharCode(65 + (house.letters++ % 26)),
      name: pc.slice(0, 4),
      signs: toBase64url(signs),
      receives,
      at: '2026-11-22T09:00:00+08:00',
    },
    signerOfSeed(house.rootSeed),
  )
