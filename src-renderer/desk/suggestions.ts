/**
 * 建议分类 at the desk: the catalogue's words answer at once; what this station decided is learned when the desk is idle, a
 * few milliseconds at a time, and again some time after something new was decided. Nothing of it is stored: it is gone with the lock.
 */
import { readCase, type Book } from '#core/book/book.ts'
import { catalogueOf } from '#core/book/catalogue-of.ts'
import { CATEGORY_CODE } from '#core/category/category.ts'
import { dayOf, momentOf } from '#core/lib/time.ts'
import { decidedOf, inOrder, type Decided } from '#core/suggestion/decided.ts'
import { coldSuggester, type Suggester, type Suggestion } from '#core/suggestion/suggest.ts'
import { teacher, type Teacher } from '#core/suggestion/teacher.ts'
import type { Asking } from './asking.ts'
import type { DeskState } from './state.ts'
import { wantedCodes } from './coded-words.ts'

/** Longest piece of learning between two questions, and the rest between two pieces, in ms. */
const PIECE_MS = 8
const REST_MS = 15
/** What was decided in between is learned together. */
const AGAIN_MS = 60_000

type Kept = {
  /** Of the catalogue: another day or another change makes all of this anew. */
  readonly key: string
  readonly teacher: Teacher
  suggester: Suggester
  /** Revision of the records that was learned from; −1 for none. */
  revision: number
  learnedAt: number
  isLearning: boolean
}

export function suggestions({ ready, parts }: Asking) {
  const kept = new WeakMap<Book, Kept>()

  function keptOf({ book }: DeskState): Kept {
    const now = momentOf(parts.clock())
    const key = `${dayOf(now)} ${book.changes.get('category') ?? 0}`
    const before = kept.get(book)
    if (before?.key === key) return before
    const catalogue = catalogueOf(book, now)
    const mine: Kept = {
      key,
      teacher: teacher(catalogue),
      suggester: coldSuggester(catalogue),
      revision: -1,
      learnedAt: -Infinity,
      isLearning: false,
    }
    kept.set(book, mine)
    return mine
  }

  function learnWhenIdle(state: DeskState, mine: Kept): void {
    if (mine.isLearning || mine.revision === state.book.replica.revision) return
    if (parts.clock() - mine.learnedAt < AGAIN_MS) return
    mine.isLearning = true
    const revision = state.book.replica.revision
    const work = learning(state, mine.teacher)
    const piece = async (): Promise<void> => {
      const current = await ready().catch(() => null)
      if (current?.state.book !== state.book || kept.get(state.book) !== mine) return
      const until = parts.clock() + PIECE_MS
      for (;;) {
        const step = work.next()
        if (step.done) {
          mine.suggester = step.value
          mine.revision = revision
          mine.learnedAt = parts.clock()
          mine.isLearning = false
          return
        }
        if (parts.clock() >= until) return parts.whenIdle(() => void piece(), REST_MS)
      }
    }
    parts.whenIdle(() => void piece(), REST_MS)
  }

  return async (title: string, text: string): Promise<Suggestion> => {
    const { state } = await ready()
    const mine = keptOf(state)
    learnWhenIdle(state, mine)
    return mine.suggester.suggest(title, text)
  }
}

function* learning({ book, table }: DeskState, teaches: Teacher): Generator<void, Suggester> {
  const column = table.words.category
  const isCode = wantedCodes(column, (word) => CATEGORY_CODE.test(word))
  const decided: Decided[] = []
  for (let row = 0; row < table.count; row++) {
    if (isCode[column.codes[row]!] !== 1) continue
    const file = readCase(book, table.id[row]!)
    const one = file && decidedOf(file)
    if (one) decided.push(one)
    yield
  }
  return yield* teaches.learn(inOrder(decided))
}
