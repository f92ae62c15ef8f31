/**
 * PostgreSQL's COPY text format: one line a row, tabs between the columns, `\N` for NULL, backslash before what would end
 * either. PostgreSQL can keep neither NUL nor half a surrogate pair in a text or jsonb: those become ␀ and U+FFFD. The raw
 * lines of an event are JSON, which writes both as escapes, so they go over byte for byte.
 */
export type Cell = string | number | null

const SPECIAL = /[\\\t\n\r]/g
const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

export const copyLine = (cells: readonly Cell[]): string => `${cells.map(cellText).join('\t')}\n`

const cellText = (cell: Cell): string =>
  cell === null ? '\\N' : typeof cell === 'number' ? String(cell) : cell.replace(SPECIAL, (sign) => ESCAPED[sign]!)

// eslint-disable-next-line no-control-regex
const NUL = /\u0000/g
const HALF = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

export const storable = (text: string): string => text.replace(NUL, '␀').replace(HALF, '\uFFFD')

/** Nobody nests values deeper; PostgreSQL's own parser gives up at some thousands. */
const DEEPEST = 64

/** A value as jsonb takes it. */
export const storableJson = (value: unknown): string => JSON.stringify(clean(value, 0))

function clean(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return storable(value)
  if (typeof value !== 'object' || value === null) return value
  if (depth >= DEEPEST) return '…'
  if (Array.isArray(value)) return value.map((one) => clean(one, depth + 1))
  const out: Record<string, unknown> = {}
  for (const key of Object.keys(value)) out[storable(key)] = clean((value as Record<string, unknown>)[key], depth + 1)
  return out
}
