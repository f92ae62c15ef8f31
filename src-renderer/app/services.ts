/** Made once per window: the way to the host, the desk, the clock. Everything the desk pushes ends in the session. */
import { DEMO_PASSWORD } from '#core/demo/demo-station.ts'
import { hostOfCalls, type HostCall } from '#core/host/methods.ts'
import type { HostCode } from '#core/host/host.ts'
import { err } from '#core/lib/result.ts'
import type { DeskEvent } from '../desk/shapes.ts'
import { connectHost, onHostSignal } from '../host/connect.ts'
import type { Connection } from '../host/connection.ts'
import { counterDesk } from '../services/counter-desk.ts'
import { startDesk } from '../services/desk-client.ts'
import type { DeskWorker } from '../services/desk-worker.ts'
import { openSheet } from '../services/open-sheet.ts'
import type { Services } from '../services/services.ts'
import { counter } from '../session/counter-view.ts'
import { lockStation } from '../session/lock.ts'
import { useSession } from '../session/session.ts'

/** `worker`: the desk's, which may have been started a moment ago. */
export function startServices(worker: DeskWorker): Services {
  let connection: Connection | null = null
  const call: HostCall = (method, params) => connection?.call(method, params) ?? Promise.resolve(err<HostCode>('gone'))
  const desk = counterDesk(startDesk(worker, call, take), counter)
  const host = hostOfCalls(call)

  async function reconnect(takeOver: boolean): Promise<void> {
    connection = null
    useSession.setState({ phase: { kind: 'starting' }, progress: null })
    const made = await connectHost(takeOver)
    if (!made.ok) return useSession.setState({ phase: { kind: made.error } })
    const mine = (connection = made.value)
    void tellWhenLost(mine)
    await open()
  }

  async function tellWhenLost(mine: Connection): Promise<void> {
    const reason = await mine.lost
    if (connection === mine) useSession.setState({ phase: { kind: reason } })
  }

  async function open(): Promise<void> {
    await desk.lock()
    const [state, found] = [await host.state(), await desk.find()]
    if (!state.ok || !found.ok)
      return useSession.setState({
        phase: { kind: 'failed', code: state.ok ? (found.ok ? '' : found.error) : state.error },
      })
    useSession.setState({
      edition: state.value.edition,
      demo: state.value.demo,
      folder: state.value.folder,
      phase: { kind: 'found', found: found.value },
    })
    if (!state.value.demo || found.value.kind !== 'station') return
    const opened = await desk.unlock(DEMO_PASSWORD, 'user')
    if (opened.ok) useSession.setState({ phase: { kind: 'open', opened: opened.value } })
  }

  // The system was locked, or the computer goes to sleep (desktop edition).
  onHostSignal((signal) => {
    if (signal === 'lock') lockStation(desk)
  })

  return {
    desk,
    host,
    reconnect,
    openSheet,
    clock: () => Date.now(),
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  }
}

function take(event: DeskEvent): void {
  switch (event.kind) {
    case 'changed':
      // The desk counts per opening; the session only needs a number that moves.
      return useSession.setState((session) => ({ revision: session.revision + 1 }))
    case 'progress':
      return useSession.setState({ progress: event.progress })
    case 'save-state':
      return useSession.setState({ saveState: event.state })
  }
}
