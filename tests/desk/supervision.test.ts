/** 督查督办 as its screen asks for it: counts, hits, what became of them, orders, duties; kept up to date by row. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Command } from '#core/commands.ts'
import { INTAKE, newFolder, newProfile, openWorld, removeFolder, SET_UP, type World } from './desk-world.ts'

const DAY_MS = 86_400_000
const ALL = { offset: 0, count: 50 }
let folder: string
let world: World
let now: number

beforeEach(async () => {
  newProfile()
  folder = await newFolder()
  now = Date.parse('2026-03-02T09:00:00+08:00')
  world = await openWorld(folder, undefined, () => now)
  await world.desk.setUp(SET_UP)
})
afterEach(async () => {
  await world.close()
  await removeFolder(folder)
})
const run = async (command: Command): Promise<string> => {
  const saved = await world.desk.run(command)
  if (!saved.ok) throw new Error(JSON.stringify(saved.error))
  return saved.value.entities[0]!
}
const receive = (title: string): Promise<string> => run({ name: 'receive-case', input: { ...INTAKE, title } as never })
const count = async (rule: 'no-first-contact' | 'overdue'): Promise<number> => (await world.desk.ruleCounts(null))[rule]

test('a hit comes with its day, goes with a finding or a reason, and comes back when what it found changes', async () => {
  const { desk } = world
  const [first, second] = [await receive('路灯不亮'), await receive('门禁坏了')]
  expect(await count('no-first-contact')).toBe(0)
  now += 2 * DAY_MS
  expect(await count('no-first-contact')).toBe(2)
  const hits = await desk.ruleHits('no-first-contact', null, ALL)
  expect(hits.rows.map(({ cases, days, lasting }) => [cases[0]!.id, days, lasting]).toSorted()).toEqual(
    [[first, 1, true], [second, 1, true]].toSorted(), // prettier-ignore
  )
  const { key } = hits.rows.find(({ cases }) => cases[0]!.id === first)!
  const judged = { case: first, demand: '当天上门就见到了', rule: 'no-first-contact', evidence: key }
  await run({ name: 'record-finding', input: { ...judged, verdict: 'in-order' } })
  expect(await count('no-first-contact')).toBe(1)
  await run({ name: 'record-finding', input: { ...judged, case: second, verdict: 'to-rectify', dueAt: hits.dueAt } })
  expect(await count('no-first-contact')).toBe(0)
  // Dismissed ones are no demand: they do not stand among what has to be put right.
  expect((await desk.findings('open', ALL)).rows.map(({ on }) => 'id' in on && on.id)).toEqual([second])
  // What was found is taken back: the rule speaks again.
  const finding = (await desk.findings('open', ALL)).rows[0]!.id
  await run({ name: 'rectify-finding', input: { case: second, finding, step: 'withdrawn', note: '记错了' } })
  expect(await count('no-first-contact')).toBe(1)
})

test('late ones are shown, before and after they were put right; orders likewise', async () => {
  const { desk } = world
  const id = await receive('路灯不亮')
  const at = (days: number): string => `2026-03-${String(2 + days).padStart(2, '0')}T18:00:00+08:00`
  const finding = await run({
    name: 'record-finding',
    input: { case: id, verdict: 'serious', demand: '补照片', dueAt: at(1) },
  })
  const order = await run({
    name: 'receive-supervision',
    input: { case: id, from: '街道', kind: 'daily', trigger: 'overdue', demand: '三日答复', dueAt: at(1) },
  })
  const totals = async (): Promise<readonly number[]> => {
    const lists = ['open', 'late', 'closed'] as const
    const pages = await Promise.all(
      lists.flatMap((list) => [desk.findings(list, ALL), desk.supervisionOrders(list, ALL)]),
    )
    return pages.map(({ total }) => total)
  }
  expect(await totals()).toEqual([1, 1, 0, 0, 0, 0])
  now += 3 * DAY_MS
  expect(await totals()).toEqual([1, 1, 1, 1, 0, 0])
  for (const step of ['evidence', 'passed'] as const)
    await run({ name: 'rectify-finding', input: { case: id, finding, step, note: '已补' } })
  for (const step of ['answered', 'accepted'] as const)
    await run({ name: 'answer-supervision', input: { case: id, order, step, note: '已答复' } })
  expect(await totals()).toEqual([0, 0, 1, 1, 1, 1])
  // 自己整改自己复核 is on the list of 越位, with a way to ask for an explanation.
  const [duty] = (await desk.duties(ALL)).rows
  expect(duty).toMatchObject({ duty: 'overstepped', act: 'finding', state: null })
})

test('what still lasts is shown whatever the time that was chosen', async () => {
  await receive('路灯不亮')
  now += 30 * DAY_MS
  expect(await count('overdue')).toBe(1)
  await receive('门禁坏了')
  expect(await count('overdue')).toBe(1)
  expect((await world.desk.ruleHits('overdue', '2026-03-20T00:00:00+08:00', ALL)).total).toBe(1) // still lasts
})
