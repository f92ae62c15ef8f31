import { err, ok, type Result } from '../lib/result.ts'
import { attribute, closes, nextToken, opens, xmlScan } from './xml-scan.ts'

/** Whether cell style `index` shows a number as a date or as a time of day. */
export type DateStyles = (index: number) => boolean

export const NO_STYLES: DateStyles = () => false

/**
 * Built-in formats (ECMA-376 part 1 §18.8.30), those of the Chinese edition included; 46 counts hours and is a number.
 */
const BUILT_IN: readonly (readonly [from: number, to: number])[] = [
  [14, 22],
  [27, 36],
  [45, 45],
  [47, 47],
  [50, 58],
]
/** More cell styles and formats than Excel allows (65,490): refused rather than kept. */
const MAX_STYLES = 1 << 17
/** More than Excel takes (255). */
const MAX_FORMAT_LENGTH = 1_000

export function dateStyles(bytes: Uint8Array): Result<DateStyles, 'damaged'> {
  const scan = xmlScan(bytes)
  const own = new Map<string, boolean>()
  const styles: boolean[] = []
  let inCells = false
  while (nextToken(scan)) {
    if (opens(scan, 'numFmt'))
      own.set(attribute(scan, 'numFmtId') ?? '', isDateFormat(attribute(scan, 'formatCode') ?? ''))
    else if (opens(scan, 'cellXfs')) inCells = !scan.empty
    else if (closes(scan, 'cellXfs')) inCells = false
    else if (inCells && opens(scan, 'xf')) {
      const id = attribute(scan, 'numFmtId') ?? '0'
      styles.push(own.get(id) ?? BUILT_IN.some(([from, to]) => Number(id) >= from && Number(id) <= to))
    }
    if (styles.length > MAX_STYLES || own.size > MAX_STYLES) return err('damaged')
  }
  return scan.damaged ? err('damaged') : ok((index) => styles[index] ?? false)
}

const LITERAL = /"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/gu

/** Of the first section, literals left out; a count of hours (`[h]:mm`) is a number. */
export function isDateFormat(format: string): boolean {
  if (format.length > MAX_FORMAT_LENGTH || /\[(?:h+|m+|s+)\]/i.test(format)) return false
  const code = format.replace(LITERAL, '').split(';', 1)[0]!
  return /[dyhms]/i.test(code.replace(/general/gi, ''))
}
