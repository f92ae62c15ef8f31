/** A PC of the histories over a real station folder, and the files that the other PC of its house has for it. */
import { webcrypto } from 'node:crypto'
import { nodeFileSystem } from '#host/file-system.ts'
import { openStationFolder, type StationFolder } from '#host/station-folder.ts'
import { dice } from '../histories/dice.ts'
import { exportTo, importFile } from '../histories/files.ts'
import { firstPc, newDistrict, type House } from '../histories/houses.ts'
import type { MemoryJournal } from '../histories/memory-journal.ts'
import { pcOver, write, type Pc } from '../histories/pc.ts'
import { must } from '../host/crash-trials.ts'

export type Story = {
  /** The PC as it was before the first file, in memory. */
  readonly before: Pc
  /** In order; each holds about `events` that the ones before it do not. */
  readonly files: readonly Uint8Array[]
}

const world = () => ({ dice: dice(7), tick: () => 1, written: new Map() })

/** The same each time. */
export async function importStory(count: number, events: number): Promise<Story> {
  const [before, from] = await twoPcs()
  const [shadow] = await twoPcs()
  const house: House = before.house
  const files: Uint8Array[] = []
  for (let i = 0; i < count; i++) {
    for (let n = 0; n < events / 3; n++) {
      const fields = { title: `${i} ${n}`, urgency: 'low', reporterName: 'x' }
      must((await write(from, [{ entity: `case:${i}-${n}`, kind: 'case-changed', fields }])) as never)
    }
    const [file] = await exportTo(from, house, { events: 10_000, characters: 1 << 24, blobs: 1, blobBytes: 1 })
    files.push(file!.bytes)
    // The other one says that it arrived, so that the next file begins behind it.
    await importFile(shadow, { bytes: file!.bytes, sealed: file!.sealed })
    for (const back of await exportTo(shadow, house)) await importFile(from, back)
  }
  return { before, files }
}

/** The one that imports, by its keys alone: a process that is started two hundred times must not prepare a district. */
export const importer = (): Promise<Pc> => firstPc(world())

export async function twoPcs(): Promise<[Pc, Pc]> {
  const { pcs } = await newDistrict(world())
  // None of the files is sealed: the envelope is opened before anything of this begins.
  for (const pc of pcs) Object.assign(pc, { dice: { ...pc.dice, rarely: () => false } })
  return [pcs[0]!, pcs[1]!]
}

/** The PC with its journal in the folder; what `before` has is put there first when it is empty. */
export async function pcIn(folder: string, before: Pc): Promise<{ pc: Pc; host: StationFolder }> {
  const host = must(await openStationFolder({ fs: nodeFileSystem, folder, edition: 'browser', demo: false, exportFolder: folder, now: Date.now })) // prettier-ignore
  if (must(await host.state()).segments.length === 0) {
    for (const { id, bytes } of before.journal.segments()) {
      const begun = must(await host.beginSegment(id))
      const all = must((await before.journal.readSegment(id, 0, bytes)) as never) as Uint8Array
      must(await host.append(id, begun.bytes, all.subarray(begun.bytes)))
    }
  }
  let segments = must(await host.state()).segments
  const journal = {
    die: null,
    segments: () => segments.map(({ id, ordinal, bytes }) => ({ id, ordinal, bytes })),
    copy: () => journal,
    beginSegment: host.beginSegment,
    append: host.append,
    readSegment: host.readSegment,
  } as unknown as MemoryJournal
  const random = (n: number): Uint8Array<ArrayBuffer> => webcrypto.getRandomValues(new Uint8Array(n))
  const pc = await pcOver({ ...before, written: new Map(), dice: { ...before.dice, bytes: random } }, journal)
  segments = must(await host.state()).segments
  return { pc, host }
}
