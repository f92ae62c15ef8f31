/** P5: one keystroke in the search box (hits, exact count, sorted page) against `includes` over every text. */
import type { DeskApi } from '#app/desk/api.ts'
import { typedQueries } from './queries.ts'
import { referenceTexts } from './reference.ts'

export type KeystrokeTimes = {
  readonly ours: number[]
  readonly reference: number[]
  readonly queries: number
  readonly mismatches: number
  /** Proof that the comparison can fail: mismatches when the oracle looks for the query without its first character. */
  readonly planted: number
  /** The first search of a session, which also makes the texts. */
  readonly firstMs: number
  /** All hits of all queries, so that 0 = 0 is no proof. */
  readonly hits: number
}

/** All queries are typed this often; of each keystroke the middle time counts, so that another program's turn does not. */
const PASSES = 3

export async function keystrokes(desk: DeskApi, pieces: number): Promise<KeystrokeTimes> {
  const search = async (query: string): Promise<number> =>
    (await desk.page({ search: query, sort: 'due', descending: false, offset: 0, limit: 50 })).total
  const before = performance.now()
  await search('哪儿也没有的字串')
  const firstMs = performance.now() - before
  const texts = await referenceTexts()
  const scan = (query: string): number => {
    let found = 0
    for (const text of texts) if (text.includes(query)) found += 1
    return found
  }
  const queries = typedQueries(texts, pieces)
  for (const query of queries.slice(0, 20)) {
    await search(query)
    scan(query)
  }
  const passes = { ours: [] as number[][], reference: [] as number[][] }
  let mismatches = 0
  let planted = 0
  let hits = 0
  const timed = async (into: number[], work: () => number | Promise<number>): Promise<number> => {
    const started = performance.now()
    const found = await work()
    into.push(performance.now() - started)
    return found
  }
  for (let pass = 0; pass < PASSES; pass++) {
    const [ours, reference] = [(passes.ours[pass] = []), (passes.reference[pass] = [])]
    for (const [i, query] of queries.entries()) {
      const first = (i + pass) % 2 === 0 ? await timed(ours, () => search(query)) : -1
      const theirs = await timed(reference, () => scan(query))
      const mine = first >= 0 ? first : await timed(ours, () => search(query))
      if (mine !== theirs) mismatches += 1
      if (query.length > 1 && mine !== scan(query.slice(1))) planted += 1
      hits += theirs
    }
  }
  const middle = (all: readonly number[][]): number[] =>
    queries.map((_, i) => all.map((pass) => pass[i]!).toSorted((a, b) => a - b)[Math.floor(PASSES / 2)]!)
  return {
    ours: middle(passes.ours),
    reference: middle(passes.reference),
    queries: queries.length,
    mismatches,
    planted,
    firstMs,
    hits,
  }
}
