/** 居民, the header's one box and the station's modules, asked of a real desk. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Command } from '#core/commands.ts'
import { BugError } from '#core/lib/assert.ts'
import { INTAKE, newFolder, newProfile, openWorld, removeFolder, SET_UP, type World } from './desk-world.ts'

let world: World
let folder: string
const ALL = { sort: 'last', offset: 0, limit: 50 } as const

const run = async (command: Command): Promise<string> => {
  const saved = await world.desk.run(command)
  if (!saved.ok) throw new BugError(JSON.stringify(saved.error))
  return saved.value.entities[0]!
}
const ask = (fields: Partial<typeof INTAKE> | Record<string, unknown>): Promise<string> =>
  run({ name: 'receive-case', input: { ...INTAKE, ...fields } as never })

beforeAll(async () => {
  newProfile()
  folder = await newFolder()
  world = await openWorld(folder)
  const opened = await world.desk.setUp(SET_UP)
  expect(opened.ok).toBe(true)
})
afterAll(async () => {
  await world.close()
  await removeFolder(folder)
})

test('reporters and anonymous requests never become people; the rest are counted', async () => {
  const first = await ask({})
  await ask({ title: '楼道灯坏了' })
  await ask({ requesterName: '李国强', requesterPhone: '13900001111', place: '5号楼', title: '停车' })
  await ask({ requestKind: 'report', requesterName: '赵举报', requesterPhone: '13700009999', title: '乱倒垃圾' })
  await ask({ anonymous: true, requesterName: '钱匿名', title: '太吵' })
  const page = await world.desk.people(ALL)
  const rows = page.rows.map(({ name, cases, open, phoneTail: tail }) => [name, cases, open, tail] as const)
  expect(rows.toSorted((a, b) => a[1] - b[1])).toEqual([
    ['李国强', 1, 1, '1111'],
    ['王素兰', 2, 2, '2764'],
  ])
  expect(JSON.stringify(page)).not.toContain('13800002764')

  const theirs = await world.desk.page({ requesterOf: first, sort: 'number', descending: false, offset: 0, limit: 9 })
  expect(theirs.rows.map((row) => row.title)).toEqual(['插座一用就跳闸', '楼道灯坏了'])
  expect(await world.desk.requester(first)).toMatchObject({ name: '王素兰', phone: '13800002764', place: INTAKE.place })
})

test.each([
  ['王素', '王素兰'],
  ['wangsulan', '王素兰'],
  ['wsl', '王素兰'],
  ['2764', '王素兰'],
  ['5号楼', '李国强'],
  ['lgq', '李国强'],
])('%s finds %s', async (search, name) => {
  expect((await world.desk.people({ ...ALL, search })).rows.map((row) => row.name)).toEqual([name])
  expect((await world.desk.lookUp(search, [])).people.map((row) => row.name)).toEqual([name])
})

test('a case that changed is met again, and only then', async () => {
  const id = await ask({ requesterName: '孙一鸣', requesterPhone: '13600005555', title: '水管漏水' })
  const find = async () => (await world.desk.people({ ...ALL, search: 'sym' })).rows
  expect(await find()).toMatchObject([{ cases: 1, open: 1 }])
  await run({ name: 'record-answer', input: { case: id, way: 'phone', content: '好了', answeredBy: '' } })
  await run({ name: 'close-case', input: { case: id, outcome: 'solved', note: '' } })
  expect(await find()).toMatchObject([{ cases: 1, open: 0 }])
})

test('one box: numbers, words of a title, providers, names of commands', async () => {
  await run({ name: 'save-provider', input: { name: '平安水电维修', serviceType: 'market', kind: 'life-service', phone: '62001234', services: '水管', funding: '', hours: '', area: '', contact: '' } }) // prettier-ignore
  const find = (words: string) => world.desk.lookUp(words, ['今日待办', '锁定', 'Language'])
  expect((await find('S0012-A-')).totals.cases).toBe(6)
  expect((await find('tiaozha')).cases.map((row) => row.title)).toEqual(['插座一用就跳闸'])
  expect((await find('pasd')).providers.map((row) => row.name)).toEqual(['平安水电维修'])
  expect((await find('水管')).providers.map((row) => row.name)).toEqual(['平安水电维修'])
  expect((await find('jrdb')).names).toEqual([0])
  expect((await find('suo')).names).toEqual([1])
  expect((await find('lang')).names).toEqual([2])
  expect(await find('424242')).toMatchObject({ people: [], cases: [], providers: [], names: [] })
})

test('a module stays switched off after the station was opened anew', async () => {
  expect(await world.desk.modules()).toContain('import')
  const found = await world.desk.find()
  const station = found.ok && found.value.kind === 'station' ? `station:${found.value.card.id}` : ''
  await run({ name: 'switch-module', input: { station, module: 'import', on: false } })
  expect(await world.desk.modules()).not.toContain('import')
  await world.desk.lock()
  const again = await world.desk.unlock(SET_UP.password, 'user')
  expect(again.ok).toBe(true)
  expect(await world.desk.modules()).not.toContain('import')
  await run({ name: 'switch-module', input: { station, module: 'import', on: true } })
  expect(await world.desk.modules()).toContain('import')
  const refused = await world.desk.run({ name: 'switch-module', input: { station: 'station:nowhere', module: 'import', on: true } }) // prettier-ignore
  expect(refused).toMatchObject({ ok: false, error: { refusal: { code: 'invalid-input', fields: ['station'] } } })
})
