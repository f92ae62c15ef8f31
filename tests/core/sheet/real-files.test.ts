import { describe, expect, test } from 'vitest'
import { parseDateTime } from '#core/sheet/parse-date-time.ts'
import { readSheet } from '#core/sheet/read-sheet.ts'
import type { Sheet } from '#core/sheet/sheet.ts'
import { realBytes } from '../../real-data.ts'

type Expected = {
  readonly file: string
  /** Under the header. */
  readonly rows: number
  readonly blank?: number
  readonly encoding?: Sheet['encoding']
  /** Columns whose filled cells are all dates. */
  readonly dates?: readonly string[]
  readonly format?: string
}

describe('real files', () => {
  test.for<Expected>([
    { file: 'requests-4326.xlsx', rows: 4_326, dates: ['留言时间'] },
    { file: 'requests-495-in-65202-rows.xlsx', rows: 495, blank: 64_707, dates: ['留言时间'] },
    { file: 'requests-with-replies-120.xlsx', rows: 120, dates: ['留言时间', '答复时间'] },
    { file: 'categories-517.xlsx', rows: 517 },
    {
      file: 'nyc311-924.csv',
      rows: 924,
      encoding: 'utf-8',
      dates: ['Created Date', 'Closed Date'],
      format: 'MM/DD/YYYY hh:mm:ss A',
    },
    { file: 'labelled-requests.csv', rows: 6_255, encoding: 'utf-8-bom' },
  ])('$file: $rows rows', ({ file, rows, blank = 0, encoding = null, dates = [], format }, context) => {
    const result = readSheet(realBytes(context, file), file)
    if (!result.ok) throw new Error(result.error)
    const sheet = result.value
    expect(sheet.rows).toHaveLength(rows + 1)
    expect(sheet.rows.at(-1)!.row).toBe(rows + 1)
    expect(sheet).toMatchObject({ blankRows: blank, encoding, problems: [] })
    const [header, ...body] = sheet.rows
    for (const name of dates) {
      const column = header!.cells.indexOf(name)
      expect(column).toBeGreaterThanOrEqual(0)
      const filled = body.flatMap(({ cells }) => cells[column] ?? [])
      expect(filled.filter((cell) => parseDateTime(cell, format) === null)).toEqual([])
      expect(filled.length).toBeGreaterThan(100)
    }
    // No indents, line ends or invisible signs are left around a text.
    const texts = body.flatMap(({ cells }) => cells.filter((cell) => typeof cell === 'string'))
    expect(texts.filter((text) => text !== text.trim() || text.includes('\r'))).toEqual([])
  })
})
