/** What people type: pieces of the texts, growing character by character, and pieces picked anywhere. */
import { PART_END } from '#core/case-file/summary.ts'
import { seeded } from '#core/demo/seeded.ts'

const LETTERS = new RegExp(`[a-z\\s${PART_END}]`, 'iu')

/**
 * Queries of 1 to 5 characters. Pieces with Latin letters are left out: there the desk also searches by pinyin, which
 * `includes` does not, so their counts differ on purpose.
 */
export function typedQueries(texts: readonly string[], pieces = 60): string[] {
  const random = seeded(11)
  const piece = (length: number): string => {
    for (;;) {
      const text = random.pick(texts)
      const at = random.int(Math.max(1, text.length - length))
      const found = text.slice(at, at + length)
      if (found.length === length && !LETTERS.test(found)) return found
    }
  }
  const queries: string[] = []
  for (let i = 0; i < pieces; i++) {
    const typed = piece(5)
    for (let length = 1; length <= 5; length++) queries.push(typed.slice(0, length))
    for (let length = 1; length <= 5; length++) queries.push(piece(length))
  }
  return queries
}
