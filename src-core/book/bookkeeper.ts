/**
 * One queue through which everything is written: decide on what the book says now, compose the events, append them to
 * the journal, and only then show them. Because decisions wait their turn, the heads a decision read cannot move
 * before its append. Imports enter batch by batch, and saves may go between two batches.
 */
import { fieldScope, SCHEMA_VERSION } from '../catalogue.ts'
import type { Asked, Reading, Refusal } from '../case-file/decision.ts'
import { decide, type Command } from '../commands.ts'
import type { Appended, Writer } from '../journal/writer.ts'
import { composeCommand, cursorOf, type Draft } from '../kernel/command.ts'
import type { EntityId, StoredEvent } from '../kernel/event.ts'
import { receive } from '../kernel/replica.ts'
import { toBase64url } from '../lib/bytes.ts'
import { err, ok, type Result } from '../lib/result.ts'
import { momentOf } from '../lib/time.ts'
import { uuidv7 } from '../lib/uuid.ts'
import type { RandomBytes } from '../journal/cipher.ts'
import { absorb, readingOf, type Book } from './book.ts'

export type Saved = {
  /** Entities the command wrote, in the order of its drafts; the first is the one it is about. */
  readonly entities: readonly EntityId[]
  /** Cases whose summary may have changed. */
  readonly cases: ReadonlySet<EntityId>
}

export type BatchSaved = { readonly saved: number; readonly refused: readonly { readonly index: number; readonly refusal: Refusal }[] }

export type Failure<E> = { readonly kind: 'refused'; readonly refusal: Refusal } | { readonly kind: 'not-saved'; readonly code: E }

export type Bookkeeper<E> = {
  readonly run: (command: Command) => Promise<Result<Saved, Failure<E>>>
  /** Many commands in one batch of the journal: all of them or none. Refused ones are listed and left out. */
  readonly runBatch: (commands: readonly Command[]) => Promise<Result<BatchSaved, Failure<E>>>
}

export type BookkeeperParts<E> = {
  readonly book: Book
  readonly writer: Writer<E>
  readonly user: EntityId
  readonly device: string
  /** 'S0012-A': short code and device letter. */
  readonly numberPrefix: string
  /** Milliseconds since 1970 UTC. */
  readonly clock: () => number
  readonly random: RandomBytes
  /** Called after the acknowledgement and before the answer: what was saved, for the second copy and the columns. */
  readonly onSaved: (events: readonly StoredEvent[], appended: Appended, cases: ReadonlySet<EntityId>) => void
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

  function compose(groups: readonly (readonly Draft[])[], at: string): StoredEvent[] {
    const cursor = cursorOf(book.replica)
    const author = { device: parts.device, user: parts.user, at, schema: SCHEMA_VERSION }
    const salt = (): string => toBase64url(random(9))
    return groups.flatMap((drafts) => composeCommand(book.replica, cursor, drafts, author, fieldScope, toBase64url(random(12)), salt))
  }

  async function save(events: readonly StoredEvent[]): Promise<Result<ReadonlySet<EntityId>, Failure<E>>> {
    const appended = await writer.append(events)
    if (!appended.ok) return err({ kind: 'not-saved', code: appended.error })
    const cases = absorb(book, receive(book.replica, events, 'own').touched)
    parts.onSaved(events, appended.value, cases)
    return ok(cases)
  }

  return {
    run: (command) =>
      inTurn(async () => {
        const ask = asked()
        const decision = decide(readingOf(book, parts.numberPrefix), command, ask)
        if (!decision.ok) return err({ kind: 'refused', refusal: decision.error })
        const saved = await save(compose([decision.value], ask.now))
        return saved.ok ? ok({ entities: decision.value.map((draft) => draft.entity), cases: saved.value }) : saved
      }),
    runBatch: (commands) =>
      inTurn(async () => {
        const ask = asked()
        const base = readingOf(book, parts.numberPrefix)
        const staged = new Set<string>()
        const reading = { ...base, byExternal: stagedExternal(base, staged) }
        const groups: (readonly Draft[])[] = []
        const refused: { index: number; refusal: Refusal }[] = []
        commands.forEach((command, index) => {
          const decision = decide(reading, command, { ...ask, newId: asked().newId })
          if (!decision.ok) return void refused.push({ index, refusal: decision.error })
          for (const draft of decision.value) if (draft.fields.externalId) staged.add(`${String(draft.fields.externalSource)}\n${String(draft.fields.externalId)}`)
          groups.push(decision.value)
        })
        if (groups.length === 0) return ok({ saved: 0, refused })
        const saved = await save(compose(groups, ask.now))
        return saved.ok ? ok({ saved: groups.length, refused }) : saved
      }),
  }
}

/** Within one batch nothing is in the book yet: what its earlier commands will add counts as there. */
const stagedExternal =
  (base: Reading, staged: ReadonlySet<string>): Reading['byExternal'] =>
  (source, externalId) =>
    base.byExternal(source, externalId) ?? (staged.has(`${source}\n${externalId}`) ? 'case:staged' : null)
