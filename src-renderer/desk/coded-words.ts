/** A column of words that repeat (who has the case, which provider): one number a row into a list, 0 for none. */
export type CodedWords = {
  /** From place 1 on; place 0 stands for none. */
  readonly words: string[]
  readonly codeOf: Map<string, number>
  codes: Uint32Array
}

export const newCodedWords = (capacity: number): CodedWords => ({
  words: [''],
  codeOf: new Map(),
  codes: new Uint32Array(capacity),
})

export function putWord(column: CodedWords, row: number, word: string | null): void {
  column.codes[row] = word === null || word === '' ? 0 : codeFor(column, word)
}

function codeFor({ words, codeOf }: CodedWords, word: string): number {
  const known = codeOf.get(word)
  if (known !== undefined) return known
  codeOf.set(word, words.length)
  return words.push(word) - 1
}

export const wordAt = ({ words, codes }: CodedWords, row: number): string | null => words[codes[row]!] || null

/** One flag a word, 1 where it is wanted: then a row is tested by two lookups, however many words are wanted. */
export const wantedCodes = ({ words }: CodedWords, wanted: (word: string) => boolean): Uint8Array =>
  Uint8Array.from(words, (word) => (word !== '' && wanted(word) ? 1 : 0))

export function growWords(column: CodedWords, size: number): void {
  const wider = new Uint32Array(size)
  wider.set(column.codes)
  column.codes = wider
}

/** The rows `kept` of a column, in that order; the words stay. */
export function rowsOfWords(from: CodedWords, kept: readonly number[], capacity: number): CodedWords {
  const codes = new Uint32Array(capacity)
  kept.forEach((row, i) => (codes[i] = from.codes[row]!))
  return { words: [...from.words], codeOf: new Map(from.codeOf), codes }
}
