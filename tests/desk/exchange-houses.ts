/** Houses with PCs, each a real desk over its own folder and its own copy, that know each other as if people had compared fingerprints. */
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { signGrant } from '#core/exchange/trust/statements.ts'
import type { Command } from '#core/commands.ts'
import { bookkeeper } from '#core/book/bookkeeper.ts'
import { newBook } from '#core/book/book.ts'
import { deciding } from '#core/book/deciding.ts'
import { SEGMENT_BYTES, type FolderHost, type HostCode } from '#core/host/host.ts'
import { journalWriter } from '#core/journal/writer.ts'
import { deriveKey } from '#core/keys/argon2.ts'
import { identityOf, type Identity } from '#core/keys/identity.ts'
import { cipherOf, newKeyring, scopesOf } from '#core/keys/keyring.ts'
import { sealSlot, SUITE, writeSlots, type StationCard } from '#core/keys/slots.ts'
import type { Subtle } from '#core/keys/subtle.ts'
import { toBase64url } from '#core/lib/bytes.ts'
import { momentOf } from '#core/lib/time.ts'
import type { DeviceGrant } from '#core/peer/statements.ts'
import { nodeFileSystem } from '#host/file-system.ts'
import { openStationFolder } from '#host/station-folder.ts'
import { openStationDb } from '#app/storage/station-db.ts'
import type { DeskApi } from '#app/desk/api.ts'
import type { ExportMade, GuardWord, Received, TakenIn } from '#app/desk/exchange-shapes.ts'
import type { Profile } from '#core/peer/codes.ts'
import { must } from '../host/crash-trials.ts'
import { newFolder, openWorld, SET_UP, type World } from './desk-world.ts'
import { ringOfFolder } from './everything-stored.ts'

const random = (n: number) => crypto.getRandomValues(new Uint8Array(n))
const subtle = crypto.subtle as unknown as Subtle

export const clock = { now: Date.parse('2026-11-23T09:00:00+08:00') }
export const DAY = 86_400_000

export type Pc = {
  readonly name: string
  readonly folder: string
  /** Where its exports go; nobody else writes there. */
  readonly stick: string
  readonly house: string
  readonly card: StationCard
  world: World
  readonly identity: Identity
  readonly grant: DeviceGrant
  readonly root: string
}

const shown = (value: unknown): never => {
  throw new Error(JSON.stringify(value))
}

export async function run(desk: DeskApi, command: Command): Promise<string> {
  const done = await desk.run(command)
  return done.ok ? done.value.entities[0]! : shown(done.error)
}

/** `wrap` as openWorld's. Each PC has an IndexedDB of its own. */
export async function openPc(pc: Pick<Pc, 'folder' | 'name'>, wrap?: (host: FolderHost) => FolderHost): Promise<World> {
  // A second between two starts: no two events of a PC have one time.
  const world = await openWorld(pc.folder, wrap, () => clock.now, (id) => openStationDb(`${id}-${pc.name}`)) // prettier-ignore
  must(await world.desk.find())
  return world
}

export async function reopen(pc: Pc, wrap?: (host: FolderHost) => FolderHost): Promise<void> {
  await pc.world.close()
  pc.world = await openPc(pc, wrap)
  must(await pc.world.desk.unlock(SET_UP.password, 'user'))
}

let count = 0

/** The founding PC of a house. */
export async function newHouse(short: string, stationName: string): Promise<Pc> {
  const folder = await newFolder()
  const name = `pc${++count}`
  const world = await openPc({ folder, name })
  const { card } = must(await world.desk.setUp({ ...SET_UP, short, stationName }))
  const { ring } = await ringOfFolder(folder)
  const identity = identityOf(ring)
  const grant = grantFor(identity, identity, card, '前台')
  const root = toBase64url(identity.root!.open)
  await run(world.desk, { name: 'found-house', input: { root, grant } })
  return { name, folder, stick: await stickOf(folder), house: card.id, card, world, identity, grant, root }
}

/** Another PC of the house, let in by its founding PC. */
/** `colleague`: the secret with which somebody else signs in there as well. */
export async function secondPc(first: Pc, letter: string, colleague?: string): Promise<Pc> {
  const folder = await newFolder()
  const ring = newKeyring(random, null)
  const identity = identityOf(ring)
  const card = { ...first.card, letter }
  const grant = grantFor(identity, first.identity, card, '里屋')
  const user = await run(first.world.desk, { name: 'let-pc-in', input: { grant, user: { name: `${letter}岗` } } }).then(
    async () => (await first.world.desk.colleagues()).find((one) => one.name === `${letter}岗`)!.id,
  )
  const host = must(await openStationFolder({ fs: nodeFileSystem, folder, edition: 'browser', demo: false, exportFolder: join(folder, 'out'), now: () => clock.now })) // prettier-ignore
  const slotOf = (id: string, by: string, secret: string) =>
    sealSlot({ id, kind: 'user', label: `${letter}岗`, user: by, secret, cost: SET_UP.kdfCost! }, ring, card.id, { subtle, random, derive: deriveKey }) // prettier-ignore
  const slots = [await slotOf('slot-2', user, SET_UP.password)]
  if (colleague) slots.push(await slotOf('slot-3', 'user:colleague', colleague))
  must(await host.writeSlots(writeSlots({ v: 1, suite: SUITE, station: card, slots })))
  const cipher = await cipherOf(ring, subtle)
  const keeper = bookkeeper<HostCode>({
    book: newBook(scopesOf(ring), `station:${card.id}`),
    deciding,
    writer: journalWriter<HostCode>(host, cipher, random, null, SEGMENT_BYTES),
    user,
    device: ring.device,
    numberPrefix: `${card.short}-${letter}`,
    clock: () => clock.now,
    random,
    onSaved: () => undefined,
  })
  const joined = await keeper.run({
    name: 'join-house',
    input: {
      house: card.id,
      name: card.name,
      code: card.code,
      short: card.short,
      root: first.root,
      user: { id: user, name: `${letter}岗` },
      statements: { grants: [first.grant, grant], revocations: [], houses: [] },
    },
  })
  if (!joined.ok) shown(joined.error)
  await host.close()
  const name = `pc${++count}`
  const world = await openPc({ folder, name })
  must(await world.desk.unlock(SET_UP.password, 'user'))
  return { name, folder, stick: await stickOf(folder), house: card.id, card, world, identity, grant, root: first.root }
}

async function stickOf(folder: string): Promise<string> {
  const stick = join(folder, 'stick')
  await mkdir(stick)
  return stick
}

function grantFor(of: Identity, by: Identity, card: StationCard, name: string): DeviceGrant {
  const { pc, receives } = of
  return signGrant(
    { kind: 'device', house: card.id, pc, letter: card.letter, name, signs: toBase64url(of.open), receives, at: momentOf(clock.now) },
    by.root!,
  ) // prettier-ignore
}

export async function pin(at: Pc, other: Pc, kind: 'upper' | 'below'): Promise<void> {
  const { id, name, code, short } = other.card
  const input = { house: id, name, code, short, kind, root: other.root, statements: { grants: [other.grant], revocations: [], houses: [] } } // prettier-ignore
  await run(at.world.desk, { name: 'pin-house', input })
}

export type File = { readonly name: string; readonly bytes: Uint8Array }

export async function sent(from: Pc, peer: string, profile: Profile): Promise<{ made: ExportMade; files: File[] }> {
  const made = await from.world.desk.makeExport(peer, profile, from.stick)
  if (!made.ok) return shown(made.error)
  const files = await Promise.all(
    made.value.files.map(async ({ name, path }) => ({ name, bytes: new Uint8Array(await readFile(path)) })),
  )
  return { made: made.value, files }
}

export const received = (at: Pc, file: File): Promise<Received> => at.world.desk.receiveFile(file.name, file.bytes)

/** Received and taken in. */
export async function taken(at: Pc, file: File, guard: GuardWord = { kind: 'none' }): Promise<TakenIn> {
  const arrived = await received(at, file)
  if (arrived.stop !== null || arrived.known) return { received: arrived, counts: null, released: [] }
  const done = await at.world.desk.takeIn(arrived.inbox, guard)
  return done.ok ? done.value : shown(done.error)
}

/** What both PCs of a house must agree on. */
export async function shownAt({ world }: Pc): Promise<string[]> {
  const { rows } = await world.desk.page({ sort: 'number', descending: false, offset: 0, limit: 1_000 })
  const out: string[] = []
  for (const { id, number, title, status } of rows) {
    const view = await world.desk.caseView(id)
    out.push(JSON.stringify([id, number, title, status, view?.file.acts]))
  }
  return out.toSorted()
}
