/** The bench's worker: the product's desk with the product's parts, and the measurements beside it. */
import { deriveKey } from '#core/keys/argon2.ts'
import { sealBox } from '#core/journal/sealed-box.ts'
import { openSlots, parseSlots } from '#core/keys/slots.ts'
import { cipherOf } from '#core/keys/keyring.ts'
import type { Subtle } from '#core/keys/subtle.ts'
import { hostOfCalls, type HostCall } from '#core/host/methods.ts'
import { assert } from '#core/lib/assert.ts'
import type { DeskEvent } from '#app/desk/shapes.ts'
import { createDesk } from '#app/desk/desk.ts'
import { FOLD_AT_EVENTS } from '#app/desk/fold.ts'
import { openStation } from '#app/desk/open-station.ts'
import type { DeskParts } from '#app/desk/parts.ts'
import { client, sayListens, serve, type Port } from '#app/desk/rpc.ts'
import { openStationDb, stationsHere } from '#app/storage/station-db.ts'
import { coldReference, coldStart } from './cold-start.ts'
import { dashboard } from './dashboard.ts'
import { exchange } from './exchange.ts'
import { keystrokes } from './keystrokes.ts'
import { pages } from './pages.ts'
import { writeReference } from './reference.ts'
import { repeats } from './repeats.ts'
import { listening, saves } from './saves.ts'
import { BOX_NAME, unlockReference } from './unlock-reference.ts'

function benchApi(call: HostCall, emit: (event: DeskEvent) => void) {
  const apart = { derive: 0, openDb: 0 }
  const { host, batch } = listening(hostOfCalls(call))
  const parts: DeskParts = {
    host,
    subtle: crypto.subtle as unknown as Subtle,
    random: (n) => crypto.getRandomValues(new Uint8Array(n)),
    derive: async (...args) => {
      const started = performance.now()
      const key = await deriveKey(...args)
      apart.derive += performance.now() - started
      return key
    },
    clock: () => Date.now(),
    openDb: (id) => {
      const db = openStationDb(id)
      const openNow = db.open.bind(db)
      db.open = (() => {
        const started = performance.now()
        return openNow().finally(() => (apart.openDb += performance.now() - started))
      }) as typeof db.open
      return db
    },
    stationsHere,
    // Folding is idle work: here it runs when the bench says so (`lock`), not in the middle of a measurement.
    whenIdle: () => undefined,
    foldAtEvents: FOLD_AT_EVENTS,
  }
  const desk = createDesk(parts, emit)
  const open = async (password: string) => {
    const file = parseSlots(await valueOf(host.readSlots()))
    assert(file.ok, 'no slots')
    const key = await openSlots(file.value, ['user'], password, parts)
    assert(key.ok, 'wrong password')
    return { card: file.value.station, ring: key.value.ring, user: key.value.slot.user }
  }
  return {
    ...desk,
    coldStart: (password: string) => coldStart(desk, password, apart),
    coldReference,
    unlockReference: async (password: string) =>
      unlockReference(await cipherOf((await open(password)).ring, parts.subtle)),
    prepare: async (password: string) => {
      const station = await openStation(parts, { ...(await open(password)), db: null }, emit)
      assert(station.ok, 'not opened')
      const { cipher, ready } = station.value
      return writeReference((await ready()).state, (json) => sealBox(BOX_NAME, json, 'private', cipher, parts.random))
    },
    pages: (rounds: number, calls: number) => pages(desk, rounds, calls),
    dashboard: (rounds: number, calls: number) => dashboard(desk, rounds, calls),
    keystrokes: (pieces: number) => keystrokes(desk, pieces),
    askedAgain: (questions: number) => repeats(desk, questions),
    saves: (n: number) => saves(desk, host, batch, n),
    exchange: (rounds: number) => exchange(host, rounds),
  }
}
export type BenchApi = ReturnType<typeof benchApi>

async function valueOf<T>(asked: Promise<{ ok: true; value: T } | { ok: false; error: string }>): Promise<T> {
  const result = await asked
  if (!result.ok) throw new Error(result.error)
  return result.value
}

const starter = self as unknown as Port
self.onmessage = ({ data }: MessageEvent<MessagePort>): void => {
  const window = client<{ call: HostCall }, never>(data, () => undefined)
  let emit: (event: DeskEvent) => void = () => undefined
  const api = benchApi(
    (method, params) => window.call(method, params),
    (event) => emit(event),
  )
  emit = serve<BenchApi, DeskEvent>(starter, api)
}
sayListens(starter)
