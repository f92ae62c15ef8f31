const CR = /\r\n?|\u0085|\u2028|\u2029/g
/** C0 and C1 controls but tab and line feed, and the two code points that are no characters. */
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/g
const LONE_SURROGATE = /\p{Surrogate}/gu
/**
 * Blanks that spreadsheets leave around a text: spaces of every width, U+3000 indents, line ends, BOM and zero-width
 * signs.
 */
const EDGE = /^[\s\u200B-\u200F\u2060\u00AD\u3164]$/u

/** Line ends are \n, controls are gone, a lone surrogate is U+FFFD; characters beyond the BMP stay. */
export const withoutControls = (text: string): string =>
  text.replace(CR, '\n').replace(CONTROL, '').replace(LONE_SURROGATE, '\uFFFD')

/**
 * Text as it is kept: without controls, and nothing blank at either end. Linear: a regular expression that trims the
 * end is quadratic in a run of blanks.
 */
export function cleanText(text: string): string {
  const inner = withoutControls(text)
  let from = 0
  let to = inner.length
  while (from < to && EDGE.test(inner[from]!)) from++
  while (to > from && EDGE.test(inner[to - 1]!)) to--
  return inner.slice(from, to)
}
