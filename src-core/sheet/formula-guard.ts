/**
 * A CSV has no types: Excel, WPS and LibreOffice calculate a text that begins like a formula (OWASP "CSV injection"). So
 * such a text gets a `'` in front, and our own reader takes it away again: what is written and read comes back equal.
 */
import { withoutInvisible } from '../lib/clean-text.ts'

/**
 * Blanks and apostrophes before the sign count in: whoever strips them finds the formula, and a text that was guarded
 * once would otherwise lose an apostrophe of its own. Full-width signs are taken for plain ones by a Chinese Excel.
 */
const FORMULA = /^[\s']*[=+\-@＝＋－＠\t\r\n]/

export const looksLikeFormula = (text: string): boolean => FORMULA.test(withoutInvisible(text))

export const guarded = (text: string): string => (looksLikeFormula(text) ? `'${text}` : text)

/** The cell as the file has it; cleaned afterwards, because blanks may be all that stands behind the guard. */
export const unguarded = (cell: string): string =>
  cell.startsWith("'") && looksLikeFormula(cell.slice(1)) ? cell.slice(1) : cell
