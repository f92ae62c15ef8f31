/** The station's door: what is found on this PC, setting up, unlocking and locking. Whoever asks waits behind it (`ready`). */
import { holdingOf } from '#core/book/holding-of.ts'
import type { Command } from '#core/commands.ts'
import type { HostCode } from '#core/host/host.ts'
import type { AskToJoin, Joining, JoinCode, JoinShown, JoinStation } from '#core/join-station.ts'
import { newKeyring, withScopes, type Keyring } from '#core/keys/keyring.ts'
import {
  KDF_COST,
  openSlots,
  parseSlots,
  saltsOf,
  sealSlot,
  SUITE,
  writeSlots,
  type KdfCost,
  type SlotKind,
  type SlotsFile,
  type StationCard,
} from '#core/keys/slots.ts'
import type { Scope } from '#core/kernel/event.ts'
import { err, ok, type Result } from '#core/lib/result.ts'
import { uuidv7 } from '#core/lib/uuid.ts'
import { readMeta, type StationDb } from '../storage/station-db.ts'
import { evenOutBlobs } from './attachments.ts'
import { openStation, type OpenStation, type Ready } from './open-station.ts'
import type { DeskParts } from './parts.ts'
import type { DeskEvent, Found, OpenCode, Opened, SaveState, SetUp } from './shapes.ts'

const loadJoin = () => import('#core/join-station.ts')
const loadRenewal = () => import('#core/exchange/trust/renew-pc.ts')

/** What the recovery code opens: everything but the reporters of 举报, which get a code of their own. */
const RECOVERY_SCOPES: readonly Scope[] = ['private', 'shared', 'directory', 'audit']

/** `beforeLock`: what must be written or dropped while the keys are still there; gets the station unless it was never read. */
export function stationDoor(
  parts: DeskParts,
  emit: (event: DeskEvent) => void,
  beforeLock: (current: Ready | null) => Promise<void>,
) {
  let station: OpenStation | null = null
  /** The slots file that `find` saw, and where: the folder, or only this browser's copy. */
  let seen: { file: SlotsFile; db: StationDb | null; onlyCopy: boolean } | null = null
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
    else if (mine.ring.former) await finishRenewal().catch(() => undefined)
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
    const { exchangeNow } = await import('./exchange-now.ts')
    const { nextLetter } = await import('#core/exchange/trust/letters.ts')
    const { renewedSlots } = await import('#core/keys/renewed-slots.ts')
    const loaded = current
    const asking = { parts, station: () => station, ready: async () => loaded }
    const old = await exchangeNow(asking)
    const letter = old?.identity.root ? nextLetter(old.trust.letters) : before.card.letter
    const done = await reopen(renewedSlots(seen.file, parts.random, letter))
    if (!done.ok) return done
    await finishRenewal()
    return ok(null)
  }

  /** What stands behind the new salt; a cut between the two is made good at the next opening. */
  async function finishRenewal(): Promise<void> {
    const now = current
    if (!now) return
    const { exchangeNow } = await import('./exchange-now.ts')
    const { openRenewals } = await loadRenewal()
    const asking = { parts, station: () => station, ready: async () => now }
    const before = await exchangeNow(asking)
    const open = before ? openRenewals(before.source, before.identity) : []
    for (const input of open) await now.keeper.run({ name: 'retire-pc', input })
    const after = open.length > 0 ? await exchangeNow(asking) : before
    if (after) await (await import('./found-house.ts')).foundHouse(after)
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
    const file = await newSlots(card, ring, grant.user, input)
    const written = await parts.host.writeSlots(writeSlots(file))
    if (!written.ok) return written
    seen = { file, db: await openDb(card.id), onlyCopy: false }
    const result = await opened(file, ring, grant.user, seen.db, joinCommand(grant))
    if (result.ok) await stopJoining(parts)
    return result
  }

  /** One that does not open now is not thrown away: it may hold what the folder lost, and it is tried again later. */
  async function openDb(id: string): Promise<StationDb> {
    const db = parts.openDb(id)
    await db.open().catch(() => undefined)
    return db
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
    const [folder, slots] = await Promise.all([parts.host.state(), parts.host.readSlots()])
    if (!folder.ok) return folder
    let reason: Extract<Found, { kind: 'locked-out' }>['reason'] = 'no-slots'
    if (folder.value.slots) {
      if (!slots.ok) return slots
      const file = parseSlots(slots.value)
      if (file.ok) {
        seen = { file: file.value, db: await openDb(file.value.station.id), onlyCopy: false }
        return ok({ kind: 'station', card: file.value.station, cases: null })
      }
      reason = file.error === 'newer-version' ? 'newer-version' : 'slots-damaged'
      if (reason === 'newer-version') return ok({ kind: 'locked-out', reason })
    }
    const copy = await copyOf(folder.value.folder)
    if (copy?.file) {
      seen = { file: copy.file, db: copy.db, onlyCopy: true }
      return ok({ kind: 'only-copy', card: copy.file.station })
    }
    if (copy) reason = 'slots-damaged'
    const wasHere =
      copy !== null ||
      folder.value.slots ||
      folder.value.marker !== null ||
      folder.value.markerDamaged ||
      folder.value.segments.length > 0
    return ok(wasHere ? { kind: 'locked-out', reason } : { kind: 'nothing' })
  }

  /** The copy of a station that lived in this folder, when this browser has one; without a file when its slots are damaged. */
  async function copyOf(folder: string): Promise<{ file: SlotsFile | null; db: StationDb } | null> {
    let damaged: StationDb | null = null
    for (const id of await parts.stationsHere()) {
      const db = await openDb(id)
      const [where, slots] = await Promise.all([readMeta(db, 'folder'), readMeta(db, 'slots')]).catch(() => [])
      const file = where === folder && slots instanceof Uint8Array ? parseSlots(slots) : null
      if (file?.ok) return { file: file.value, db }
      if (where === folder) damaged = db
      db.close()
    }
    return damaged && { file: null, db: damaged }
  }

  /** Its first two ways of opening: the password, and the recovery code. */
  async function newSlots(
    card: StationCard,
    ring: Keyring,
    user: { readonly id: string; readonly name: string },
    { password, recoveryCode, kdfCost: cost = KDF_COST }: Pick<SetUp, 'password' | 'recoveryCode' | 'kdfCost'>,
  ): Promise<SlotsFile> {
    const slot = (kind: SlotKind, secret: string, of: Keyring) => {
      const id = uuidv7(parts.clock(), parts.random(10))
      return sealSlot({ id, kind, label: user.name, user: user.id, secret, cost }, of, card.id, parts)
    }
    const slots = [
      await slot('user', password, ring),
      await slot('recovery', recoveryCode, withScopes(ring, RECOVERY_SCOPES)),
    ]
    return { v: 1, suite: SUITE, station: card, slots }
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
    const file = await newSlots(card, ring, { id: user, name: input.userName }, input)
    const written = await parts.host.writeSlots(writeSlots(file))
    if (!written.ok) return written
    seen = { file, db: await openDb(id), onlyCopy: false }
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
      const cost: KdfCost = seen.file.slots[0]?.kdf ?? KDF_COST
      const id = uuidv7(parts.clock(), parts.random(10))
      const slot = await sealSlot(
        { id, kind: 'command-line', label: 'linwu', user: station.user, secret: password, cost },
        station.ring,
        station.card.id,
        parts,
      )
      const file: SlotsFile = {
        ...seen.file,
        slots: [...seen.file.slots.filter((old) => old.kind !== 'command-line'), slot],
      }
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
