/** The desk's powers in the browser edition: a folder opens in the system's file manager, the rest is not here. */
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { err, ok } from '#core/lib/result.ts'
import { utf8 } from '#core/lib/bytes.ts'
import { browserDesk } from '#host/browser-desk.ts'
import { nodeFileSystem } from '#host/file-system.ts'
import { openStationFolder } from '#host/station-folder.ts'
import { must } from './crash-trials.ts'
import { tempFolder } from './temp-folder.ts'

afterEach(() => vi.unstubAllEnvs())

async function desk(): Promise<{ host: ReturnType<typeof browserDesk>; place: string; exports: string }> {
  const place = await tempFolder()
  const exports = join(place, '导 出 $(touch owned) "x"')
  const of = { edition: 'browser', demo: false, exportFolder: exports, now: Date.now } as const
  const station = must(await openStationFolder({ fs: nodeFileSystem, folder: join(place, 'station'), ...of }))
  return { host: browserDesk(station), place, exports }
}

/** A file manager of our own: it writes down what it was asked to open. */
async function fileManager(place: string, code = 0): Promise<() => Promise<string>> {
  const bin = join(place, 'bin')
  await mkdir(bin)
  const log = join(place, 'opened')
  await writeFile(join(bin, 'xdg-open'), `#!/bin/sh\nprintf '%s\\n' "$#" "$@" > '${log}'\nexit ${code}\n`)
  await chmod(join(bin, 'xdg-open'), 0o755)
  vi.stubEnv('PATH', `${bin}:${process.env['PATH']}`)
  return () => readFile(log, 'utf8')
}

test.runIf(process.platform === 'linux')('shows what it saved, as one argument, and nothing else', async () => {
  const { host, place, exports } = await desk()
  const opened = await fileManager(place)
  const path = must(await host.saveFile('台账.csv', utf8('a')))
  expect(await host.reveal(path)).toEqual(ok(null))
  expect(await opened()).toBe(`1\n${exports}\n`)
  const copy = must(await host.backup(join(place, 'usb'))).to
  expect(await host.reveal(copy)).toEqual(ok(null))
  expect(await opened()).toBe(`1\n${copy}\n`)
  for (const other of ['/etc/passwd', exports, `${path}/..`, join(place, 'station')])
    expect(await host.reveal(other)).toEqual(err('not-found'))
  await rm(path)
  expect(await host.reveal(path)).toEqual(err('not-found'))
})

test.runIf(process.platform === 'linux')('says so when there is no file manager, or it opens nothing', async () => {
  const { host, place } = await desk()
  const path = must(await host.saveFile('台账.csv', utf8('a')))
  await fileManager(place, 3)
  expect(await host.reveal(path)).toEqual(err('not-here'))
  vi.stubEnv('PATH', join(place, 'nowhere'))
  expect(await host.reveal(path)).toEqual(err('not-here'))
})

test('what only a desktop program can do is not here', async () => {
  const { host } = await desk()
  expect(await host.chooseFolder('备份')).toEqual(err('not-here'))
  expect(await host.savePdf('受理单', false)).toEqual(err('not-here'))
  expect(await host.desktopSettings()).toEqual(err('not-here'))
  expect(await host.setDesktopSettings({ tray: true, notify: true })).toEqual(err('not-here'))
  expect(await host.tellDue({ overdue: 1, today: 2 })).toEqual(ok(null))
  expect(await host.tellLanguage('en')).toEqual(ok(null))
})
