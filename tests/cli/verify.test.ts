import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { random } from '#cli/clock.ts'
import { scanSegment } from '#core/journal/recover.ts'
import { sealBox } from '#core/journal/sealed-box.ts'
import { utf8 } from '#core/lib/bytes.ts'
import { CSV, inStation, linwu, newStation, put, type TestStation } from './program.ts'

async function filled(): Promise<TestStation & { segment: string; bytes: Buffer; frames: readonly { at: number }[] }> {
  const station = await newStation()
  await linwu('import', station.dir, put(station.folder, 'requests.csv', CSV), ...station.key)
  const journal = join(station.dir, 'journal')
  const name = readdirSync(journal)[0]!
  const bytes = readFileSync(join(journal, name))
  const id = name.slice(7, 39)
  return { ...station, segment: join(journal, name), bytes, frames: scanSegment(id, bytes, 32, 0).frames }
}

describe('verify', () => {
  it('names one flipped bit in the content of a frame, which needs the key to be seen', async () => {
    const { dir, key, segment, bytes, frames } = await filled()
    const wrong = Buffer.from(bytes)
    wrong[frames[1]!.at + 60]! ^= 1
    writeFileSync(segment, wrong)
    const found = await linwu('verify', dir, ...key, '--json')
    expect([found.code, found.json.ok]).toEqual([1, false])
    expect(found.json.damaged[0]).toMatchObject({
      segment: expect.stringMatching(/^[0-9a-f]{32}$/),
      frame: 1,
      reason: 'does-not-open',
    })
    expect((await linwu('verify', dir, ...key)).out).toContain('内容与封存时不同')
    expect((await linwu('verify', dir, '--frames-only', '--json')).json.ok).toBe(true)
  })

  it('names a damaged frame header and a damaged file header without the key', async () => {
    const { dir, segment, bytes, frames } = await filled()
    const wrong = Buffer.from(bytes)
    wrong[9]! ^= 1
    wrong[frames[1]!.at + 5]! ^= 1
    writeFileSync(segment, wrong)
    const found = await linwu('verify', dir, '--frames-only', '--json')
    expect(found.code).toBe(1)
    const reasons = found.json.damaged.map((one) => one.reason)
    expect(reasons).toContain('file-header')
    expect(reasons).toContain('bytes-skipped')
  })

  it('names a journal that was cut cleanly between two frames, and one that is gone', async () => {
    const { dir, key, segment, bytes, frames } = await filled()
    writeFileSync(segment, bytes.subarray(0, frames.at(-1)!.at))
    for (const words of [['--frames-only'], key]) {
      const found = await linwu('verify', dir, ...words, '--json')
      expect(found.code).toBe(1)
      expect(found.json.damaged).toContainEqual({ segment: expect.any(String), frame: 0, reason: 'segment-cut' })
    }
    rmSync(segment)
    const gone = await linwu('verify', dir, ...key, '--json')
    expect(gone.json.damaged).toContainEqual({ segment: expect.any(String), frame: 0, reason: 'segment-missing' })
    expect(gone.json.damaged).toContainEqual({
      segment: null,
      frame: null,
      reason: 'events-missing',
      log: expect.stringMatching(/\/private$/),
    })
  })

  it('names an attachment that is gone, and one that is another', async () => {
    const { dir, key } = await filled()
    const ids = ['a'.repeat(32), 'b'.repeat(32)] as const
    await inStation(dir, key, async ({ host, keeper, book, cipher }) => {
      for (const blob of ids) {
        const bytes = utf8(`photo ${blob}`)
        await host.putBlob(blob, await sealBox(`blob:${blob}`, bytes, 'private', cipher, random))
        const sha256 = createHash('sha256').update(bytes).digest('hex')
        const input = { case: book.cases[0]!, blob, name: '照片.jpg', media: 'image/jpeg', bytes: bytes.length, sha256 }
        expect((await keeper.run({ name: 'attach-file', input })).ok).toBe(true)
      }
    })
    expect((await linwu('verify', dir, ...key, '--json')).json.damaged).toEqual([])
    const [gone, swapped] = ids.map((id) => join(dir, 'blobs', id.slice(0, 2), id)) as [string, string]
    writeFileSync(swapped, readFileSync(gone))
    rmSync(gone)
    expect((await linwu('verify', dir, ...key, '--json')).json.damaged).toEqual([
      { segment: null, frame: null, reason: 'blob-missing', blob: ids[0] },
      { segment: null, frame: null, reason: 'blob-damaged', blob: ids[1] },
    ])
  })

  it('names a marker that cannot be read', async () => {
    const { dir } = await filled()
    writeFileSync(join(dir, 'marker.json'), '{')
    expect((await linwu('verify', dir, '--frames-only', '--json')).json.damaged).toEqual([
      { segment: null, frame: null, reason: 'marker-damaged' },
    ])
  })

  it('after a save that was cut, the rest is read, and the next save goes into a new file', async () => {
    const { folder, dir, key, segment, bytes, frames } = await filled()
    // The last frame says that the import is done; the one before it holds its rows.
    writeFileSync(segment, bytes.subarray(0, frames.at(-1)!.at - 5))
    const listed = await linwu('list', dir, ...key, '--json')
    expect([listed.code, listed.json.total]).toEqual([0, 0])
    expect((await linwu('import', dir, put(folder, 'again.csv', CSV), ...key, '--json')).json.imported).toBe(3)
    expect((await linwu('list', dir, ...key, '--json')).json.total).toBe(3)
    expect(readdirSync(join(dir, 'journal')).length).toBe(2)
  })
})
