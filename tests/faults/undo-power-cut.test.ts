/**
 * The power goes before every file operation of an undone import, erasing and rewriting included: the screens show the cases
 * or not, never some of them; once they are gone they stay gone, and nothing of them is left on the disk or in IndexedDB.
 */
import { expect, test } from 'vitest'
import type { DeskApi } from '#app/desk/api.ts'
import { cipherOfFolder, inDatabase, inFolder, placesOf } from '../desk/everything-stored.ts'
import { SET_UP } from '../desk/desk-world.ts'
import { FOLDER, must } from '../host/crash-trials.ts'
import type { FaultFileSystem } from '../host/fault-file-system.ts'
import { size } from '../size.ts'
import { putCopy } from './copy-of-database.ts'
import { liveThrough, lookAt, NOTHING_FOUND, type Moment } from './power-cuts.ts'
import { BATCH, importRowsOf, openStationOn, receiveCase, unlockStation, type Step } from './station-story.ts'

const SEEDS = size(6, 12)
const NAMES = ['李建国', '13900001234', '楼道灯不亮']

async function importWithRecord(desk: DeskApi): Promise<string> {
  const begun = { file: '旧台账.xlsx', sha256: 'a'.repeat(64), rows: BATCH, header: [], map: {}, values: {} }
  const [id] = must(await desk.run({ name: 'begin-import', input: begun })).entities
  const rows = importRowsOf(1, BATCH).map(({ row, command }) => ({
    row,
    command: { ...command, input: { ...command.input, import: id! } },
  }))
  must(await desk.importRows(rows))
  return id!
}

function story(): Step[] {
  let id = ''
  return [
    { name: 'set up', run: async ({ desk }) => void (must(await desk.find()), must(await desk.setUp(SET_UP))) },
    { name: 'case', run: async ({ desk }) => void (await receiveCase(desk, '本站登记的')) },
    { name: 'import', run: async ({ desk }) => void (id = await importWithRecord(desk)) },
    {
      name: 'undo',
      run: async ({ desk }) => {
        expect(must(await desk.undoImport(id, BATCH))).toEqual({ erased: BATCH, kept: 0, scrubbed: true })
      },
    },
    { name: 'later', run: async ({ desk }) => void (await receiveCase(desk, '后来登记的')) },
  ]
}

/** Opens it, waits until what erasing left undone is done, and looks into every byte. */
async function left(moment: Moment, copy: Parameters<typeof putCopy>[0]): Promise<{ cases: number; places: string[] }> {
  const fs: FaultFileSystem = moment.disk.crash(1)
  await putCopy(copy)
  const station = await openStationOn(fs, { boot: true })
  if (!(await unlockStation(station))) return { cases: 0, places: [] }
  const { total } = await station.desk.counts()
  for (let i = 0; i < 25; i++) {
    station.idle()
    await new Promise((later) => setTimeout(later, 4))
  }
  await station.desk.lock()
  const cipher = await cipherOfFolder(FOLDER, fs)
  const places = [...placesOf(await inFolder(FOLDER, cipher, fs), NAMES), ...placesOf(await inDatabase(cipher), NAMES)]
  return { cases: total, places }
}

test('the power goes before every file operation of an undone import', { timeout: 600_000 }, async () => {
  const steps = story()
  const lived = await liveThrough({ steps, seeds: SEEDS })
  const undo = steps.findIndex((step) => step.name === 'undo')
  const found = NOTHING_FOUND()
  const places: string[] = []
  let gone = 0
  let there = 0
  for (const moment of lived.moments) {
    if (moment.step < undo) continue
    for (const copy of new Set([moment.copy, Math.floor(moment.copy / 2), 0])) {
      await lookAt(lived, moment, lived.copies[copy]!, found, { goOn: moment.seed === 0 && copy === moment.copy })
      const now = await left(moment, lived.copies[copy]!)
      if (now.cases > BATCH) there += now.places.length > 0 ? 1 : 0
      else {
        gone += 1
        for (const place of now.places) places.push(`before op ${moment.op.n} (${moment.op.kind} ${moment.op.path}), seed ${moment.seed}, copy ${copy}: ${place}`) // prettier-ignore
      }
    }
  }
  console.log(
    `undone import, power cut: ${lived.cuts} cuts × ${SEEDS} seeds × 3 IndexedDB: ${found.opened} states opened, ${found.lost} lost, ${found.half} half, ${found.other.length} other; found in ${there} states before, in ${places.length} of ${gone} after`,
  )
  expect(found).toMatchObject({ lost: 0, half: 0, other: [] })
  expect(places).toEqual([])
  expect(there).toBeGreaterThan(0)
  expect(gone).toBeGreaterThan(20)
})
