/** Ranking, past results and gaps as the desk answers them. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Command } from '#core/commands.ts'
import { BLANK_SERVICE } from '#core/provider/service.ts'
import { newResultsIndex, putResults, withoutResults } from '#app/desk/results-index.ts'
import { INTAKE, newFolder, newProfile, openWorld, removeFolder, SET_UP, type World } from './desk-world.ts'

let folder: string
let world: World

beforeEach(async () => {
  newProfile()
  folder = await newFolder()
  world = await openWorld(folder)
  await world.desk.setUp(SET_UP)
})
afterEach(async () => {
  await world.close()
  await removeFolder(folder)
})

const run = async (command: Command): Promise<string> => {
  const saved = await world.desk.run(command)
  if (!saved.ok) throw new Error(`${command.name}: ${JSON.stringify(saved.error)}`)
  return saved.value.entities[0]!
}
const office = (name: string, more: object = {}) =>
  run({
    name: 'save-provider',
    input: { name, kind: 'public-affairs', phone: '1', serviceType: 'administrative', funding: '', services: '', hours: '', area: '', contact: '', ...more },
  }) // prettier-ignore
const received = () => run({ name: 'receive-case', input: { ...INTAKE, serviceType: 'administrative' } })
const closed = async (provider: string): Promise<string> => {
  const id = await received()
  const referral = await run({ name: 'dispatch', input: { case: id, provider, reason: '', demand: '' } })
  await run({ name: 'record-referral-step', input: { case: id, referral, step: 'received', note: '' } })
  await run({ name: 'record-answer', input: { case: id, way: 'phone', content: '好了', answeredBy: '' } })
  await run({ name: 'close-case', input: { case: id, outcome: 'solved', note: '' } })
  return id
}
const judged = async (id: string, provider: string) =>
  (await world.desk.caseView(id))!
    .routing!.candidates.find((one) => one.provider === provider)!
    .judgements.find(({ aspect }) => aspect === 'results')!

/** What searches, people and results read when the desk is idle. */
const settle = async (): Promise<void> => {
  await world.desk.page({ search: '插座', sort: 'received', descending: true, offset: 0, limit: 1 })
}

test('past results flow back into routing once five cases are closed, and go again with a reopened one', async () => {
  const one = await office('甲办')
  const other = await office('乙办')
  const ids: string[] = []
  for (let n = 0; n < 5; n++) ids.push(await closed(other))
  const id = await received()
  await settle()
  expect((await judged(id, one)).fact).toEqual({ code: 'unknown' })
  expect((await judged(id, other)).fact).toMatchObject({ code: 'past', closed: 5, accepted: 100, returned: 0 })
  expect((await world.desk.caseView(id))!.routing!.proposed).toBe(other)
  await run({ name: 'reopen-case', input: { case: ids[0]!, reason: '又坏了' } })
  await settle()
  expect((await judged(id, other)).fact).toEqual({ code: 'few-cases', closed: 4 })
})

test('the directory is read anew when it changes', async () => {
  const id = await received()
  expect((await world.desk.caseView(id))!.routing!.fitting).toBeNull()
  const provider = await office('甲办', { services: '插座' })
  expect((await world.desk.caseView(id))!.routing!.proposed).toBe(provider)
  await office('乙办', { services: '插座', hours: '' })
  expect((await world.desk.caseView(id))!.routing!.candidates).toHaveLength(2)
})

test('whoever declined the matter is not proposed for it again', async () => {
  const provider = await office('甲办', { services: '插座' })
  const id = await received()
  const referral = await run({ name: 'dispatch', input: { case: id, provider, reason: '', demand: '' } })
  await run({ name: 'record-referral-step', input: { case: id, referral, step: 'declined', reasonCode: 'out-of-duty', note: '' } }) // prettier-ignore
  const routing = (await world.desk.caseView(id))!.routing!
  expect(routing.proposed).toBeNull()
  expect(routing.excluded).toMatchObject([{ provider, why: 'turned-down' }])
})

test('gaps are listed with their state and the names of who can do it now', async () => {
  const id = await received()
  await run({
    name: 'record-gap',
    input: { case: id, category: '', serviceType: 'administrative', place: '槐树里', note: '' },
  })
  expect(await world.desk.gaps()).toMatchObject([{ case: id, state: 'open', providerNames: [], categoryName: null }])
  await office('甲办', { services: '插座' })
  expect(await world.desk.gaps()).toMatchObject([{ state: 'offered', providerNames: ['甲办'] }])
})

test('minutes: what was typed stands in its cell, and is taken back', async () => {
  const provider = await office('甲办')
  const place = await run({ name: 'save-place', input: { kind: 'neighbourhood', name: '槐树里小区', parent: '', leader: '', leaderPhone: '' } }) // prettier-ignore
  const service = await run({
    name: 'save-service',
    input: { ...BLANK_SERVICE, provider, name: '社区食堂', serviceType: 'welfare' },
  })
  await run({ name: 'save-reach', input: { service, place, minutes: 7, how: 'walk' } })
  const cell = async () => (await world.desk.minutes()).services[0]!.cells[0]
  expect(await cell()).toEqual({ minutes: 7, how: 'walk' })
  await run({ name: 'save-reach', input: { service, place, minutes: null, how: 'walk' } })
  expect(await cell()).toBeNull()
})

test('sums of results: rows that go take away what they said', () => {
  const index = newResultsIndex()
  const file = { id: 'case:1', pc: '', fields: {}, withdrawn: [], conflicts: [] }
  const act = (type: string, more: object) => ({ id: `${type}:1`, type, written: [1, 'a'], enteredAt: '', at: '2026-01-01T00:00:00+08:00', by: 'user:1', case: 'case:1', ...more }) // prettier-ignore
  const acts = [act('referral', { provider: 'provider:1' }), act('closing', { outcome: 'solved' })]
  for (let row = 0; row < 3; row++) putResults(index, row, { ...file, acts } as never)
  expect(index.sums.get('provider:1')?.closed).toBe(3)
  putResults(index, 1, null)
  expect(index.sums.get('provider:1')?.closed).toBe(2)
  expect(withoutResults(index, [1, 2]).sums.get('provider:1')?.closed).toBe(1)
})

test('in a station of one account 越位 is no warning: nobody else could have ruled', async () => {
  const provider = await office('甲办', { serviceType: 'welfare', kind: 'social' })
  const id = await run({ name: 'receive-case', input: { ...INTAKE, serviceType: 'welfare' } })
  const referral = await run({ name: 'dispatch', input: { case: id, provider, reason: '', demand: '', ground: 'no-personal-data', fieldsSent: ['title'] } }) // prettier-ignore
  const objection = await run({ name: 'raise-objection', input: { case: id, referral, reasonCode: 'out-of-duty', note: '不归我们管' } }) // prettier-ignore
  await run({ name: 'rule-objection', input: { case: id, objection, decision: 'refused', note: '查过了', capacity: 'station' } }) // prettier-ignore
  const told = async () => {
    const { rows } = await world.desk.page({ sort: 'received', descending: true, offset: 0, limit: 1 })
    return [rows[0]!.duty, (await world.desk.caseView(id))!.oneHanded]
  }
  expect(await told()).toEqual(['none', true])
  // Who works here without an account signs nothing.
  await run({ name: 'save-colleague', input: { name: '小李' } })
  expect(await told()).toEqual(['none', true])
})
