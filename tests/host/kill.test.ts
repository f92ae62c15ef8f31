/** kill −9 of a real process in the middle of its work, again and again, on one folder. */
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nodeFileSystem } from '#host/file-system.ts'
import { openStationFolder, type StationFolder } from '#host/station-folder.ts'
import { size } from '../size.ts'
import { bundledChild, lines } from './child.ts'
import { bytesOf, must, same } from './crash-trials.ts'
import { tempFolder } from './temp-folder.ts'

/** On two folders at a time: most of a round is waiting for a process to start. */
const LANES = 2
// The 200 of a whole station are in tests/faults; here the host alone is killed.
const ROUNDS = size(60, 1_000) / LANES

test(
  `killed ${LANES * ROUNDS} times: everything acknowledged is there, and the folder opens at once`,
  { timeout: 60_000 + ROUNDS * 6_000 },
  async () => {
    const start = await bundledChild('writer-child.ts')
    const lanes = Array.from({ length: LANES }, async () =>
      killAgainAndAgain(start, join(await tempFolder(), 'station')),
    )
    const acknowledged = (await Promise.all(lanes)).reduce((sum, count) => sum + count, 0)
    console.log(`${LANES * ROUNDS} kills, ${acknowledged} acknowledged, 0 lost`)
    expect(acknowledged).toBeGreaterThan(ROUNDS)
  },
)

/** Answers how many answers were seen. */
async function killAgainAndAgain(start: (...args: readonly string[]) => ChildProcess, folder: string): Promise<number> {
  const appended = new Map<string, { n: number; length: number }[]>()
  const blobs = new Map<string, number>()
  /** What may be there: the last acknowledged, and those under way since; null = none yet. */
  let slots: readonly (number | null)[] = [null]
  let acknowledged = 0
  for (let round = 1; round <= ROUNDS; round++) {
    const child = start(folder, String(round))
    await lines(child, (line) => {
      const [what, ...rest] = line.split(' ')
      if (what === 'open') setTimeout(() => child.kill('SIGKILL'), (round * 7) % 60)
      if (what === 'begun') appended.set(rest[0]!, [])
      if (what === 'appended') appended.get(rest[0]!)!.push({ n: Number(rest[1]), length: Number(rest[2]) })
      if (what === 'blob') blobs.set(rest[0]!, Number(rest[1]))
      if (what === 'try') slots = [...slots, Number(rest[1])]
      if (what === 'slots') slots = [Number(rest[0])]
      if (what !== 'open' && what !== 'try') acknowledged += 1
    })
    expect(child.signalCode).toBe('SIGKILL')
    // In the other rounds the next child finds the dead one's lock.
    if (round % 4 > 0 && round < ROUNDS) continue
    const of = { edition: 'command-line', demo: false, exportFolder: folder, now: Date.now } as const
    const host = must(await openStationFolder({ fs: nodeFileSystem, folder, ...of }))
    await check(host, appended, blobs, slots, round % 40 === 0 || round === ROUNDS ? 0 : (round - 3) * 100_000)
    await host.close()
  }
  return acknowledged
}

/** `from`: number of the first write that is looked at; all of them now and then. */
async function check(
  host: StationFolder,
  appended: ReadonlyMap<string, readonly { n: number; length: number }[]>,
  blobs: ReadonlyMap<string, number>,
  slots: readonly (number | null)[],
  from: number,
): Promise<void> {
  const infos = new Map(must(await host.state()).segments.map((info) => [info.id, info]))
  for (const [id, batches] of appended) {
    if (Number.parseInt(id, 16) < from) continue
    expect(infos.has(id)).toBe(true)
    const bytes = must(await host.readSegment(id, 32, 1_000_000))
    let at = 0
    for (const { n, length } of batches) {
      expect(same(bytes.subarray(at, at + length), bytesOf(n, length))).toBe(true)
      at += length
    }
  }
  for (const [id, n] of blobs) if (n >= from) expect(same(must(await host.getBlob(id)), bytesOf(n, 3_000))).toBe(true)
  const found = await host.readSlots()
  expect(slots.some((n) => (n === null ? !found.ok : found.ok && same(found.value, bytesOf(n, 500))))).toBe(true)
}
