/** The browser edition's channel: one WebSocket to the loopback server (protocol in src-host/loopback-session.ts). */
import type { HostCode } from '#core/host/host.ts'
import { decodeReply, encodeRequest } from '#core/host/wire.ts'
import { err, type Result } from '#core/lib/result.ts'
import type { ConnectCode, Connection, Lost } from './connection.ts'

const CLOSE_MOVED = 4001

export function connectLoopback(url: string, take: boolean): Promise<Connection | ConnectCode> {
  return new Promise((answer) => {
    const socket = new WebSocket(url)
    socket.binaryType = 'arraybuffer'
    socket.onopen = () => socket.send(JSON.stringify({ hello: 1, take }))
    socket.onclose = () => answer('gone')
    socket.onmessage = ({ data }) => {
      const hello = JSON.parse(String(data)) as { ready?: boolean; busy?: boolean }
      if (hello.ready) return answer(connectionOver(socket))
      socket.onclose = null
      socket.close()
      answer('busy-elsewhere')
    }
  })
}

function connectionOver(socket: WebSocket): Connection {
  const waiting = new Map<number, (result: Result<unknown, HostCode>) => void>()
  let next = 1
  socket.onmessage = ({ data }) => {
    const reply = decodeReply(new Uint8Array(data as ArrayBuffer))
    if (!reply.ok) return
    waiting.get(reply.value.id)?.(
      reply.value.ok ? { ok: true, value: reply.value.value } : { ok: false, error: reply.value.error },
    )
    waiting.delete(reply.value.id)
  }
  const lost = new Promise<Lost>((done) => {
    socket.onclose = (event) => {
      for (const reply of waiting.values()) reply(err('gone'))
      waiting.clear()
      done(event.code === CLOSE_MOVED ? 'moved' : 'gone')
    }
  })
  return {
    lost,
    call: (method, params) => {
      if (socket.readyState !== WebSocket.OPEN) return Promise.resolve(err<HostCode>('gone'))
      const id = next++
      return new Promise((reply) => {
        waiting.set(id, reply)
        socket.send(encodeRequest({ id, method, params }))
      })
    },
  }
}
