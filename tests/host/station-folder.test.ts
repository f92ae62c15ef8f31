/** The rules of the Host, on the real file system. */
import { existsSync } from 'node:fs'
import { appendFile, mkdir, readdir, readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { BLOB_BYTES, READ_BYTES, SEGMENT_BYTES } from '#core/host/host.ts'
import { parseSegmentHeader, segmentFileName } from '#core/journal/segment.ts'
import { utf8 } from '#core/lib/bytes.ts'
import { nodeFileSystem } from '#host/file-system.ts'
import { openStationFolder, type StationFolder } from '#host/station-folder.ts'
import { bytesOf, idOf, must, same } from './crash-trials.ts'
import { markerOf } from './scenarios.ts'
import { tempFolder } from './temp-folder.ts'

let folder: string
let exportFolder: string
let host: StationFolder

const open = () =>
  openStationFolder({
    fs: nodeFileSystem,
    folder,
    edition: 'command-line',
    demo: false,
    exportFolder,
    now: () => Date.parse('2026-11-22T01:02:11Z'),
  })

beforeEach(async () => {
  const root = await tempFolder()
  folder = join(root, 'nested', '邻务 station')
  exportFolder = join(root, 'exports')
  host = must(await open())
  return () => host.close()
})

describe('state', () => {
  test('a new folder is an empty station', async () => {
    expect(must(await host.state())).toEqual({
      folder, edition: 'command-line', demo: false, marker: null, markerDamaged: false, segments: [], slots: false, blobs: 0, backup: null,
    }) // prettier-ignore
    expect((await readdir(folder)).sort()).toEqual(['backups', 'blobs', 'drafts', 'inbox', 'journal', 'lock'])
  })

  test('everything is there after closing and opening again', async () => {
    must(await host.beginSegment(idOf(1)))
    must(await host.append(idOf(1), 32, bytesOf(1, 100)))
    must(await host.beginSegment(idOf(2)))
    must(await host.writeMarker(markerOf(3)))
    must(await host.writeSlots(bytesOf(2, 10)))
    must(await host.putBlob(idOf(5), bytesOf(3, 10)))
    const before = must(await host.state())
    expect(before.segments).toEqual([
      { id: idOf(1), ordinal: 1, bytes: 132 },
      { id: idOf(2), ordinal: 2, bytes: 32 },
    ])
    await host.close()
    host = must(await open())
    expect(must(await host.state())).toEqual({ ...before, marker: markerOf(3), slots: true, blobs: 1 })
    expect(must(await host.append(idOf(2), 32, bytesOf(4, 5)))).toBe(37)
    expect(must(await host.beginSegment(idOf(3))).ordinal).toBe(3)
  })

  test('a damaged marker is said aloud: cut, emptied, and one digit flipped', async () => {
    must(await host.writeMarker(markerOf(7)))
    const path = join(folder, 'marker.json')
    const whole = await readFile(path, 'utf8')
    for (const damaged of [
      whole.slice(0, 40),
      '',
      whole.replace('"n":7', '"n":8'),
      '{"marker":null,"crc32":"00000000"}',
    ]) {
      await writeFile(path, damaged)
      expect(must(await host.state())).toMatchObject({ marker: null, markerDamaged: true })
    }
    await rm(path)
    expect(must(await host.state())).toMatchObject({ marker: null, markerDamaged: false })
  })

  test('what happens to the journal from outside is seen', async () => {
    must(await host.beginSegment(idOf(1)))
    must(await host.append(idOf(1), 32, bytesOf(1, 10)))
    const path = join(folder, 'journal', segmentFileName(idOf(1), 1))
    await appendFile(path, 'xy')
    expect(must(await host.state()).segments[0]?.bytes).toBe(44)
    expect(await host.append(idOf(1), 42, bytesOf(1, 1))).toEqual({ ok: false, error: 'moved' })
    await truncate(path, 40)
    expect(must(await host.state()).segments[0]?.bytes).toBe(40)
    expect(must(await host.append(idOf(1), 40, bytesOf(1, 1)))).toBe(41)
    await rename(join(folder, 'journal'), join(folder, 'journal-away'))
    await mkdir(join(folder, 'journal'))
    expect(must(await host.state()).segments).toEqual([])
    expect(await host.append(idOf(1), 41, bytesOf(1, 1))).toEqual({ ok: false, error: 'not-found' })
    expect(must(await host.beginSegment(idOf(2))).ordinal).toBe(2)
  })

  test('files of others in the journal and among the blobs are left alone', async () => {
    for (const name of ['notes.txt', '1-short.seg', `${segmentFileName(idOf(9), 9)}.bak`])
      await writeFile(join(folder, 'journal', name), 'x')
    await mkdir(join(folder, 'blobs', 'zz'))
    await mkdir(join(folder, 'blobs', 'aa'))
    await writeFile(join(folder, 'blobs', 'aa', idOf(3)), 'in the wrong folder')
    expect(must(await host.state())).toMatchObject({ segments: [], blobs: 0 })
  })
})

describe('segments', () => {
  test('a new one holds its header, and its ordinal is the highest + 1', async () => {
    expect(must(await host.beginSegment(idOf(7)))).toEqual({ id: idOf(7), ordinal: 1, bytes: 32 })
    const file = await readFile(join(folder, 'journal', segmentFileName(idOf(7), 1)))
    expect(parseSegmentHeader(file)).toEqual({ id: idOf(7), ordinal: 1 })
    expect(await host.beginSegment(idOf(7))).toEqual({ ok: false, error: 'exists' })
  })

  test('ids that are not 32 hex digits never become paths', async () => {
    for (const id of ['', '../../etc/passwd', idOf(1).toUpperCase().replace('0', 'A'), `${idOf(1)}0`, `${idOf(1)}\n`]) {
      expect(await host.beginSegment(id)).toEqual({ ok: false, error: 'bad-request' })
      expect(await host.putBlob(id, bytesOf(1, 1))).toEqual({ ok: false, error: 'bad-request' })
      expect(await host.getBlob(id)).toEqual({ ok: false, error: 'bad-request' })
      expect(await host.append(id, 32, bytesOf(1, 1))).toEqual({ ok: false, error: 'not-found' })
    }
  })

  test('appends only at exactly the end', async () => {
    must(await host.beginSegment(idOf(1)))
    for (const offset of [0, 31, 33])
      expect(await host.append(idOf(1), offset, bytesOf(1, 5))).toEqual({ ok: false, error: 'moved' })
    expect(must(await host.append(idOf(1), 32, bytesOf(1, 5)))).toBe(37)
    const [first, second] = await Promise.all([
      host.append(idOf(1), 37, bytesOf(2, 5)),
      host.append(idOf(1), 37, bytesOf(3, 5)),
    ])
    expect([first, second]).toEqual([{ ok: true, value: 42 }, { ok: false, error: 'moved' }]) // prettier-ignore
    expect(same(must(await host.readSegment(idOf(1), 37, 100)), bytesOf(2, 5))).toBe(true)
  })

  test('refuses more than a segment may hold', async () => {
    must(await host.beginSegment(idOf(1)))
    expect(await host.append(idOf(1), 32, new Uint8Array(SEGMENT_BYTES))).toEqual({ ok: false, error: 'bad-request' })
    expect(must(await host.append(idOf(1), 32, new Uint8Array(SEGMENT_BYTES - 40)))).toBe(SEGMENT_BYTES - 8)
    expect(await host.append(idOf(1), SEGMENT_BYTES - 8, new Uint8Array(9))).toEqual({
      ok: false,
      error: 'segment-full',
    })
    expect(must(await host.append(idOf(1), SEGMENT_BYTES - 8, new Uint8Array(8)))).toBe(SEGMENT_BYTES)
    expect(must(await host.readSegment(idOf(1), 0, SEGMENT_BYTES)).length).toBe(READ_BYTES)
  })

  test('older segments can still be appended to', async () => {
    must(await host.beginSegment(idOf(1)))
    must(await host.append(idOf(1), 32, bytesOf(1, 5)))
    must(await host.beginSegment(idOf(2)))
    must(await host.append(idOf(2), 32, bytesOf(2, 5)))
    expect(must(await host.append(idOf(1), 37, bytesOf(3, 5)))).toBe(42)
    expect(must(await host.readSegment(idOf(1), 0, 100)).length).toBe(42)
  })

  test('reads ranges, shorter at the end', async () => {
    must(await host.beginSegment(idOf(1)))
    must(await host.append(idOf(1), 32, bytesOf(1, 100)))
    expect(same(must(await host.readSegment(idOf(1), 42, 20)), bytesOf(1, 100).slice(10, 30))).toBe(true)
    expect(must(await host.readSegment(idOf(1), 130, 20)).length).toBe(2)
    expect(must(await host.readSegment(idOf(1), 132, 20)).length).toBe(0)
    expect(must(await host.readSegment(idOf(1), 9_000, 20)).length).toBe(0)
    expect(await host.readSegment(idOf(2), 0, 20)).toEqual({ ok: false, error: 'not-found' })
  })

  test('many appends at once keep their order', async () => {
    must(await host.beginSegment(idOf(1)))
    const all = await Promise.all(
      Array.from({ length: 50 }, (_, i) => host.append(idOf(1), 32 + i * 10, bytesOf(i, 10))),
    )
    expect(all.every((result) => result.ok)).toBe(true)
    for (let i = 0; i < 50; i++)
      expect(same(must(await host.readSegment(idOf(1), 32 + i * 10, 10)), bytesOf(i, 10))).toBe(true)
  })
})

describe('slots, blobs, drafts', () => {
  test('slots are replaced and the ones before are kept', async () => {
    expect(await host.readSlots()).toEqual({ ok: false, error: 'not-found' })
    must(await host.writeSlots(utf8('one')))
    expect(existsSync(join(folder, 'slots.previous.json'))).toBe(false)
    must(await host.writeSlots(utf8('two')))
    expect(new TextDecoder().decode(must(await host.readSlots()))).toBe('two')
    expect(await readFile(join(folder, 'slots.previous.json'), 'utf8')).toBe('one')
  })

  test('blobs come back whole; the same id twice is fine; an empty one too', async () => {
    const ids = [idOf(1), `ff${idOf(2).slice(2)}`, idOf(3)]
    await Promise.all(ids.map((id, i) => host.putBlob(id, bytesOf(i, i * 1_000))))
    must(await host.putBlob(idOf(1), bytesOf(9, 10)))
    expect([...must(await host.listBlobs())].sort()).toEqual([...ids].sort())
    expect(same(must(await host.getBlob(idOf(1))), bytesOf(9, 10))).toBe(true)
    expect(same(must(await host.getBlob(ids[1]!)), bytesOf(1, 1_000))).toBe(true)
    expect(await host.getBlob(idOf(99))).toEqual({ ok: false, error: 'not-found' })
    expect(existsSync(join(folder, 'blobs', 'ff', ids[1]!))).toBe(true)
    expect(await host.putBlob(idOf(4), new Uint8Array(BLOB_BYTES + 1))).toEqual({ ok: false, error: 'bad-request' })
  })

  test('drafts are kept, replaced and removed', async () => {
    must(await host.putDraft('intake-1', utf8('a')))
    must(await host.putDraft('intake-2', utf8('b')))
    must(await host.putDraft('intake-1', utf8('c')))
    must(await host.putDraft('intake-2', new Uint8Array(0)))
    must(await host.putDraft('never-there', new Uint8Array(0)))
    expect(must(await host.listDrafts())).toEqual([{ id: 'intake-1', bytes: utf8('c') }])
    for (const id of ['', '../x', 'A', 'con', 'nul', 'lpt1', '.hidden', 'a.b', 'x'.repeat(81)]) {
      expect(await host.putDraft(id, utf8('x'))).toEqual({ ok: false, error: 'bad-request' })
    }
  })
})

describe('open and close', () => {
  test('temp files of a killed program go; everything else stays', async () => {
    must(await host.putBlob(idOf(1), bytesOf(1, 5)))
    await host.close()
    const temp = '.linwu-0123456789abcdef.tmp'
    const places = [folder, join(folder, 'journal'), join(folder, 'drafts'), join(folder, 'blobs', '00')]
    for (const place of places) await writeFile(join(place, temp), 'half')
    await writeFile(
      join(folder, 'lock'),
      JSON.stringify({ nonce: idOf(1), pid: 1, host: 'elsewhere', boot: 'x', began: null, started: 0, heartbeat: 0 }),
    )
    host = must(await open())
    for (const place of places) expect(existsSync(join(place, temp))).toBe(false)
    expect(must(await host.listBlobs())).toEqual([idOf(1)])
  })

  test('after closing nothing is answered but gone, and close waits for what is under way', async () => {
    must(await host.beginSegment(idOf(1)))
    const last = host.append(idOf(1), 32, bytesOf(1, 10))
    await host.close()
    expect(await last).toEqual({ ok: true, value: 42 })
    expect(await host.append(idOf(1), 42, bytesOf(1, 10))).toEqual({ ok: false, error: 'gone' })
    expect(await host.state()).toEqual({ ok: false, error: 'gone' })
    expect(existsSync(join(folder, 'lock'))).toBe(false)
  })

  test('a file in the place of the folder is refused', async () => {
    const path = join(exportFolder, 'file')
    await mkdir(exportFolder)
    await writeFile(path, 'x')
    for (const wrong of [path, join(path, 'below')]) {
      const opened = await openStationFolder({
        fs: nodeFileSystem,
        folder: wrong,
        edition: 'desktop',
        demo: false,
        exportFolder,
        now: Date.now,
      })
      expect(opened).toEqual({ ok: false, error: 'io-failed' })
    }
    expect(await readFile(path, 'utf8')).toBe('x')
  })

  test.skipIf(process.platform === 'win32')('a link to the folder is the same station', async () => {
    const link = join(exportFolder, 'link')
    await mkdir(exportFolder)
    await symlink(folder, link)
    expect(
      await openStationFolder({
        fs: nodeFileSystem,
        folder: link,
        edition: 'desktop',
        demo: false,
        exportFolder,
        now: Date.now,
      }),
    ).toEqual({ ok: false, error: 'locked-by-other' })
    await host.close()
    const opened = must(
      await openStationFolder({
        fs: nodeFileSystem,
        folder: link,
        edition: 'desktop',
        demo: true,
        exportFolder,
        now: Date.now,
      }),
    )
    expect(must(await opened.state())).toMatchObject({ folder, demo: true, edition: 'desktop' })
    await opened.close()
  })
})
