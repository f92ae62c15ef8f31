/** A small built page and an empty station behind the loopback server. */
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect } from 'vitest'
import type { Host } from '#core/host/host.ts'
import { browserDesk } from '#host/browser-desk.ts'
import { nodeFileSystem } from '#host/file-system.ts'
import { type Loopback, startLoopback } from '#host/loopback-server.ts'
import { SESSION_TIMES } from '#host/loopback-session.ts'
import { openStationFolder } from '#host/station-folder.ts'
import { must } from './crash-trials.ts'
import { tempFolder } from './temp-folder.ts'

export const TOKEN = 'k3y-0123456789abcdef'
export const PAGE = '<!doctype html><style nonce="__CSP_NONCE__"></style><meta name="n" content="__CSP_NONCE__">邻务'

export type Served = {
  readonly root: string
  readonly host: Host
  readonly server: Loopback
  /** 127.0.0.1:PORT */
  readonly name: string
  readonly cookie: string
}

/** Serves for all tests of a file; `take` gets what they need. Bugs that the server reported fail the file. */
export function serveForTests(take: (served: Served) => void): void {
  let served: Served
  let close: () => Promise<void>
  const bugs: unknown[] = []

  beforeAll(async () => {
    const folder = await tempFolder()
    const root = join(folder, 'renderer')
    await mkdir(join(root, 'assets'), { recursive: true })
    await writeFile(join(root, 'index.html'), PAGE)
    await writeFile(join(root, 'assets', 'index-abc123.js'), 'export {}')
    await writeFile(join(root, 'assets', 'argon2.wasm'), 'wasm')
    await writeFile(join(root, 'assets', 'secret.map'), '{}')
    await writeFile(join(root, '空 格.svg'), '<svg/>')
    await writeFile(join(folder, 'outside.txt'), 'outside')
    await symlink(join(folder, 'outside.txt'), join(root, 'link.txt'))
    const of = { edition: 'browser', demo: false, exportFolder: folder, now: Date.now } as const
    const station = must(await openStationFolder({ fs: nodeFileSystem, folder: join(folder, 's'), ...of }))
    const host = browserDesk(station)
    close = () => station.close()
    const times = { ...SESSION_TIMES, pong: 1_000, grace: 500 }
    const server = must(
      await startLoopback({ host, root, port: 0, token: TOKEN, report: (bug) => bugs.push(bug), times }),
    )
    const name = `127.0.0.1:${server.port}`
    served = { root, host, server, name, cookie: `linwu_${server.port}=${TOKEN}` }
    take(served)
  })

  afterAll(async () => {
    await served.server.close()
    await close()
    expect(bugs).toEqual([])
  })
}
