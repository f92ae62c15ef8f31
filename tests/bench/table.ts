/** From measurements to the rows of the goal table. To add one: a line in `rowsOf`. */
import type { Cold, Measured, Sizes } from './bench.ts'
import type { Times } from './page/rounds.ts'
import type { Scrolled } from './scroll.ts'

export type Row = {
  readonly goal: string
  readonly ours: string
  readonly reference: string
  readonly ratio: number | null
  readonly bar: string
  /** Null: told, not judged. */
  readonly met: boolean | null
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN
}
export const median = (values: readonly number[]): number => quantile(values, 0.5)

const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`
const MB = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`

/** `times`: how many times the reference ours may take; null when that is told, not judged. */
function compared(
  goal: string,
  ours: number,
  reference: number,
  times: number | null,
  show: (value: number) => string,
  equal = true,
): Row {
  const ratio = ours / reference
  const judged = times === null ? { bar: '', met: null } : { bar: `≤ ${times}×`, met: equal && ratio <= times }
  return { goal, ours: show(ours), reference: show(reference), ratio, ...judged }
}
const told = (goal: string, ours: string): Row => ({ goal, ours, reference: '', ratio: null, bar: '', met: null })
const check = (goal: string, right: boolean, said: string): Row => ({
  goal,
  ours: said,
  reference: '',
  ratio: null,
  bar: 'equal',
  met: right,
})

const mid = ({ ours, reference }: Times): readonly [number, number] => [median(ours), median(reference)]

/** `judged`: a browser that has just started. A fresh worker in a warm one finds the database open: told only. */
function coldRows(kind: string, rounds: readonly Cold[], judged: boolean): Row[] {
  const middle = (of: (round: Cold) => number): number => median(rounds.map(of))
  const raw = middle((round) => round.reference)
  const parse = middle((round) => round.parse)
  const equal = rounds.every((round) => round.equal)
  return [
    compared(
      `P1 cold start to first 50, ${kind}`,
      middle((round) => round.ours.withDatabase),
      raw,
      judged ? 0.8 : null,
      ms,
      equal,
    ),
    // The product opens the database before it asks for the password, the reference cannot: told, not judged.
    compared(
      'P1   from the password on',
      middle((round) => round.ours.first),
      raw,
      null,
      ms,
    ),
    compared(
      'P1   and the look at folder and slots',
      middle((round) => round.ours.withLook),
      raw,
      null,
      ms,
    ),
    compared(
      `P2 everything in memory, ${kind}`,
      middle((round) => round.ours.ready),
      parse,
      judged ? 1.8 : 1.35,
      ms,
    ),
  ]
}

function sizeRows(sizes: Sizes): Row[] {
  const rows: Row[] = []
  const { json, heapLoaded, heapSearched, heapEmpty } = sizes
  rows.push(told('P10 JSON of the fields · with acts', `${MB(json.fields)} · ${MB(json.files)}`))
  rows.push(compared('P10 heap after load', heapLoaded, json.files, 1.6, MB))
  rows.push(compared('P10 heap with search texts', heapSearched, json.files, 3.1, MB))
  rows.push(told('P10 of which before a station is open', MB(heapEmpty)))
  // What lies on disk is the events: all of them, with their chain of hashes.
  const { lineBytes, journal, indexedDb, indexedDbFiles } = sizes
  rows.push(compared('P10 disk: journal, against its events', journal, lineBytes, 0.45, MB))
  rows.push(compared('P10   journal, against cases with acts', journal, json.files, null, MB))
  rows.push(compared('P10 disk: IndexedDB, against its events', indexedDbFiles, lineBytes, 0.45, MB))
  rows.push(compared('P10   IndexedDB, against cases with acts', indexedDbFiles, json.files, null, MB))
  rows.push(told('P10   IndexedDB, as the browser estimates it', MB(indexedDb)))
  return rows
}

const noLongTask = (when: string, tasks: readonly number[]): Row => ({
  goal: `P10 window tasks > 50 ms: ${when}`,
  ours: `${tasks.length}${tasks.length > 0 ? `, longest ${ms(Math.max(...tasks))}` : ''}`,
  reference: '',
  ratio: null,
  bar: '0',
  met: tasks.length === 0,
})

const longestTask = (longestCpu: number): Row => ({
  goal: 'P10   longest of its tasks, processor time',
  ours: ms(longestCpu),
  reference: '50 ms',
  ratio: longestCpu / 50,
  bar: '≤ 1×',
  met: longestCpu <= 50,
})

export const scrollRows = ({ tasks, longestCpu }: Scrolled): Row[] => [
  noLongTask('scrolling all cases', tasks),
  longestTask(longestCpu),
]

export function rowsOf(measured: Measured, small: Measured | null): Row[] {
  const { cold, warm, pages, dashboard, keystrokes, saves, exchange, sizes, longTasks, imported, repeats, window } =
    measured
  const rows: Row[] = []
  if (cold.length > 0) {
    const right = [...cold, ...warm].filter((round) => round.equal).length
    rows.push(
      check('P1 same 50 ids', right === cold.length + warm.length, `${right} of ${cold.length + warm.length} rounds`),
    )
    rows.push(...coldRows('fresh browser', cold, true), ...coldRows('fresh worker', warm, false))
    rows.push(told('P1 key derivation (in neither)', ms(median(cold.map((round) => round.ours.derived)))))
    rows.push(told('P1 rebuild from the journal', ms(measured.rebuildMs)))
  }
  for (const { name, equal, first, farPage, far, total } of pages) {
    rows.push(compared(`P3 ${name} (${total})`, ...mid(first), 2, ms, equal))
    rows.push(compared(`P3   page ${far} against page 1`, ...mid(farPage), 1.2, ms))
  }
  if (pages.length > 0) {
    const right = pages.filter((page) => page.equal).length
    rows.push(check('P3 same rows on page 1', right === pages.length, `${right} of ${pages.length} questions`))
  }
  if (saves) {
    const { ours, reference, bytes, equal } = saves
    rows.push(
      check(
        'P4 same bytes, all readable',
        equal && bytes[0] === bytes[1],
        `${bytes[0]} and ${bytes[1]} bytes, n = ${ours.length}`,
      ),
    )
    rows.push(compared('P4 durable command, p50', median(ours), median(reference), 1.5, ms, equal))
    rows.push(compared('P4 durable command, p99', quantile(ours, 0.99), quantile(reference, 0.99), 2, ms, equal))
  }
  if (keystrokes) {
    const { ours, reference, mismatches, planted, queries, hits, firstMs } = keystrokes
    rows.push(
      check(
        'P5 same counts',
        mismatches === 0 && planted > 0,
        `${mismatches} of ${queries} differ, ${hits} hits; planted errors seen: ${planted}`,
      ),
    )
    const [p99, scan] = [quantile(ours, 0.99), quantile(reference, 0.99)]
    rows.push(compared('P5 keystroke, p99', p99, scan, 1.2, ms, mismatches === 0))
    rows.push(compared('P5 keystroke, p50', median(ours), median(reference), 1.2, ms, mismatches === 0))
    rows.push({
      goal: 'P5 keystroke, p99 in a frame',
      ours: ms(p99),
      reference: '16.7 ms',
      ratio: p99 / 16.7,
      bar: '< 1×',
      met: p99 < 16.7,
    })
    rows.push(told('P5 first search, its texts not made when idle', ms(firstMs)))
  }
  if (dashboard) {
    rows.push(check('P7 same counts', dashboard.equal, dashboard.equal ? 'equal' : 'DIFFERENT'))
    rows.push(compared('P7 counts, typed-array loop', ...mid(dashboard.typed), 5, ms, dashboard.equal))
    rows.push(compared('P7 counts, Dexie toArray + group', ...mid(dashboard.dexie), 0.01, ms, dashboard.equal))
  }
  if (exchange) {
    const { events, exported, taken, again, equal } = exchange
    rows.push(check('P8, P9 the same events', equal, `${events} events, ${equal ? 'equal' : 'DIFFERENT'}`))
    rows.push(compared('P8 export, all sealed anew for others', ...mid(exported), 1.5, ms, equal))
    rows.push(compared('P9 import, new', ...mid(taken), 0.3, ms, equal))
    rows.push(compared('P9 import, again', ...mid(again), 0.05, ms, equal))
  }
  if (sizes) rows.push(...sizeRows(sizes))
  if (small) {
    const grown = (name: string, of: (measured: Measured) => number, show: (value: number) => string): Row =>
      compared(`P10 growth ${measured.cases}/${small.cases}: ${name}`, of(measured), of(small), 6, show)
    rows.push(
      grown('heap', (m) => m.sizes!.heapLoaded, MB),
      grown('journal', (m) => m.sizes!.journal, MB),
    )
    rows.push(
      grown('IndexedDB', (m) => m.sizes!.indexedDbFiles, MB),
      grown('rebuild', (m) => m.rebuildMs, ms),
    )
  }
  for (const [when, tasks] of Object.entries(longTasks)) rows.push(noLongTask(when, tasks))
  if (measured.scroll) rows.push(...scrollRows(measured.scroll))
  for (const [when, { tasks, keys, longestCpu }] of Object.entries(window?.doings ?? {}))
    rows.push(noLongTask(`${when} (${keys} keys)`, tasks), longestTask(longestCpu))
  if (window) {
    const { rows: count, ms: took, tasks } = window.imported
    const longest = tasks.length > 0 ? `, longest ${ms(Math.max(...tasks))}` : ''
    rows.push(told(`built program: import of ${count} rows, all its tasks > 50 ms`, `${ms(took)} · ${tasks.length}${longest}`)) // prettier-ignore
  }
  if (repeats) {
    const [p50, p99] = [median(repeats.ours), quantile(repeats.ours, 0.99)]
    rows.push(check('repeats find the case itself', repeats.found > 0, `${repeats.found} of ${repeats.ours.length}`))
    rows.push({
      goal: 'repeats while writing, p99',
      ours: `${ms(p99)} (p50 ${ms(p50)})`,
      reference: '100 ms',
      ratio: p99 / 100,
      bar: '≤ 1×',
      met: p99 <= 100,
    })
  }
  if (imported) rows.push(told(`import of ${imported.imported} requests`, ms(imported.ms)))
  return rows
}

export function printTable(rows: readonly Row[]): string {
  const lines = rows.map((row) => [
    row.goal,
    row.ours,
    row.reference,
    row.ratio === null ? '' : `${row.ratio < 0.1 ? row.ratio.toFixed(4) : row.ratio.toFixed(2)}×`,
    row.bar,
    row.met === null ? '' : row.met ? 'yes' : 'NO',
  ])
  const all = [['goal', 'ours', 'reference', 'ratio', 'bar', 'met'], ...lines]
  const widths = all[0]!.map((_, column) => Math.max(...all.map((line) => line[column]!.length)))
  return all
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join(' | ')
        .trimEnd(),
    )
    .join('\n')
}
