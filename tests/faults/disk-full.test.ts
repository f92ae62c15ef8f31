/** The disk is full, or broken, at every operation of a save, an import, an attachment, a backup, a slot, the set-up. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { HostCode } from '#core/host/host.ts'
import { INTAKE, newProfile, SET_UP } from '../desk/desk-world.ts'
import { must } from '../host/crash-trials.ts'
import { type FaultFileSystem, faultFileSystem, type Op, type OpKind } from '../host/fault-file-system.ts'
import { size } from '../size.ts'
import { putCopy, takeCopy, type DatabaseCopy } from './copy-of-database.ts'
import { isSame, liveThrough } from './power-cuts.ts'
import {
  BACKUP_TO,
  importRowsOf,
  openStationOn,
  PICTURE,
  receiveCase,
  type Shown,
  shownBy,
  type Station,
  unlockStation,
  workingDay,
} from './station-story.ts'

type Action = {
  /** Null when it was done, or the code. */
  readonly run: (station: Station, caseId: string) => Promise<string | null>
  /** Lines that it adds to the screens, and lines it replaces. */
  readonly adds: number
  readonly replaces: number
}
type Answer =
  | { readonly ok: true }
  | { readonly ok: false; readonly error: string | { readonly kind: string; readonly code?: HostCode } }

const codeOf = (answer: Answer): string | null =>
  answer.ok ? null : typeof answer.error === 'string' ? answer.error : (answer.error.code ?? answer.error.kind)

/** To add one: a line here. */
const ACTIONS: Readonly<Record<string, Action>> = {
  save: {
    run: async ({ desk }, id) =>
      codeOf(await desk.run({ name: 'record-answer', input: { case: id, way: 'phone', content: '已处理。', answeredBy: '' } })),
    adds: 2,
    replaces: 2,
  },
  'save in two scopes': { run: async ({ desk }) => codeOf(await desk.run({ name: 'receive-case', input: INTAKE })), adds: 2, replaces: 0 },
  import: { run: async ({ desk }) => codeOf(await desk.importRows(importRowsOf(500, 20))), adds: 40, replaces: 0 },
  attachment: { run: async ({ desk }, id) => codeOf(await desk.attach(id, '照片.png', 'image/png', PICTURE)), adds: 1, replaces: 1 },
  backup: { run: async ({ host }) => codeOf(await host.backup(BACKUP_TO)), adds: 0, replaces: 0 },
  'command-line slot': { run: async ({ desk }) => codeOf(await desk.addCommandLineSlot('另一个口令')), adds: 0, replaces: 0 },
} // prettier-ignore

type Failure = {
  readonly errno: string
  readonly code: HostCode
  readonly hits: (op: Op) => boolean
  readonly lasts: boolean
}
const GROWS: readonly OpKind[] = ['create', 'write', 'mkdir', 'link']
const SYNCS: readonly OpKind[] = ['fdatasync', 'fsync', 'fsyncDir']
const FAILURES: Readonly<Record<string, Failure>> = {
  'full until space returns': { errno: 'ENOSPC', code: 'disk-full', hits: (op) => GROWS.includes(op.kind), lasts: true },
  'full, noticed at the sync': { errno: 'ENOSPC', code: 'disk-full', hits: (op) => SYNCS.includes(op.kind), lasts: false },
  'broken at a write': { errno: 'EIO', code: 'io-failed', hits: (op) => GROWS.includes(op.kind), lasts: false },
  'broken at a sync': { errno: 'EIO', code: 'io-failed', hits: (op) => SYNCS.includes(op.kind), lasts: false },
} // prettier-ignore

/** Then the program is killed, or the power goes and leaves one of these states of the disk. */
const RESTARTS = ['kill', ...[0, 5, 1, 2, 3, 4, 6, 7].slice(0, size(2, 8))] as const

type Base = { fs: FaultFileSystem; copy: DatabaseCopy; shown: Shown; caseId: string }
type Count = { failures: number; refused: number; restarts: number; cameBack: number; readonly wrong: string[] }
let base: Base

beforeAll(async () => {
  const lived = await liveThrough({ steps: workingDay().slice(0, 6), seeds: 0 })
  const shown = lived.shown.at(-1)!
  const { id } = JSON.parse(shown[1]!) as { id: string }
  base = { fs: lived.fs.crash(1), copy: lived.copies.at(-1)!, shown, caseId: id }
})

describe('a disk that refuses', () => {
  for (const [name, failure] of Object.entries(FAILURES)) {
    test(name, { timeout: 300_000 }, async () => {
      const count: Count = { failures: 0, refused: 0, restarts: 0, cameBack: 0, wrong: [] }
      for (const [what, action] of Object.entries(ACTIONS)) {
        let failAt = 1
        while (await refuseAt(`${what}, ${failAt}`, action, failure, failAt, count)) failAt += 1
      }
      const { failures, refused, restarts, cameBack, wrong } = count
      console.log(
        `${name}: ${failures} failing operations, ${refused} refused, ${restarts} restarts, ${wrong.length} lost, half or shown although refused; ` +
          `${cameBack} refused ones came back whole`,
      )
      expect(cameBack).toBe(0)
      expect(wrong).toEqual([])
      expect(refused).toBeGreaterThan(10)
    })
  }
})

/** False when the action has fewer operations than that. */
async function refuseAt(
  label: string,
  action: Action,
  failure: Failure,
  failAt: number,
  count: Count,
): Promise<boolean> {
  const { errno, code, hits, lasts } = failure
  const fs = base.fs.crash(1)
  await putCopy(base.copy)
  const station = await openStationOn(fs)
  await unlockStation(station)
  let hit = 0
  fs.plan({ fail: (op) => (hits(op) && (++hit === failAt || (lasts && hit > failAt)) ? errno : null) })
  const said = await action.run(station, base.caseId)
  if (hit < failAt) return false
  count.failures += 1
  const complain = (what: string): void => void count.wrong.push(`${label}: ${what}`)
  if (said !== null) {
    count.refused += 1
    if (said !== code) complain(`answers ${said}`)
    if (!isSame(await shownBy(station.desk), base.shown)) complain('refused and shown')
  }
  fs.plan({})
  if (failAt % 2 === 0) {
    // The clerk has locked the screen meanwhile.
    await station.desk.lock()
    await unlockStation(station)
  }
  await receiveCase(station.desk, '有空间以后')
  const shown = await shownBy(station.desk)
  const copy = await takeCopy()
  for (const how of RESTARTS) {
    count.restarts += 1
    await putCopy(how === 5 ? copy : null)
    const again = await openStationOn(how === 'kill' ? fs.kill() : fs.crash(how), { boot: how !== 'kill' })
    const report = await unlockStation(again)
    if (report!.damagedJournal + report!.gaps > 0) complain(`after ${how} it is called damaged`)
    const now = await shownBy(again.desk)
    if (isSame(now, shown)) continue
    // A save whose sync failed was refused, and its bytes may be there all the same: then it is shown, whole.
    const added = now.filter((line) => !shown.includes(line)).length
    const gone = shown.filter((line) => !now.includes(line)).length
    const whole =
      said !== null &&
      added <= action.adds + 1 &&
      gone <= action.replaces + 1 &&
      now.length - shown.length === action.adds - action.replaces
    if (whole && SYNCS.some((kind) => hits({ n: 0, kind, path: '' }))) count.cameBack += 1
    else complain(`after ${how}: ${added} lines more, ${gone} less`)
  }
  return true
}

test('a disk that is full during set-up, at each write: said, and finished later by unlocking', async () => {
  let refused = 0
  for (let failAt = 1; ; failAt++) {
    newProfile()
    const fs = faultFileSystem()
    const station = await openStationOn(fs)
    must(await station.desk.find())
    let hit = 0
    fs.plan({ fail: (op) => (GROWS.includes(op.kind) && ++hit >= failAt ? 'ENOSPC' : null) })
    const said = await station.desk.setUp(SET_UP)
    fs.plan({})
    if (said.ok) break
    refused += 1
    expect(said.error).toBe('disk-full')
    await station.desk.lock()
    const found = must(await station.desk.find())
    const open =
      found.kind === 'nothing' ? await station.desk.setUp(SET_UP) : await station.desk.unlock(SET_UP.password, 'user')
    expect(open).toMatchObject({ ok: true, value: { cases: 0, user: { name: SET_UP.userName } } })
    await receiveCase(station.desk, '第一件')
    const shown = await shownBy(station.desk)
    newProfile()
    const again = await openStationOn(fs.crash(0), { boot: true })
    expect(await unlockStation(again)).toMatchObject({ cases: 1, user: { name: SET_UP.userName } })
    expect(await shownBy(again.desk)).toEqual(shown)
  }
  console.log(`full during set-up: ${refused} refusals, all finished later`)
  expect(refused).toBeGreaterThan(3)
})

test('a draft on a full disk is in IndexedDB, and in the folder once there is space', async () => {
  const fs = base.fs.crash(1)
  await putCopy(base.copy)
  const station = await openStationOn(fs)
  await unlockStation(station)
  const draft = { id: 'draft-1', form: 'intake', title: '半张表', changedAt: '2026-11-22T09:30:00+08:00', values: { title: '半' } } as const // prettier-ignore
  fs.plan({ fail: (op) => (GROWS.includes(op.kind) ? 'ENOSPC' : null) })
  await station.desk.putDraft(draft)
  await new Promise((later) => setTimeout(later, 600))
  expect(must(await station.host.listDrafts())).toEqual([])
  expect(await station.desk.drafts()).toEqual([draft])
  fs.plan({})
  await station.desk.lock()
  newProfile()
  const again = await openStationOn(fs.crash(0), { boot: true })
  await unlockStation(again)
  expect(await again.desk.drafts()).toEqual([draft])
})
