/**
 * Counts rounds in every slice at once. A round is counted four times, in groups finer than the slices made of them; the
 * slices are added up at the end, each group by the slice's own rule (slices.ts) asked for one of its rounds.
 */
import type { RoundFacts } from '../figures/round-facts.ts'
import type { ReportNames } from './report-names.ts'
import { SLICES, type Slicing } from './slices.ts'

/** How many rounds had which marks. */
type Times = Map<number, number>
type Fine = { readonly one: RoundFacts; readonly times: Times }

/** More of any one thing (places, providers, colleagues) than a station ever has. */
const MANY = 100_000

/** Which slices can be told from which groups. A new slice: in the line whose rounds it never splits. */
const FINE: readonly (readonly Slicing[])[] = [
  ['all', 'place', 'level1', 'category', 'heat'],
  ['type', 'provider', 'tile'],
  ['handler'],
  ['station'],
]

export function counter(names: ReportNames) {
  const groups = FINE.map(() => new Map<number, Fine>())
  const [hoods, categories, paid, providers, handlers, stations] = Array.from({ length: 6 }, coder) as [Coder, Coder, Coder, Coder, Coder, Coder] // prettier-ignore
  const add = (at: number, key: number, facts: RoundFacts, marks: number): void => {
    let fine = groups[at]!.get(key)
    if (!fine) groups[at]!.set(key, (fine = { one: facts, times: new Map() }))
    fine.times.set(marks, (fine.times.get(marks) ?? 0) + 1)
  }
  return {
    add(facts: RoundFacts, marks: number): void {
      const { category, serviceType, agreement, provider, handler } = facts
      add(0, hoods(names.neighbourhood(facts)) + MANY * categories(category), facts, marks)
      const way = agreement === null ? (serviceType ?? '') : `${serviceType ?? ''} ${agreement}`
      add(1, providers(provider ?? '') + MANY * paid(way), facts, marks)
      add(2, handlers(handler ?? ''), facts, marks)
      add(3, stations(names.station(facts)), facts, marks)
    },
    /** Slice → key → how many rounds had which marks. */
    slices(): ReadonlyMap<Slicing, ReadonlyMap<string, Times>> {
      const out = new Map<Slicing, Map<string, Times>>()
      FINE.forEach((slices, at) => {
        for (const by of slices) {
          const whole = new Map<string, Times>()
          out.set(by, whole)
          for (const { one, times } of groups[at]!.values()) addTo(whole, SLICES[by](one, names), times)
        }
      })
      return out
    },
  }
}

function addTo(whole: Map<string, Times>, key: string, times: Times): void {
  let sum = whole.get(key)
  if (!sum) whole.set(key, (sum = new Map()))
  for (const [marks, count] of times) sum.set(marks, (sum.get(marks) ?? 0) + count)
}

/** Words as small numbers, in the order in which they come. */
type Coder = (word: string) => number
function coder(): Coder {
  const codes = new Map<string, number>()
  return (word) => {
    let code = codes.get(word)
    if (code === undefined) codes.set(word, (code = codes.size))
    return code
  }
}
