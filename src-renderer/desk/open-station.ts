/** Opening a station and keeping it: loading, the writer queue, the second copy, folding when idle. */
import { bookkeeper, type Bookkeeper } from '#core/book/bookkeeper.ts'
import { userName } from '#core/book/book.ts'
import { SEGMENT_BYTES, type HostCode } from '#core/host/host.ts'
import { noteViewer } from './viewer.ts'
import type { Cipher } from '#core/journal/cipher.ts'
import { journalWriter } from '#core/journal/writer.ts'
import { cipherOf, scopesOf, type Keyring } from '#core/keys/keyring.ts'
import type { StationCard } from '#core/keys/slots.ts'
import { ok, type Result } from '#core/lib/result.ts'
import { momentOf } from '#core/lib/time.ts'
import type { StationDb } from '../storage/station-db.ts'
import type { DeskEvent, Opened, Progress, SaveState } from './shapes.ts'
import { append } from './append.ts'
import { journalBeyond } from './beyond.ts'
import { copierOf, countCopy, NO_ROWS, type Copier } from './copier.ts'
import { foldCopy, FOLD_AT_TAIL_ROWS } from './fold.ts'
import type { DeskParts } from './parts.ts'
import { prepareSome } from './prepare.ts'
import { scrubberOf } from './scrubber.ts'
import type { SnapshotHead } from './snapshot.ts'
import { loadLong, loadShort, readCopy, shortWay, type Loaded, type StartParts } from './start-up.ts'
import { allDirty, noteOthers, showCases, type DeskState } from './state.ts'

/** ms after which a copy in trouble is tried again. */
const RETRY_MS = 30_000

/** ms between two portions of what searches need (prepare.ts), and after a save before more of it is done: an import saves all the time. */
const PORTION_MS = 10
const QUIET_MS = 1_000

/** One unlocked station. */
export type OpenStation = {
  readonly card: StationCard
  readonly ring: Keyring
  readonly cipher: Cipher
  readonly user: string
  readonly db: StationDb | null
  readonly opened: Opened
  /** Everything in memory. Loaded when first asked for, so that the first page does not wait behind it. */
  readonly ready: () => Promise<Ready>
  readonly front: SnapshotHead['front'] | null
}

/** Fetched when the desk is idle, and at the latest by the first command. */
const loadDeciding = async () => (await import('#core/book/deciding.ts')).deciding()

export type Ready = {
  /** Who signed in, `user:…`. */
  readonly user: string
  readonly saveState: () => SaveState
  readonly state: DeskState
  readonly keeper: Bookkeeper<HostCode>
  readonly copier: Copier
  /** Brings the snapshot up to now, and what was erased out of the folder and IndexedDB. */
  readonly fold: () => Promise<void>
  /** Nothing that was erased lies in the folder or in IndexedDB any more. */
  readonly isScrubbed: () => boolean
  /** Folds for the last time. */
  readonly close: () => Promise<void>
  readonly report: Loaded['report']
}

export async function openStation(
  parts: DeskParts,
  of: { card: StationCard; ring: Keyring; user: string; db: StationDb | null },
  emit: (event: DeskEvent) => void,
): Promise<Result<OpenStation, HostCode>> {
  const cipher = await cipherOf(of.ring, parts.subtle)
  const [folder, copy] = await Promise.all([
    parts.host.state(),
    of.db ? readCopy(of.db, cipher).catch(() => null) : null,
  ])
  if (!folder.ok) return folder
  const progress = (now: Progress | null): void => emit({ kind: 'progress', progress: now })
  const start: StartParts = {
    host: parts.host,
    db: of.db,
    cipher,
    scopes: scopesOf(of.ring),
    own: `station:${of.card.id}`,
    random: parts.random,
    progress,
  }
  const short = copy && shortWay(copy, folder.value)
  const load = async (): Promise<Result<Ready, HostCode>> => {
    const quick = short ? await loadShort(start, folder.value, short.head, short.positions).catch(() => null) : null
    const loaded = quick ? ok(quick) : await loadLong(start, folder.value)
    progress(null)
    return loaded.ok ? getReady(parts, of, cipher, loaded.value, emit) : loaded
  }
  const base = { card: of.card, ring: of.ring, cipher, user: of.user, db: of.db }
  if (short?.upToDate) {
    let loading: Promise<Ready> | null = null
    // A failed load is a bug here: state() has just read the same folder. It surfaces in whoever awaits `ready`.
    const ready = (): Promise<Ready> =>
      (loading ??= load().then((done) => (done.ok ? done.value : Promise.reject(new Error(done.error)))))
    const report = { from: 'copy' as const, returned: 0, damagedJournal: 0, damagedCopy: 0, gaps: 0 }
    const user = { id: of.user, name: short.head.userNames[of.user] ?? '' }
    return ok({
      ...base,
      opened: { card: of.card, user, cases: short.head.cases, ...report },
      ready,
      front: short.head.front,
    })
  }
  const done = await load()
  if (!done.ok) return done
  const { state } = done.value
  const user = { id: of.user, name: userName(state.book, of.user) }
  const opened = { card: of.card, user, cases: state.table.count, ...done.value.report }
  return ok({ ...base, opened, ready: () => Promise.resolve(done.value), front: null })
}

async function getReady(
  parts: DeskParts,
  of: { card: StationCard; ring: Keyring; user: string; db: StationDb | null },
  cipher: Cipher,
  loaded: Loaded,
  emit: (event: DeskEvent) => void,
): Promise<Result<Ready, HostCode>> {
  let { state } = loaded
  const { book } = state
  noteViewer(book, of.user)
  const db = loaded.leaveCopy ? null : of.db
  const counts = db ? await countCopy(db).catch(() => null) : null
  let { savedLogs } = loaded
  let savedLast = 0
  let unfolded = 0
  let closed = false
  let closing = false
  let saved: SaveState = { savedAt: null, trouble: null, copyTrouble: counts ? loaded.trouble : 'failed' }
  const say = (change: Partial<SaveState>): void => {
    saved = { ...saved, ...change }
    emit({ kind: 'save-state', state: saved })
  }
  const copier = copierOf(
    db,
    { positions: loaded.positions, counts: counts ?? NO_ROWS, trouble: saved.copyTrouble },
    {
      beyond: async function* (known) {
        const folder = await parts.host.state()
        if (!folder.ok) return yield folder
        yield* journalBeyond(parts.host, cipher, folder.value.segments, known)
      },
      onTrouble: (copyTrouble) => {
        say({ copyTrouble })
        if (copyTrouble) scheduleFold(RETRY_MS)
      },
    },
  )
  const { isScrubbed, scrub, mark, copyIsNew } = scrubberOf(
    parts,
    { station: of.card.id, book, cipher, db, copier, scrubbed: loaded.scrubbed, isClosing: () => closing },
    emit,
  )
  const journal = journalWriter<HostCode>(parts.host, cipher, parts.random, loaded.end, SEGMENT_BYTES)
  const writer: typeof journal = {
    position: journal.position,
    append: async (events) => {
      const appended = await append(journal, events)
      if (appended.ok) say({ savedAt: momentOf(parts.clock()), trouble: null })
      else say({ trouble: appended.error })
      return appended
    },
    settle: async () => {
      const settled = await journal.settle()
      if (settled.ok && settled.value) say({ savedAt: momentOf(parts.clock()), trouble: null })
      return settled
    },
  }
  const inFlight = new Set<Promise<unknown>>()
  const books = bookkeeper<HostCode>({
    deciding: loadDeciding,
    book,
    writer,
    user: of.user,
    device: of.ring.device,
    numberPrefix: `${of.card.short}-${of.card.letter}`,
    clock: parts.clock,
    random: parts.random,
    onSaved(events, appended, cases, touched) {
      state = showCases(state, cases)
      savedLast = parts.clock()
      schedulePrepare(QUIET_MS)
      noteOthers(state, touched)
      copier.add(appended, events.length)
      emit({ kind: 'changed', revision: book.replica.revision, cases: [...cases] })
      unfolded += events.length
      if (copier.tailRows() >= FOLD_AT_TAIL_ROWS || unfolded >= parts.foldAtEvents) scheduleFold()
    },
  })

  /** A lock waits for what is on its way to the disk: a bundle goes in whole, and whoever opens next finds it there. */
  const kept =
    <A extends readonly unknown[], T>(work: (...args: A) => Promise<T>) =>
    (...args: A): Promise<T> => {
      const running = work(...args)
      inFlight.add(running)
      const finished = (): boolean => inFlight.delete(running)
      running.then(finished, finished)
      return running
    }
  const keeper: typeof books = { run: kept(books.run), runBatch: kept(books.runBatch), takeIn: kept(books.takeIn) }

  let preparing = false
  parts.whenIdle(() => void loadDeciding().catch(() => undefined))
  function schedulePrepare(ms?: number): void {
    if (preparing) return
    preparing = true
    parts.whenIdle(() => {
      preparing = false
      if (closed) return
      if (parts.clock() - savedLast < QUIET_MS) schedulePrepare(QUIET_MS)
      else if (prepareSome(state)) schedulePrepare(PORTION_MS)
    }, ms)
  }

  let folding: Promise<void> = Promise.resolve()
  let scheduled = false
  const fold = (): Promise<void> => (folding = folding.catch(() => undefined).then(foldNow))
  const foldNow = async (): Promise<void> => {
    if (closed) return
    await mark()
    try {
      await foldNewest()
    } finally {
      await scrub()
      if (!isScrubbed() && !closing) scheduleFold(RETRY_MS)
    }
  }
  async function foldNewest(): Promise<void> {
    if (!db || book.station === null) return
    if (copier.trouble()) {
      if (!(await copier.retry())) return
      savedLogs = new Map()
      allDirty(state)
      copyIsNew()
    }
    unfolded = 0
    const logs = await foldCopy({ db, cipher, random: parts.random, state: () => state, copier, savedLogs })
    if (logs) savedLogs = logs
  }

  function scheduleFold(ms?: number): void {
    if (scheduled) return
    scheduled = true
    parts.whenIdle(() => {
      scheduled = false
      void fold().catch(() => undefined) // the copy's trouble is told by the copier; folding is tried again later
    }, ms)
  }
  schedulePrepare()
  if (db && copier.trouble()) scheduleFold(RETRY_MS)
  else if (!isScrubbed() || (loaded.savedLogs.size === 0 && state.table.count > 0)) scheduleFold()
  const close = async (): Promise<void> => {
    closing = true
    await Promise.allSettled(inFlight)
    await fold().catch(() => undefined)
    closed = true
  }
  return ok({
    user: of.user,
    saveState: () => saved,
    get state() {
      return state
    },
    keeper,
    copier,
    fold,
    isScrubbed,
    close,
    report: loaded.report,
  })
}
