/**
 * The one index of a search: the text of every case (core/case-file/summary.ts, `searchedText`), in blocks of 512 cases
 * joined by NUL, so that one `indexOf` runs over 200 kB instead of 512 calls. Characters look at everything, typed letters
 * at names and titles. Latin letters match in either case.
 * A longer query that extends the last one looks only at the last one's hits.
 */
import { PART_END } from '#core/case-file/summary.ts'
import type { LetterSearch } from '#core/search/pinyin.ts'

const BLOCK = 512
/** Of a text: name, phone and place, title, rest. */
const PARTS = 4

/** `ends`: of each case's four parts one after the other, as places in `joined`. */
type Block = { readonly joined: string; readonly ends: Uint32Array }

/** 1 for each row that is found; `who`: 1 where it is found in name, phone or place. Shared: read them, do not keep them. */
export type Hits = { readonly rows: Uint8Array; readonly who: Uint8Array }

type Search = Hits & { readonly query: string; readonly found: number }

export type SearchText = {
  readonly texts: string[]
  readonly blocks: (Block | undefined)[]
  last: Search | null
  lastLetters: Search | null
}

export const newSearchText = (): SearchText => ({ texts: [], blocks: [], last: null, lastLetters: null })

const fold = (text: string): string => text.replaceAll('\0', ' ').toLowerCase()

/** Of a case that is gone. */
export const NO_TEXT = PART_END.repeat(PARTS)

/** `text`: of `searchedText`. Rows without a gap: the next new one is the number of texts. */
export function putText(search: SearchText, row: number, text: string): void {
  search.texts[row] = fold(text)
  search.blocks[Math.floor(row / BLOCK)] = undefined
  search.last = null
  search.lastLetters = null
}

/** Joins at most one block that is not; false when there is none. */
export function joinBlock(search: SearchText): boolean {
  for (let b = 0; b * BLOCK < search.texts.length; b++) if (!search.blocks[b]) return Boolean(blockAt(search, b))
  return false
}

/** By characters. */
export function findText(search: SearchText, query: string): Hits {
  const wanted = fold(query.replaceAll(PART_END, ' '))
  const { last } = search
  if (last?.query === wanted && last.rows.length === search.texts.length) return last
  const hits = noHits(search, wanted)
  const among = narrower(search, last, (typed) => wanted.includes(typed))
  search.last = { ...hits, found: among ? amongRows(search, hits, among) : inBlocks(search, hits) }
  return hits
}

/** By letters; `typed` is what `finds` looks for. */
export function findLetters(search: SearchText, typed: string, finds: LetterSearch): Hits {
  const { lastLetters: last } = search
  if (last?.query === typed && last.rows.length === search.texts.length) return last
  const hits = noHits(search, typed)
  const among = narrower(search, last, (before) => typed.startsWith(before))
  let found = 0
  for (let row = among ? among.indexOf(1) : 0; row >= 0 && row < hits.rows.length;) {
    const { joined, ends } = blockAt(search, Math.floor(row / BLOCK))
    const first = (row % BLOCK) * PARTS
    const isWho = finds(joined, startOf(ends, first), ends[first]!)
    if (isWho || finds(joined, ends[first + 1]! + 1, ends[first + 2]!)) {
      hits.rows[row] = 1
      found += 1
    }
    if (isWho) hits.who[row] = 1
    row = among ? among.indexOf(1, row + 1) : row + 1
  }
  search.lastLetters = { ...hits, found }
  return hits
}

const noHits = ({ texts }: SearchText, query: string) => ({
  query,
  rows: new Uint8Array(texts.length),
  who: new Uint8Array(texts.length),
})

/** The rows that alone can be found, when what was found last is few and all of it. */
function narrower({ texts }: SearchText, last: Search | null, extended: (query: string) => boolean): Uint8Array | null {
  return last?.rows.length === texts.length && extended(last.query) && last.found * 8 < texts.length ? last.rows : null
}

/** Each text ends with NUL, one place behind its last part. */
const startOf = (ends: Uint32Array, first: number): number => (first === 0 ? 0 : ends[first - 1]! + 2)

function amongRows(search: SearchText, { query, rows, who }: Omit<Search, 'found'>, among: Uint8Array): number {
  let found = 0
  for (let row = among.indexOf(1); row >= 0; row = among.indexOf(1, row + 1)) {
    const at = search.texts[row]!.indexOf(query)
    if (at < 0) continue
    rows[row] = 1
    found += 1
    const { ends } = blockAt(search, Math.floor(row / BLOCK))
    const first = (row % BLOCK) * PARTS
    if (startOf(ends, first) + at < ends[first + 1]!) who[row] = 1
  }
  return found
}

function inBlocks(search: SearchText, { query, rows, who }: Omit<Search, 'found'>): number {
  let found = 0
  for (let b = 0; b * BLOCK < search.texts.length; b++) {
    const { joined, ends } = blockAt(search, b)
    let first = 0
    for (let at = joined.indexOf(query); at >= 0; at = joined.indexOf(query, ends[first + PARTS - 1]!)) {
      while (ends[first + PARTS - 1]! < at) first += PARTS
      const row = b * BLOCK + first / PARTS
      rows[row] = 1
      found += 1
      if (at < ends[first + 1]!) who[row] = 1
    }
  }
  return found
}

function blockAt(search: SearchText, b: number): Block {
  const made = search.blocks[b]
  if (made) return made
  const texts = search.texts.slice(b * BLOCK, (b + 1) * BLOCK)
  const ends = new Uint32Array(texts.length * PARTS)
  // The joined text is flat; each case's text becomes a slice of it, so that the characters are held once.
  const joined = flat(`${texts.join('\0')}\0`)
  let at = 0
  texts.forEach((text, i) => {
    search.texts[b * BLOCK + i] = joined.slice(at, at + text.length)
    for (let part = 0, end = at - 1; part < PARTS; part++) {
      end = joined.indexOf(PART_END, end + 1)
      ends[i * PARTS + part] = end
    }
    at += text.length + 1
  })
  return (search.blocks[b] = { joined, ends })
}

/** Joining already gives a flat string; a search flattens whatever is left. */
function flat(text: string): string {
  text.indexOf('\0')
  return text
}
