/**
 * The browser edition: the built page and the host on http://127.0.0.1:PORT, for the one browser that has the key.
 *
 * The key is in the printed link; the first answer turns it into a cookie (HttpOnly, SameSite=Strict), which every file and the
 * socket then need. A foreign page in the same browser has neither, cannot read anything (no CORS), and its WebSocket is refused by
 * its Origin; another name that resolves to this machine is refused by its Host header.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { BLOB_BYTES, type Host } from '#core/host/host.ts'
import { assert } from '#core/lib/assert.ts'
import { err, ok, type Result } from '#core/lib/result.ts'
import { loopbackSessions, SESSION_TIMES, type SessionTimes } from './loopback-session.ts'
import { type PageFiles, readPageFiles } from './page-files.ts'
import { contentPolicy, SECURITY_HEADERS } from './page-headers.ts'
import { refusalPage } from './refusal-page.ts'

export type LoopbackOptions = {
  readonly host: Host
  /** Folder of the built page (index.html inside). Read once. */
  readonly root: string
  /** Fixed for one station, because the browser's storage belongs to it; 0 takes a free one (tests). */
  readonly port: number
  /** At least 16 letters, digits, - or _. */
  readonly token: string
  /** Bugs found while answering; they hold no personal data of requests. */
  readonly report?: (bug: unknown) => void
  readonly times?: SessionTimes
}

/** `url` carries the key. */
export type Loopback = { readonly url: string; readonly port: number; close(): Promise<void> }
export type LoopbackCode = 'port-busy' | 'no-page' | 'io-failed'

const ADDRESS = '127.0.0.1'
const SOCKET_PATH = '/host'
/** The longest message: one blob and the JSON around it. */
const MESSAGE_BYTES = BLOB_BYTES + 1024 * 1024
const NONCE_PLACE = '__CSP_NONCE__'

export async function startLoopback(options: LoopbackOptions): Promise<Result<Loopback, LoopbackCode>> {
  const { host, root, token, report = () => undefined, times = SESSION_TIMES } = options
  assert(/^[A-Za-z0-9_-]{16,}$/.test(token), 'the token must fit into a cookie and a link')
  const found = await readPageFiles(root)
  if (!found) return err('no-page')
  const files = found

  const server = createServer((request, response) => respond(request, response))
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MESSAGE_BYTES, perMessageDeflate: false })
  const admit = loopbackSessions(host, report, times)
  server.on('upgrade', upgrade)

  const listening = await listen()
  if (listening !== 'ok') return err(listening)
  const { port } = server.address() as AddressInfo
  const name = `${ADDRESS}:${port}`
  const cookie = `linwu_${port}`
  return ok({ url: `http://${name}/?key=${token}`, port, close })

  function listen(): Promise<'ok' | LoopbackCode> {
    return new Promise((done) => {
      server.once('error', (error: NodeJS.ErrnoException) =>
        done(error.code === 'EADDRINUSE' ? 'port-busy' : 'io-failed'),
      )
      server.listen({ port: options.port, host: ADDRESS, exclusive: true }, () => {
        server.removeAllListeners('error')
        server.on('error', report)
        done('ok')
      })
    })
  }

  function respond(request: IncomingMessage, response: ServerResponse): void {
    for (const [header, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(header, value)
    response.setHeader('Content-Security-Policy', contentPolicy(null))
    const { method, url = '', headers } = request
    if (headers.host !== name) {
      // Storage belongs to host + port: `localhost` would be another, empty one.
      const isSelf = headers.host === `localhost:${port}` && url.startsWith('/')
      if (isSelf) return end(response, 307, '', { Location: `http://${name}${url}` })
      return end(response, 421, '')
    }
    if (method !== 'GET' && method !== 'HEAD') return end(response, 405, '', { Allow: 'GET, HEAD' })
    const address = parseAddress(url)
    if (!address) return end(response, 400, '')
    const hasKey = isToken(address.searchParams.get('key'))
    const isPage = address.pathname === '/' || address.pathname === '/index.html'
    if (!isToken(cookieOf(request)) && !(hasKey && isPage)) {
      const nonce = newNonce()
      response.setHeader('Content-Security-Policy', contentPolicy(nonce))
      return end(response, 403, refusalPage(nonce), {
        'Content-Type': 'text/html; charset=utf-8',
        'Cache-Control': 'no-store',
      })
    }
    if (isPage) return page(response, files, hasKey)
    const file = files.get(decoded(address.pathname))
    if (!file) return end(response, 404, '')
    end(response, 200, file.bytes, { 'Content-Type': file.type, 'Cache-Control': file.cache })
  }

  function page(response: ServerResponse, all: PageFiles, giveCookie: boolean): void {
    const nonce = newNonce()
    response.setHeader('Content-Security-Policy', contentPolicy(nonce))
    if (giveCookie) response.setHeader('Set-Cookie', `${cookie}=${token}; HttpOnly; SameSite=Strict; Path=/`)
    const index = all.get('/index.html')!
    const html = index.bytes.toString('utf8').replaceAll(NONCE_PLACE, nonce)
    end(response, 200, html, { 'Content-Type': index.type, 'Cache-Control': 'no-store' })
  }

  function upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    const { url, headers } = request
    const allowed =
      url === SOCKET_PATH && headers.host === name && headers.origin === `http://${name}` && isToken(cookieOf(request))
    stream.on('error', () => stream.destroy())
    if (!allowed) {
      stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
      return
    }
    sockets.handleUpgrade(request, stream, head, admit)
  }

  function cookieOf(request: IncomingMessage): string | null {
    for (const pair of (request.headers.cookie ?? '').split(';')) {
      const [key, value] = pair.trim().split('=')
      if (key === cookie && value !== undefined) return value
    }
    return null
  }

  /** Hashed first, so that neither length nor content shows in the time it takes. */
  function isToken(given: string | null): boolean {
    const digest = (text: string) => createHash('sha256').update(text).digest()
    return given !== null && timingSafeEqual(digest(given), digest(token))
  }

  async function close(): Promise<void> {
    for (const socket of sockets.clients) socket.close(1001)
    const closed = new Promise((done) => server.close(done))
    server.closeIdleConnections()
    const impatience = setTimeout(() => {
      for (const socket of sockets.clients) socket.terminate()
      server.closeAllConnections()
    }, 1_000)
    await closed
    clearTimeout(impatience)
  }
}

function end(
  response: ServerResponse,
  status: number,
  body: string | Buffer,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'Content-Length': Buffer.byteLength(body), ...headers }).end(body)
}

function parseAddress(url: string): URL | null {
  // "//host/path" and "http://…" would name another machine.
  if (!url.startsWith('/') || url.startsWith('//')) return null
  try {
    return new URL(url, `http://${ADDRESS}`)
  } catch {
    return null
  }
}

/** Only looked up in the list of files, so whatever it decodes to cannot lead anywhere else. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return ''
  }
}

const newNonce = (): string => randomBytes(16).toString('base64')
