/**
 * The desk: everything the screens ask, answered by one object in the worker. It holds the keys, the state and the
 * columns; plaintext leaves it only as the rows and views a screen shows.
 */
import { providerCards } from '#core/book/book.ts'
import type { HostCode } from '#core/host/host.ts'
import { newKeyring, withScopes, type Keyring } from '#core/keys/keyring.ts'
import {
  KDF_COST,
  openSlots,
  parseSlots,
  sealSlot,
  SUITE,
  writeSlots,
  type KdfCost,
  type SlotKind,
  type SlotsFile,
  type StationCard,
} from '#core/keys/slots.ts'
import { value } from '#core/kernel/entity.ts'
import type { Scope } from '#core/kernel/event.ts'
import { headSet } from '#core/kernel/head-set.ts'
import { err, ok, type Result } from '#core/lib/result.ts'
import { uuidv7 } from '#core/lib/uuid.ts'
import { dataHeads } from '#core/reports/papers/data-heads.ts'
import { moduleId, modulesOn } from '#core/station/modules.ts'
import { readMeta, type StationDb } from '../storage/station-db.ts'
import type { DeskApi } from './api.ts'
import type { DeskEvent, Found, OpenCode, Opened, SaveState, SetUp } from './shapes.ts'
import { peopleQuestions } from './people-questions.ts'
import { placesQuestions } from './places-questions.ts'
import { topicsQuestions } from './topics-questions.ts'
import { directoryQuestions } from './directory-questions.ts'
import { categoryQuestions } from './category-questions.ts'
import { routingQuestions } from './routing-questions.ts'
import { limitsQuestions } from './limits-questions.ts'
import { walkQuestions } from './walk-questions.ts'
import { attachmentsOf, evenOutBlobs } from './attachments.ts'
import { draftsOf } from './drafts.ts'
import { findProviders } from './find-providers.ts'
import { importRows } from './import-rows.ts'
import { listImports, previewUndo, undoImport } from './imports.ts'
import { lookUp } from './look-up.ts'
import { openStation, type OpenStation, type Ready } from './open-station.ts'
import type { DeskParts } from './parts.ts'
import { peoplePage, wholeRequester } from './people.ts'
import { readSavedViews, writeSavedViews } from './saved-views.ts'
import { repeatsOf } from './repeats.ts'
import { todayAtOnce, todayPage } from './today-list.ts'
import { countsEach, countsOf, isFrontQuery, pageOf, viewOf } from './views.ts'

/** What the recovery code opens: everything but the reporters of 举报, which get a code of their own. */
const RECOVERY_SCOPES: readonly Scope[] = ['private', 'shared', 'directory', 'audit']

const loadExports = () => import('./export-list.ts')

export function createDesk(parts: DeskParts, emit: (event: DeskEvent) => void): DeskApi {
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
  ): Promise<Result<Opened, OpenCode>> {
    const result = await openStation(parts, { card: file.station, ring, user: user.id, db }, take)
    if (!result.ok) return result
    const mine = (station = result.value)
    const kept = db ? keepCard(db, file).catch(() => undefined) : null
    // With the first page at hand nothing more is waited for: see `page`.
    if (!mine.front) await Promise.all([ready(), kept])
    const isNew = current !== null && current.state.book.station === null
    if (!isNew) return ok(mine.opened)
    const said = await current!.keeper.run({ name: 'set-up-station', input: stationOf(file.station, user.name) })
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
    if (mine === station) current = loaded
    return loaded
  }

  /** One that does not open now is not thrown away: it may hold what the folder lost, and it is tried again later. */
  async function openDb(id: string): Promise<StationDb> {
    const db = parts.openDb(id)
    await db.open().catch(() => undefined)
    return db
  }

  /** Spreadsheet code, once somebody exported. */
  let exports: Awaited<ReturnType<typeof loadExports>> | null = null
  const exporting = async () => (exports = await loadExports())

  async function forget(): Promise<void> {
    if (current) exports?.dropExports(current.state)
    await drafts.flush()
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
    }
    const slot = (kind: SlotKind, secret: string, of: Keyring) =>
      sealSlot(
        {
          id: uuidv7(at, parts.random(10)),
          kind,
          label: input.userName,
          user,
          secret,
          cost: input.kdfCost ?? KDF_COST,
        },
        of,
        id,
        parts,
      )
    const slots = [
      await slot('user', input.password, ring),
      await slot('recovery', input.recoveryCode, withScopes(ring, RECOVERY_SCOPES)),
    ]
    const file: SlotsFile = { v: 1, suite: SUITE, station: card, slots }
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
    const { ring, slot } = key.value
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

  const drafts = draftsOf(parts, () => station)
  const attachments = attachmentsOf(parts, () => station, ready)
  const asking = { ready, parts }

  return {
    find,
    setUp,
    unlock,
    lock: () => (locking = locking.catch(() => undefined).then(forget)),
    run: async (command) => {
      const saved = await (await ready()).keeper.run(command)
      return saved.ok ? ok({ entities: saved.value.entities }) : saved
    },
    page: async (query) => {
      if (!current && station?.front && isFrontQuery(query)) {
        // The answer goes first, then the rest is read.
        setTimeout(() => void ready().catch(() => undefined), 0)
        return { ...station.front, revision: 0 }
      }
      return pageOf((await ready()).state, query, parts.clock())
    },
    countEach: async (filters) => countsEach((await ready()).state, filters, parts.clock()),
    today: async ({ offset, limit, atOnce }) => {
      if (atOnce && !current && station?.front) return todayAtOnce(station.front, parts.clock())
      return todayPage((await ready()).state, offset, limit, parts.clock())
    },
    counts: async () => countsOf((await ready()).state, parts.clock()),
    caseView: async (id) => viewOf((await ready()).state, id),
    providers: async () => {
      const { book } = (await ready()).state
      return providerCards(book).toSorted((a, b) => a.name.localeCompare(b.name, 'zh-CN'))
    },
    people: async (query) => peoplePage((await ready()).state, query),
    repeats: async (request) => repeatsOf((await ready()).state, request, parts.clock()),
    requester: async (caseId) => wholeRequester((await ready()).state, caseId),
    lookUp: async (words, names) => lookUp((await ready()).state, words, names),
    modules: async () => {
      const { replica, station: id } = (await ready()).state.book
      return modulesOn((name) => {
        const entity = id === null ? undefined : replica.entities.get(moduleId(id, name))
        return entity && (value(entity, 'on') as boolean | undefined)
      })
    },
    ...attachments,
    drafts: drafts.list,
    putDraft: drafts.put,
    removeDraft: drafts.remove,
    importRows: async (rows, share) => importRows(await ready(), rows, share ?? { before: 0, of: rows.length }, emit),
    imports: async () => listImports((await ready()).state),
    previewUndo: async (id) => previewUndo((await ready()).state, id),
    undoImport: async (id, confirmed) => undoImport(await ready(), id, confirmed, emit),
    beginExport: async (request, language) =>
      (await exporting()).beginExport((await ready()).state, request, language, parts.clock()),
    stepExport: async (id) => (await exporting()).stepExport((await ready()).state, id),
    endExport: async (id, format) => (await exporting()).endExport((await ready()).state, id, format),
    dropExport: async (id) => (await exporting()).dropExport((await ready()).state, id),
    writeSheet: async (sheet, format) => (await exporting()).sheetBytes(sheet, format),
    savedViews: () => readSavedViews(station),
    putSavedViews: (views) => writeSavedViews(station, views, parts.random),
    findProviders: async (words) => (await findProviders((await ready()).state, words)).map(({ id }) => id),
    addCommandLineSlot: async (password) => {
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
    checkEverything: async () => {
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
    saveState: async () => (await ready()).saveState(),
    paperView: async (id) => viewOf((await ready()).state, id),
    ...peopleQuestions(asking),
    ...placesQuestions(asking),
    ...topicsQuestions(asking),
    ...directoryQuestions(asking),
    ...categoryQuestions(asking),
    ...routingQuestions(asking),
    ...limitsQuestions(asking),
    ...walkQuestions(asking),
    dataHeads: async () => dataHeads(headSet((await ready()).state.book.replica)),
  }
}

const stationOf = ({ id, name, code, short }: StationCard, userName: string) => ({
  id: `station:${id}`,
  name,
  code,
  short,
  userName,
})
