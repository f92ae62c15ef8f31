/**
 * 10,000 hostile import files: no crash, none over its time, no prototype changed. Most are read in process, which
 * shows that the reader needs no rescue; 200 and the crafted hangs go through the worker that the program uses.
 */
import { rmSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { inflateSync, unzipSync } from 'fflate'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { readSheetInWorker } from '#cli/read-sheet.ts'
import { utf8 } from '#core/lib/bytes.ts'
import { err } from '#core/lib/result.ts'
import { checkZip } from '#core/sheet/check-zip.ts'
import { readSheet } from '#core/sheet/read-sheet.ts'
import { SHEET_LIMITS, SHEET_TIMEOUT_MS } from '#core/sheet/sheet.ts'
import { PLAIN_ROW, workbookFile } from '../core/sheet/workbook-file.ts'
import { zipFile } from '../core/sheet/zip-file.ts'
import { size } from '../size.ts'
import { csvBombs, GIVES_MORE, xmlBombs, zipBombs, type Bomb } from './bombs.ts'
import { MUTATIONS } from './mutate.ts'
import { random } from './random.ts'
import { WORKBOOK } from './seeds.ts'
import { judge, type HostileFile, type Reader } from './verdict.ts'

const FILES = size(10_000)
const IN_WORKER = Math.min(200, FILES / 2)
const NAMES = ['a.xlsx', 'a.xlsx', 'a.csv', 'a.xls', 'a']

function mutated(seed: number): HostileFile {
  const chance = random(seed)
  const kind = chance.pick(Object.keys(MUTATIONS))
  return { name: `${kind} #${seed}`, bytes: MUTATIONS[kind]!(chance), fileName: chance.pick(NAMES) }
}

function* mutatedFiles(from: number, to: number): Generator<HostileFile> {
  for (let seed = from; seed < to; seed++) yield mutated(seed)
}

function* asFiles(bombs: readonly Bomb[], fileName: string): Generator<HostileFile> {
  for (const { make, ...bomb } of bombs) yield { ...bomb, bytes: make(), fileName }
}

const SMALL = { ...SHEET_LIMITS, bytes: 1_000_000 }
const readSmall: Reader = (bytes, name) => readSheet(bytes, name, SMALL)

describe(`${FILES} mutated files in process`, () => {
  test('no throw, no changed prototype, none over time, every sheet in order', () => {
    const { outcomes, faults, slowestMs } = judge(readSheet, mutatedFiles(0, FILES - IN_WORKER))
    console.log(`${FILES - IN_WORKER} files: ${JSON.stringify(outcomes)}, slowest ${Math.round(slowestMs)} ms`)
    expect(faults).toEqual([])
    // The mutations reach every part of the reader: many files are read, and many are refused for different reasons.
    expect(outcomes['ok']).toBeGreaterThan(FILES / 10)
    if (FILES < 10_000) return
    expect(Object.keys(outcomes)).toEqual(
      expect.arrayContaining([
        'damaged',
        'not-a-sheet',
        'empty',
        'too-big',
        'too-many-columns',
        'unknown-encoding',
        'encrypted',
      ]),
    )
  }, 1_800_000)

  test('bombs', () => {
    expect(judge(readSmall, asFiles([...zipBombs(SMALL.bytes), ...xmlBombs(0.5)], 'a.xlsx')).faults).toEqual([])
    expect(judge(readSmall, asFiles(csvBombs(0.5), 'a.csv')).faults).toEqual([])
  })

  test('bombs under the limits of the product', () => {
    const zip = zipBombs(SHEET_LIMITS.bytes).filter(({ name }) => name === 'huge ratio')
    const workbooks = judge(readSheet, asFiles([...zip, ...xmlBombs(4)], 'a.xlsx'))
    const csv = judge(readSheet, asFiles(csvBombs(4), 'a.csv'))
    console.log(`bombs of 4 MB of XML or text: slowest ${Math.round(Math.max(workbooks.slowestMs, csv.slowestMs))} ms`)
    expect([...workbooks.faults, ...csv.faults]).toEqual([])
  }, 1_800_000)
})

describe('planted readers are caught', () => {
  const HONEST = Object.keys(unzipSync(workbookFile({ sheet: PLAIN_ROW })))

  /** Unpacks first and asks later: the bomb has gone off when it looks at what it needs. */
  const withoutZipCheck: Reader = (bytes, name) => {
    const files = unzipSync(bytes)
    return readSheet(zipFile(HONEST.map((part) => ({ name: part, data: files[part]!, stored: true }))), name)
  }
  /** Checks the directory, then unpacks without counting. */
  const withoutStop: Reader = (bytes, name) => {
    const directory = checkZip(bytes)
    if (!directory.ok) return err('damaged')
    const files = directory.value.entries.map(({ name: part, from, packed }) => ({
      name: part,
      data: inflateSync(bytes.subarray(from, from + packed)),
      stored: true,
    }))
    return readSheet(zipFile(files), name)
  }
  const HARMFUL = zipBombs(SMALL.bytes).filter(({ allowed }) => !allowed.includes('ok'))

  it.each(HARMFUL.filter(({ name }) => name !== GIVES_MORE).map((bomb) => [bomb.name, bomb] as const))(
    'no ZIP check: %s',
    (_, bomb) => expect(judge(withoutZipCheck, asFiles([bomb], 'a.xlsx')).faults).not.toEqual([]),
  )

  test('no stop at the declared size', () => {
    const bombs = HARMFUL.filter(({ name }) => name === GIVES_MORE)
    expect(judge(withoutStop, asFiles(bombs, 'a.xlsx')).faults).toEqual([`${GIVES_MORE}: ok, not damaged`])
  })

  test('cells set by header name', () => {
    const byHeader: Reader = (bytes, name) => {
      const result = readSheet(bytes, name)
      const [header, row] = result.ok ? result.value.rows : []
      const record: Record<string, Record<string, unknown>> = {}
      for (const [i, cell] of (header?.cells ?? []).entries()) {
        const key = String(cell)
        record[key] ??= {}
        record[key]![String(row?.cells[i])] = true
      }
      return result
    }
    try {
      expect(judge(byHeader, [{ name: 'x', bytes: WORKBOOK, fileName: 'a.xlsx' }]).faults).toEqual([
        'x: a prototype was changed',
      ])
    } finally {
      Reflect.deleteProperty(Object.prototype, 'polluted')
    }
  })

  test('a reader that throws', () => {
    const throws: Reader = (bytes) => readSheet(unzipSync(bytes)['xl/workbook.xml']!, 'a.xlsx')
    expect(judge(throws, mutatedFiles(0, 50)).faults.length).toBeGreaterThan(5)
  })
})

describe('in the worker that the program uses', () => {
  let folder = ''
  const file = (name: string): URL => pathToFileURL(join(folder, name))

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'linwu-sheet-'))
    await build({
      configFile: false,
      logLevel: 'error',
      ssr: { noExternal: true },
      build: {
        ssr: resolve('src-cli/sheet-worker.ts'),
        outDir: folder,
        rolldownOptions: { output: { entryFileNames: 'sheet-worker.mjs' } },
      },
    })
    await writeFile(join(folder, 'hangs.mjs'), 'for (;;);')
    await writeFile(join(folder, 'eats.mjs'), 'const all = []\nfor (;;) all.push(new Array(1000).fill(all.length))')
    await writeFile(join(folder, 'breaks.mjs'), 'throw new Error("broken")')
  }, 60_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const inWorker = async (bytes: Uint8Array, fileName: string, options = {}): Promise<string> => {
    const result = await readSheetInWorker(bytes, fileName, { workerUrl: file('sheet-worker.mjs'), ...options })
    return result.ok ? 'ok' : result.error
  }

  test(`${IN_WORKER} files: the same answer as in process`, async () => {
    const seeds = Array.from({ length: IN_WORKER }, (_, i) => FILES - IN_WORKER + i)
    const different: string[] = []
    let slowestMs = 0
    const lane = async (): Promise<void> => {
      for (let seed = seeds.pop(); seed !== undefined; seed = seeds.pop()) {
        const { name, bytes, fileName } = mutated(seed)
        const start = performance.now()
        const there = await readSheetInWorker(bytes, fileName, { workerUrl: file('sheet-worker.mjs') })
        slowestMs = Math.max(slowestMs, performance.now() - start)
        if (JSON.stringify(there) !== JSON.stringify(readSheet(bytes, fileName))) different.push(name)
      }
    }
    await Promise.all([lane(), lane(), lane()])
    console.log(`${IN_WORKER} files in workers: slowest ${Math.round(slowestMs)} ms`)
    expect(different).toEqual([])
    expect(slowestMs).toBeLessThan(SHEET_TIMEOUT_MS)
  }, 1_800_000)

  test('a worker that hangs is ended', async () => {
    expect(await inWorker(WORKBOOK, 'a.xlsx', { workerUrl: file('hangs.mjs'), timeoutMs: 500 })).toBe('too-slow')
  })

  test('a worker that eats memory is ended', async () => {
    expect(await inWorker(WORKBOOK, 'a.xlsx', { workerUrl: file('eats.mjs'), memoryMb: 32 })).toBe('too-big')
  })

  test('the real worker, with too little time and with too little memory; the next file is read', async () => {
    const rows = `<sheetData>${'<row><c r="CV1"><v>1</v></c></row>'.repeat(60_000)}</sheetData>`
    const big = workbookFile({ sheet: rows })
    expect(await inWorker(big, 'a.xlsx', { timeoutMs: 1 })).toBe('too-slow')
    expect(await inWorker(big, 'a.xlsx', { memoryMb: 16 })).toBe('too-big')
    expect(await inWorker(big, 'a.xlsx')).toBe('ok')
    expect(await inWorker(workbookFile({ sheet: PLAIN_ROW }), 'a.xlsx')).toBe('ok')
    expect(await inWorker(utf8('a,b'), 'a.csv')).toBe('ok')
  })

  test('a file above the limit is not even handed over; a broken worker is a bug', async () => {
    const missing = { workerUrl: file('nothing.mjs') }
    expect(await inWorker(new Uint8Array(SHEET_LIMITS.bytes + 1), 'a.xlsx', missing)).toBe('too-big')
    await expect(inWorker(WORKBOOK, 'a.xlsx', missing)).rejects.toThrow()
    await expect(inWorker(WORKBOOK, 'a.xlsx', { workerUrl: file('breaks.mjs') })).rejects.toThrow('broken')
  })
})
