/**
 * `app://linwu` on one fixed loopback origin: Chromium cannot be taught a scheme from outside. Every answer is what the program's own
 * `protocol.handle` gave, headers and policy untouched.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

type Privileges = { readonly standard?: boolean; readonly secure?: boolean; readonly supportFetchAPI?: boolean }
type Scheme = { readonly scheme: string; readonly privileges?: Privileges }
type Answer = (request: Request) => Response | Promise<Response>

const SCHEME = 'app'
const HOST = 'linwu'
let origin = ''
let answer: Answer | null = null
export let privileges: Privileges | null = null

/** The address the program speaks of ↔ the address Chromium has. */
export const toApp = (url: string): string =>
  url.startsWith(`${origin}/`) ? `${SCHEME}://${HOST}${url.slice(origin.length)}` : url
export const toReal = (url: string): string =>
  url.startsWith(`${SCHEME}://${HOST}/`) ? origin + url.slice(`${SCHEME}://${HOST}`.length) : url

export const protocol = {
  registerSchemesAsPrivileged: (schemes: readonly Scheme[]): void => {
    privileges = schemes.find(({ scheme }) => scheme === SCHEME)?.privileges ?? null
  },
  handle: (scheme: string, handler: Answer): void => {
    // Loopback is secure by itself, a scheme is not: without these the real page would have no crypto and no storage.
    const { standard, secure, supportFetchAPI } = privileges ?? {}
    if (scheme !== SCHEME || !standard || !secure || !supportFetchAPI) throw new Error(`${scheme} is not privileged`)
    answer = handler
  },
}

/** `port`: the same each time, because Chromium's storage belongs to it. */
export async function startServer(port: number): Promise<string> {
  const server = createServer((request, response) => {
    void (async () => {
      if (!answer || request.headers.host !== new URL(origin).host) return response.writeHead(502).end()
      const given = await answer(new Request(`${SCHEME}://${HOST}${request.url}`, { method: request.method ?? 'GET' }))
      response.writeHead(given.status, Object.fromEntries(given.headers)).end(Buffer.from(await given.arrayBuffer()))
    })()
  })
  await new Promise<void>((done, fail) => {
    server.once('error', fail)
    server.listen({ port, host: '127.0.0.1' }, done)
  })
  server.unref()
  return (origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`)
}
