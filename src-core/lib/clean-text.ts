/**
 * One rule for text that comes from outside: what is pasted, what a form saves, what a file brings in. It takes away what
 * nobody can see and nobody typed; what can be seen stays as it is, rare characters beyond the BMP first of all.
 *
 * Gone: controls (tab and line feed stay), zero-width space, soft hyphen, BOM, word joiner, bidi marks, overrides and
 * isolates (they can show a text in another order than it is kept), tag characters, Hangul fillers. A joiner (U+200C,
 * U+200D) stays only between two signs that join: 👨‍👩‍👧 is one picture, Arabic and Mongolian letters need it.
 * Spaces of odd widths become one space; U+3000 stays, a Chinese text is indented with it. Variation selectors stay: in a
 * name they choose the form of a character.
 */
const CR = /\r\n?|\u0085|\u2028|\u2029/g
/** C0 and C1 controls but tab and line feed, and the two code points that are no characters. */
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/g
const LONE_SURROGATE = /\p{Surrogate}/gu
/** To add one: here, and a line in the test. */
const INVISIBLE =
  /[\u00AD\u061C\u115F\u1160\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu
const ODD_SPACE = /[\u00A0\u2000-\u200A\u202F\u205F]/g
const STRAY_JOINER =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\p{M}\p{Script=Arabic}\p{Script=Mongolian}])[\u200C\u200D]+|[\u200C\u200D]+(?![\p{Extended_Pictographic}\p{M}\p{Script=Arabic}\p{Script=Mongolian}])/gu
/** Text without any of these is clean inside: nearly all of it, and this one look is all it costs. */
const SUSPECT =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000B-\u001F\u007F-\u00A0\u00AD\u061C\u115F\u1160\u2000-\u200F\u2028-\u202F\u205F-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\uFFFE\uFFFF]|\p{Surrogate}|[\u{E0000}-\u{E007F}]/u

/** Line ends are \n, controls are gone, a lone surrogate is U+FFFD; characters beyond the BMP stay. */
export const withoutControls = (text: string): string =>
  text.replace(CR, '\n').replace(CONTROL, '').replace(LONE_SURROGATE, '\uFFFD')

/** The rule above, blanks at both ends kept: a pasted piece goes between other words. */
export const withoutInvisible = (text: string): string =>
  SUSPECT.test(text)
    ? withoutControls(text).replace(INVISIBLE, '').replace(ODD_SPACE, ' ').replace(STRAY_JOINER, '')
    : text

const BLANK = /^\s$/

/**
 * Text as it is kept: the rule above, and nothing blank at either end. Linear: a regular expression that trims the end is
 * quadratic in a run of blanks.
 */
export function cleanText(text: string): string {
  const inner = withoutInvisible(text)
  let from = 0
  let to = inner.length
  while (from < to && BLANK.test(inner[from]!)) from++
  while (to > from && BLANK.test(inner[to - 1]!)) to--
  return inner.slice(from, to)
}

/** Full-width Latin letters, digits and signs as a keyboard gives them: １３８ → 138, （ → (, U+3000 → space. For phones and numbers of papers. */
export const halfWidth = (text: string): string =>
  text.replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replaceAll('\u3000', ' ')
