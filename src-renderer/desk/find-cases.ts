/** Search in the desk: characters first; letters also find names and titles by pinyin ("wangsulan") and initials ("wsl"). */
import { pinyinKey, pinyinPattern, type ToSyllables } from '#core/search/pinyin.ts'
import { findText } from './search-text.ts'
import { readTexts, shownTexts, type DeskState } from './state.ts'

/** Per row: what was read, and its key. Made when the first query of letters comes, and again for rows that changed. */
const made = new WeakMap<DeskState, { of: string; key: string }[]>()
let toSyllables: ToSyllables | null = null

/** 1 for each row that the query finds. */
export async function findCases(state: DeskState, query: string): Promise<Uint8Array> {
  readTexts(state)
  const { hits } = findText(state.search, query)
  const pattern = pinyinPattern(query)
  if (!pattern) return hits
  const keys = await pinyinKeys(state)
  const both = hits.slice()
  for (let row = 0; row < keys.length; row++) if (both[row] !== 1 && pattern.test(keys[row]!.key)) both[row] = 1
  return both
}

async function pinyinKeys(state: DeskState): Promise<{ of: string; key: string }[]> {
  toSyllables ??= await loadPinyin()
  let keys = made.get(state)
  if (!keys) made.set(state, (keys = []))
  const { table } = state
  for (let row = 0; row < table.count; row++) {
    const { requester, title } = shownTexts(state, row)
    const of = `${requester}\n${title}`
    if (keys[row]?.of !== of) keys[row] = { of, key: pinyinKey(of, toSyllables) }
  }
  return keys
}

/** The table of readings is fetched only when somebody searches with letters. */
async function loadPinyin(): Promise<ToSyllables> {
  const { pinyin } = await import('pinyin-pro')
  return (text) => pinyin(text, { toneType: 'none', type: 'array' })
}
