import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import type { HostCode } from '#core/host/host.ts'
import { blobFiles } from '#host/blob-files.ts'
import type { FileSystem } from '#host/file-system.ts'
import type { StationFolder } from '#host/station-folder.ts'
import { bytesOf, idOf, must, openOn, same } from './crash-trials.ts'
import { faultFileSystem, type Op, type OpKind } from './fault-file-system.ts'
import { append, begin, type Journal, markerOf, missingFrom } from './scenarios.ts'

/** What needs space on a full disk. */
const GROWS: readonly OpKind[] = ['create', 'write', 'mkdir', 'link']

/** Saves with a second chance, as the writer does: after a failure the same batch goes into a new segment. */
async function work(host: StationFolder, journal: Journal, refused: HostCode[], full: { now: boolean }): Promise<void> {
  let id: string | null = null
  let at = 0
  let ids = 0
  for (let n = 1; n <= 5; n++) {
    for (let attempt = 1; attempt <= 3; attempt++) {
      if (id === null) {
        id = idOf(100 + ++ids)
        const begun = await host.beginSegment(id)
        if (!begun.ok) refused.push(begun.error)
        else journal.set(id, new Uint8Array(0))
        at = begun.ok ? begun.value.bytes : -1
      }
      const done = at >= 0 ? await host.append(id, at, bytesOf(n, 50 + n)) : null
      if (done?.ok) {
        journal.set(id, new Uint8Array([...journal.get(id)!, ...bytesOf(n, 50 + n)]))
        at = done.value
        break
      }
      if (done) refused.push(done.error)
      // The broken segment stays closed, whatever the caller tries.
      if (at >= 0) expect(await host.append(id, at, bytesOf(n, 50 + n))).toEqual({ ok: false, error: 'segment-closed' })
      id = null
      if (attempt === 2) full.now = false
    }
    const marked = await host.writeMarker(markerOf(n))
    if (!marked.ok) refused.push(marked.error)
  }
}

describe('a failure at every operation that can have it', () => {
  const cases: readonly [string, string, HostCode, (op: Op) => boolean, boolean][] = [
    ['full disk, until space returns', 'ENOSPC', 'disk-full', (op) => GROWS.includes(op.kind), true],
    ['full disk, noticed at the sync', 'ENOSPC', 'disk-full', (op) => op.kind.startsWith('f'), false],
    ['broken disk at a sync', 'EIO', 'io-failed', (op) => op.kind.startsWith('f'), false],
    ['broken disk at anything else', 'EIO', 'io-failed', (op) => !op.kind.startsWith('f'), false],
    ['no right to write', 'EACCES', 'not-writable', (op) => GROWS.includes(op.kind) || op.kind === 'rename', false],
  ]
  for (const [name, errno, code, hit, lasting] of cases) {
    test(name, async () => {
      let tried = 0
      for (let failAt = 1; ; failAt++) {
        const fs = faultFileSystem()
        const host = must(await openOn(fs))
        const opened = fs.ops().length
        const journal: Journal = new Map()
        const refused: HostCode[] = []
        const full = { now: false }
        let count = 0
        let failed = false
        const fail = (op: Op): string | null => {
          if (op.n <= opened || !hit(op)) return null
          count += 1
          if (count === failAt) full.now = failed = true
          return full.now && (lasting || count === failAt) ? errno : null
        }
        fs.plan({ fail })
        await work(host, journal, refused, full)
        fs.plan({})
        // Tidying up (removing a temp file) may fail without anybody asking.
        for (const answer of refused) expect(answer).toBe(code)
        const bytes = [...journal.values()].reduce((sum, part) => sum + part.length, 0)
        expect(bytes).toBe(51 + 52 + 53 + 54 + 55)
        expect(await missingFrom(host, journal)).toEqual([])
        for (let seed = 0; seed < 6; seed++) {
          const after = must(await openOn(fs.crash(seed), { boot: true }))
          expect(await missingFrom(after, journal)).toEqual([])
        }
        if (!failed) break
        tried += 1
      }
      expect(tried).toBeGreaterThan(5)
    })
  }

  test('a full disk while opening, backing up, restoring, storing a blob or slots is said as it is', async () => {
    const fs = faultFileSystem()
    fs.plan({ fail: (op) => (GROWS.includes(op.kind) ? 'ENOSPC' : null) })
    expect(await openOn(fs)).toEqual({ ok: false, error: 'disk-full' })
    fs.plan({ fail: (op) => (GROWS.includes(op.kind) ? 'EROFS' : null) })
    expect(await openOn(fs)).toEqual({ ok: false, error: 'not-writable' })
    fs.plan({})
    const host = must(await openOn(fs))
    must(await host.writeSlots(bytesOf(1, 20)))
    fs.plan({ fail: (op) => (op.kind === 'write' ? 'ENOSPC' : null) })
    const refused = { ok: false, error: 'disk-full' }
    expect(await host.putBlob(idOf(1), bytesOf(1, 10))).toEqual(refused)
    expect(await host.writeSlots(bytesOf(2, 20))).toEqual(refused)
    expect(await host.putDraft('one', bytesOf(2, 20))).toEqual(refused)
    expect(await host.saveFile('a.xlsx', bytesOf(2, 20))).toEqual(refused)
    expect(await host.backup('/usb')).toEqual(refused)
    fs.plan({})
    expect(same(must(await host.readSlots()), bytesOf(1, 20))).toBe(true)
    expect(must(await host.state()).backup).toMatchObject({ to: '/usb', ok: false })
    // Nothing half written is left over.
    expect((await fs.list('/data/station')).filter((entry) => entry.name.includes('tmp'))).toEqual([])
    expect(await fs.list('/data/out')).toEqual([])
    expect(await fs.list('/usb')).toEqual([])
  })
})

test('a segment that could not be synced at open is not shown by trying again', async () => {
  const fs = faultFileSystem()
  const journal: Journal = new Map()
  const first = must(await openOn(fs))
  const at = await begin(first, journal, idOf(1))
  await append(first, journal, idOf(1), at, bytesOf(1, 40))
  const next = fs.kill()
  const host = must(await openOn(next))
  // Somebody else (a restore by hand) makes it longer while it is open; the disk fails just then.
  const file = await next.openExisting(`/data/station/journal/000001-${idOf(1)}.seg`)
  await file.write(bytesOf(2, 40), 72)
  next.plan({ fail: (op) => (op.kind === 'fsync' ? 'EIO' : null) })
  expect(await host.state()).toEqual({ ok: false, error: 'io-failed' })
  next.plan({})
  expect(await host.state()).toEqual({ ok: false, error: 'io-failed' })
})

test('a folder of blobs whose name could not be synced is synced again before a blob in it counts', async () => {
  const fs = faultFileSystem()
  const host = must(await openOn(fs))
  let failed = 0
  fs.plan({ fail: (op) => (op.kind === 'fsyncDir' && op.path.endsWith('/blobs') && ++failed === 1 ? 'EIO' : null) })
  expect(await host.putBlob(idOf(1), bytesOf(1, 10))).toEqual({ ok: false, error: 'io-failed' })
  must(await host.putBlob(idOf(1), bytesOf(1, 10)))
  const after = must(await openOn(fs.crash(0), { boot: true }))
  expect(same(must(await after.getBlob(idOf(1))), bytesOf(1, 10))).toBe(true)
})

test('of two blobs that arrive together for a new folder, neither counts before the folder’s name is synced', async () => {
  const fs = faultFileSystem()
  let open = (): void => undefined
  const gate = new Promise<void>((done) => (open = done))
  const held: FileSystem = {
    ...fs,
    async syncFolder(path) {
      if (path.endsWith('/blobs')) await gate
      await fs.syncFolder(path)
    },
  }
  const blobs = blobFiles(held, '/blobs')
  await fs.makeFolder('/blobs')
  let saved = 0
  const put = (id: string) => blobs.put(id, bytesOf(1, 10)).then(() => (saved += 1))
  const both = [put(idOf(1))]
  await wait(10)
  both.push(put(idOf(2)))
  await wait(20)
  expect(saved).toBe(0)
  open()
  await Promise.all(both)
  expect(await blobs.list()).toHaveLength(2)
})
