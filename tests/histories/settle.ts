/** Everybody sends to every neighbour, and everything arrives, until nobody has anything new. */
import { PART_LIMITS } from '#core/exchange/bundle/manifest.ts'
import { planExport } from '#core/exchange/export/plan-export.ts'
import { lettersToSend } from '#core/exchange/letters/letter-states.ts'
import { idsIn } from '../core/kernel/oracle.ts'
import { addressees, blobsMissing, exportTo, profileTo } from './files.ts'
import type { House } from './houses.ts'
import { arrives, checkFile } from './mail.ts'
import { asDecisions, sourceOf, trustIn, type Pc } from './pc.ts'
import { isNoise } from './truths.ts'
import { must, type World } from './world.ts'

export async function settle(world: World): Promise<void> {
  /** What a PC had when it last sent there: without more, and with nothing to send, it need not say so again. */
  const told = new Map<string, number>()
  for (let round = 1, quiet = 0, before = -1; quiet < calm(world); round++) {
    must(round <= 25, 'the PCs never agree')
    let unopened = 0
    for (const pc of world.pcs) {
      const mine = countOf(world, pc)
      for (const to of addressees(pc, world.pcs, world.houses)) {
        const key = `${pc.name} ${to.name}`
        if (quiet === 0 && to !== pc.house && told.get(key) === mine && !hasNews(pc, to)) continue
        told.set(key, mine)
        for (const file of await exportTo(pc, to, PART_LIMITS)) {
          checkFile(world, pc, file)
          for (const other of world.pcs.filter(({ house }) => house === to))
            if (other !== pc && (await arrives(world, other, file.bytes, file.sealed)).kind === 'refused') unopened += 1
        }
      }
    }
    // Records of bundles go round for ever: each file makes one. All else comes to an end.
    const now = world.pcs.reduce((sum, pc) => sum + countOf(world, pc) - blobsMissing(pc).length, 0)
    // A file that was sealed for other keys comes once more.
    quiet = now === before && unopened === 0 ? quiet + 1 : 0
    before = now
  }
}

/** Rounds without anything new: where names changed or were shut out, the last word of what arrived goes round once more. */
const calm = ({ lost, told }: World): number => (lost.size > 0 || told.revoked > 0 || told.renewed > 0 ? 2 : 1)

const countOf = (world: World, pc: Pc): number =>
  idsIn(pc.book.replica).filter((id) => !isNoise(world.written.get(id)!)).length

function hasNews(pc: Pc, to: House): boolean {
  const source = sourceOf(pc)
  if (planExport(source, trustIn(pc), to.id, profileTo(pc.house, to)).events > 0) return true
  return to !== pc.house && lettersToSend(asDecisions(source), to.id).length > 0
}
