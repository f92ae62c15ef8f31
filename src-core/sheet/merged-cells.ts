import type { Cell } from './sheet.ts'

/** Rows met by areas, plus cells emptied; far above any real sheet, 0.1 s. */
const MAX_WORK = 50_000_000

/** Rows and columns from 1, both ends included. */
export type Area = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

/**
 * Empties every cell of a merged area but its top left one: that is what Excel shows. A row may become empty. `rows`
 * ascend, as Excel writes them. False when the areas overlap so much, which Excel does not allow, that it would become
 * slow.
 */
export function clearMerged(
  rows: readonly { readonly row: number; readonly cells: Cell[] }[],
  areas: readonly Area[],
): boolean {
  let work = MAX_WORK
  for (const { left, top, right, bottom } of areas) {
    for (let i = firstFrom(rows, top); i < rows.length && rows[i]!.row <= bottom; i++) {
      const { row, cells } = rows[i]!
      const to = Math.min(right, cells.length)
      work -= Math.max(1, to - left + 1)
      if (work < 0) return false
      for (let column = left; column <= to; column++) if (row !== top || column !== left) cells[column - 1] = null
      while (cells.length > 0 && cells.at(-1) === null) cells.pop()
    }
  }
  return true
}

/** Index of the first row whose number is `row` or more. */
function firstFrom(rows: readonly { readonly row: number }[], row: number): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (rows[middle]!.row < row) low = middle + 1
    else high = middle
  }
  return low
}
