/** One row as it is typed: what is missing first, and the times people write. */
import { expect, test } from 'vitest'
import { blankRow, draftIdOf, nextRow, readRow, typedTime, type TypedRow } from '#app/features/intake/walk/typed-row.ts'

const NOW = '2026-03-02T18:00:00+08:00'
const SHEET = { id: 'walk-sheet:1', doors: 6, printedAt: '2026-03-02T08:00:00+08:00' }
const WHOLE: TypedRow = { ...blankRow('2', '2026-03-02'), time: '0930', kind: 'complaint', text: '灯不亮' }

test.each([
  ['0930', '09:30'],
  ['930', '09:30'],
  ['9:30', '09:30'],
  ['９：３０', '09:30'],
  ['9点30分', '09:30'],
  ['2400', null],
  ['0960', null],
  ['30', null],
  ['', null],
])('the time %s is %s', (typed, time) => expect(typedTime(typed)).toBe(time))

test('a whole row becomes the command; household and door are left to the sheet until somebody changes them', () => {
  expect(readRow(WHOLE, SHEET, NOW)).toEqual({
    row: { sheet: 'walk-sheet:1', row: 2, requestKind: 'complaint', urgency: 'general', raisedAt: '2026-03-02T09:30:00+08:00', text: '灯不亮' }, // prettier-ignore
  })
  const changed = readRow({ ...WHOLE, changed: true, name: '李一乙' }, SHEET, NOW)
  expect(changed).toMatchObject({ row: { name: '李一乙', phone: '' } })
  expect(changed).not.toHaveProperty('row.place')
})

test.each([
  [{ row: '7' }, 'row'],
  [{ row: '' }, 'row'],
  [{ day: '2026-02-30' }, 'day'],
  [{ day: '2026-03-01' }, 'before-sheet'],
  [{ time: '' }, 'time'],
  [{ time: '1801' }, 'future'],
  [{ kind: undefined }, 'kind'],
  [{ text: ' ' }, 'text'],
])('%j: %s', (wrong, problem) => expect(readRow({ ...WHOLE, ...wrong }, SHEET, NOW)).toEqual({ problem }))

test('the next row is the next that nothing was typed in from, round to the beginning', () => {
  const rows = [1, 2, 3].map((row) => ({
    row,
    words: '',
    name: '',
    phoneTail: '',
    typed: row === 2 ? [{}] : [],
  })) as never
  expect([1, 2, 3, 4].map((from) => nextRow({ rows }, from))).toEqual(['1', '3', '3', '1'])
  expect(nextRow({ rows: [] }, 1)).toBe('')
})

test('a draft’s id is a name of a file', () => expect(draftIdOf('walk-sheet:0190-ab')).toBe('walk-0190-ab'))
