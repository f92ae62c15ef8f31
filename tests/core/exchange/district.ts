/** The five PCs of tests/histories, and the two things that these tests do with them. */
import type { TakenIn } from '#core/book/take-in.ts'
import { dice } from '../../histories/dice.ts'
import { exportTo, importFile } from '../../histories/files.ts'
import { newDistrict, type House } from '../../histories/houses.ts'
import { write, type Pc } from '../../histories/pc.ts'

export async function district() {
  let minutes = 0
  // Nothing is sealed here: the envelope is the bundle tests' affair.
  const chance = { ...dice(1), rarely: () => false }
  const { pcs, houses } = await newDistrict({ dice: chance, tick: () => (minutes += 1), written: new Map() })
  const [a1, a2, b1, j1, q1] = pcs as [Pc, Pc, Pc, Pc, Pc]
  const [A, B, J, Q] = houses as [House, House, House, House]
  return { a1, a2, b1, j1, q1, A, B, J, Q }
}

/** One command on one entity. */
export async function saved(pc: Pc, entity: string, fields: Readonly<Record<string, unknown>>): Promise<void> {
  const done = await write(pc, [{ entity, kind: 'case-changed', fields }])
  if (!done.ok) throw new Error(JSON.stringify(done.error))
}

/** All files of one export, taken in at once and in order. */
export async function send(from: Pc, house: House, to: Pc): Promise<TakenIn[]> {
  const taken: TakenIn[] = []
  for (const file of await exportTo(from, house, {
    events: 10_000,
    characters: 1 << 24,
    blobs: 10,
    blobBytes: 1 << 20,
  })) {
    const arrived = await importFile(to, file)
    if (arrived.kind !== 'in') throw new Error(JSON.stringify(arrived))
    taken.push(arrived.taken)
  }
  return taken
}
