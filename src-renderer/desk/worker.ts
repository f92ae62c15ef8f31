/** The desk's worker: gives the desk the browser's clock, randomness, keys and database, and the host over a port. */
import { deriveKey } from '#core/keys/argon2.ts'
import type { Subtle } from '#core/keys/subtle.ts'
import { hostOfCalls, type HostCall } from '#core/host/methods.ts'
import { openStationDb, stationsHere } from '../storage/station-db.ts'
import type { DeskApi } from './api.ts'
import type { DeskEvent } from './shapes.ts'
import { createDesk } from './desk.ts'
import { FOLD_AT_EVENTS } from './fold.ts'
import { client, sayListens, serve, type Port } from './rpc.ts'

/** What the window offers the worker through the port it sends first. */
export type HostPort = { readonly call: HostCall }

/** Whoever started this worker. */
const starter = self as unknown as Port

const start = ({ data }: MessageEvent<MessagePort>): void => {
  const window = client<HostPort, never>(data, () => undefined)
  let emit: (event: DeskEvent) => void = () => undefined
  const desk = createDesk(
    {
      host: hostOfCalls((method, params) => window.call(method, params)),
      subtle: crypto.subtle as unknown as Subtle,
      random: (n) => crypto.getRandomValues(new Uint8Array(n)),
      derive: deriveKey,
      clock: () => Date.now(),
      openDb: openStationDb,
      stationsHere,
      whenIdle: (work, ms = 1_000) => setTimeout(work, ms),
      foldAtEvents: FOLD_AT_EVENTS,
    },
    (event) => emit(event),
  )
  emit = serve<DeskApi, DeskEvent>(starter, desk)
}
self.onmessage = start
sayListens(starter)
