/** Gives the desk's worker the way to the host; answers the desk as the screens see it. */
import type { HostCall } from '#core/host/methods.ts'
import type { DeskApi } from '../desk/api.ts'
import type { DeskEvent } from '../desk/shapes.ts'
import { client, serve, type Port } from '../desk/rpc.ts'
import type { DeskWorker } from './desk-worker.ts'

export function startDesk(
  { worker, listens }: DeskWorker,
  call: HostCall,
  onEvent: (event: DeskEvent) => void,
): DeskApi {
  const { port1, port2 } = new MessageChannel()
  serve<{ call: HostCall }, never>(port1, { call })
  const port: Port = { onmessage: null, postMessage: (message) => void send(message, []) }
  const send = async (message: unknown, given: Transferable[]): Promise<void> => {
    await listens
    worker.onmessage = (event) => port.onmessage?.(event)
    worker.postMessage(message, given)
  }
  void send(port2, [port2])
  return client<DeskApi, DeskEvent>(port, onEvent)
}
