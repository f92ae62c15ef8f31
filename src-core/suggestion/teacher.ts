/**
 * Learns from a growing list of decided cases. What comes out depends on the list alone, never on when it was learned: all
 * is learned together up to a milestone, and what came after it is added one by one. So a PC that was on all week and one
 * that reads the records on Friday suggest the same.
 */
import type { Catalogue } from '../category/current-catalogue.ts'
import type { Decided } from './decided.ts'
import { gramsOf, plainText } from './grams.ts'
import { learner, type Example, type Learner } from './learner.ts'
import { coldSuggester, suggesterOf, type Suggester } from './suggest.ts'
import { wordIndex } from './word-match.ts'

export type Teacher = {
  /** `decided` as `inOrder` gives them. One text a step, so that a desk does it between questions; returns the suggester. */
  readonly learn: (decided: readonly Decided[]) => Generator<void, Suggester>
}

/** 20, 22, 24, 26, 28, 30, 33 …: ten per cent more each time, so that all together is learned ever more rarely. */
export function milestone(count: number): number {
  let last = 0
  for (let next = FIRST; next <= count; next += Math.max(2, Math.floor(next / 10))) last = next
  return last
}
/** The words count by half while learning: what they already say is learned too, and the cases outweigh them. */
const TRUST = 0.5
/** Many leaves and few cases of each: softer than for few labels with many texts (1 · 3 · 10 tried). */
const PULL = 1
/** Fewer decided cases than this say nothing that the words do not. */
const FIRST = 20

export function teacher(catalogue: Catalogue): Teacher {
  const leaves = catalogue.leaves.filter(({ retired }) => !retired)
  const words = wordIndex(leaves)
  const numbers = new Map(leaves.map(({ code }, n) => [code, n]))
  const cold = coldSuggester(catalogue)
  let base: readonly Lesson[] = []
  let classes: readonly number[] = []
  let taught: Learner | null = null
  /** Lessons taken in, base and later ones, in their order. */
  let taken: Lesson[] = []

  const exampleOf = ({ head, body, label }: Lesson): Example => {
    const start = words(head, body).scores
    return { grams: gramsOf(head, body), label, start: Float64Array.from(classes, (leaf) => TRUST * start[leaf]!) }
  }

  return {
    *learn(decided) {
      const lessons = yield* lessonsOf(decided, numbers)
      const wanted = lessons.slice(0, milestone(lessons.length))
      const goesOn =
        taught !== null &&
        base.length === wanted.length &&
        taken.length <= lessons.length &&
        taken.every(({ key }, n) => key === lessons[n]!.key)
      if (!goesOn) {
        classes = [...new Set(wanted.map(({ label }) => label))].toSorted((a, b) => a - b)
        if (classes.length < 2) return cold
        const examples: Example[] = []
        for (const lesson of wanted) {
          examples.push(exampleOf(lesson))
          yield
        }
        taught = null
        const anew = learner(classes, examples, PULL)
        yield* anew.train()
        base = wanted
        taken = [...wanted]
        taught = anew
      }
      if (!taught) return cold
      for (const lesson of lessons.slice(taken.length)) {
        taught.add(exampleOf(lesson))
        taken.push(lesson)
        yield
      }
      return suggesterOf(leaves, words, yield* taught.model(), decided, taken.length)
    },
  }
}

type Lesson = { readonly key: string; readonly head: string; readonly body: string; readonly label: number }

/** The same words again teach nothing new, and would drown the rest: each text once for each leaf. */
function* lessonsOf(decided: readonly Decided[], numbers: ReadonlyMap<string, number>): Generator<void, Lesson[]> {
  const seen = new Map<string, Lesson>()
  for (const { title, text, category } of decided) {
    const label = numbers.get(category)
    if (label === undefined) continue
    const head = plainText(title)
    const body = plainText(text)
    const key = `${category}\n${head}\n${body}`
    if (!seen.has(key)) seen.set(key, { key, head, body, label })
    yield
  }
  return [...seen.values()]
}
