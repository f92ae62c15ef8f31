import { characterReference } from './character-reference.ts'
import { cleanText } from '../lib/clean-text.ts'

/**
 * Only tags that web forms leave behind: `3<5` and `<物业管理条例>` are text. To add one: here, and below if it breaks the
 * line.
 */
const TAG =
  /<\/?(p|br|div|tr|table|tbody|ul|ol|li|hr|h[1-6]|td|th|span|font|b|i|u|em|strong|a|img|o:p)(?:\s[^<>]*)?\/?>/gi
const LINE_TAG = /^(?:p|br|div|tr|table|tbody|ul|ol|li|hr|h[1-6])$/i
const CELL_TAG = /^<t[dh]\b/i
/** Stands for a line tag until the lines are put together; a control character, so no clean text holds one. */
const LINE = '\u0001'
const ENTITY = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/gi
/** To add one: here. */
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['nbsp', ' '],
  ['ensp', ' '],
  ['emsp', '\u3000'],
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['mdash', '—'],
  ['ndash', '–'],
  ['hellip', '…'],
  ['middot', '·'],
  ['bull', '•'],
  ['times', '×'],
  ['deg', '°'],
  ['yen', '¥'],
])

/**
 * HTML residue of web forms as plain text: line tags become line ends (several in a row one), other known tags go,
 * entities become characters once (`&amp;lt;` is `&lt;`). Takes clean text; without residue it comes back as it is.
 * The result is text: it is never shown as HTML.
 */
export function plainText(text: string): string {
  const bare = text.replace(TAG, (tag, name: string) => (LINE_TAG.test(name) ? LINE : CELL_TAG.test(tag) ? ' ' : ''))
  const plain = bare.replace(
    ENTITY,
    (whole, hex?: string, decimal?: string, name?: string) =>
      (name === undefined ? characterReference(hex, decimal) : ENTITIES.get(name.toLowerCase())) ?? whole,
  )
  if (plain === text) return text
  const lines = plain.split(LINE).map(cleanText)
  return lines.filter((line) => line !== '').join('\n')
}
