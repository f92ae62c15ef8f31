/** A segment is rewritten for an erasure: whatever happens, it holds the old bytes or the new ones, and no save is lost. */
import { expect, test } from 'vitest'
import { concat } from '#core/lib/bytes.ts'
import type { StationFolder } from '#host/station-folder.ts'
import { size } from '../size.ts'
import { bytesOf, cutEverywhere, FOLDER, idOf, must, openOn, same, type Scenario } from './crash-trials.ts'
import { faultFileSystem, type FaultFileSystem } from './fault-file-system.ts'

const SEEDS = size(8, 40)

/** The bytes behind the file header after each acknowledged step, and those that the step under way would make. */
type Rewrites = { now: Map<string, Uint8Array>; next: Map<string, Uint8Array> | null }

const put = (map: Map<string, Uint8Array>, id: string, bytes: Uint8Array): Map<string, Uint8Array> =>
  new Map([...map, [id, bytes]])

function over(bytes: Uint8Array, at: number, piece: Uint8Array): Uint8Array {
  const out = bytes.slice()
  out.set(piece, at)
  return out
}

/** Two segments; the older one and the one being written are rewritten, saves go between and behind. */
const rewrites: Scenario<Rewrites> = {
  seen: () => ({ now: new Map(), next: null }),
  async run(fs, seen) {
    const host = must(await openOn(fs))
    const step = async (id: string, bytes: Uint8Array, work: () => Promise<unknown>): Promise<void> => {
      seen.next = put(seen.now, id, bytes)
      await work()
      seen.now = seen.next
      seen.next = null
    }
    const save = (id: string, batch: Uint8Array): Promise<void> => {
      const before = seen.now.get(id)!
      return step(id, concat([before, batch]), async () => must(await host.append(id, 32 + before.length, batch)))
    }
    const erase = (id: string, at: number, piece: Uint8Array): Promise<void> =>
      step(id, over(seen.now.get(id)!, at, piece), async () => {
        const half = piece.length >> 1
        must(await host.stagePiece(id, 32 + at, piece.subarray(0, half)))
        must(await host.stagePiece(id, 32 + at + half, piece.subarray(half)))
        must(await host.rewriteSegment(id, 2))
      })
    for (const id of [idOf(1), idOf(2)]) {
      await step(id, new Uint8Array(0), async () => must(await host.beginSegment(id)))
      await save(id, bytesOf(1, 40))
      await save(id, bytesOf(2, 50))
    }
    await erase(idOf(1), 10, bytesOf(7, 20))
    await save(idOf(2), bytesOf(3, 30))
    await erase(idOf(2), 40, bytesOf(8, 50))
    await save(idOf(2), bytesOf(4, 20))
    await erase(idOf(2), 0, bytesOf(9, 40))
    await save(idOf(2), bytesOf(5, 20))
  },
  async check(fs, seen) {
    const host = await openOn(fs, { boot: true })
    if (!host.ok) return [`does not open: ${host.error}`]
    const broken: string[] = []
    for (const [id, bytes] of seen.now) {
      const there = await contentOf(host.value, id)
      const after = seen.next?.get(id)
      // An append under way may leave any of its bytes; a rewrite under way is all or nothing.
      const grown = after !== undefined && after.length > bytes.length
      const fits = (want: Uint8Array): boolean =>
        there !== null && same(grown ? there.subarray(0, want.length) : there, want)
      if (!fits(bytes) && !(after && !grown && fits(after)))
        broken.push(`segment ${id.slice(-1)} is neither old nor new`)
    }
    if ((await fs.list(`${FOLDER}/journal`)).some(({ name }) => name.endsWith('.tmp'))) broken.push('a temp file stays')
    return broken
  },
}

async function contentOf(host: StationFolder, id: string): Promise<Uint8Array | null> {
  const read = await host.readSegment(id, 32, 10_000)
  return read.ok ? read.value : null
}

test('the power goes at every operation', async () => {
  const { cuts, states, violations } = await cutEverywhere(rewrites, SEEDS)
  expect(violations).toEqual([])
  console.log(`rewritten segments: ${cuts} cuts, ${states} states, 0 lost or half`)
})

test('the program is killed, another one looks, and then the power goes', async () => {
  const look = async (fs: FaultFileSystem): Promise<void> => {
    const host = must(await openOn(fs))
    await host.state()
    await host.close()
  }
  const { violations } = await cutEverywhere(rewrites, SEEDS, { look })
  expect(violations).toEqual([])
})

for (const kind of ['fsync', 'fdatasync', 'fsyncDir'] as const) {
  test(`without ${kind} the same test fails`, async () => {
    const { violations } = await cutEverywhere(rewrites, SEEDS, { faults: { ignoreSync: kind }, untilFirst: true })
    expect(violations.length).toBeGreaterThan(0)
  })
}

async function twoBatches(fs: FaultFileSystem): Promise<StationFolder> {
  const host = must(await openOn(fs))
  must(await host.beginSegment(idOf(1)))
  must(await host.append(idOf(1), 32, bytesOf(1, 40)))
  must(await host.append(idOf(1), 72, bytesOf(2, 40)))
  return host
}

test('an operation of a rewrite fails: the old bytes or the new ones, and the next save counts', async () => {
  for (let failing = 1; ; failing++) {
    const fs = faultFileSystem()
    const host = await twoBatches(fs)
    must(await host.stagePiece(idOf(1), 32, bytesOf(9, 40)))
    const begun = fs.ops().length
    let failed = ''
    fs.plan({ fail: (op) => (op.n === begun + failing ? ((failed = op.kind), 'EIO') : null) })
    const rewritten = await host.rewriteSegment(idOf(1), 1)
    fs.plan({})
    if (failed === '') {
      expect(rewritten).toEqual({ ok: true, value: null })
      expect(failing).toBeGreaterThan(4) // create, write, fsync, rename, folder fsync
      return
    }
    expect(rewritten, failed).toEqual({ ok: false, error: 'io-failed' })
    const old = concat([bytesOf(1, 40), bytesOf(2, 40)])
    const fresh = over(old, 0, bytesOf(9, 40))
    const saved = await host.append(idOf(1), 112, bytesOf(3, 10))
    const further = saved.ok
      ? []
      : [must(await host.beginSegment(idOf(2))), must(await host.append(idOf(2), 32, bytesOf(3, 10)))]
    // After a rename of unknown fate nothing goes into that file any more.
    if (failed === 'rename' || failed === 'fsyncDir') expect(saved).toEqual({ ok: false, error: 'segment-closed' })
    else expect(saved.ok).toBe(true)
    for (let seed = 0; seed < 8; seed++) {
      const after = must(await openOn(fs.crash(seed), { boot: true }))
      const there = (await contentOf(after, idOf(1)))!
      const want = saved.ok ? bytesOf(3, 10) : new Uint8Array(0)
      expect(
        [old, fresh].some((bytes) => same(there, concat([bytes, want]))),
        `${failed}, seed ${seed}`,
      ).toBe(true)
      if (further.length > 0) expect(same((await contentOf(after, idOf(2)))!, bytesOf(3, 10))).toBe(true)
    }
  }
})

test('pieces that another page staged are never mixed in', async () => {
  const host = await twoBatches(faultFileSystem())
  must(await host.stagePiece(idOf(1), 32, bytesOf(8, 10)))
  must(await host.stagePiece(idOf(1), 72, bytesOf(9, 10)))
  expect(await host.rewriteSegment(idOf(1), 1)).toEqual({ ok: false, error: 'moved' })
  expect(await host.rewriteSegment(idOf(1), 2)).toEqual({ ok: false, error: 'moved' })
  expect(same((await contentOf(host, idOf(1)))!, concat([bytesOf(1, 40), bytesOf(2, 40)]))).toBe(true)
  expect(await host.stagePiece(idOf(1), 110, bytesOf(1, 10))).toEqual({ ok: false, error: 'bad-request' })
  expect(await host.stagePiece(idOf(1), 31, bytesOf(1, 10))).toEqual({ ok: false, error: 'bad-request' })
  expect(await host.stagePiece(idOf(5), 32, bytesOf(1, 10))).toEqual({ ok: false, error: 'not-found' })
})

test('an attachment is removed for good, and once more', async () => {
  const fs = faultFileSystem()
  const host = must(await openOn(fs))
  const id = 'ab'.repeat(16)
  must(await host.putBlob(id, bytesOf(1, 30)))
  must(await host.removeBlob(id))
  must(await host.removeBlob(id))
  must(await host.removeBlob('cd'.repeat(16)))
  for (let seed = 0; seed < 8; seed++) {
    const after = must(await openOn(fs.crash(seed), { boot: true }))
    expect(await after.getBlob(id)).toEqual({ ok: false, error: 'not-found' })
  }
})
