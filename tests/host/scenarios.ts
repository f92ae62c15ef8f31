/** The roads on which something is acknowledged, with what must hold after a cut anywhere on them. */
import type { Marker } from '#core/host/host.ts'
import { parseSegmentHeader } from '#core/journal/segment.ts'
import { concat } from '#core/lib/bytes.ts'
import { restoreStation } from '#host/restore.ts'
import type { StationFolder } from '#host/station-folder.ts'
import { blobIdOf, bytesOf, FOLDER, idOf, must, openOn, same, type Scenario } from './crash-trials.ts'
import type { FaultFileSystem } from './fault-file-system.ts'
import { NO_BEATS, simulatedMachine } from './simulated-machine.ts'

/** What must be there: the acknowledged bytes of each segment, behind the file header. */
export type Journal = Map<string, Uint8Array>

export const markerOf = (n: number): Marker => ({
  v: 1,
  station: 'S0012',
  segments: [{ id: idOf(1), ordinal: 1, bytes: n }],
  heads: { 'd/private': { n, id: 'e'.repeat(n) } },
  at: '2026-11-22T09:02:11+08:00',
})

export async function begin(host: StationFolder, journal: Journal, id: string): Promise<number> {
  const info = must(await host.beginSegment(id))
  journal.set(id, new Uint8Array(0))
  return info.bytes
}

export async function append(
  host: StationFolder,
  journal: Journal,
  id: string,
  at: number,
  batch: Uint8Array,
): Promise<number> {
  const end = must(await host.append(id, at, batch))
  journal.set(id, concat([journal.get(id)!, batch]))
  return end
}

/** Every acknowledged byte of the journal, whatever follows it. */
export async function missingFrom(host: StationFolder, journal: Journal): Promise<string[]> {
  const broken: string[] = []
  const infos = must(await host.state()).segments
  for (const [id, bytes] of journal) {
    const info = infos.find((segment) => segment.id === id)
    if (!info) broken.push(`segment ${id.slice(-3)} is gone`)
    else if (parseSegmentHeader(must(await host.readSegment(id, 0, 32)))?.id !== id)
      broken.push(`segment ${id.slice(-3)} has no header`)
    else if (!same(must(await host.readSegment(id, 32, bytes.length)), bytes))
      broken.push(`segment ${id.slice(-3)} lost saved bytes`)
  }
  return broken
}

async function reopened(
  fs: FaultFileSystem,
  folder: string,
  look: (host: StationFolder) => Promise<string[]>,
): Promise<string[]> {
  const host = await openOn(fs, { boot: true, folder })
  if (!host.ok) return [`does not open: ${host.error}`]
  return look(host.value)
}

type Saves = { journal: Journal; markers: number[]; marking: number | null }

/** Begin, append, mark, begin another, append, mark. */
export const save: Scenario<Saves> = {
  seen: () => ({ journal: new Map(), markers: [], marking: null }),
  async run(fs, seen) {
    const host = must(await openOn(fs))
    for (const segment of [1, 2]) {
      let at = await begin(host, seen.journal, idOf(segment))
      for (let n = 1; n <= 3; n++) {
        at = await append(host, seen.journal, idOf(segment), at, bytesOf(segment * 10 + n, 40 + n))
        seen.marking = segment * 10 + n
        must(await host.writeMarker(markerOf(seen.marking)))
        seen.markers.push(seen.marking)
        seen.marking = null
      }
    }
  },
  check: (fs, seen) =>
    reopened(fs, FOLDER, async (host) => {
      const broken = await missingFrom(host, seen.journal)
      const { marker, markerDamaged } = must(await host.state())
      if (markerDamaged) broken.push('the marker is damaged')
      const last = seen.markers.at(-1)
      const allowed = [last ?? null, ...(seen.marking === null ? [] : [seen.marking])]
      if (!markerDamaged && !allowed.includes(marker ? (marker.segments[0]?.bytes ?? -1) : null))
        broken.push('an older marker came back')
      // Life goes on: the next save is possible at once.
      const next = idOf(999)
      const at = await begin(host, seen.journal, next)
      await append(host, seen.journal, next, at, bytesOf(1, 10))
      seen.journal.delete(next)
      return broken
    }),
}

type Blobs = { blobs: number[]; journal: Journal; events: number }
const EVENT = 16

/** A blob, then the event that names it; the third shares a folder with the first, the fourth is put twice. */
export const blobs: Scenario<Blobs> = {
  seen: () => ({ blobs: [], journal: new Map(), events: 0 }),
  async run(fs, seen) {
    const host = must(await openOn(fs))
    let at = await begin(host, seen.journal, idOf(1))
    for (const n of [0x11, 0x22, 0x1111, 0x22]) {
      must(await host.putBlob(blobIdOf(n), bytesOf(n, 100)))
      seen.blobs.push(n)
      at = await append(host, seen.journal, idOf(1), at, bytesOf(n, EVENT))
    }
    // Two at once into a folder that is not there yet: the second must not rely on a name that the first has not synced.
    const both = [0x33, 0x3333].map(async (n) => {
      must(await host.putBlob(blobIdOf(n), bytesOf(n, 100)))
      seen.blobs.push(n)
    })
    await Promise.all(both)
  },
  check: (fs, seen) =>
    reopened(fs, FOLDER, async (host) => {
      const broken = await missingFrom(host, seen.journal)
      const whole = async (n: number) => {
        const found = await host.getBlob(blobIdOf(n))
        return found.ok && same(found.value, bytesOf(n, 100))
      }
      for (const n of seen.blobs) if (!(await whole(n))) broken.push(`blob ${n} was saved and is not whole`)
      const [segment] = must(await host.state()).segments
      const events = segment ? must(await host.readSegment(segment.id, 32, 1_000)) : new Uint8Array(0)
      for (const n of [0x11, 0x22, 0x1111]) {
        const named = Array.from({ length: 4 }, (_, i) => events.subarray(i * EVENT, (i + 1) * EVENT)).some((event) =>
          same(event, bytesOf(n, EVENT)),
        )
        if (named && !(await whole(n))) broken.push(`an event names blob ${n}, which is not whole`)
      }
      return broken
    }),
}

type Slots = { saved: number | null; writing: number | null }

export const slots: Scenario<Slots> = {
  seen: () => ({ saved: null, writing: null }),
  async run(fs, seen) {
    const host = must(await openOn(fs))
    for (const n of [1, 2, 3]) {
      seen.writing = n
      must(await host.writeSlots(bytesOf(n, 60)))
      seen.saved = n
      seen.writing = null
    }
  },
  check: (fs, seen) =>
    reopened(fs, FOLDER, async (host) => {
      const found = await host.readSlots()
      const fits = (n: number | null) => (n === null ? !found.ok : found.ok && same(found.value, bytesOf(n, 60)))
      const broken =
        fits(seen.saved) || (seen.writing !== null && fits(seen.writing))
          ? []
          : [`slots ${seen.saved} are not what is there`]
      // Whichever slots are there now, those before them (or, when the next change had begun, these) are beside them.
      const there = [2, 3].find((n) => found.ok && same(found.value, bytesOf(n, 60)))
      if (there === undefined) return broken
      const previous = await fs.readFile(`${FOLDER}/slots.previous.json`, 0, 1_000).catch(() => new Uint8Array(0))
      const kept = [there - 1, there].some((n) => same(previous, bytesOf(n, 60)))
      return kept ? broken : [...broken, `the slots before ${there} were not kept`]
    }),
}

/** Drafts are kept, replaced, removed. */
export const drafts: Scenario<{ saved: Map<string, number>; writing: string | null }> = {
  seen: () => ({ saved: new Map(), writing: null }),
  async run(fs, seen) {
    const host = must(await openOn(fs))
    const steps: readonly (readonly [string, number])[] = [
      ['one', 1],
      ['two', 2],
      ['one', 3],
      ['two', 0],
    ]
    for (const [id, n] of steps) {
      seen.writing = id
      must(await host.putDraft(id, bytesOf(n, n * 10)))
      if (n === 0) seen.saved.delete(id)
      else seen.saved.set(id, n)
      seen.writing = null
    }
  },
  check: (fs, seen) =>
    reopened(fs, FOLDER, async (host) => {
      const found = new Map(must(await host.listDrafts()).map((draft) => [draft.id, draft.bytes]))
      const broken: string[] = []
      for (const id of ['one', 'two']) {
        if (id === seen.writing) continue
        const n = seen.saved.get(id)
        const bytes = found.get(id)
        if (n === undefined ? bytes : !bytes || !same(bytes, bytesOf(n, n * 10))) broken.push(`draft ${id} is not ${n}`)
      }
      return broken
    }),
}

type Backups = { journal: Journal; backedUp: Journal | null; underWay: Journal | null; blobs: number[] }
const TARGET = '/usb/copies'
const copyOf = (journal: Journal): Journal => new Map(journal)

async function fill(host: StationFolder, seen: { journal: Journal }): Promise<number> {
  must(await host.writeSlots(bytesOf(7, 50)))
  must(await host.putBlob(blobIdOf(0x11), bytesOf(0x11, 70)))
  must(await host.putBlob(blobIdOf(0x22), bytesOf(0x22, 70)))
  await begin(host, seen.journal, idOf(1))
  await append(host, seen.journal, idOf(1), 32, bytesOf(1, 40))
  const at = await begin(host, seen.journal, idOf(2))
  const end = await append(host, seen.journal, idOf(2), at, bytesOf(2, 40))
  must(await host.writeMarker(markerOf(3)))
  return end
}

/** What a whole station of `fill` must show. */
async function unlikeStation(host: StationFolder, journal: Journal): Promise<string[]> {
  const broken = await missingFrom(host, journal)
  const found = await host.readSlots()
  if (!found.ok || !same(found.value, bytesOf(7, 50))) broken.push('slots are missing')
  for (const n of [0x11, 0x22]) {
    const blob = await host.getBlob(blobIdOf(n))
    if (!blob.ok || !same(blob.value, bytesOf(n, 70))) broken.push(`blob ${n} is missing`)
  }
  if (must(await host.state()).marker?.station !== 'S0012') broken.push('the marker is missing')
  return broken
}

/** A backup, more work, a second backup that replaces the first. */
export const backup: Scenario<Backups> = {
  seen: () => ({ journal: new Map(), backedUp: null, underWay: null, blobs: [] }),
  async run(fs, seen) {
    const host = must(await openOn(fs))
    let at = await fill(host, seen)
    for (const n of [3, 4]) {
      seen.underWay = copyOf(seen.journal)
      must(await host.backup(TARGET))
      seen.backedUp = seen.underWay
      at = await append(host, seen.journal, idOf(2), at, bytesOf(n, 30))
    }
  },
  async check(fs, seen) {
    const broken = await reopened(fs, FOLDER, (host) => missingFrom(host, seen.journal))
    const restored = await restoreStation({
      fs,
      from: TARGET,
      folder: '/new/station',
      now: () => 1e12,
      machine: simulatedMachine(7, 7),
      lockTimes: NO_BEATS,
    })
    if (!restored.ok) return seen.backedUp ? [...broken, `the backup cannot be put back: ${restored.error}`] : broken
    const least = seen.backedUp ?? seen.underWay ?? new Map()
    return [...broken, ...(await reopened(fs, '/new/station', (host) => unlikeStation(host, least)))]
  },
}

type Restores = { done: boolean }
const RESTORED: Journal = new Map([[idOf(1), bytesOf(1, 40)], [idOf(2), bytesOf(2, 40)]]) // prettier-ignore

/** All or nothing: after a cut the target is no station yet, or the whole one. */
export const restore: Scenario<Restores> = {
  seen: () => ({ done: false }),
  async prepare(fs) {
    const host = must(await openOn(fs))
    await fill(host, { journal: new Map() })
    must(await host.backup(TARGET))
    await host.close()
  },
  async run(fs, seen) {
    must(
      await restoreStation({
        fs,
        from: TARGET,
        folder: '/new/station',
        now: () => 1e12,
        machine: simulatedMachine(7, 7),
        lockTimes: NO_BEATS,
      }),
    )
    seen.done = true
  },
  async check(fs, seen) {
    return reopened(fs, '/new/station', async (host) => {
      const state = must(await host.state())
      const empty = !state.slots && state.segments.length === 0 && state.blobs === 0 && state.marker === null
      const broken = empty && !seen.done ? [] : await unlikeStation(host, RESTORED)
      if (!empty) return broken
      await host.close()
      const again = await restoreStation({
        fs,
        from: TARGET,
        folder: '/new/station',
        now: () => 1e12,
        machine: simulatedMachine(8, 8),
        lockTimes: NO_BEATS,
      })
      return again.ok ? broken : [...broken, `it cannot be put back after the cut: ${again.error}`]
    })
  },
}
