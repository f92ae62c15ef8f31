/**
 * A small world of PCs for the properties: each has its own replica and its own store (text lines, as they stand in
 * frames), signs its log heads with real Ed25519 keys, and meets the others only through parcels.
 */
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { composeCommand, cursorOf, type Draft } from '#core/kernel/command.ts'
import { addressedDevice, hashLine, IN_PART_KIND, pcOfLog, scopeOfLog } from '#core/kernel/event.ts'
import type { EntityId, EventId, Scope, StoredEvent } from '#core/kernel/event.ts'
import { headSet, newerThan, type HeadSet } from '#core/kernel/head-set.ts'
import { headText, openParcel, type Parcel, type ParcelCode, type SignedHead } from '#core/kernel/parcel.ts'
import { isErased, newReplica, receive, type Receipt, type Replica } from '#core/kernel/replica.ts'
import { withoutPayload } from '#core/kernel/event.ts'
import { eventsOf, linesOf } from '#core/journal/lines.ts'
import type { Result } from '#core/lib/result.ts'

export type Pc = {
  readonly name: string
  /** Changes when the PC is re-keyed after its logs were found forked. */
  device: string
  /** Every device name it can sign for. */
  readonly signsFor: Set<string>
  readonly scopes: readonly Scope[]
  replica: Replica
  /** One text per batch; what survives a restart. */
  store: string[]
  /** Newest signed heads seen, by the id they sign. */
  readonly signed: Map<EventId, SignedHead>
  /** Last head set received, by device: what the peer said it has. */
  readonly acks: Map<string, HeadSet>
  /** Years by which the clock is wrong. */
  years: number
  backup: string[]
}

export type Mail = { readonly from: Pc; readonly to: Pc; readonly parcel: Parcel; readonly have: HeadSet }

export type World = {
  readonly pcs: Pc[]
  readonly mail: Mail[]
  /** Every acknowledged event as it was written, payload included, whatever happens to it later. */
  readonly written: Map<EventId, StoredEvent>
  /** Events that a restored backup took off the PC that restored it: they may be gone for good. */
  readonly restoredAway: Set<EventId>
  /** Forks that receipts reported, as `log n`. */
  readonly forks: Set<string>
  counter: number
}

export const STATION: readonly Scope[] = ['private', 'shared']
export const OFFICE: readonly Scope[] = ['shared']

/** Fields of the test's only noun. Those that begin with `new` belong to a version the older PCs do not know. */
export const scopeOfField = (_type: string, field: string): Scope =>
  ['state', 'note', 'new-shared'].includes(field) ? 'shared' : 'private'

/** Four stations that see everything, one more, and an office that holds only `shared`. */
export function newWorld(stations = 5, offices = 1): World {
  const world: World = {
    pcs: [],
    mail: [],
    written: new Map(),
    restoredAway: new Set(),
    forks: new Set(),
    counter: 0,
  }
  for (let i = 0; i < stations; i++) world.pcs.push(newPc(`station${i}`, deviceName(i), STATION))
  for (let i = 0; i < offices; i++) world.pcs.push(newPc(`office${i}`, deviceName(100 + i), OFFICE))
  return world
}

export const deviceName = (number: number): string => `device${String(number).padStart(10, '0')}`

export function newPc(name: string, device: string, scopes: readonly Scope[]): Pc {
  return {
    name,
    device,
    signsFor: new Set([device]),
    scopes,
    replica: newReplica(scopes),
    store: [],
    signed: new Map(),
    acks: new Map(),
    years: 0,
    backup: [],
  }
}

const clockOf = (world: World, pc: Pc): string =>
  `${2026 + pc.years}-11-22T${String(world.counter % 24).padStart(2, '0')}:00:00+08:00`

/** One command of one PC, acknowledged: stored first, then shown. `house`: in the log for that house alone. */
export function save(world: World, pc: Pc, drafts: readonly Draft[], house?: string): StoredEvent[] {
  const next = (): string => String((world.counter += 1))
  const device = house === undefined ? pc.device : addressedDevice(pc.device, house)
  const author = { device, user: 'user:1', at: clockOf(world, pc), schema: 1 }
  const events = composeCommand(
    pc.replica,
    cursorOf(pc.replica),
    drafts,
    author,
    scopeOfField,
    `c${next()}`,
    () => `s${next()}`,
  )
  for (const event of events) world.written.set(event.id, event)
  keep(world, pc, receive(pc.replica, events, 'own'))
  return events
}

export const caseId = (number: number): EntityId => `case:${number}`
export const write = (entity: number, fields: Record<string, unknown>, kind = 'case-changed'): Draft => ({
  entity: caseId(entity),
  kind,
  fields,
})

/** "Only these scopes of that PC come here." */
export const markDraft = (device: string, scopes: readonly Scope[]): Draft => ({
  entity: `device:${device}`,
  kind: IN_PART_KIND,
  fields: { scopes },
})

/** Stores what is new, takes out what an erasure covers, re-keys a PC that finds its own log forked. */
function keep(world: World, pc: Pc, receipt: Receipt): void {
  if (receipt.fresh.length > 0) pc.store.push(linesOf(receipt.fresh))
  if (receipt.erased.length > 0) {
    pc.store = pc.store.map((text) =>
      linesOf(storedIn(text).map((event) => (isErased(pc.replica, event) ? withoutPayload(event) : event))),
    )
  }
  for (const { log, n } of receipt.forks) {
    world.forks.add(`${log} ${n}`)
    if (pcOfLog(log) !== pc.device) continue
    pc.device = deviceName(1_000 + (world.counter += 1))
    pc.signsFor.add(pc.device)
  }
}

const storedIn = (text: string): StoredEvent[] => eventsOf(text, true).events

/** Reading is remembered by text: a world asks for the same batches at every parcel. A restart reads anew. */
const read = new Map<string, readonly StoredEvent[]>()
export function eventsOfPc(pc: Pc): StoredEvent[] {
  if (read.size > 5_000) read.clear()
  return pc.store.flatMap((text) => {
    const events = read.get(text) ?? storedIn(text)
    read.set(text, events)
    return events
  })
}

export function rebuilt(pc: Pc, store = pc.store): Replica {
  const replica = newReplica(pc.scopes)
  for (const text of store) receive(replica, storedIn(text), 'own')
  return replica
}

/** What `from` would send to `to` now: the events the peer said it lacks, and a signature over every end of a chain. */
export function pack(from: Pc, to: Pc): Parcel {
  const mayGo = eventsOfPc(from).filter((event) => to.scopes.includes(scopeOfLog(event.header.log)))
  const events = newerThan(mayGo, from.acks.get(to.device) ?? {}, headSet(from.replica))
  return parcelOf(from, events)
}

export function parcelOf(from: Pc, events: readonly StoredEvent[]): Parcel {
  const followed = new Set(events.map((event) => event.header.p))
  const heads: SignedHead[] = []
  for (const event of events) {
    const known = from.signed.get(event.id)
    if (known) heads.push(known)
    else if (!followed.has(event.id)) heads.push(signHead(from, event))
  }
  return { lines: events.map((event) => [event.headerLine, event.payloadLine ?? '-'] as const), heads }
}

function signHead(pc: Pc, event: StoredEvent): SignedHead {
  const head = { log: event.header.log, n: event.header.n, id: event.id }
  const device = pcOfLog(head.log)
  if (!pc.signsFor.has(device)) throw new Error(`${pc.name} holds an event of ${device} that nobody signed`)
  const signedHead = { ...head, sig: signature(device, headText(head)) }
  pc.signed.set(event.id, signedHead)
  return signedHead
}

export const mailOf = (from: Pc, to: Pc): Mail => ({ from, to, parcel: pack(from, to), have: headSet(from.replica) })

/** All of the parcel or nothing; the sender's head set counts only with it. */
export function deliver(world: World, { from, to, parcel, have }: Mail): Result<Receipt, ParcelCode> {
  const opened = openParcel(parcel, verifyHead)
  if (!opened.ok) return opened
  const receipt = receive(to.replica, opened.value, 'import')
  keep(world, to, receipt)
  for (const head of parcel.heads) to.signed.set(head.id, head)
  to.acks.set(from.device, have)
  return { ok: true, value: receipt }
}

/** Everybody meets everybody until nobody has anything new to tell. Answers the rounds it took. */
export function syncAll(world: World): number {
  for (let round = 1, quiet = 0; round <= 12; round++) {
    let fresh = 0
    const met = world.pcs.flatMap((a, i) => world.pcs.slice(i + 1).map((b) => [a, b] as const))
    for (const [a, b] of met) {
      for (const [from, to] of [
        [a, b],
        [b, a],
        [a, b],
      ] as const) {
        const done = deliver(world, mailOf(from, to))
        if (!done.ok) throw new Error(`an honest parcel was refused: ${done.error}`)
        fresh += done.value.fresh.length
      }
    }
    quiet = fresh === 0 ? quiet + 1 : 0
    if (quiet === 2) return round
  }
  throw new Error('the PCs never agree')
}

const PKCS8_SEED = Buffer.from('302e020100300506032b657004220420', 'hex')
const keys = new Map<string, ReturnType<typeof makeKey>>()
const makeKey = (device: string) => {
  const seed = Buffer.from(hashLine(device), 'base64url')
  const secret = createPrivateKey({ key: Buffer.concat([PKCS8_SEED, seed]), format: 'der', type: 'pkcs8' })
  return { secret, open: createPublicKey(secret), known: new Map<string, boolean>() }
}
const keyOf = (device: string) => {
  const key = keys.get(device) ?? makeKey(device)
  keys.set(device, key)
  return key
}

export const signature = (device: string, text: Uint8Array): Uint8Array =>
  new Uint8Array(sign(null, text, keyOf(device).secret))

/** Ed25519; the same question is answered from memory, because a world asks it thousands of times. */
export function verifyHead(device: string, text: Uint8Array, sig: Uint8Array): boolean {
  const { open, known } = keyOf(device)
  const question = `${Buffer.from(text).toString('latin1')}${Buffer.from(sig).toString('latin1')}`
  let answer = known.get(question)
  if (answer === undefined) known.set(question, (answer = verify(null, text, open, sig)))
  return answer
}
