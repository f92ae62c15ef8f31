/** kill −9 of a real process in the middle of its work, again and again, on one folder. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nodeFileSystem } from '#host/file-system.ts'
import { openStationFolder, type StationFolder } from '#host/station-folder.ts'
import { size } from '../size.ts'
import { bundledChild, lines } from './child.ts'
import { bytesOf, must, same } from './crash-trials.ts'
import { tempFolder } from './temp-folder.ts'

const ROUNDS = size(40, 400)

test(`killed ${ROUNDS} times: everything acknowledged is there, and the folder opens at once`, { timeout: 60_000 + ROUNDS * 3_000 }, async () => {
  const start = await bundledChild('writer-child.ts')
  const folder = join(await tempFolder(), 'station')
  const appended = new Map<string, { n: number; length: number }[]>()
  const blobs = new Map<string, number>()
  /** What may be there: the last acknowledged, and those under way since; null = none yet. */
  let slots: readonly (number | null)[] = [null]
  let acknowledged = 0
  for (let round = 1; round <= ROUNDS; round++) {
    const child = start(folder, String(round))
    const ended = lines(child, (line) => {
      const [what, ...rest] = line.split(' ')
      if (what === 'open') setTimeout(() => child.kill('SIGKILL'), (round * 7) % 60)
      if (what === 'begun') appended.set(rest[0]!, [])
      if (what === 'appended') appended.get(rest[0]!)!.push({ n: Number(rest[1]), length: Number(rest[2]) })
      if (what === 'blob') blobs.set(rest[0]!, Number(rest[1]))
      if (what === 'try') slots = [...slots, Number(rest[1])]
      if (what === 'slots') slots = [Number(rest[0])]
      if (what !== 'open' && what !== 'try') acknowledged += 1
    })
    await ended
    expect(child.signalCode).toBe('SIGKILL')
    const host = must(await openStationFolder({ fs: nodeFileSystem, folder, edition: 'command-line', demo: false, exportFolder: folder, now: Date.now }))
    await check(host, appended, blobs, slots)
    await host.close()
  }
  console.log(`${ROUNDS} kills, ${acknowledged} acknowledged, 0 lost`)
  expect(acknowledged).toBeGreaterThan(ROUNDS)
})

async function check(
  host: StationFolder,
  appended: ReadonlyMap<string, readonly { n: number; length: number }[]>,
  blobs: ReadonlyMap<string, number>,
  slots: readonly (number | null)[],
): Promise<void> {
  const infos = new Map(must(await host.state()).segments.map((info) => [info.id, info]))
  for (const [id, batches] of appended) {
    expect(infos.has(id)).toBe(true)
    const bytes = must(await host.readSegment(id, 32, 1_000_000))
    let at = 0
    for (const { n, length } of batches) {
      expect(same(bytes.subarray(at, at + length), bytesOf(n, length))).toBe(true)
      at += length
    }
  }
  for (const [id, n] of blobs) expect(same(must(await host.getBlob(id)), bytesOf(n, 3_000))).toBe(true)
  const found = await host.readSlots()
  expect(slots.some((n) => (n === null ? !found.ok : found.ok && same(found.value, bytesOf(n, 500))))).toBe(true)
}
