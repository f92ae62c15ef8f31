/** The station's door: what is found on this PC, setting up, unlocking and locking. Whoever asks waits behind it (`ready`). */
import { holdingOf } from '#core/book/holding-of.ts'
import type { Command } from '#core/commands.ts'
import type { HostCode } from '#core/host/host.ts'
import type { AskToJoin, Joining, JoinCode, JoinShown, JoinStation } from '#core/join-station.ts'
import { newKeyring, type Keyring } from '#core/keys/keyring.ts'
import { openSlots, saltsOf, writeSlots, type SlotKind, type SlotsFile, type StationCard } from '#core/keys/slots.ts'
import { err, ok, type Result } from '#core/lib/result.ts'
import { uuidv7 } from '#core/lib/uuid.ts'
import type { StationDb } from '../storage/station-db.ts'
import { evenOutBlobs } from './attachments.ts'
import { findStation, openDb, type Seen } from './find-station.ts'
import { finishRenewal, loadRenewal, renewedLetter } from './key-renewal.ts'
import { newSlots, withCommandLine } from './new-slots.ts'
import { openStation, type OpenStation, type Ready } from './open-station.ts'
import type { DeskParts } from './parts.ts'
import type { DeskEvent, Found, OpenCode, Opened, SaveState, SetUp } from './shapes.ts'

const loadJoin = () => import('#core/join-station.ts')

/** `beforeLock`: what must be written or dropped while the keys are still there; gets the station unless it was never read. */
export function stationDoor(
  parts: DeskParts,
  emit: (event: DeskEvent) => void,
  beforeLock: (current: Ready | null) => Promise<void>,
) {
  let station: OpenStation | null = null
  let seen: Seen | null = null
  let current: Ready | null = null
  let copyTrouble: SaveState['copyTrouble'] = null
  /** The lock under way: whoever comes back meanwhile waits for it, or it would forget what they have just opened. */
  let locking: Promise<void> = Promise.resolve()

  async function opened(
    file: SlotsFile,
    ring: Keyring,
    user: { id: string; name: string },
    db: StationDb | null,
    first: Command = { name: 'set-up-station', input: stationOf(file.station, user.name) },
  ): Promise<Result<Opened, OpenCode>> {
    const result = await openStation(parts, { card: file.station, ring, user: user.id, db }, take)
    if (!result.ok) return result
    const mine = (station = result.value)
    const kept = db ? keepCard(db, file).catch(() => undefined) : null
    // With the first page at hand nothing more is waited for: see `page`.
    if (!mine.front) await Promise.all([ready(), kept])
    const isNew = current !== null && current.state.book.station === null
    if (!isNew) return ok(mine.opened)
    const said = await current!.keeper.run(first)
    return said.ok
      ? ok({ ...mine.opened, user })
      : err(said.error.kind === 'not-saved' ? said.error.code : 'station-exists')
  }

  async function keepCard(db: StationDb, file: SlotsFile): Promise<void> {
    const folder = await parts.host.state()
    await db.meta.put({ key: 'slots', value: writeSlots(file) })
    if (folder.ok) await db.meta.put({ key: 'folder', value: folder.value.folder })
  }

  async function ready(): Promise<Ready> {
    if (current) return current
    const mine = station!
    const loaded = await mine.ready()
    // Locked meanwhile: what arrives late must not open it again.
    if (mine !== station) return loaded
    current = loaded
    // Nothing is written under keys that are in use somewhere else.
    const { isWornOut } = await loadRenewal()
    if (isWornOut(holdingOf(loaded.state.book), mine.ring.device)) await renew().catch(() => undefined)
    else if (mine.ring.former) await finish().catch(() => undefined)
    return current
  }

  /** The file first, then everything is opened anew under it. */
  async function reopen(file: SlotsFile): Promise<Result<null, OpenCode>> {
    const before = station!
    const written = await parts.host.writeSlots(writeSlots(file))
    if (!written.ok) return written
    if (seen) seen = { ...seen, file }
    if (before.db) await keepCard(before.db, file).catch(() => undefined)
    await current?.close()
    const { renewedRing } = await import('#core/keys/identity.ts')
    const ring = renewedRing(before.ring, saltsOf(file))
    const again = await openStation(parts, { card: file.station, ring, user: before.user, db: before.db }, take)
    if (!again.ok) return again
    if (station !== before) return err('gone')
    const loaded = await again.value.ready()
    station = again.value
    current = loaded
    emit({ kind: 'changed', revision: loaded.state.book.replica.revision, cases: [] })
    return ok(null)
  }

  let renewing: Promise<Result<null, OpenCode>> | null = null
  /** New keys for this PC, see renew-pc.ts. On the founding PC they are granted at once; elsewhere a request asks for it. */
  const renew = (): Promise<Result<null, OpenCode>> =>
    (renewing ??= renewNow().finally(() => {
      renewing = null
    }))
  async function renewNow(): Promise<Result<null, OpenCode>> {
    const before = station
    if (!before || !seen || !current) return err('no-slots')
    const { renewedSlots } = await import('#core/keys/renewed-slots.ts')
    const letter = await renewedLetter(parts, () => station, current, before.card.letter)
    const done = await reopen(renewedSlots(seen.file, parts.random, letter))
    if (!done.ok) return done
    await finish()
    return ok(null)
  }

  const finish = async (): Promise<void> => {
    if (current) await finishRenewal(parts, () => station, current)
  }

  async function join(input: JoinStation): Promise<Result<Opened, JoinCode>> {
    await locking
    const { openJoin, stopJoining, joinedCard, joinCommand } = await loadJoin()
    const opening = await openJoin(parts, input.grant, input.password)
    if (!opening.ok) return opening
    const { ring, grant } = opening.value
    const folder = await parts.host.state()
    if (!folder.ok) return folder
    if (folder.value.slots || folder.value.segments.length > 0) return err('station-exists')
    const card = joinedCard(grant, folder.value.demo)
    const file = await newSlots(parts, card, ring, grant.user, input)
    const written = await parts.host.writeSlots(writeSlots(file))
    if (!written.ok) return written
    seen = { file, db: await openDb(parts, card.id), onlyCopy: false }
    const result = await opened(file, ring, grant.user, seen.db, joinCommand(grant))
    if (result.ok) await stopJoining(parts)
    return result
  }

  async function forget(): Promise<void> {
    await beforeLock(current)
    await current?.close()
    ;(station ?? seen)?.db?.close()
    station = null
    current = null
    seen = null
  }

  async function find(): Promise<Result<Found, HostCode>> {
    await locking
    const done = await findStation(parts)
    if (!done.ok) return done
    if (done.value.seen) seen = done.value.seen
    return ok(done.value.found)
  }

  async function setUp(input: SetUp): Promise<Result<Opened, OpenCode>> {
    await locking
    const folder = await parts.host.state()
    if (!folder.ok) return folder
    if (folder.value.slots || folder.value.segments.length > 0) return err('station-exists')
    const at = parts.clock()
    const id = uuidv7(at, parts.random(10))
    const user = `user:${uuidv7(at, parts.random(10))}`
    const ring = newKeyring(parts.random)
    const card: StationCard = {
      id,
      code: input.stationCode,
      short: input.short,
      name: input.stationName,
      letter: 'A',
      demo: folder.value.demo,
      ...(input.office && { office: input.office }),
    }
    const file = await newSlots(parts, card, ring, { id: user, name: input.userName }, input)
    const written = await parts.host.writeSlots(writeSlots(file))
    if (!written.ok) return written
    seen = { file, db: await openDb(parts, id), onlyCopy: false }
    return opened(file, ring, { id: user, name: input.userName }, seen.db)
  }

  async function unlock(secret: string, kind: SlotKind): Promise<Result<Opened, OpenCode>> {
    await locking
    if (!seen) {
      const found = await find()
      if (!found.ok) return found
    }
    if (!seen) return err('no-slots')
    emit({ kind: 'progress', progress: { step: 'key', done: 0, of: 1 } })
    const key = await openSlots(seen.file, [kind], secret, parts)
    emit({ kind: 'progress', progress: null })
    if (!key.ok) return key
    if (seen.onlyCopy) {
      const written = await parts.host.writeSlots(writeSlots(seen.file))
      if (!written.ok) return written
    }
    const { slot } = key.value
    const ring = seen.file.renewed
      ? (await import('#core/keys/identity.ts')).renewedRing(key.value.ring, saltsOf(seen.file))
      : key.value.ring
    const result = await opened(seen.file, ring, { id: slot.user, name: slot.label }, seen.db)
    if (result.ok) void evenOut()
    return result
  }

  const evenOut = (): Promise<void> => {
    const of = station
    const isOpen = (): boolean => of === station
    const erased = async (): Promise<ReadonlySet<string>> => (await ready()).state.book.replica.erasedBlobs
    return of?.db ? evenOutBlobs(parts.host, of.db, isOpen, erased).catch(() => undefined) : Promise.resolve()
  }

  /** Attachments stored while the copy was in trouble follow when it is out of it. */
  function take(event: DeskEvent): void {
    const isBack = event.kind === 'save-state' && copyTrouble !== null && event.state.copyTrouble === null
    if (event.kind === 'save-state') copyTrouble = event.state.copyTrouble
    if (isBack) void evenOut()
    emit(event)
  }

  return {
    find,
    setUp,
    unlock,
    lock: (): Promise<void> => (locking = locking.catch(() => undefined).then(forget)),
    ready,
    joining: async (): Promise<Joining | null> => (await loadJoin()).joining(parts),
    askToJoin: async (input: AskToJoin): Promise<Result<Joining, OpenCode>> =>
      (await loadJoin()).askToJoin(parts, input),
    stopJoining: async (): Promise<void> => (await loadJoin()).stopJoining(parts),
    readJoin: async (grant: Uint8Array, password: string): Promise<Result<JoinShown, JoinCode>> => {
      const opening = await (await loadJoin()).openJoin(parts, grant, password)
      return opening.ok ? ok(opening.value.shown) : opening
    },
    join,
    /** New keys for this PC; a person said that it was copied or put back. */
    renewKeys: async (): Promise<Result<null, OpenCode>> => {
      await ready()
      return renew()
    },
    /** The letter that a grant gives this PC. */
    takeLetter: async (letter: string): Promise<Result<null, OpenCode>> => {
      if (!station || !seen) return err('no-slots')
      if (seen.file.station.letter === letter) return ok(null)
      return reopen({ ...seen.file, station: { ...seen.file.station, letter } })
    },
    /** Null while locked. */
    station: () => station,
    /** What the snapshot's head showed at once, as long as nothing more is read. */
    front: () => (current ? null : (station?.front ?? null)),
    addCommandLineSlot: async (password: string): Promise<Result<null, OpenCode>> => {
      if (!station || !seen) return err('no-slots')
      const file = await withCommandLine(parts, seen.file, station, password)
      const written = await parts.host.writeSlots(writeSlots(file))
      if (!written.ok) return written
      seen = { ...seen, file }
      if (seen.db) await keepCard(seen.db, file).catch(() => undefined)
      return ok(null)
    },
    checkEverything: async (): Promise<Result<Opened, HostCode>> => {
      if (!station) return err('gone')
      const before = await ready()
      await before.copier.flush()
      await station.db?.snapshots.clear()
      const again = await openStation(parts, station, take)
      if (!again.ok) return again
      station = again.value
      current = await station.ready()
      emit({ kind: 'changed', revision: current.state.book.replica.revision, cases: [] })
      return ok(station.opened)
    },
  }
}

const stationOf = ({ id, name, code, short, office }: StationCard, userName: string) => ({
  ...(office && { office }),
  id: `station:${id}`,
  name,
  code,
  short,
  userName,
})
