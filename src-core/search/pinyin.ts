/**
 * Search by pinyin and initials, one rule for the app and `linwu`: every typed letter run stands for consecutive characters,
 * each given by its syllable or the beginning of it. `wangsulan`, `wsl`, `wangsl` and `wang su lan` all find 王素兰.
 *
 * A text becomes a key, one mark and syllable per character: 王素兰2号 is `·wang·su·lan·2·hao`; other signs end a run.
 */

/** Syllables without tones (ü as v), one per character; anything that is not a Chinese character as it is. */
export type ToSyllables = (text: string) => readonly string[]

const MARK = '·'
const BREAK = '|'

export function pinyinKey(text: string, toSyllables: ToSyllables): string {
  let key = ''
  for (const syllable of toSyllables(text)) {
    const plain = syllable.toLowerCase().replaceAll('ü', 'v')
    if (/^[a-z]+$/.test(plain)) key += MARK + plain
    else for (const ch of plain) key += /[a-z0-9]/.test(ch) ? MARK + ch : key.endsWith(BREAK) ? '' : BREAK
  }
  return key
}

/** Longer typing cannot be a name or a title any more. */
const LONGEST_QUERY = 60

/** Null when the query is not typed in letters (then it is searched by characters only). */
export function pinyinPattern(query: string): RegExp | null {
  const typed = query
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replace(/[\s'’]+/g, '')
  if (typed.length > LONGEST_QUERY || !/^[a-z0-9]*[a-z][a-z0-9]*$/.test(typed)) return null
  // Between two typed letters the syllable may be left unfinished and the next one begin.
  return new RegExp(MARK + [...typed].join(`(?:[a-z]*${MARK})?`))
}
