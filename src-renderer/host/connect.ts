/** The way to the machine: Electron's preload bridge when it is there, else the loopback server that served this page. */
import type { HostCall, HostSignal } from '#core/host/methods.ts'
import { err, ok, type Result } from '#core/lib/result.ts'
import type { ConnectCode, Connection, Lost } from './connection.ts'
import { connectLoopback } from './loopback.ts'

/** What the preload script offers in the desktop edition. */
export type Bridge = {
  readonly call: HostCall
  readonly onSignal: (listen: (signal: HostSignal) => void) => void
}

declare global {
  var linwuHost: Bridge | undefined
}

/** `take`: true takes the station over from another window. */
export async function connectHost(take: boolean): Promise<Result<Connection, ConnectCode>> {
  if (globalThis.linwuHost) return ok({ call: globalThis.linwuHost.call, lost: new Promise<Lost>(() => undefined) })
  const connection = await connectLoopback(`ws://${location.host}/host`, take)
  return typeof connection === 'string' ? err(connection) : ok(connection)
}

/** What the machine says unasked; the browser edition never does. Called once per window. */
export function onHostSignal(listen: (signal: HostSignal) => void): void {
  globalThis.linwuHost?.onSignal(listen)
}
