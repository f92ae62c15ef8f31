/**
 * The power goes before every single file operation of a story, and comes back. The story is lived once: right before each
 * operation the fault file system gives the states in which a disk may be found then, and each is opened afterwards.
 */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { FolderHost } from '#core/host/host.ts'
import { restoreStation } from '#host/restore.ts'
import { must } from '../host/crash-trials.ts'
import { type FaultFileSystem, faultFileSystem, type Faults, type Op } from '../host/fault-file-system.ts'
import { NO_BEATS, simulatedMachine } from '../host/simulated-machine.ts'
import { putCopy, takeCopy, type DatabaseCopy } from './copy-of-database.ts'
import {
  BACKUP_TO,
  openStationOn,
  picturesOf,
  receiveCase,
  type Shown,
  shownBy,
  type Station,
  type Step,
  unlockStation,
} from './station-story.ts'

/** A disk as the power may leave it before operation `op`. */
export type Moment = {
  readonly op: Op
  /** How many steps were acknowledged then. */
  readonly step: number
  /** Which picture of IndexedDB was the newest then. */
  readonly copy: number
  readonly seed: number
  readonly disk: FaultFileSystem
}

export type Lived = {
  readonly cuts: number
  /** Without those that are like an earlier one. */
  readonly moments: readonly Moment[]
  /** What the screens showed after so many steps; null: there was no station. */
  readonly shown: readonly (Shown | null)[]
  readonly copies: readonly DatabaseCopy[]
  /** Names of the steps. */
  readonly steps: readonly string[]
  /** The disk at the end of the story. */
  readonly fs: FaultFileSystem
}

export type Story = {
  readonly steps: readonly Step[]
  /** The disk and the IndexedDB with which it begins, and what was shown of them before. */
  readonly start?: { readonly fs: FaultFileSystem; readonly copy: DatabaseCopy; readonly shown: Shown }
  readonly seeds: number
  readonly faults?: Faults
  /** Cuts only from this operation to that one. */
  readonly cuts?: readonly [from: number, to: number]
}

export async function liveThrough({
  steps,
  start,
  seeds,
  faults = {},
  cuts: [from, to] = [1, Infinity],
}: Story): Promise<Lived> {
  const fs = start?.fs ?? faultFileSystem()
  const moments: Moment[] = []
  const shown: (Shown | null)[] = [start?.shown ?? null]
  const copies: DatabaseCopy[] = [start?.copy ?? null]
  const seen = new Set<string>()
  let fresh: Moment[] = []
  let cuts = 0
  let done = 0
  await putCopy(copies[0]!)

  const look = (op: Op): void => {
    if (op.n < from || op.n > to) return
    cuts += 1
    for (let seed = 0; seed < seeds; seed++)
      fresh.push({ op, step: done, copy: copies.length - 1, seed, disk: fs.crash(seed) })
  }
  const sift = async (): Promise<void> => {
    for (const moment of fresh) {
      const state = `${moment.step} ${moment.copy} ${await contentOf(moment.disk)}`
      if (!seen.has(state)) moments.push(moment)
      seen.add(state)
    }
    fresh = []
  }
  /** Between an import and its fold, too, IndexedDB is looked at. */
  const watched = (host: FolderHost): FolderHost => ({
    ...host,
    writeMarker: async (marker) => (copies.push(await takeCopy()), host.writeMarker(marker)),
  })
  const open = (): Promise<Station> => openStationOn(fs, { wrap: watched })

  const before = fs.ops().length
  fs.plan({ ...faults, fail: (op) => (look(op), null) })
  let station = await open()
  for (const step of steps) {
    station = (await step.run(station, open)) ?? station
    copies.push(await takeCopy())
    shown.push(await shownBy(station.desk))
    done += 1
    await sift()
  }
  look({ n: fs.ops().length + 1 - before, kind: 'write', path: '' })
  await sift()
  fs.plan({})
  return { cuts, moments, shown, copies, steps: steps.map((step) => step.name), fs }
}

/**
 * `lost`: something acknowledged is not shown. `half`: something is shown that never was on a screen. `alarms`: a save under
 * way of which only the end reached the disk is called damage, because a save that was damaged later looks the same.
 */
export type Found = { opened: number; lost: number; half: number; alarms: number; readonly other: string[] }
export const NOTHING_FOUND = (): Found => ({ opened: 0, lost: 0, half: 0, alarms: 0, other: [] })

export type Look = {
  /** Only a copy that is ahead of the folder gives something back. */
  readonly mayReturn?: boolean
  /** Also goes on working. */
  readonly goOn?: boolean
}

/** Opens the station from what the power left and compares its screens with those before and after the step under way. */
export async function lookAt(
  lived: Lived,
  moment: Moment,
  copy: DatabaseCopy,
  found: Found,
  look: Look = {},
): Promise<void> {
  const { step, op } = moment
  const complain = (what: string): void =>
    void found.other.push(`before op ${op.n} (${op.kind}, ${lived.steps[step] ?? 'end'}), seed ${moment.seed}: ${what}`)
  found.opened += 1
  await putCopy(copy)
  const station = await openStationOn(moment.disk.crash(1), { boot: true })
  const report = await unlockStation(station)
  const [before, after] = [lived.shown[step]!, lived.shown[step + 1] ?? lived.shown[step]!]
  if (!report) {
    if (before) found.lost += 1
    return
  }
  const now = await shownBy(station.desk)
  compare(now, [before, after], found)
  if (report.gaps > 0) complain(`${report.gaps} gaps`)
  if (report.returned > 0 && !look.mayReturn) complain(`${report.returned} returned from a copy that was never ahead`)
  if (report.damagedCopy > 0) complain('the copy is called damaged')
  const isTorn = moment.seed > 3 && op.kind === 'fdatasync'
  if (report.damagedJournal > 0 && !isTorn) complain('the journal is called damaged')
  if (report.damagedJournal > 0 && isTorn) found.alarms += 1
  const pictures = await picturesOf(station.desk)
  if (pictures.whole < pictures.named) complain('a picture does not open')
  if (lived.steps.slice(0, step).includes('restart') && (await station.desk.drafts()).length !== 1)
    complain('the draft is gone')
  if (look.goOn) {
    await receiveCase(station.desk, '停电以后')
    const later = await shownBy(station.desk)
    if (later.length !== now.length + 2) complain('work does not go on')
    await station.desk.lock()
  }
}

/** A backup that said "done" is there, whole, and shows what was saved when it was made. */
export async function lookAtBackup(lived: Lived, moment: Moment, found: Found): Promise<void> {
  const at = lived.steps.indexOf('backup')
  if (moment.step < at) return
  const fs = moment.disk.crash(1)
  const folder = '/new/station'
  const restored = await restoreStation({ fs, from: BACKUP_TO, folder, now: () => 1e12, machine: simulatedMachine(7, 7), lockTimes: NO_BEATS }) // prettier-ignore
  if (!restored.ok) {
    if (moment.step > at) found.lost += 1
    return
  }
  found.opened += 1
  await putCopy(null)
  const station = await openStationOn(fs, { boot: true, folder })
  must(await station.desk.find())
  await unlockStation(station)
  compare(await shownBy(station.desk), [lived.shown[at]!], found)
}

function compare(now: Shown, allowed: readonly (Shown | null)[], found: Found): void {
  if (allowed.some((shown) => shown !== null && isSame(now, shown))) return
  const known = new Set(allowed.flatMap((shown) => shown ?? []))
  if (now.some((line) => !known.has(line))) found.half += 1
  else found.lost += 1
}

export const isSame = (a: Shown, b: Shown): boolean => a.length === b.length && a.every((line, i) => line === b[i])

async function contentOf(fs: FaultFileSystem, path = '/'): Promise<string> {
  const parts = await Promise.all(
    (await fs.list(path)).map(async ({ name, kind }) => {
      const inside = join(path, name)
      if (kind === 'folder') return `${inside} ${await contentOf(fs, inside)}`
      return `${inside} ${createHash('sha1')
        .update(await fs.readFile(inside, 0, Infinity))
        .digest('hex')}`
    }),
  )
  return parts.join('\n')
}
