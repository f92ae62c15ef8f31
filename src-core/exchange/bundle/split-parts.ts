/**
 * One export as parts that are each a whole bundle. A part never ends inside a command, and a log of another PC is cut only
 * where a signature of that PC is kept; this PC signs its own logs anywhere.
 *
 *   log of PC 2   e1 e2 e3 | e4 e5 | e6        |: a kept head. e6 has none yet: it stays out
 *   own log       a1 a2 | a3 | a4              commands; each part's last one is signed now
 *   what hangs together (a stretch between heads, a command over several logs) goes together
 */
import { pcOfLog, type EventId, type LogId, type StoredEvent } from '#core/kernel/event.ts'
import { headText } from '#core/kernel/parcel.ts'
import { inOrder } from '#core/kernel/trial.ts'
import type { Signer } from '#core/keys/identity.ts'
import { toBase64url } from '#core/lib/bytes.ts'
import type { KeptHead } from '#core/peer/fields.ts'
import { PART_LIMITS, type Manifest } from './manifest.ts'

export type SizedBlob = Manifest['blobs'][number] & { readonly bytes: number }

export type Part = {
  /** By (Lamport, log, n). */
  readonly events: readonly StoredEvent[]
  /** Every event of the part lies on a chain that ends at one of these. */
  readonly heads: readonly KeptHead[]
  readonly blobs: readonly SizedBlob[]
}

export type Split = {
  /** At least one, which may be empty (a receipt). In this order no event waits for a later part, unless stretches interlock. */
  readonly parts: readonly Part[]
  /** Events of other PCs that no kept signature covers: they cannot be passed on, and stay out. */
  readonly unsigned: readonly StoredEvent[]
}

type NamedSigner = Signer & { readonly pc: string }
/** `former`: names that this PC had before it got new keys; what it wrote under them it can still sign. */
export type OwnPc = NamedSigner & { readonly former?: readonly NamedSigner[] }

/** `own`: this PC; `kept`: signed heads that came with earlier bundles. Doubles among the events are dropped. */
export function splitParts(
  events: readonly StoredEvent[],
  blobs: readonly SizedBlob[],
  own: OwnPc,
  kept: readonly KeptHead[],
  limits: typeof PART_LIMITS = PART_LIMITS,
): Split {
  const byId = new Map(events.map((event) => [event.id, event]))
  const coveredBy = stretchesOf(byId, kept)
  const selves = new Map([own, ...(own.former ?? [])].map((self) => [self.pc, self]))
  const signers = new Map<LogId, Signer | undefined>()
  const signerOf = ({ header: { log } }: StoredEvent): Signer | undefined => {
    if (!signers.has(log)) signers.set(log, selves.get(pcOfLog(log)))
    return signers.get(log)
  }
  const all = inOrder([...byId.values()])
  const sent = all.filter((event) => signerOf(event) !== undefined || coveredBy.has(event.id))
  const groups = inChainOrder(groupsOf(sent, coveredBy))

  const parts: { events: StoredEvent[]; characters: number }[] = [{ events: [], characters: 0 }]
  for (const group of groups) {
    const characters = group.reduce((sum, event) => sum + lengthOf(event), 0)
    const last = parts.at(-1)!
    const isFull = last.events.length + group.length > limits.events || last.characters + characters > limits.characters
    const part = isFull && last.events.length > 0 ? { events: [], characters: 0 } : last
    if (part !== last) parts.push(part)
    for (const event of group) part.events.push(event)
    part.characters += characters
  }
  const shares = shareOut(blobs, limits)
  const count = Math.max(parts.length, shares.length)
  return {
    parts: Array.from({ length: count }, (_, i) => {
      const inPart = inOrder(parts[i]?.events ?? [])
      return { events: inPart, heads: headsOf(inPart, coveredBy, signerOf), blobs: shares[i] ?? [] }
    }),
    unsigned: all.filter((event) => signerOf(event) === undefined && !coveredBy.has(event.id)),
  }
}

const lengthOf = ({ headerLine, payloadLine }: StoredEvent): number => headerLine.length + (payloadLine?.length ?? 1)

/** Event → the nearest kept head whose chain it lies on. */
function stretchesOf(
  byId: ReadonlyMap<EventId, StoredEvent>,
  kept: readonly KeptHead[],
): ReadonlyMap<EventId, KeptHead> {
  const covered = new Map<EventId, KeptHead>()
  for (const head of kept.toSorted((a, b) => a.n - b.n)) {
    for (let event = byId.get(head.id); event && !covered.has(event.id); event = byId.get(event.header.p)) {
      covered.set(event.id, head)
    }
  }
  return covered
}

/** Events that must not be parted: of one command, and of one stretch of another PC's log. */
function groupsOf(
  events: readonly StoredEvent[],
  coveredBy: ReadonlyMap<EventId, KeptHead>,
): ReadonlyMap<EventId, readonly StoredEvent[]> {
  const parent = events.map((_, i) => i)
  const rootOf = (i: number): number => {
    while (parent[i] !== i) i = parent[i] = parent[parent[i]!]!
    return i
  }
  const tie = (first: Map<string, number>, name: string, i: number): void => {
    const other = first.get(name)
    if (other === undefined) first.set(name, i)
    else parent[rootOf(i)] = rootOf(other)
  }
  // A command belongs to its PC, whichever of its logs it is in.
  const byPc = new Map<string, Map<string, number>>()
  const byLog = new Map<LogId, Map<string, number>>()
  const commandsIn = (log: LogId): Map<string, number> => {
    const known = byLog.get(log) ?? byPc.get(pcOfLog(log)) ?? new Map<string, number>()
    if (!byLog.has(log)) {
      byPc.set(pcOfLog(log), known)
      byLog.set(log, known)
    }
    return known
  }
  const heads = new Map<EventId, number>()
  for (const [i, { id, header }] of events.entries()) {
    tie(commandsIn(header.log), header.c[0], i)
    const head = coveredBy.get(id)
    if (head) tie(heads, head.id, i)
  }
  const members = new Map<number, StoredEvent[]>()
  const groups = new Map<EventId, StoredEvent[]>()
  for (const [i, event] of events.entries()) {
    const root = rootOf(i)
    const group = members.get(root) ?? []
    if (group.length === 0) members.set(root, group)
    group.push(event)
    groups.set(event.id, group)
  }
  return groups
}

/** Each group once, after the groups that its events follow in their logs. Where two follow each other, the older first. */
function inChainOrder(groups: ReadonlyMap<EventId, readonly StoredEvent[]>): readonly (readonly StoredEvent[])[] {
  const begun = new Set<readonly StoredEvent[]>()
  const done = new Set<readonly StoredEvent[]>()
  for (const group of groups.values()) {
    const stack = [group]
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      if (begun.has(top)) {
        stack.pop()
        done.add(top)
        continue
      }
      begun.add(top)
      for (const event of top) {
        const before = groups.get(event.header.p)
        if (before && !begun.has(before)) stack.push(before)
      }
    }
  }
  return [...done]
}

/** Kept heads of what is in the part, and own ones for its ends. */
function headsOf(
  events: readonly StoredEvent[],
  coveredBy: ReadonlyMap<EventId, KeptHead>,
  signerOf: (event: StoredEvent) => Signer | undefined,
): readonly KeptHead[] {
  const heads = new Map<EventId, KeptHead>()
  const followed = new Set(events.map(({ header }) => header.p))
  for (const event of events) {
    const { id, header } = event
    const head = coveredBy.get(id)
    if (head) heads.set(head.id, head)
    else if (!followed.has(id)) {
      const end = { log: header.log, n: header.n, id }
      heads.set(id, { ...end, sig: toBase64url(signerOf(event)!.sign(headText(end))) })
    }
  }
  return [...heads.values()]
}

function shareOut(blobs: readonly SizedBlob[], limits: typeof PART_LIMITS): readonly (readonly SizedBlob[])[] {
  const shares: SizedBlob[][] = []
  let bytes = 0
  for (const blob of new Map(blobs.map((item) => [item.id, item])).values()) {
    const last = shares.at(-1)
    bytes += blob.bytes
    if (last && last.length < limits.blobs && bytes <= limits.blobBytes) last.push(blob)
    else {
      shares.push([blob])
      bytes = blob.bytes
    }
  }
  return shares
}
