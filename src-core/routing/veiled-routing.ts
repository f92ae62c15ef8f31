/** Ranking as a screen that residents can see may show it (柜台模式): no words of the story, nothing of who the resident is. */
import { VEIL } from '../case-file/veiled.ts'
import type { Fact } from './judge.ts'
import type { Routing } from './ranking.ts'

/** What only somebody with a certain age, mark or need would be told. */
const OF_THE_PERSON: ReadonlySet<Fact['code']> = new Set([
  'eligible',
  'ask-eligible',
  'does-not-come',
  'barrier-free',
  'barriers',
  'speaks',
  'speaks-not',
])

export function veiledRouting(routing: Routing): Routing {
  const veiled = (one: Routing['candidates'][number]) => ({
    ...one,
    judgements: one.judgements
      .filter(({ fact }) => !OF_THE_PERSON.has(fact.code))
      .map((each) =>
        each.fact.code === 'named' || each.fact.code === 'area-named'
          ? { ...each, fact: { ...each.fact, words: VEIL } }
          : each,
      ),
  })
  return {
    ...routing,
    candidates: routing.candidates.map(veiled),
    excluded: routing.excluded.filter(({ why }) => why !== 'not-eligible' && why !== 'reported-unit'),
    steps: routing.steps.map((step) => ({
      ...step,
      excluded: step.excluded.filter(({ why }) => why !== 'not-eligible' && why !== 'reported-unit'),
    })),
    alongside: routing.alongside && veiled(routing.alongside),
  }
}
