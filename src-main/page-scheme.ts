/**
 * `app://linwu/`: the built page under an origin of its own. IndexedDB belongs to an origin, so this name never changes again.
 */
import { randomBytes } from 'node:crypto'
import { protocol } from 'electron'
import { readPageFiles } from '#host/page-files.ts'
import { contentPolicy, SECURITY_HEADERS } from '#host/page-headers.ts'

const SCHEME = 'app'
export const PAGE_ORIGIN = `${SCHEME}://linwu`
const NONCE_PLACE = '__CSP_NONCE__'

/** Before the app is ready: storage, workers and fetch treat the scheme like https. */
export function claimScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** `root`: folder of the built page. False when it is not there. */
export async function servePage(root: string): Promise<boolean> {
  const files = await readPageFiles(root)
  if (!files) return false
  protocol.handle(SCHEME, (request) => {
    const { pathname, host } = new URL(request.url)
    const path = pathname === '/' ? '/index.html' : pathname
    const file = host === 'linwu' ? files.get(path) : undefined
    if (!file) return new Response(null, { status: 404, headers: SECURITY_HEADERS })
    const nonce = randomBytes(16).toString('base64')
    const isPage = path === '/index.html'
    const body = isPage ? file.bytes.toString('utf8').replaceAll(NONCE_PLACE, nonce) : new Uint8Array(file.bytes)
    const policy = contentPolicy(isPage ? nonce : null)
    return new Response(body, {
      headers: { ...SECURITY_HEADERS, 'Content-Type': file.type, 'Content-Security-Policy': policy },
    })
  })
  return true
}
