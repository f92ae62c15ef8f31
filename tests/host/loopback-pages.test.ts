/** The browser edition's server: pages and files. */
import { writeFile } from 'node:fs/promises'
import { type IncomingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Host } from '#core/host/host.ts'
import { type Loopback, startLoopback } from '#host/loopback-server.ts'
import { PAGE, serveForTests, TOKEN } from './loopback-served.ts'

let root: string
let host: Host
let server: Loopback
let name: string
let cookie: string
serveForTests((served) => ({ root, host, server, name, cookie } = served))

type Answer = { status: number; headers: IncomingHttpHeaders; body: string }

function get(path: string, headers: Record<string, string> = { cookie }, method = 'GET'): Promise<Answer> {
  return new Promise((done, failed) => {
    const asked = request(
      { host: '127.0.0.1', port: server.port, path, method, headers: { host: name, ...headers } },
      (response) => {
        let body = ''
        response.setEncoding('utf8').on('data', (text: string) => (body += text))
        response.on('end', () => done({ status: response.statusCode!, headers: response.headers, body }))
      },
    )
    asked.on('error', failed).end()
  })
}

describe('pages', () => {
  test('the printed link gives the page and a cookie; the cookie alone gives the page', async () => {
    expect(server.url).toBe(`http://${name}/?key=${TOKEN}`)
    const first = await get(`/?key=${TOKEN}`, {})
    expect(first.status).toBe(200)
    expect(first.headers['set-cookie']).toEqual([`${cookie}; HttpOnly; SameSite=Strict; Path=/`])
    const again = await get('/')
    expect(again.status).toBe(200)
    expect(again.headers['set-cookie']).toBeUndefined()
    for (const answer of [first, again]) {
      expect(answer.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
      const nonce = /style-src 'self' 'nonce-([A-Za-z0-9+/=]+)'/.exec(
        answer.headers['content-security-policy'] as string,
      )![1]!
      expect(answer.body).toBe(PAGE.replaceAll('__CSP_NONCE__', nonce))
    }
    expect(first.body).not.toBe(again.body)
  })

  test('without key and cookie: a page in two languages that has no script', async () => {
    const wrong = [`linwu_${server.port}=x`, `linwu_1=${TOKEN}`, `linwu_${server.port}=${TOKEN}x`, '', `${TOKEN}`]
    for (const given of [...wrong.map((value) => ({ cookie: value })), {}]) {
      for (const path of [
        '/',
        '/index.html',
        '/?key=wrong',
        '/?key=',
        '/assets/index-abc123.js',
        `/assets/index-abc123.js?key=${TOKEN}`,
        '/nothing',
      ]) {
        const answer = await get(path, given)
        expect(answer.status).toBe(403)
        expect(answer.body).toMatch(/请从程序给出的链接打开[\s\S]*open the link that it printed/)
        expect(answer.body).not.toMatch(/<script|TOKEN|src=/)
        expect(answer.body).not.toContain(TOKEN)
        expect(answer.headers['set-cookie']).toBeUndefined()
      }
    }
  })

  test('assets have their type, their cache time and a policy (workers take it from there)', async () => {
    const script = await get('/assets/index-abc123.js')
    expect(script).toMatchObject({ status: 200, body: 'export {}' })
    expect(script.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'private, max-age=31536000, immutable',
    })
    expect((await get('/assets/argon2.wasm')).headers['content-type']).toBe('application/wasm')
    expect((await get('/%E7%A9%BA%20%E6%A0%BC.svg')).headers['cache-control']).toBe('no-cache')
  })

  test('every answer carries the strict headers', async () => {
    const policy =
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; style-src 'self'; img-src 'self' blob: data:; font-src 'self'; connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'"
    const answers = [
      await get('/'),
      await get('/assets/index-abc123.js'),
      await get('/', {}),
      await get('/nothing'),
      await get('/', { host: 'evil.example' }),
      await get('/', {}, 'POST'),
    ]
    for (const { headers } of answers) {
      expect((headers['content-security-policy'] as string).replace(/ 'nonce-[^']+'/, '')).toBe(policy)
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
      })
      expect(headers['permissions-policy']).toMatch(/camera=\(\).*geolocation=\(\).*microphone=\(\)/)
      expect(headers['access-control-allow-origin']).toBeUndefined()
    }
  })

  test('only files that were there at the start, and nothing beside them', async () => {
    await writeFile(join(root, 'later.js'), 'x')
    const paths = [
      '/later.js',
      '/link.txt',
      '/assets',
      '/assets/',
      '/assets/secret.map',
      '/../outside.txt',
      '/%2e%2e/outside.txt',
      '/..%2foutside.txt',
      '/assets/..%5c..%5coutside.txt',
      '/assets/%00',
      '/%',
      '/%ff',
      '/assets%2findex-abc123.js/',
      '/INDEX.html',
      '/constructor',
      '/__proto__',
      '/host',
    ]
    for (const path of paths) expect([path, (await get(path)).status]).toEqual([path, 404])
    expect((await get('/assets/../assets/index-abc123.js')).status).toBe(200)
    for (const path of ['//evil.example/', 'http://evil.example/', '*'])
      expect([path, (await get(path)).status]).toEqual([path, 400])
  })

  test('other methods are refused; HEAD has no body', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])
      expect((await get('/', { cookie }, method)).status).toBe(405)
    expect(await get('/', { cookie }, 'HEAD')).toMatchObject({ status: 200, body: '' })
  })

  test('one name only: localhost is sent on, others are refused', async () => {
    const moved = await get('/?key=abc', { host: `localhost:${server.port}` })
    expect(moved).toMatchObject({ status: 307, headers: { location: `http://${name}/?key=abc` } })
    for (const other of [
      'evil.example',
      `evil.example:${server.port}`,
      '127.0.0.1',
      `127.0.0.1:${server.port + 1}`,
      `127.0.0.2:${server.port}`,
      `LOCALHOST:${server.port}`,
      `[::1]:${server.port}`,
    ]) {
      expect([other, (await get('/', { cookie, host: other })).status]).toEqual([other, 421])
    }
    expect(await get('//evil.example', { cookie, host: `localhost:${server.port}` })).toMatchObject({
      headers: { location: `http://${name}//evil.example` },
    })
  })

  test('listens on 127.0.0.1 alone', async () => {
    const other = connect({ host: '127.0.0.2', port: server.port })
    const outcome = await new Promise((done) =>
      other.on('connect', () => done('open')).on('error', (error: NodeJS.ErrnoException) => done(error.code)),
    )
    other.destroy()
    expect(outcome).toBe('ECONNREFUSED')
  })

  test('a busy port, and a page that was not built, are said', async () => {
    expect(await startLoopback({ host, root, port: server.port, token: TOKEN })).toEqual({
      ok: false,
      error: 'port-busy',
    })
    for (const nothing of [join(root, 'assets'), join(root, 'nowhere')]) {
      expect(await startLoopback({ host, root: nothing, port: 0, token: TOKEN })).toEqual({
        ok: false,
        error: 'no-page',
      })
    }
    await expect(startLoopback({ host, root, port: 0, token: 'short' })).rejects.toThrow('token')
    await expect(startLoopback({ host, root, port: 0, token: `${TOKEN}; x` })).rejects.toThrow('token')
  })
})
