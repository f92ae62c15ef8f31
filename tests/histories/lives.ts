/** What befalls a PC: a backup put back, a copied folder, and being shut out. */
import { revocationOf } from '#core/exchange/trust/answers.ts'
import { headSet } from '#core/kernel/head-set.ts'
import { momentOf } from '#core/lib/time.ts'
import { idsIn } from '../core/kernel/oracle.ts'
import { clockOf, cloneOf, restore, trustIn, type Pc } from './pc.ts'
import { signerOfSeed } from './signer.ts'
import { MANY, must, type World } from './world.ts'

export async function goBack(world: World, pc: Pc): Promise<void> {
  const before = idsIn(pc.book.replica)
  await restore(pc)
  const after = new Set(idsIn(pc.book.replica))
  for (const id of before) if (!after.has(id)) world.lost.add(id)
  world.told.restored += 1
}

export async function copyFolder(world: World, pc: Pc): Promise<void> {
  if (world.pcs.length < MANY) world.pcs.push(await cloneOf(pc, `${pc.name}'${world.pcs.length}`))
}

/** What `pc` has of the other one counts, and nothing that it writes from then on; every copy of it is out. */
export async function revoke(world: World, pc: Pc): Promise<void> {
  const trust = trustIn(pc)
  const others = world.pcs.filter(({ house, ring }) => house === pc.house && ring.device !== pc.ring.device)
  const victim = others.find(({ ring }) => trust.grantOf(ring.device) !== null && !trust.isRevoked(ring.device))
  if (!victim) return
  const { device } = victim.ring
  const { id, name, code, short, rootSeed } = pc.house
  const own = { house: id, name, code, short }
  const founding = { own, identity: pc.identity, trust, now: momentOf(clockOf(pc)), letter: 'A', root: signerOfSeed(rootSeed) } // prettier-ignore
  const revocation = revocationOf(founding, device, headSet(pc.book.replica))
  const saved = await pc.keeper.run({ name: 'revoke-pc', input: { revocation } })
  must(saved.ok, `not revoked: ${JSON.stringify(saved)}`)
  const out = world.pcs.filter(({ ring }) => ring.device === device)
  world.outcasts.push(...out)
  for (const one of out) world.pcs.splice(world.pcs.indexOf(one), 1)
  world.told.revoked += 1
}
