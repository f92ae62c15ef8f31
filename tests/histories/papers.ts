/** 督办令 and what is said of them: from an office to a house below, or one below that, and back. By the real commands. */
import { lettersOf } from '#core/exchange/letters/letter-states.ts'
import type { Command } from '#core/commands.ts'
import { momentOf } from '#core/lib/time.ts'
import type { LetterFields } from '#core/peer/fields.ts'
import { asDecisions, clockOf, sourceOf, trustIn, type Pc } from './pc.ts'
import { isStation, must, type World } from './world.ts'

const DAY = 86_400_000
const BELOW: Readonly<Record<string, readonly string[]>> = { J: ['A', 'B'], Q: ['J', 'A', 'B'] }

export const papersOf = (pc: Pc) => lettersOf(asDecisions(sourceOf(pc)))

/** Whoever has one to answer does; else an office writes one. */
export async function paper(world: World, chosen: Pc): Promise<void> {
  const toDo = (pc: Pc) => papersOf(pc).all.filter(({ state }) => state === 'to-do')
  const pc = world.pcs.find((one) => toDo(one).length > 0) ?? chosen
  const waits = toDo(pc)
  if (waits.length > 0) {
    const { id, letter } = world.dice.one(waits)
    const step = letter.kind === 'supervision-order' ? 'answered' : world.dice.one(['accepted', 'sent-back'] as const)
    const saved = await pc.keeper.run({ name: 'answer-letter', input: { letter: id, step, note: '已办' } } as Command)
    must(saved.ok, `no answer: ${JSON.stringify(saved)}`)
    world.told.answers += 1
  } else if (!isStation(pc)) {
    // Of the stations a 区 learns with the first file that came through the 街道.
    const known = trustIn(pc).houses
    const houses = world.houses.filter(({ id, name }) => BELOW[pc.house.name]!.includes(name) && known.has(id))
    const to = world.dice.one(houses)
    const order = { kind: 'daily', trigger: 'overdue', demand: '请办理', dueAt: momentOf(clockOf(pc) + 5 * DAY) }
    const saved = await pc.keeper.run({ name: 'send-letter', input: { kind: 'supervision-order', to: to.id, order } } as Command) // prettier-ignore
    must(saved.ok, `no order: ${JSON.stringify(saved)}`)
    world.told.orders += 1
    if (pc.house.name === 'Q' && to.name !== 'J') world.told.passedOn += 1
  }
}

const wordsOf = ({ kind, at, answers, case: about, body }: LetterFields): string =>
  JSON.stringify([kind, at, answers ?? '', about ?? '', body])

/** Each letter is where it is meant to be, word for word, at every PC there; known to have arrived; and nowhere else. */
export function checkPapers(world: World): void {
  const all = new Map(world.pcs.map((pc) => [pc, papersOf(pc)]))
  for (const [pc, papers] of all)
    for (const { id, letter, hasArrived } of papers.all) {
      if (letter.direction !== 'out') continue
      must(hasArrived, `${pc.name} does not know that ${letter.kind} arrived`)
      for (const [other, theirs] of all) {
        const { letter: there } = theirs.get(id) ?? { letter: null }
        const isReader = other.house.id === letter.peer
        if (isReader)
          must(there !== null && there.direction === 'in' && wordsOf(there) === wordsOf(letter), `${letter.kind} is not at ${other.name} as ${pc.name} wrote it`) // prettier-ignore
        else if (other.house !== pc.house)
          must(there === null || there.direction === 'through', `${letter.kind} for another house is at ${other.name}`)
      }
    }
}
