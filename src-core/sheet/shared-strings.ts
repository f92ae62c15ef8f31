import { err, ok, type Result } from '../lib/result.ts'
import { cellText, type CellText } from './cell-text.ts'
import type { SheetLimits } from './sheet.ts'
import { closes, nextToken, opens, tokenText, xmlScan, type XmlScan } from './xml-scan.ts'

/** The text of shared string `index` as a cell keeps it; null when the file has no such string. */
export type SharedStrings = (index: number) => CellText | null

export const NO_STRINGS: SharedStrings = () => null

/**
 * Keeps only where each string begins (4 bytes, up to 32 MB) and decodes the ones that a cell asks for, each once.
 * Libraries build them all: a file of 290 kB with 39 million empty strings then kills a browser window from inside its
 * worker.
 */
export function sharedStrings(bytes: Uint8Array, limits: SheetLimits): Result<SharedStrings, 'damaged' | 'too-big'> {
  const scan = xmlScan(bytes)
  let starts = new Uint32Array(1024)
  let count = 0
  while (nextToken(scan)) {
    if (!opens(scan, 'si')) continue
    if (count === limits.cells) return err('too-big')
    if (count === starts.length) {
      const longer = new Uint32Array(count * 2)
      longer.set(starts)
      starts = longer
    }
    starts[count++] = scan.empty ? 0 : scan.at
  }
  if (scan.damaged) return err('damaged')
  const cache = new Map<number, CellText>()
  return ok((index) => {
    if (!(index >= 0 && index < count)) return null
    const known = cache.get(index)
    if (known !== undefined) return known
    const start = starts[index]!
    const text = start === 0 ? cellText('', limits) : cellText(runs(xmlScan(bytes, start), 'si', limits), limits)
    cache.set(index, text)
    return text
  })
}

/**
 * The text of a plain or rich string up to its close tag `end`: the runs of <r> joined, phonetic guides (<rPh>) left
 * out. Stops at the next string too: without close tags every string would reach to the end of the part. Null when it
 * is far beyond what a cell may hold: the rest is not even decoded.
 */
export function runs(scan: XmlScan, end: string, limits: SheetLimits): string | null {
  let out = ''
  let inText = false
  let inPhonetic = false
  let bytes = 0
  while (nextToken(scan) && !closes(scan, end) && !opens(scan, end)) {
    if (scan.kind === 'text') {
      if (!inText || inPhonetic) continue
      bytes += scan.to - scan.from
      if (isHopeless(bytes, limits)) return null
      out += tokenText(scan)
    } else if (opens(scan, 't')) inText = !scan.empty
    else if (closes(scan, 't')) inText = false
    else if (opens(scan, 'rPh')) inPhonetic = !scan.empty
    else if (closes(scan, 'rPh')) inPhonetic = false
  }
  return out
}

/** No way to write one UTF-16 unit takes more than 12 bytes: `&#1114111;`, `_x005F_`. */
export const isHopeless = (bytes: number, limits: SheetLimits): boolean => bytes > limits.cellLength * 12
