import { cleanText } from '../lib/clean-text.ts'
import type { Cell, CellCode, SheetLimits } from './sheet.ts'

/** A cell's text as it is kept, or why it cannot be. One object per shared string, however many cells show it. */
export type CellText = { readonly value: Cell; readonly problem: CellCode | null }

const ESCAPE = /_x([0-9A-F]{4})_/gi

/** `raw` null: too long to decode. `_x000D_` is how OOXML writes a character that XML cannot hold. */
export function cellText(raw: string | null, limits: SheetLimits): CellText {
  if (raw === null) return { value: null, problem: 'cell-too-long' }
  const escaped = raw.includes('_x')
    ? raw.replace(ESCAPE, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : raw
  const text = cleanText(escaped)
  if (text.length > limits.cellLength) return { value: null, problem: 'cell-too-long' }
  return { value: text === '' ? null : text, problem: null }
}
