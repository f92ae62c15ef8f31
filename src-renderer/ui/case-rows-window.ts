/**
 * A long list, of which only what is on the screen is fetched: rows from a little above to a little below, one question at
 * a time, the last wish first. Rows shown before stay until newer ones are there. The page hears only how many rows there
 * are; which of them are at hand concerns the table alone, or every turn of the wheel would draw the whole page again.
 */
import { useEffect, useState, useSyncExternalStore } from 'react'

/** Rows fetched beyond either edge of the screen: a turn of the wheel or two. */
const SPARE = 60
/** Fetched anew when fewer than so many are left. */
const NEAR = 20
/** Rows asked for before anybody knows how many fit: two screens of 1080 lines. */
const FIRST = 40

export type RowPage<R> = { readonly rows: readonly R[]; readonly total: number }
type Ask<R> = (offset: number, limit: number) => Promise<RowPage<R>>
/** `round`: which question it answers. */
type Held<R> = RowPage<R> & { readonly from: number; readonly round: number }

export type RowWindow<R> = {
  readonly subscribe: (changed: () => void) => () => void
  /** The rows at hand, the first of them at `from`; null until the first answer. */
  readonly held: () => Held<R> | null
  /** Says which rows stand on the screen. */
  readonly show: (first: number, last: number) => void
  /** The row itself, also one that is not at hand. */
  readonly find: (index: number) => Promise<R | undefined>
}

/** `depends`: what the question depends on, as for effects. `total`: null until the first answer. A failure goes to the crash screen. */
export function useRowWindow<R>(
  ask: Ask<R>,
  depends: readonly unknown[],
): { readonly list: RowWindow<R>; readonly total: number | null } {
  const [failure, setFailure] = useState<unknown>(null)
  const [store] = useState(() => rowWindow<R>(setFailure))
  useEffect(
    () => store.ask(ask),
    // `ask` is made anew on every render; what it depends on is listed by the caller.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    depends,
  )
  const total = useSyncExternalStore(store.list.subscribe, () => store.list.held()?.total ?? null)
  if (failure !== null) throw failure
  return { list: store.list, total }
}

function rowWindow<R>(onFailure: (error: unknown) => void): { list: RowWindow<R>; ask: (ask: Ask<R>) => void } {
  const listeners = new Set<() => void>()
  let question: Ask<R> | null = null
  let round = 0
  let wish = { first: 0, last: FIRST }
  let held: Held<R> | null = null
  let busy = false

  async function fetch(): Promise<void> {
    if (busy) return
    busy = true
    try {
      while (question && isWanting(held, round, wish)) {
        const mine = round
        const from = Math.max(0, wish.first - SPARE)
        const page = await question(from, wish.last - from + 1 + SPARE)
        // Asked something else meanwhile.
        if (mine !== round) continue
        held = { from, round, total: page.total, rows: sameRows(held, from, round, page.rows) }
        for (const changed of listeners) changed()
      }
    } catch (error) {
      onFailure(error ?? new Error('no reason given'))
    } finally {
      busy = false
    }
  }

  return {
    ask: (next) => {
      question = next
      round += 1
      void fetch()
    },
    list: {
      subscribe: (changed) => {
        listeners.add(changed)
        return () => listeners.delete(changed)
      },
      held: () => held,
      show: (first, last) => {
        wish = { first, last }
        void fetch()
      },
      find: async (index) => {
        const here = held?.round === round ? held.rows[index - held.from] : undefined
        return here ?? (await question?.(index, 1))?.rows[0]
      },
    },
  }
}

function isWanting<R>(held: Held<R> | null, round: number, { first, last }: { first: number; last: number }): boolean {
  if (!held || held.round !== round) return true
  const end = held.from + held.rows.length
  if (first >= held.total) return false
  const needed = Math.min(last, held.total - 1)
  return first < held.from + (held.from > 0 ? NEAR : 0) || needed > end - 1 - (end < held.total ? NEAR : 0)
}

/** Rows that were there already stay the same objects, so that scrolling draws only the new ones. */
function sameRows<R>(before: Held<R> | null, from: number, round: number, rows: readonly R[]): readonly R[] {
  if (before?.round !== round) return rows
  return rows.map((row, i) => before.rows[from + i - before.from] ?? row)
}
