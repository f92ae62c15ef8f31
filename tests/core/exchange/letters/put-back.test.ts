import { expect, test } from 'vitest'
import { momentOf } from '#core/lib/time.ts'
import { dice } from '../../../histories/dice.ts'
import { exportTo, importFile } from '../../../histories/files.ts'
import { newDistrict, type House } from '../../../histories/houses.ts'
import { papersOf } from '../../../histories/papers.ts'
import { backUp, clockOf, restore, storedIn, type Pc } from '../../../histories/pc.ts'

let minutes = 0
const { pcs, houses } = await newDistrict({ dice: dice(3), tick: () => (minutes += 1), written: new Map() })
const [b1, j1] = [pcs[2]!, pcs[3]!]
const [B, J] = [houses[1]!, houses[2]!]

async function carry(from: Pc, to: House, at: Pc): Promise<number> {
  let letters = 0
  for (const file of await exportTo(from, to)) {
    letters += file.letters.length
    expect((await importFile(at, file)).kind).toBe('in')
  }
  return letters
}

test('a letter that had arrived comes again to a PC that was put back to a backup, and only then; nothing is written twice', async () => {
  backUp(b1)
  const order = { kind: 'daily', trigger: 'overdue', demand: '请办理', dueAt: momentOf(clockOf(j1) + 5 * 86_400_000) } as const // prettier-ignore
  const sent = await j1.keeper.run({ name: 'send-letter', input: { kind: 'supervision-order', to: B.id, order } })
  expect(sent.ok).toBe(true)
  expect(await carry(j1, B, b1)).toBe(1)
  // Not said to have arrived yet: it goes again.
  expect(await carry(j1, B, b1)).toBe(1)
  const letters = (await storedIn(b1)).filter(({ header }) => header.e.startsWith('letter:'))
  expect(new Set(letters.map(({ header }) => header.c[0])).size).toBe(1)
  await carry(b1, J, j1)
  expect(papersOf(j1).all.map(({ state }) => state)).toEqual(['arrived'])
  expect(await carry(j1, B, b1)).toBe(0)

  await restore(b1)
  expect(papersOf(b1).all).toEqual([])
  await carry(b1, J, j1)
  expect(await carry(j1, B, b1)).toBe(1)
  expect(papersOf(b1).all.map(({ state }) => state)).toEqual(['to-do'])
  await carry(b1, J, j1)
  expect(await carry(j1, B, b1)).toBe(0)
})
