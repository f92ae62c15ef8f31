/**
 * One page at a time talks to the host. A new socket says hello:
 *
 *   page  {"hello":1,"take":false}      host  {"ready":true}   and binary messages (core/host/wire.ts) flow, or
 *                                       host  {"busy":true}    another window is alive; the socket may wait and then say
 *   page  {"hello":1,"take":true}       host  closes the other one with 4001, then {"ready":true}
 */
import type { WebSocket } from 'ws'
import type { Host } from '#core/host/host.ts'
import { decodeRequest, encodeReply } from '#core/host/wire.ts'
import { dispatch } from './dispatch.ts'
import { inTurn } from './queue.ts'

/** Another window took over. */
export const CLOSE_MOVED = 4001
/** Not our protocol. */
export const CLOSE_BAD_MESSAGE = 4002

export type SessionTimes = {
  /** ms for the first message of a socket. */
  readonly hello: number
  /** ms for a pong of the window that has the station. */
  readonly pong: number
  /** ms that an answering window is given to go away: a page that is reloaded may still answer for its last moment. */
  readonly grace: number
}
export const SESSION_TIMES: SessionTimes = { hello: 10_000, pong: 2_000, grace: 400 }

/** `report`: bugs. Answers the function that takes each new socket. */
export function loopbackSessions(
  host: Host,
  report: (bug: unknown) => void,
  times: SessionTimes = SESSION_TIMES,
): (socket: WebSocket) => void {
  let active: WebSocket | null = null
  const decide = inTurn()

  return (socket) => {
    const impatience = setTimeout(() => socket.close(CLOSE_BAD_MESSAGE), times.hello)
    socket.on('error', () => socket.terminate())
    socket.on('close', () => {
      clearTimeout(impatience)
      if (active === socket) active = null
    })
    socket.on('message', (data: Buffer, isBinary: boolean) => {
      if (active === socket) {
        if (isBinary) void answer(socket, data)
        else socket.close(CLOSE_BAD_MESSAGE)
        return
      }
      const hello = isBinary ? null : parseHello(data)
      if (!hello) return socket.close(CLOSE_BAD_MESSAGE)
      clearTimeout(impatience)
      void decide(() => welcome(socket, hello.take))
    })
  }

  async function welcome(socket: WebSocket, take: boolean): Promise<void> {
    if (socket.readyState !== socket.OPEN || active === socket) return
    if (active && !take && (await staysAlive(active, times))) {
      socket.send('{"busy":true}')
      return
    }
    const other = active
    active = socket.readyState === socket.OPEN ? socket : null
    other?.close(CLOSE_MOVED, 'moved')
    if (active) socket.send('{"ready":true}')
  }

  /** Appends are written in the order in which they come (dispatch, segment queue); everything else may overtake. */
  async function answer(socket: WebSocket, message: Buffer): Promise<void> {
    const request = decodeRequest(message)
    if (!request.ok) return socket.close(CLOSE_BAD_MESSAGE)
    const reply = await dispatch(host, request.value, report)
    if (socket.readyState === socket.OPEN) socket.send(encodeReply(reply))
  }
}

/** False as soon as the socket is closed, or when it does not answer a ping. */
async function staysAlive(socket: WebSocket, times: SessionTimes): Promise<boolean> {
  if (socket.readyState !== socket.OPEN) return false
  const closed = new Promise<'closed'>((done) => socket.once('close', () => done('closed')))
  const pong = new Promise<'pong'>((done) => socket.once('pong', () => done('pong')))
  socket.ping()
  if ((await first([closed, pong], times.pong)) !== 'pong') return false
  return (await first([closed], times.grace)) !== 'closed'
}

async function first<T>(events: readonly Promise<T>[], ms: number): Promise<T | 'late'> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'late'>((done) => (timer = setTimeout(() => done('late'), ms)))
  const winner = await Promise.race([...events, late])
  clearTimeout(timer)
  return winner
}

function parseHello(data: Buffer): { take: boolean } | null {
  if (data.length > 100) return null
  try {
    const hello = JSON.parse(data.toString('utf8')) as { hello?: unknown; take?: unknown } | null
    const known = hello?.hello === 1 || hello?.hello === undefined
    return known && typeof hello?.take === 'boolean' ? { take: hello.take } : null
  } catch {
    return null
  }
}
