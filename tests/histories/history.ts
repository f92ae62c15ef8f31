/** One history: a random week of five PCs and more, everything that can go wrong with files, and what must be true afterwards. */
import type { EventId, StoredEvent } from '#core/kernel/event.ts'
import { dice } from './dice.ts'
import { newDistrict } from './houses.ts'
import { copyFolder, goBack, revoke } from './lives.ts'
import { deliver, outcastSends, send } from './mail.ts'
import { paper } from './papers.ts'
import { backUp, open } from './pc.ts'
import { settle } from './settle.ts'
import { checkAll, checkResolved } from './truths.ts'
import { TOLD, type Told, type World } from './world.ts'
import { act, attach, erase, loseAttachment, resolve, resolveAll, save, saveAsNewer } from './writes.ts'

const STEPS = 30

export async function runHistory(seed: number): Promise<Told> {
  const random = dice(seed)
  let minutes = 0
  const acknowledged = new Map<EventId, StoredEvent>()
  const { pcs, houses } = await newDistrict({ dice: random, tick: () => (minutes += 1), written: acknowledged })
  const told = Object.fromEntries(TOLD.map((what) => [what, 0])) as Told
  const world: World = { dice: random, pcs, outcasts: [], houses, mail: [], written: acknowledged, lost: new Set(), told, number: 0 } // prettier-ignore
  for (let i = 0; i < STEPS; i++) await step(world)
  await settle(world)
  await checkAll(world)
  if (random.rarely(4)) {
    await resolveAll(world)
    // By now the 区 knows the stations below the 街道.
    await paper(
      world,
      pcs.find(({ house }) => house.name === 'Q')!,
    )
    await settle(world)
    await checkAll(world)
    checkResolved(world)
  }
  return told
}

/** Of a hundred steps so many are …; they add up to 100. To add one: here. */
const STEPS_OF = [
  [21, save],
  [4, act],
  [6, paper],
  [3, attach],
  [2, async (world) => loseAttachment(world)],
  [3, erase],
  [2, saveAsNewer],
  [2, async (world, pc) => void (pc.years = world.dice.roll(106) - 10)],
  [16, send],
  [25, deliver],
  [2, async (_, pc) => open(pc)],
  [3, async (_, pc) => backUp(pc)],
  [2, goBack],
  [2, copyFolder],
  [2, revoke],
  [3, outcastsAct],
  [2, resolve],
] as const satisfies readonly (readonly [number, (world: World, pc: World['pcs'][number]) => Promise<void>])[]

async function step(world: World): Promise<void> {
  const pc = world.dice.one(world.pcs)
  let left = world.dice.roll(100)
  for (const [share, what] of STEPS_OF) {
    if (left < share) return what(world, pc)
    left -= share
  }
}

async function outcastsAct(world: World): Promise<void> {
  for (const outcast of world.outcasts) await save(world, outcast)
  await outcastSends(world)
}
