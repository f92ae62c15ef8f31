/**
 * One queue through which everything is written: decide on what the book says now, compose the events, append them to
 * the journal, and only then show them. Because decisions wait their turn, the heads a decision read cannot move
 * before its append. Imports enter batch by batch, and saves may go between two batches.
 */
import { fieldScope, SCHEMA_VERSION } from '../catalogue.ts'
import type { Asked, Reading, Refusal } from '../case-file/decision.ts'
import type { Command } from '../commands.ts'
import type { Appended, Writer } from '../journal/writer.ts'
import { composeCommand, cursorOf, type Cursor, type Draft } from '../kernel/command.ts'
import type { EntityId, StoredEvent } from '../kernel/event.ts'
import { headOf } from '../kernel/log-index.ts'
import { receive } from '../kernel/replica.ts'
import type { Trial } from '../kernel/trial.ts'
import { toBase64url } from '../lib/bytes.ts'
import { err, ok, type Result } from '../lib/result.ts'
import { momentOf } from '../lib/time.ts'
import { uuidv7 } from '../lib/uuid.ts'
import type { RandomBytes } from '../journal/cipher.ts'
import { addressed } from './addressee.ts'
import { absorb, type Book } from './book.ts'
import type { Deciding } from './deciding.ts'
import type { Incoming, TakenIn } from './take-in.ts'

export type Saved = {
  /** Entities the command wrote, in the order of its drafts; the first is the one it is about. */
  readonly entities: readonly EntityId[]
  /** Cases whose summary may have changed. */
  readonly cases: ReadonlySet<EntityId>
}

export type BatchSaved = {
  readonly saved: number
  readonly refused: readonly { readonly index: number; readonly refusal: Refusal }[]
}

export type Failure<E> =
  { readonly kind: 'refused'; readonly refusal: Refusal } | { readonly kind: 'not-saved'; readonly code: E }

export type Bookkeeper<E> = {
  readonly run: (command: Command) => Promise<Result<Saved, Failure<E>>>
  /** Many commands in one batch of the journal: all of them or none. Refused ones are listed and left out. */
  readonly runBatch: (commands: readonly Command[]) => Promise<Result<BatchSaved, Failure<E>>>
  /**
   * A verified bundle in one turn and one batch of the journal, its record first: all of it or nothing. Events that wait for
   * others are never written; the same bundle again adds what has become whole since, or nothing.
   */
  readonly takeIn: (incoming: Incoming) => Promise<Result<TakenIn, Failure<E>>>
}

export type BookkeeperParts<E> = {
  readonly book: Book
  /** Asked for before every decision: a desk fetches it with its first one, or when it is idle. */
  readonly deciding: () => Promise<Deciding>
  readonly writer: Writer<E>
  readonly user: EntityId
  readonly device: string
  /** 'S0012-A': short code and device letter. */
  readonly numberPrefix: string
  /** Milliseconds since 1970 UTC. */
  readonly clock: () => number
  readonly random: RandomBytes
  /** Called after the acknowledgement and before the answer: what was saved, for the second copy and the columns. */
  readonly onSaved: (
    events: readonly StoredEvent[],
    appended: Appended,
    cases: ReadonlySet<EntityId>,
    /** More than the events' own entities when a mark lets waiting ones in. */
    touched: ReadonlySet<EntityId>,
  ) => void
}

export function bookkeeper<E>(parts: BookkeeperParts<E>): Bookkeeper<E> {
  const { book, writer, random } = parts
  let last: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }

  const asked = (): Asked => {
    const now = parts.clock()
    return { now: momentOf(now), user: parts.user, newId: (type) => `${type}:${uuidv7(now, random(10))}` }
  }

  function compose(groups: readonly (readonly Draft[])[], at: string, cursor = cursorOf(book.replica)): StoredEvent[] {
    const salt = (): string => toBase64url(random(9))
    return groups.flatMap((all) =>
      addressed(book, all, parts.device).flatMap(({ device, drafts }) => {
        const author = { device, user: parts.user, at, schema: SCHEMA_VERSION }
        return composeCommand(book.replica, cursor, drafts, author, fieldScope, toBase64url(random(12)), salt)
      }),
    )
  }

  function show(events: readonly StoredEvent[], appended: Appended): ReadonlySet<EntityId> {
    const { touched } = receive(book.replica, events, 'own')
    const cases = absorb(book, touched)
    parts.onSaved(events, appended, cases, touched)
    return cases
  }

  async function save(events: readonly StoredEvent[]): Promise<Result<ReadonlySet<EntityId>, Failure<E>>> {
    const appended = await writer.append(events)
    return appended.ok ? ok(show(events, appended.value)) : err({ kind: 'not-saved', code: appended.error })
  }

  async function decideAll(commands: readonly Command[], ask: Asked) {
    const groups: (readonly Draft[])[] = []
    const refused: { index: number; refusal: Refusal }[] = []
    if (commands.length === 0) return { groups, refused }
    const { decide, readingOf } = await parts.deciding()
    const base = readingOf(book, parts.numberPrefix)
    const staged = new Set<string>()
    const reading = { ...base, byExternal: stagedExternal(base, staged) }
    commands.forEach((command, index) => {
      const decision = decide(reading, command, { ...ask, newId: asked().newId })
      if (!decision.ok) return void refused.push({ index, refusal: decision.error })
      for (const draft of decision.value)
        if (draft.fields.externalId)
          staged.add(`${String(draft.fields.externalSource)}\n${String(draft.fields.externalId)}`)
      groups.push(decision.value)
    })
    return { groups, refused }
  }

  /** The command whose append failed, as text, and what it would have written. */
  let failed: { readonly command: string; readonly entities: readonly EntityId[] } | null = null

  /**
   * Before anything else is written: did the command that failed reach the disk after all? Then it counts, and a person
   * who presses the button again must not have it twice.
   */
  async function settle(command: string): Promise<Result<Saved | null, Failure<E>>> {
    const before = failed
    const settled = await writer.settle()
    if (!settled.ok) return err({ kind: 'not-saved', code: settled.error })
    failed = null
    if (!settled.value) return ok(null)
    const cases = show(settled.value.events, settled.value.appended)
    return ok(before?.command === command ? { entities: before.entities, cases } : null)
  }

  return {
    run: (command) =>
      inTurn(async () => {
        const text = failed ? JSON.stringify(command) : ''
        const settled = await settle(text)
        if (!settled.ok) return settled
        if (settled.value) return ok(settled.value)
        const { decide, readingOf } = await parts.deciding()
        const ask = asked()
        const decision = decide(readingOf(book, parts.numberPrefix), command, ask)
        if (!decision.ok) return err({ kind: 'refused', refusal: decision.error })
        const entities = decision.value.map((draft) => draft.entity)
        const saved = await save(compose([decision.value], ask.now))
        if (saved.ok) return ok({ entities, cases: saved.value })
        failed = { command: JSON.stringify(command), entities }
        return saved
      }),
    runBatch: (commands) =>
      inTurn(async () => {
        const settled = await settle('')
        if (!settled.ok) return settled
        const ask = asked()
        const { groups, refused } = await decideAll(commands, ask)
        if (groups.length === 0) return ok({ saved: 0, refused })
        const saved = await save(compose(groups, ask.now))
        return saved.ok ? ok({ saved: groups.length, refused }) : saved
      }),
    takeIn: (incoming) =>
      inTurn(async () => {
        const settled = await settle('')
        if (!settled.ok) return settled
        const ask = asked()
        // Fetched when the first file comes: whoever only works at the counter need not carry it.
        const { intakeOf } = await import('./take-in.ts')
        const { trial, counts, fresh, record } = intakeOf(book, incoming, ask.now, parts.user, parts.device)
        const { missing, forks, conflicts } = trial
        const answer = { already: record === null, counts, missing, forks, conflicts }
        if (!record) return ok({ ...answer, cases: new Set<EntityId>(), refused: [] })
        const { groups, refused } = await decideAll(incoming.commands ?? [], ask)
        const own = compose([[record], ...groups], ask.now, cursorAfter(trial))
        const saved = await save([...own, ...fresh])
        return saved.ok ? ok({ ...answer, cases: saved.value, refused }) : saved
      }),
  }

  /** Numbers of this PC's own logs follow on what the bundle brings back of them (a backup was put back). */
  function cursorAfter({ after }: Trial): Cursor {
    const cursor = cursorOf(book.replica)
    for (const [log, index] of after.logs) cursor.logs.set(log, headOf(index))
    return { logs: cursor.logs, lamport: after.lamport }
  }
}

/** Within one batch nothing is in the book yet: what its earlier commands will add counts as there. */
const stagedExternal =
  (base: Reading, staged: ReadonlySet<string>): Reading['byExternal'] =>
  (source, externalId) =>
    base.byExternal(source, externalId) ?? (staged.has(`${source}\n${externalId}`) ? 'case:staged' : null)
