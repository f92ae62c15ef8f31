/**
 * Search by characters: exact substring hits over the text of every case. Texts lie in blocks of 512 cases, joined by
 * NUL, so that one `indexOf` runs over 200 kB instead of 512 calls.
 * A longer query that extends the last one looks only at the last one's hits. Latin letters match in either case.
 */
const BLOCK = 512

export type SearchText = {
  readonly texts: string[]
  readonly blocks: ({ readonly joined: string; readonly ends: Uint32Array } | undefined)[]
  last: { query: string; hits: Uint8Array; rows: number; found: number } | null
}

export const newSearchText = (): SearchText => ({ texts: [], blocks: [], last: null })

const fold = (text: string): string => text.replaceAll('\0', ' ').toLowerCase()

export function putText(search: SearchText, row: number, text: string): void {
  search.texts[row] = fold(text)
  search.blocks[Math.floor(row / BLOCK)] = undefined
  search.last = null
}

/** 1 for each row whose text contains the query. The array is shared: read it, do not keep it. */
export function findText(search: SearchText, query: string): { hits: Uint8Array; found: number } {
  const wanted = fold(query)
  const { last } = search
  if (last && last.query === wanted && last.rows === search.texts.length) return last
  const hits = new Uint8Array(search.texts.length)
  const narrower = last && last.rows === search.texts.length && wanted.includes(last.query) ? last : null
  const found =
    narrower && narrower.found * 8 < search.texts.length
      ? amongHits(search, wanted, narrower.hits, hits)
      : inBlocks(search, wanted, hits)
  search.last = { query: wanted, hits, rows: search.texts.length, found }
  return search.last
}

function amongHits(search: SearchText, wanted: string, before: Uint8Array, hits: Uint8Array): number {
  let found = 0
  for (let row = before.indexOf(1); row >= 0; row = before.indexOf(1, row + 1)) {
    if (!search.texts[row]!.includes(wanted)) continue
    hits[row] = 1
    found += 1
  }
  return found
}

function inBlocks(search: SearchText, wanted: string, hits: Uint8Array): number {
  let found = 0
  const count = Math.ceil(search.texts.length / BLOCK)
  for (let b = 0; b < count; b++) {
    const { joined, ends } = blockAt(search, b)
    let row = 0
    for (let at = joined.indexOf(wanted); at >= 0; at = joined.indexOf(wanted, ends[row]!)) {
      while (ends[row]! <= at) row += 1
      hits[b * BLOCK + row] = 1
      found += 1
      if (ends[row]! >= joined.length) break
    }
  }
  return found
}

function blockAt(search: SearchText, b: number): { joined: string; ends: Uint32Array } {
  const made = search.blocks[b]
  if (made) return made
  const texts = search.texts.slice(b * BLOCK, (b + 1) * BLOCK)
  const ends = new Uint32Array(texts.length)
  let at = 0
  texts.forEach((text, i) => {
    at += text.length + 1
    ends[i] = at
  })
  // The joined text is flat; each case's text becomes a slice of it, so that the characters are held once.
  const joined = flat(`${texts.join('\0')}\0`)
  texts.forEach((text, i) => {
    search.texts[b * BLOCK + i] = joined.slice(ends[i]! - 1 - text.length, ends[i]! - 1)
  })
  return (search.blocks[b] = { joined, ends })
}

/** Joining already gives a flat string; a search flattens whatever is left. */
function flat(text: string): string {
  text.indexOf('\0')
  return text
}
