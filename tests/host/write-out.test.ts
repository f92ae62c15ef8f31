/** Writing a file to a stick or a shared folder: whole, compared and never over another one, or a clear code and nothing left. */
import { createHash } from 'node:crypto'
import { readdir, readFile, symlink, writeFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { FileOut, HostCode } from '#core/host/host.ts'
import { utf8 } from '#core/lib/bytes.ts'
import { err, type Result } from '#core/lib/result.ts'
import type { FileSystem } from '#host/file-system.ts'
import { nodeFileSystem } from '#host/file-system.ts'
import { listFolder, readFolderFile } from '#host/folder-reader.ts'
import { openStationFolder, type StationFolder } from '#host/station-folder.ts'
import { bytesOf, idOf, must } from './crash-trials.ts'
import { faultFileSystem, type Op } from './fault-file-system.ts'
import { NO_BEATS, simulatedMachine } from './simulated-machine.ts'
import { tempFolder } from './temp-folder.ts'

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const STICK = '/media/usb'
const BYTES = bytesOf(3, 3_000)
let transfers = 0

async function out(
  host: StationFolder,
  folder: string,
  name = '上报.zip.age',
  bytes = BYTES,
): Promise<Result<FileOut, HostCode>> {
  const transfer = idOf(++transfers)
  for (let at = 0; at < bytes.length; at += 1_000)
    must(await host.stageFile(transfer, at, bytes.subarray(at, at + 1_000)))
  return host.writeOut(transfer, folder, name, sha256(bytes))
}

async function onStick(wrap: (fs: FileSystem) => FileSystem = (fs) => fs) {
  const fs = faultFileSystem()
  for (const folder of ['/media', STICK]) await fs.makeFolder(folder)
  await fs.syncFolder('/media')
  const of = { edition: 'command-line', demo: false, exportFolder: '/data/out', now: () => 1e12 } as const
  const machine = simulatedMachine(0, 4_000 + ++transfers)
  const host = must(await openStationFolder({ fs: wrap(fs), folder: '/data/station', machine, lockTimes: NO_BEATS, patience: [1, 1], ...of })) // prettier-ignore
  const left = async (): Promise<string[]> => (await fs.list(STICK)).map((entry) => entry.name)
  return { fs, host, left }
}

const isOnStick = ({ path }: Op): boolean => path.startsWith(STICK)

describe('writeOut', () => {
  test('on the real disk: the bytes, beside what was there, into the export folder when none is named', async () => {
    const root = await tempFolder()
    const of = { edition: 'browser', demo: false, exportFolder: join(root, 'out'), now: Date.now } as const
    const host = must(await openStationFolder({ fs: nodeFileSystem, folder: join(root, 'station'), ...of }))
    const stick = join(root, 'stick')
    await mkdir(stick)
    for (const [folder, path] of [
      [stick, 'a.zip.age'],
      [stick, 'a (2).zip.age'],
      ['', 'a.zip.age'],
    ] as const) {
      // prettier-ignore
      const written = must(await out(host, folder, 'a.zip.age'))
      expect(written).toEqual({ path: join(folder || join(root, 'out'), path), bytes: 3_000, sha256: sha256(BYTES) })
      expect(sha256(await readFile(written.path))).toBe(sha256(BYTES))
    }
    expect((await readdir(stick)).toSorted()).toEqual(['a (2).zip.age', 'a.zip.age'])
    expect(await out(host, join(root, 'pulled'))).toEqual(err('target-gone'))
    expect(await out(host, 'relative')).toEqual(err('bad-request'))
    expect(await host.writeOut(idOf(77), stick, 'a', sha256(BYTES))).toEqual(err('moved'))
    await host.close()
  })

  test('every operation on the stick fails in turn: a code, and no half file', async () => {
    const codes: Readonly<Record<string, HostCode>> = { ENOSPC: 'disk-full', EIO: 'io-failed', EROFS: 'not-writable', EBUSY: 'file-busy' } // prettier-ignore
    for (const [errno, code] of Object.entries(codes)) {
      let refused = 0
      for (let at = 0; ; at++) {
        const { fs, host, left } = await onStick()
        let n = 0
        let hit = ''
        fs.plan({
          fail: (op) => {
            // Tidying up after the failure works again, except that a full disk stays full.
            if (!isOnStick(op) || op.kind === 'unlink') return null
            if (
              errno === 'EBUSY' ? hit !== '' && (op.kind === hit || (hit === 'link' && op.kind === 'rename')) : n === at
            ) {
              hit ||= op.kind
              n += 1
              return errno
            }
            if (n++ === at) {
              hit = op.kind
              return errno
            }
            return null
          },
        })
        const written = await out(host, STICK)
        await host.close()
        if (hit === '') {
          expect(written.ok).toBe(true)
          break
        }
        refused += 1
        expect([hit, written]).toEqual([hit, err(code)])
        expect(await left()).toEqual([])
      }
      expect(refused).toBeGreaterThanOrEqual(5)
    }
  })

  test('a scanner that holds the file for a moment costs the moment', async () => {
    for (const errno of ['EBUSY', 'EPERM', 'EACCES']) {
      const { fs, host, left } = await onStick()
      let times = 0
      fs.plan({ fail: (op) => (!isOnStick(op) ? null : op.kind === 'link' || (op.kind === 'rename' && times++ < 2) ? errno : null) }) // prettier-ignore
      expect(must(await out(host, STICK)).path).toBe(`${STICK}/上报.zip.age`)
      expect(times).toBe(3)
      expect(await left()).toEqual(['上报.zip.age'])
      await host.close()
    }
  })

  test('one that never lets go is not a missing right; a folder without the right is', async () => {
    const held = await onStick()
    held.fs.plan({ fail: (op) => (isOnStick(op) && ['link', 'rename'].includes(op.kind) ? 'EACCES' : null) })
    expect(await out(held.host, STICK)).toEqual(err('file-busy'))
    expect(await held.left()).toEqual([])
    const forbidden = await onStick()
    forbidden.fs.plan({ fail: (op) => (isOnStick(op) && op.kind === 'create' ? 'EACCES' : null) })
    expect(await out(forbidden.host, STICK)).toEqual(err('not-writable'))
  })

  test('a stick pulled at any moment: it is gone, whatever the system calls it', async () => {
    for (let at = 0; at < 7; at++) {
      let n = 0
      let pulled = false
      const gone = (path: string): void => {
        if (!path.startsWith(STICK)) return
        if (n++ === at) pulled = true
        if (pulled) throw Object.assign(new Error('EIO'), { code: 'EIO' })
      }
      const { host } = await onStick((fs) => ({
        ...fs,
        openNew: async (path) => (gone(path), fs.openNew(path)),
        link: async (from, to) => (gone(to), fs.link(from, to)),
        syncFolder: async (path) => (gone(path), fs.syncFolder(path)),
        readFile: async (path, offset, length) => (gone(path), fs.readFile(path, offset, length)),
        remove: async (path) => (gone(path), fs.remove(path)),
        stat: async (path) => (pulled && path.startsWith(STICK) ? null : fs.stat(path)),
      }))
      const written = await out(host, STICK)
      expect(pulled ? written : err('target-gone')).toEqual(err('target-gone'))
      expect(pulled).toBe(at < 5)
    }
  })

  test('a medium that keeps something else is found out, and its file goes', async () => {
    for (const spoil of [
      (bytes: Uint8Array) => bytes.map((byte, i) => (i === 1_500 ? byte ^ 1 : byte)),
      (bytes: Uint8Array) => bytes.subarray(0, 2_999),
    ]) {
      // prettier-ignore
      const { host, left } = await onStick((fs) => ({
        ...fs,
        readFile: async (path, offset, length) => {
          const bytes = await fs.readFile(path, offset, length)
          return path.startsWith(STICK) ? spoil(bytes) : bytes
        },
      }))
      expect(await out(host, STICK)).toEqual(err('check-failed'))
      expect(await left()).toEqual([])
    }
  })

  test('two PCs that write one name at the same moment get two files, also on a stick without links', async () => {
    for (const links of [true, false]) {
      const { fs, host, left } = await onStick()
      if (!links) fs.plan({ fail: (op) => (isOnStick(op) && op.kind === 'link' ? 'EPERM' : null) })
      const written = [must(await out(host, STICK)), must(await out(host, STICK))]
      expect(written.map(({ path }) => path)).toEqual([`${STICK}/上报.zip.age`, `${STICK}/上报 (2).zip.age`])
      expect((await left()).length).toBe(2)
    }
    // The other PC is quicker by one step: after the look at the name, or (without links) right before the rename.
    for (const links of [true, false]) {
      const { fs, host, left } = await onStick((disk) => {
        let first = true
        const theirs = async (path: string): Promise<void> => {
          if (!first || path !== `${STICK}/上报.zip.age`) return
          first = false
          const file = await disk.openNew(path)
          await file.write(utf8('theirs'), 0)
          await file.close()
        }
        return {
          ...disk,
          stat: async (path) => {
            const found = await disk.stat(path)
            if (links) await theirs(path)
            return found
          },
          link: async (from, to) => {
            if (links) return disk.link(from, to)
            await theirs(to)
            throw Object.assign(new Error('EPERM'), { code: 'EPERM' })
          },
        }
      })
      expect(must(await out(host, STICK)).path).toBe(`${STICK}/上报 (2).zip.age`)
      expect(Buffer.from(await fs.readFile(`${STICK}/上报.zip.age`, 0, 99)).toString()).toBe('theirs')
      expect((await left()).length).toBe(2)
    }
  })

  test('what a pulled stick kept of an earlier attempt is tidied up; other files stay', async () => {
    const { fs, host, left } = await onStick()
    for (const name of ['.linwu-0123456789abcdef.tmp', '别人的.docx']) {
      const file = await fs.openNew(`${STICK}/${name}`)
      await file.write(utf8('x'), 0)
      await file.close()
    }
    must(await out(host, STICK))
    expect((await left()).toSorted()).toEqual(['上报.zip.age', '别人的.docx'])
  })
})

describe('a chosen folder', () => {
  test('its files and those one level below; never through a link, never out of it', async () => {
    const root = await tempFolder()
    for (const folder of ['in', 'in/槐树里', 'in/槐树里/更深', 'other']) await mkdir(join(root, folder))
    for (const name of [
      'in/b.age',
      'in/a.age',
      'in/.hidden',
      'in/槐树里/c.age',
      'in/槐树里/.linwu-0.tmp',
      'in/槐树里/更深/d.age',
      'other/secret',
    ])
      await writeFile(join(root, name), name)
    await symlink(join(root, 'other/secret'), join(root, 'in/link'))
    await symlink(join(root, 'other'), join(root, 'in/folder'))
    const folder = join(root, 'in')
    expect(await listFolder(nodeFileSystem, folder)).toEqual([
      { name: 'a.age', bytes: 8 },
      { name: 'b.age', bytes: 8 },
      { name: '槐树里/c.age', bytes: Buffer.byteLength('in/槐树里/c.age') },
    ])
    const text = async (name: string): Promise<string | null> => {
      const bytes = await readFolderFile(nodeFileSystem, folder, name, 0, 100)
      return bytes && Buffer.from(bytes).toString()
    }
    expect(await text('槐树里/c.age')).toBe('in/槐树里/c.age')
    expect(Buffer.from((await readFolderFile(nodeFileSystem, folder, 'a.age', 3, 2))!).toString()).toBe('a.')
    for (const name of [
      'link',
      'folder/secret',
      '../other/secret',
      '槐树里/../a.age',
      '槐树里',
      '',
      '/a.age',
      '.hidden',
      'none',
      '槐树里/更深/d.age',
      'a\\b',
    ])
      expect([name, await text(name)]).toEqual([name, null])
  })
})
