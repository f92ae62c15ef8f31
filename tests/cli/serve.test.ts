import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { demoFolder } from '#cli/make-demo.ts'
import { DEMO_PASSWORD } from '#core/demo/demo-station.ts'
import { linwu, newStation, put, serve, tempFolder } from './program.ts'

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  return port
}

describe('the browser edition', () => {
  it('serves the page for its key only, holds the station alone, and lets go when it is stopped', async () => {
    const { dir, key } = await newStation()
    const port = await freePort()
    const server = await serve('--station', dir, '--port', String(port))
    expect(server.url).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:${port}/\\?key=[\\w-]{32}$`))
    expect((await fetch(server.url)).status).toBe(200)
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(403)

    const locked = await linwu('list', dir, ...key)
    expect([locked.code, locked.err]).toEqual([1, expect.stringContaining('另一个程序')])
    await expect(serve('--station', dir, '--port', String(await freePort()))).rejects.toThrow(
      /^1: .* \/ .*open in another program.*\n$/,
    )
    await expect(serve('--station', tempFolder(), '--port', String(port))).rejects.toThrow(/^1: 端口/)

    expect(await server.stop()).toBe(0)
    expect(existsSync(join(dir, 'lock'))).toBe(false)
    expect((await linwu('list', dir, ...key)).code).toBe(0)
  })

  it('makes the folder of a station that is not there yet, and no station in it', async () => {
    const dir = join(tempFolder(), 'a', 'b')
    const server = await serve('--station', dir, '--port', '0')
    expect(existsSync(join(dir, 'journal'))).toBe(true)
    await server.stop()
    expect((await linwu('backup', dir, join(dir, '..', 'c'))).err).toContain('没有站点')
  })

  it('says in one line of both languages why it cannot start', async () => {
    const folder = tempFolder()
    const file = put(folder, 'file', '')
    await expect(serve('--station', file, '--port', '0')).rejects.toThrow(/^1: [^\n]+ \/ [^\n]+\n$/)
    await expect(serve('--port', 'x')).rejects.toThrow(/^2: /)
    await expect(serve('--demo', '--station', folder)).rejects.toThrow(/^2: /)
  })
})

describe('the demo', () => {
  it('is a whole station in a folder of its own, made anew at each start', async () => {
    const port = await freePort()
    const start = () => serve('--demo', '--port', String(port))
    const server = await start()
    onTestFinished(() => rmSync(demoFolder(port), { recursive: true, force: true }))
    await expect(start()).rejects.toThrow(/^1: /)
    const dir = demoFolder(port)
    await server.stop()
    const key = ['--password-file', put(tempFolder(), 'password', DEMO_PASSWORD)]
    const first = (await linwu('list', dir, ...key, '--json')).json
    expect(first.total).toBeGreaterThanOrEqual(600)
    expect((await linwu('verify', dir, ...key, '--json')).json.ok).toBe(true)

    writeFileSync(join(dir, 'journal', 'left-over'), '')
    mkdirSync(join(dir, 'blobs', 'ff'), { recursive: true })
    await (await start()).stop()
    expect(existsSync(join(dir, 'journal', 'left-over'))).toBe(false)
    const second = (await linwu('list', dir, ...key, '--json')).json
    expect(second.total).toBeGreaterThanOrEqual(600)
  })
})
