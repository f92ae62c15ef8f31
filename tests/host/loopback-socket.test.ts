/** The browser edition's server: the socket, and one window at a time. */
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { BLOB_BYTES, type Host, type HostMethod } from '#core/host/host.ts'
import { decodeReply, encodeRequest, type WireReply } from '#core/host/wire.ts'
import { type Loopback, startLoopback } from '#host/loopback-server.ts'
import { CLOSE_BAD_MESSAGE, CLOSE_MOVED } from '#host/loopback-session.ts'
import { bytesOf, idOf, must, same } from './crash-trials.ts'
import { serveForTests, TOKEN } from './loopback-served.ts'

let root: string
let host: Host
let server: Loopback
let name: string
let cookie: string
serveForTests((served) => ({ root, host, server, name, cookie } = served))

type Page = {
  readonly socket: WebSocket
  readonly texts: unknown[]
  readonly closed: Promise<number>
  hello(take?: boolean): void
  said(count: number): Promise<unknown>
  call<M extends HostMethod>(method: M, ...params: Parameters<Host[M]>): Promise<WireReply>
}

async function openPage(headers: Record<string, string> = {}): Promise<Page> {
  const socket = new WebSocket(`ws://${name}/host`, { origin: `http://${name}`, headers: { cookie, ...headers } })
  const texts: unknown[] = []
  const waiting = new Map<number, (reply: WireReply) => void>()
  let ids = 0
  socket.on('message', (data: Buffer, isBinary: boolean) => {
    if (!isBinary) return void texts.push(JSON.parse(data.toString()))
    const reply = decodeReply(data)
    if (reply.ok) waiting.get(reply.value.id)?.(reply.value)
  })
  const closed = new Promise<number>((done) => socket.on('close', done))
  await new Promise((done, failed) => socket.on('open', done).on('error', failed))
  return {
    socket,
    texts,
    closed,
    hello: (take = false) => socket.send(JSON.stringify({ hello: 1, take })),
    async said(count) {
      while (texts.length < count) await wait(5)
      return texts[count - 1]
    },
    call: (method, ...params) =>
      new Promise((done) => {
        const id = ++ids
        waiting.set(id, done)
        socket.send(encodeRequest({ id, method, params }))
      }),
  }
}

async function readyPage(): Promise<Page> {
  const page = await openPage()
  page.hello(true)
  expect(await page.said(1)).toEqual({ ready: true })
  return page
}

describe('the socket', () => {
  test('needs the origin, the cookie, the host name and the path', async () => {
    const attempt = (path: string, headers: Record<string, string>): Promise<number | 'open'> =>
      new Promise((done) => {
        const { origin, ...rest } = headers
        const socket = new WebSocket(`ws://127.0.0.1:${server.port}${path}`, {
          ...(origin === undefined ? {} : { origin }),
          headers: rest,
        })
        socket.on('open', () => (socket.terminate(), done('open')))
        socket.on('unexpected-response', (asked, response) => (asked.destroy(), done(response.statusCode!)))
        socket.on('error', () => undefined)
      })
    const origin = `http://${name}`
    expect(await attempt('/host', { cookie, origin })).toBe('open')
    expect(await attempt('/host', { origin })).toBe(403)
    expect(await attempt('/host', { cookie })).toBe(403)
    expect(await attempt('/host', { cookie: 'linwu_1=x', origin })).toBe(403)
    for (const other of [
      'http://evil.example',
      'null',
      `http://localhost:${server.port}`,
      `https://${name}`,
      `${origin}.evil.example`,
    ]) {
      expect(await attempt('/host', { cookie, origin: other })).toBe(403)
    }
    expect(await attempt('/host', { cookie, origin, host: `localhost:${server.port}` })).toBe(403)
    expect(await attempt(`/host?key=${TOKEN}`, { origin })).toBe(403)
    expect(await attempt('/other', { cookie, origin })).toBe(403)
  })

  test('carries the host: segments, blobs, refusals', async () => {
    const page = await readyPage()
    expect(await page.call('state')).toMatchObject({ ok: true, value: { edition: 'browser', segments: [] } })
    expect(await page.call('beginSegment', idOf(1))).toMatchObject({ ok: true, value: { ordinal: 1 } })
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, i) => page.call('append', idOf(1), 32 + i * 10, bytesOf(i, 10))),
    )
    expect(answers.every((answer) => answer.ok)).toBe(true)
    const read = await page.call('readSegment', idOf(1), 42, 10)
    expect(read.ok && same(read.value as Uint8Array, bytesOf(1, 10))).toBe(true)
    expect(await page.call('append', idOf(1), 5, bytesOf(1, 1))).toMatchObject({ ok: false, error: 'moved' })
    expect(await page.call('beginSegment', '../x')).toMatchObject({ ok: false, error: 'bad-request' })
    page.socket.close()
    await page.closed
  })

  test('takes a blob of the full size, and no more', { timeout: 60_000 }, async () => {
    const page = await readyPage()
    const blob = new Uint8Array(BLOB_BYTES).fill(5)
    expect(await page.call('putBlob', idOf(7), blob)).toMatchObject({ ok: true })
    const back = await page.call('getBlob', idOf(7))
    expect(back.ok && Buffer.compare(back.value as Uint8Array, blob)).toBe(0)
    page.socket.on('error', () => undefined)
    void page.call('putBlob', idOf(8), new Uint8Array(BLOB_BYTES + 2 * 1024 * 1024))
    expect(await page.closed).toBe(1009)
  })

  test('what is not the protocol ends the socket', async () => {
    const first: readonly (string | Uint8Array)[] = [
      '',
      '{',
      'null',
      '[]',
      '{"hello":2,"take":false}',
      '{"hello":1}',
      '{"hello":1,"take":1}',
      'x'.repeat(200),
      new Uint8Array(3),
    ]
    for (const message of first) {
      const page = await openPage()
      page.socket.send(message)
      expect(await page.closed).toBe(CLOSE_BAD_MESSAGE)
    }
    for (const message of [
      '{"take":true}',
      new Uint8Array(3),
      encodeRequest({ id: 1, method: 'state', params: [] }).slice(0, -1),
    ]) {
      const page = await readyPage()
      page.socket.send(message)
      expect(await page.closed).toBe(CLOSE_BAD_MESSAGE)
    }
    const silent = await openPage()
    await wait(30)
    expect(silent.texts).toEqual([])
    silent.socket.terminate()
  })

  test('a request before the hello reaches nobody', async () => {
    const page = await openPage()
    void page.call('beginSegment', idOf(99))
    expect(await page.closed).toBe(CLOSE_BAD_MESSAGE)
    expect(must(await host.state()).segments.map((segment) => segment.id)).not.toContain(idOf(99))
  })
})

describe('one window at a time', () => {
  test('a second window hears busy, and takes over when a person says so', async () => {
    const first = await readyPage()
    const second = await openPage()
    second.hello()
    expect(await second.said(1)).toEqual({ busy: true })
    expect(await first.call('listBlobs')).toMatchObject({ ok: true })
    second.hello(true)
    expect(await second.said(2)).toEqual({ ready: true })
    expect(await first.closed).toBe(CLOSE_MOVED)
    expect(await second.call('listBlobs')).toMatchObject({ ok: true })
    second.socket.close()
    await second.closed
  })

  test('{"take":true} without hello is enough for one that heard busy', async () => {
    const first = await readyPage()
    const second = await openPage()
    second.hello()
    await second.said(1)
    second.socket.send('{"take":true}')
    expect(await second.said(2)).toEqual({ ready: true })
    expect(await first.closed).toBe(CLOSE_MOVED)
    second.socket.close()
    await second.closed
  })

  test('what the old window still asks changes nothing', async () => {
    const first = await readyPage()
    await first.call('beginSegment', idOf(50))
    const second = await openPage()
    second.hello(true)
    await second.said(1)
    void first.call('append', idOf(50), 32, bytesOf(1, 10))
    await first.closed
    expect(await second.call('append', idOf(50), 32, bytesOf(2, 10))).toMatchObject({ ok: true, value: 42 })
    second.socket.close()
    await second.closed
  })

  test('a reload never hears busy: the old socket goes before, during or just after the new one says hello', async () => {
    let page = await readyPage()
    for (const when of ['before', 'at once', 'after 50 ms', 'after 100 ms']) {
      const old = page
      if (when === 'before') old.socket.close()
      page = await openPage()
      page.hello()
      if (when === 'at once') old.socket.close()
      if (when.startsWith('after')) setTimeout(() => old.socket.close(), Number(when.split(' ')[1]))
      expect([when, await page.said(1)]).toEqual([when, { ready: true }])
    }
    page.socket.terminate()
  })

  test('a window that does not answer (frozen, or its computer asleep) is replaced without a question', async () => {
    const frozen = await readyPage()
    frozen.socket.pause()
    const next = await openPage()
    next.hello()
    expect(await next.said(1)).toEqual({ ready: true })
    frozen.socket.terminate()
    expect(await next.call('listBlobs')).toMatchObject({ ok: true })
    next.socket.terminate()
  })

  test('three at once: one is ready, the others hear busy', async () => {
    const pages = await Promise.all([openPage(), openPage(), openPage()])
    for (const page of pages) page.hello()
    const said = await Promise.all(pages.map((page) => page.said(1)))
    expect(said.filter((text) => JSON.stringify(text) === '{"ready":true}')).toHaveLength(1)
    expect(said.filter((text) => JSON.stringify(text) === '{"busy":true}')).toHaveLength(2)
    for (const page of pages) page.socket.terminate()
  })

  test('after closing, the port is free again and sockets know', async () => {
    const other = must(await startLoopback({ host, root, port: 0, token: TOKEN }))
    const socket = new WebSocket(`ws://127.0.0.1:${other.port}/host`, {
      origin: `http://127.0.0.1:${other.port}`,
      headers: { cookie: `linwu_${other.port}=${TOKEN}` },
    })
    await new Promise((done) => socket.on('open', done))
    const closed = new Promise((done) => socket.on('close', done))
    await other.close()
    expect(await closed).toBe(1001)
    const again = must(await startLoopback({ host, root, port: other.port, token: TOKEN }))
    await again.close()
  })
})
