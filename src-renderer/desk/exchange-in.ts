/**
 * Import: files come into the inbox, are looked through, and are taken in one by one, each in one batch of the journal. What waits
 * for other files, or for a grant, is tried again after each one that went in. A lock ends it between two files.
 */
import { blobsNamed, blobsOfEvents } from '#core/exchange/blobs-named.ts'
import { storeBlobs } from './exchange-blobs.ts'
import type { HostCode, InboxFile } from '#core/host/host.ts'
import type { Command } from '#core/commands.ts'
import { BUNDLE_LIMITS } from '#core/exchange/bundle/manifest.ts'
import { peekAge } from '#core/exchange/bundle/age.ts'
import { boxFor } from '#core/exchange/import/box-for.ts'
import type { Gap } from '#core/kernel/replica.ts'
import { openSlots, parseSlots, type SlotsFile } from '#core/keys/slots.ts'
import { err, ok, type Result } from '#core/lib/result.ts'
import { arrivalId, type BundleCounts } from '#core/peer/fields.ts'
import type { Asking } from './asking.ts'
import type { ExchangeFiles } from './exchange-files.ts'
import { lookThrough, unread, waysFor, type Looked } from './exchange-look.ts'
import { exchangeNow, type ExchangeNow } from './exchange-now.ts'
import type { GuardWord, LeftOut, Received, TakeCode, TakeFailure, TakenAll, TakenIn } from './exchange-shapes.ts'
import { importRun } from './import-run.ts'
import type { OpenStation } from './open-station.ts'

/**
 * What was looked through and is likely to be taken in next is not opened twice: so many bytes of files at most. One megabyte of a
 * file is 10 MB of events in memory, and of many files only the first is taken in as it was found.
 */
const REMEMBERED = 6 * 1024 * 1024

export type ImportDesk = {
  readonly receive: (name: string, bytes: Uint8Array) => Promise<Received>
  readonly lookAgain: (inbox: string) => Promise<Received | null>
  readonly takeIn: (inbox: string, guard: GuardWord) => Promise<Result<TakenIn, TakeFailure>>
  readonly takeInAll: (inboxes: readonly string[]) => Promise<TakenAll>
  /** Of the last run, what a lock or a killed program left in the inbox. */
  readonly unfinished: () => Promise<readonly string[]>
  readonly retryWaiting: () => Promise<readonly Received[]>
  readonly drop: (inbox: string) => Promise<void>
  /** What the files in the waiting room were found to wait for, since this desk was started. */
  readonly waiting: () => readonly { readonly gap: Gap; readonly held: number }[]
}

export function importDesk(asking: Asking, files: ExchangeFiles): ImportDesk {
  const { parts, station, emit } = asking
  const { host } = parts
  const run = importRun(host)
  const missing = new Map<string, { readonly gaps: readonly Gap[]; readonly held: number }>()
  let remembered: {
    readonly of: OpenStation
    readonly revision: number
    readonly looked: Map<string, Looked>
    bytes: number
  } | null = null

  async function listed(id: string): Promise<InboxFile | null> {
    const all = await host.listInbox()
    return all.ok ? (all.value.find((file) => file.id === id) ?? null) : null
  }

  /** What was found stays true as long as nothing else was written. */
  function recall(now: ExchangeNow, id: string): Looked | null {
    const revision = now.source.replica.revision
    if (remembered?.of !== now.station || remembered.revision !== revision) {
      remembered = { of: now.station, revision, looked: new Map(), bytes: 0 }
    }
    return remembered.looked.get(id) ?? null
  }

  function remember(now: ExchangeNow, looked: Looked): void {
    const { inbox, bytes } = looked.received
    if (recall(now, inbox) || !looked.content || remembered!.bytes + bytes > REMEMBERED) return
    remembered!.looked.set(inbox, looked)
    remembered!.bytes += bytes
  }

  const slotsHere = async (): Promise<Result<SlotsFile, HostCode>> => {
    const slots = await host.readSlots()
    if (!slots.ok) return slots
    const file = parseSlots(slots.value)
    return file.ok ? file : err('io-failed')
  }

  /** Whether somebody else signs in on this PC: a colleague at another one cannot type a password here. */
  async function hasSecond(now: ExchangeNow): Promise<boolean> {
    const file = await slotsHere()
    return file.ok && file.value.slots.some((slot) => slot.kind === 'user' && slot.user !== now.ready.user)
  }

  async function look(now: ExchangeNow, file: InboxFile, given?: Uint8Array): Promise<Looked> {
    const before = recall(now, file.id)
    if (before) {
      const { dryRun } = before.received
      const ways = dryRun && { ...dryRun, ways: waysFor(now, file, dryRun.guard, await hasSecond(now)) }
      return { ...before, received: { ...before.received, box: file.box, name: file.name, dryRun: ways } }
    }
    const read = given ? ok(given) : await files.read(file)
    if (!read.ok) return { received: { ...unread(file), stop: read.error }, sha256: '', content: null }
    const looked = await lookThrough(now, file, read.value, await hasSecond(now))
    remember(now, looked)
    return looked
  }

  /** Moves the file to where its verdict belongs; answers it as it lies then. */
  async function settle({ received }: Looked, file: InboxFile): Promise<Received> {
    const { stop } = received
    if (received.known) {
      // Nothing of it is new: it needs no room.
      missing.delete(file.id)
      await host.removeInbox(file.id)
      return { ...received, inbox: '', box: '' }
    }
    if (stop === null) return { ...received, box: file.box }
    const box = boxFor(stop)
    if (file.box !== box || file.why !== stop) await host.moveInbox(file.id, box, stop)
    return { ...received, box }
  }

  async function receive(name: string, bytes: Uint8Array): Promise<Received> {
    const now = await exchangeNow(asking)
    const stub = { ...unread({ id: '', name, bytes: bytes.length, box: 'new', at: '', why: '' }), box: '' as const }
    if (!now) return { ...stub, stop: 'gone' }
    // A file that cannot be one is not worth the room, and is still where it came from.
    if (bytes.length > BUNDLE_LIMITS.fileBytes) return { ...stub, stop: 'too-big' }
    const age = peekAge(bytes)
    if (!age.ok && age.error === 'not-a-bundle') return { ...stub, stop: 'not-a-bundle' }
    const kept = await files.keep(name, bytes)
    if (!kept.ok) return { ...stub, step: 'size', stop: kept.error }
    return settle(await look(now, kept.value, bytes), kept.value)
  }

  async function lookAgain(inbox: string): Promise<Received | null> {
    const now = await exchangeNow(asking)
    const file = now && (await listed(inbox))
    return now && file ? settle(await look(now, file), file) : null
  }

  async function guardCode(now: ExchangeNow, { dryRun }: Received, word: GuardWord): Promise<TakeCode | null> {
    if (!dryRun?.guard) return null
    if (word.kind === 'none' || !dryRun.ways.includes(word.kind)) return word.kind === 'waited' ? 'too-early' : 'guard'
    if (word.kind === 'count') return word.count === dryRun.undone ? null : 'wrong-count'
    if (word.kind === 'waited') return null
    const file = await slotsHere()
    if (!file.ok) return file.error
    const opened = await openSlots(file.value, ['user'], word.secret, parts)
    if (!opened.ok) return 'wrong-secret'
    return opened.value.slot.user === now.ready.user ? 'same-person' : null
  }

  /** One file into the journal; where it lies is settled. */
  async function takeOne(
    now: ExchangeNow,
    file: InboxFile,
    word: GuardWord,
  ): Promise<Result<{ received: Received; counts: BundleCounts | null; grants: boolean }, TakeFailure>> {
    const looked = await look(now, file)
    const received = await settle(looked, file)
    if (received.known) return ok({ received, counts: null, grants: false })
    if (!looked.content) return err({ code: 'stopped', received })
    const code = await guardCode(now, received, word)
    if (code) return err({ code, received })
    const { verified, tried, news } = looked.content
    const { manifest, letters } = verified
    const failed = (error: HostCode): Result<never, TakeFailure> => err({ code: error, received })

    const named = new Map([
      ...(verified.blobs.size > 0 ? blobsNamed(now.source.replica) : []),
      ...blobsOfEvents(tried.events, now.source.replica),
    ])
    const stored = await storeBlobs(host, now.station, parts.random, named, manifest.blobs, verified.blobs)
    if (!stored.ok) return failed(stored.error)
    if (station() !== now.station) return err({ code: 'locked', received })

    const grants = news.grants.length + news.revocations.length + news.houses.length > 0
    const commands: Command[] = []
    if (grants)
      commands.push({ name: 'store-grants', input: news as Extract<Command, { name: 'store-grants' }>['input'] })
    if (letters.length > 0 && manifest.from.house !== now.own.house)
      commands.push({ name: 'take-letters', input: { from: manifest.from.house, letters: [...letters] } })
    const saved = await now.ready.keeper.takeIn({
      bundle: manifest.bundle,
      record: {
        peer: manifest.from.house,
        pc: manifest.from.pc,
        profile: manifest.profile,
        file: file.name,
        sha256: looked.sha256,
        bytes: file.bytes,
        logs: manifest.logs,
        letters: letters.map(({ id }) => id),
        heads: manifest.heads,
        have: manifest.have,
        got: manifest.got,
        ...(manifest.want && { want: manifest.want }),
      },
      events: tried.events,
      marks: tried.marks,
      tried,
      commands,
    })
    if (!saved.ok) return saved.error.kind === 'not-saved' ? failed(saved.error.code) : failed('io-failed')
    const { counts, missing: gaps } = saved.value
    const isHeld = counts.held > 0
    if (isHeld) {
      missing.set(file.id, { gaps, held: counts.held })
      await host.moveInbox(file.id, 'waiting', 'held')
    } else {
      missing.delete(file.id)
      await host.removeInbox(file.id)
    }
    return ok({
      received: { ...received, step: 'saved', box: isHeld ? 'waiting' : '', stop: isHeld ? 'held' : null },
      counts,
      grants,
    })
  }

  /**
   * Until a round lets nothing in: one that went in may be what the next one waited for. What waits was said yes to when it came;
   * what comes out of quarantine goes in only when somebody has (`approved`), and is otherwise shown like a new arrival.
   */
  async function release(quarantined: boolean, approved: ReadonlySet<string> = new Set()): Promise<Received[]> {
    const released = new Map<string, Received>()
    for (let more = true; more;) {
      more = false
      const all = await host.listInbox()
      if (!all.ok) break
      for (const file of all.value) {
        if (file.box !== 'waiting' && !(quarantined && file.box === 'quarantine')) continue
        const now = await exchangeNow(asking)
        if (!now) return [...released.values()]
        const looked = await look(now, file)
        const { content } = looked
        if (!content) {
          await settle(looked, file)
          continue
        }
        if (file.box === 'quarantine' && !approved.has(file.id)) {
          await host.moveInbox(file.id, 'new', '')
          released.set(file.id, { ...looked.received, box: 'new' })
          continue
        }
        const { counts, trial } = content.tried
        const isRecorded = now.source.read(arrivalId(looked.received.bundle, now.identity.pc)) !== null
        if (isRecorded && counts.fresh === 0 && counts.held > 0) {
          missing.set(file.id, { gaps: trial.missing, held: counts.held })
          continue
        }
        const taken = await takeOne(now, file, { kind: 'none' })
        if (!taken.ok) continue
        released.set(file.id, taken.value.received)
        more = true
      }
    }
    return [...released.values()]
  }

  async function takeIn(inbox: string, guard: GuardWord): Promise<Result<TakenIn, TakeFailure>> {
    const now = await exchangeNow(asking)
    const file = now && (await listed(inbox))
    if (!now) return err({ code: 'locked', received: null })
    if (!file) return err({ code: 'not-found', received: null })
    const taken = await takeOne(now, file, guard)
    if (!taken.ok) return taken
    const { received, counts, grants } = taken.value
    const released = await release(grants)
    const here = released.find((one) => one.inbox === inbox)
    return ok({ received: here ?? received, counts, released: released.filter((one) => one !== here) })
  }

  async function takeInAll(inboxes: readonly string[]): Promise<TakenAll> {
    const of = station()
    const out = new Map<string, Received>()
    const left: LeftOut[] = []
    if (inboxes.length > 0) await run.begin(inboxes)
    try {
      for (const [i, inbox] of inboxes.entries()) {
        emit({ kind: 'progress', progress: { step: 'import', done: i, of: inboxes.length } })
        const now = station() === of ? await exchangeNow(asking) : null
        const file = now && station() === of ? await listed(inbox) : null
        // Locked: the rest stays in the inbox.
        if (!now || station() !== of) break
        if (!file) {
          run.done(inbox)
          continue
        }
        const taken = await takeOne(now, file, { kind: 'none' })
        const received = taken.ok ? taken.value.received : taken.error.received
        if (received) out.set(inbox, received)
        if (!taken.ok) left.push({ inbox, name: file.name, code: taken.error.code })
        // What the disk or a lock stopped is tried again as it is; what asks for a word is a person's.
        if (taken.ok || taken.error.code === 'guard' || taken.error.code === 'stopped') run.done(inbox)
      }
      if (station() === of && of)
        for (const received of await release(true, new Set(inboxes))) out.set(received.inbox, received)
    } finally {
      emit({ kind: 'progress', progress: null })
      if (inboxes.length > 0) await run.end()
    }
    return { files: [...out.values()], left }
  }

  return {
    receive,
    lookAgain,
    takeIn,
    takeInAll,
    unfinished: run.left,
    retryWaiting: () => release(true),
    drop: async (inbox) => {
      missing.delete(inbox)
      run.done(inbox)
      await host.removeInbox(inbox)
    },
    waiting: () => [...missing.values()].flatMap(({ gaps, held }) => gaps.map((gap) => ({ gap, held }))),
  }
}
