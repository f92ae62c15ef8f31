/** Every row of IndexedDB dropped, cut, flipped or turned into something else: nothing is lost, and nothing crashes. */
import { beforeAll, expect, test } from 'vitest'
import { must } from '../host/crash-trials.ts'
import type { FaultFileSystem } from '../host/fault-file-system.ts'
import { size } from '../size.ts'
import { type DatabaseCopy, putCopy, TABLES, type TableName, takeCopy } from './copy-of-database.ts'
import { isSame, liveThrough } from './power-cuts.ts'
import {
  openStationOn,
  picturesOf,
  receiveCase,
  type Shown,
  shownBy,
  type Step,
  unlockStation,
  workingDay,
} from './station-story.ts'

type Row = Readonly<Record<string, unknown>>
/** `n`-th way to harm a row; undefined: the row is gone, null: there is no such way. */
type Harm = (row: Row, n: number) => Row | undefined | null

const bytesField = (row: Row): string | undefined => Object.keys(row).find((key) => row[key] instanceof Uint8Array)
const onBytes =
  (change: (bytes: Uint8Array, n: number) => unknown): Harm =>
  (row, n) => {
    const field = bytesField(row)
    return field === undefined ? null : { ...row, [field]: change((row[field] as Uint8Array).slice(), n) }
  }

const POSITION_CHANGES = [['bytes', 1], ['bytes', -1], ['bytes', 1_000], ['bytes', -200], ['seq', 1], ['seq', -1], ['ordinal', 1]] as const // prettier-ignore

/** To add one: a line here. */
const HARMS: Readonly<Record<string, Harm>> = {
  dropped: (_, n) => (n === 0 ? undefined : null),
  cut: onBytes((bytes, n) => bytes.slice(0, [bytes.length - 1, bytes.length >> 1, 30, 0][n % 4])),
  flipped: onBytes((bytes, n) => {
    bytes[(n * 7_919 + (bytes.length >> 1)) % bytes.length]! ^= 1 << (n % 8)
    return bytes
  }),
  'another type': onBytes((bytes, n) => [String(bytes), undefined, bytes.buffer, 7][n % 4]),
  'other numbers': (row, n) => {
    if (row['key'] !== 'positions') return null
    const positions = Object.entries(row['value'] as Record<string, Record<string, unknown>>)
    const [field, by] = POSITION_CHANGES[n % POSITION_CHANGES.length]!
    const changed = positions.map(([id, at]) => [id, { ...at, [field]: (at[field] as number) + by }])
    return { ...row, value: Object.fromEntries(changed) }
  },
  'another text': (row, n) => (row['key'] === 'folder' && n === 0 ? { ...row, value: '/elsewhere' } : null),
}

let fs: FaultFileSystem
let copy: NonNullable<DatabaseCopy>
let shown: Shown

/** Saves that are in the tail of the copy and not in its snapshot. */
const lateSaves: Step = {
  name: 'late saves',
  run: async ({ desk }) => {
    for (const title of ['晚来一', '晚来二', '晚来三']) await receiveCase(desk, title)
    await desk.putDraft({
      id: 'draft-1',
      form: 'intake',
      title: '半张表',
      changedAt: '2026-11-22T09:30:00+08:00',
      values: {},
    })
    await new Promise((later) => setTimeout(later, 500))
  },
}

beforeAll(async () => {
  const lived = await liveThrough({
    steps: [...workingDay().filter((step) => step.name !== 'backup'), lateSaves],
    seeds: 0,
  })
  fs = lived.fs.crash(1)
  copy = (await takeCopy())!
  shown = lived.shown.at(-1)!
  for (const table of TABLES) expect(copy.rows[table].length, table).toBeGreaterThan(0)
})

function* harmedCopies(variants: number): Generator<{ label: string; table: TableName; harmed: DatabaseCopy }> {
  for (const table of TABLES) {
    for (const [at, row] of (copy.rows[table] as readonly Row[]).entries()) {
      for (const [name, harm] of Object.entries(HARMS)) {
        for (let n = 0; n < variants; n++) {
          const other = harm(row, n)
          if (other === null) break
          const rows = copy.rows[table].toSpliced(at, 1, ...(other === undefined ? [] : [other]))
          yield {
            label: `${table} ${at} ${name} ${n}`,
            table,
            harmed: { ...copy, rows: { ...copy.rows, [table]: rows } },
          }
        }
      }
    }
  }
}

test('beside a whole folder: the same screens, and the damage is named or rebuilt', { timeout: 600_000 }, async () => {
  const count = { tried: 0, named: 0, rebuilt: 0, unread: 0 }
  const wrong: string[] = []
  for (const { label, table, harmed } of harmedCopies(size(2, 8))) {
    count.tried += 1
    await putCopy(harmed)
    const station = await openStationOn(fs.crash(1))
    const report = (await unlockStation(station))!
    const now = await shownBy(station.desk)
    if (!isSame(now, shown)) wrong.push(`${label}: ${now.length} lines instead of ${shown.length}`)
    const pictures = await picturesOf(station.desk)
    if (pictures.whole !== 1 || (await station.desk.drafts()).length !== 1) wrong.push(`${label}: attachment or draft`)
    if (report.returned + report.gaps + report.damagedJournal > 0) wrong.push(`${label}: ${JSON.stringify(report)}`)
    if (report.damagedCopy > 0) count.named += 1
    else if (report.from === 'journal') count.rebuilt += 1
    else {
      count.unread += 1
      // What an opening does not have to read is read by the check.
      const checked = must(await station.desk.checkEverything())
      const isEvents = table === 'segments' || table === 'tail'
      if (isEvents && checked.damagedCopy === 0) wrong.push(`${label}: not found by the check`)
      if (!isSame(await shownBy(station.desk), shown)) wrong.push(`${label}: other screens after the check`)
    }
    await receiveCase(station.desk, '以后')
    await station.desk.lock()
    const again = must(await station.desk.find())
    if (again.kind !== 'station' || (await unlockStation(station))!.cases !== report.cases + 1)
      wrong.push(`${label}: the next start`)
  }
  console.log(
    `${count.tried} damaged copies: ${count.named} named at the start, ${count.rebuilt} rebuilt, ${count.unread} in rows that this start did not need; 0 lost, 0 crashes`,
  )
  expect(wrong).toEqual([])
})

test(
  'beside a lost journal: what the row held may be gone, the rest is shown, and the loss is named',
  { timeout: 600_000 },
  async () => {
    const count = { tried: 0, whole: 0, named: 0, unnamed: 0 }
    const wrong: string[] = []
    for (const { label, table, harmed } of harmedCopies(1)) {
      if (table === 'blobs' || table === 'drafts') continue
      count.tried += 1
      await putCopy(harmed)
      const disk = fs.crash(1)
      await disk.rename('/data/station/journal', '/data/station/journal-moved')
      const station = await openStationOn(disk)
      const report = (await unlockStation(station))!
      const now = await shownBy(station.desk)
      if (isSame(now, shown)) count.whole += 1
      else if (report.damagedCopy + report.gaps > 0) count.named += 1
      // The very last save leaves no gap behind it; only a marker that is newer would tell.
      else if (label === `tail ${copy.rows.tail.length - 1} dropped 0`) count.unnamed += 1
      else wrong.push(`${label}: ${now.length} lines instead of ${shown.length}, ${JSON.stringify(report)}`)
      if (now.some((line) => line.startsWith('{') && JSON.parse(line).title === '')) wrong.push(`${label}: half a case`)
    }
    console.log(
      `${count.tried} damaged copies without a journal: ${count.whole} whole, ${count.named} with the loss named, ${count.unnamed} (the last save alone) not, 0 crashes`,
    )
    expect(wrong).toEqual([])
  },
)
