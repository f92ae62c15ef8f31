/** The disk is full, or broken, at every operation of a save, an import, an attachment, a backup, a draft. */
import { describe, expect, test } from 'vitest'
import type { HostCode } from '#core/host/host.ts'
import { INTAKE } from '../desk/desk-world.ts'
import { must } from '../host/crash-trials.ts'
import type { FaultFileSystem, Op, OpKind } from '../host/fault-file-system.ts'
import { putCopy, takeCopy, type DatabaseCopy } from './copy-of-database.ts'
import { isSame, liveThrough } from './power-cuts.ts'
import { BACKUP_TO, importRowsOf, openStationOn, PICTURE, receiveCase, type Shown, shownBy, type Station, unlockStation, workingDay } from './station-story.ts'

/** Answers null when it was done, or the host's code. */
type Action = (station: Station, caseId: string) => Promise<HostCode | null>
const codeOf = (result: { ok: true } | { ok: false; error: { kind: string; code?: HostCode } | HostCode }): HostCode | null => {
  if (result.ok) return null
  if (typeof result.error === 'string') return result.error
  return result.error.kind === 'not-saved' ? result.error.code! : 'bad-request'
}

const ACTIONS: Readonly<Record<string, Action>> = {
  save: async ({ desk }, id) => codeOf(await desk.run({ name: 'record-answer', input: { case: id, way: 'phone', content: '已处理。', answeredBy: '' } })),
  'save in two scopes': async ({ desk }) => codeOf(await desk.run({ name: 'receive-case', input: INTAKE })),
  import: async ({ desk }) => codeOf(await desk.importRows(importRowsOf(500, 20))),
  attachment: async ({ desk }, id) => codeOf(await desk.attach(id, '照片.png', 'image/png', PICTURE)),
  backup: async ({ host }) => codeOf(await host.backup(BACKUP_TO)),
  'command-line slot': async ({ desk }) => codeOf(await desk.addCommandLineSlot('另一个口令') as never),
}

type Failure = { readonly errno: string; readonly code: HostCode; readonly hits: (op: Op) => boolean; readonly lasts: boolean }
const GROWS: readonly OpKind[] = ['create', 'write', 'mkdir', 'link']
const FAILURES: Readonly<Record<string, Failure>> = {
  'full until space returns': { errno: 'ENOSPC', code: 'disk-full', hits: (op) => GROWS.includes(op.kind), lasts: true },
  'full, noticed at the sync': { errno: 'ENOSPC', code: 'disk-full', hits: (op) => op.kind.startsWith('f'), lasts: false },
  'broken at a write': { errno: 'EIO', code: 'io-failed', hits: (op) => GROWS.includes(op.kind), lasts: false },
  'broken at a sync': { errno: 'EIO', code: 'io-failed', hits: (op) => op.kind.startsWith('f'), lasts: false },
}

type Base = { fs: FaultFileSystem; copy: DatabaseCopy; shown: Shown; caseId: string }
let base: Base
async function prepare(): Promise<Base> {
  const lived = await liveThrough({ steps: workingDay().slice(0, 6), seeds: 0 })
  const caseId = (JSON.parse(lived.shown.at(-1)![1]!) as { id: string }).id
  return { fs: lived.fs.crash(1), copy: lived.copies.at(-1)!, shown: lived.shown.at(-1)!, caseId }
}

describe('a disk that refuses', () => {
  for (const [name, failure] of Object.entries(FAILURES)) {
    test(name, { timeout: 300_000 }, async () => {
      base ??= await prepare()
      const count = { failures: 0, refused: 0, restarts: 0 }
      const wrong: string[] = []
      for (const [action, act] of Object.entries(ACTIONS)) {
        for (let failAt = 1; ; failAt++) if (!(await once(`${action}, ${failAt}`, act, failure, failAt, count, wrong))) break
      }
      console.log(`${name}: ${count.failures} failing operations, ${count.refused} refused, ${count.restarts} restarts, ${wrong.length} wrong`)
      console.log(wrong)
      expect(count.refused).toBeGreaterThan(5)
      expect(wrong).toEqual([])
    })
  }
})

async function once(label: string, act: Action, { errno, code, hits, lasts }: Failure, failAt: number, count: { failures: number; refused: number; restarts: number }, wrong: string[]): Promise<boolean> {
  const fs = base.fs.crash(1)
  await putCopy(base.copy)
  let station = await openStationOn(fs)
  await unlockStation(station)
  let hit = 0
  fs.plan({ fail: (op) => (hits(op) && (++hit === failAt || (lasts && hit > failAt)) ? errno : null) })
  const said = await act(station, base.caseId)
  const failed = hit >= failAt
  if (failed) count.failures += 1
  if (said !== null) count.refused += 1
  if (said !== null && said !== code) wrong.push(`${label}: answers ${said}`)
  if (said !== null && !isSame(await shownBy(station.desk), base.shown)) wrong.push(`${label}: refused and shown`)
  fs.plan({})
  await receiveCase(station.desk, '有空间以后')
  if (said === 'never' as never) await act(station, base.caseId)
  const shown = await shownBy(station.desk)
  for (const at of ['kill', 0, 1, 2, 3, 5, 7] as const) {
    count.restarts += 1
    const copy = at === 'kill' || at === 3 ? await takeCopy() : null
    await putCopy(copy)
    station = await openStationOn(at === 'kill' ? fs.kill() : fs.crash(at), { boot: at !== 'kill' })
    const report = await unlockStation(station)
    const now = await shownBy(station.desk)
    if (!isSame(now, shown)) wrong.push(`${label}: restart ${at}: ${now.length} lines, ${shown.length} acknowledged, before ${base.shown.length}`)
    if (report!.damagedJournal + report!.gaps > 0) wrong.push(`${label}: restart ${at}: damage ${JSON.stringify(report)}`)
  }
  return failed
}
