/** Gives the desk's worker the way to the host; answers the desk as the screens see it. */
import type { HostCall } from '#core/host/methods.ts'
import type { DeskApi } from '../desk/api.ts'
import type { DeskEvent } from '../desk/shapes.ts'
import { client, serve } from '../desk/rpc.ts'

export function startDesk(worker: Worker, call: HostCall, onEvent: (event: DeskEvent) => void): DeskApi {
  const { port1, port2 } = new MessageChannel()
  serve<{ call: HostCall }, never>(port1, { call })
  worker.postMessage(port2, [port2])
  return client<DeskApi, DeskEvent>(worker, onEvent)
}
