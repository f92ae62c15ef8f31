/** Registered residents, households, visits, merges and places, asked of a real desk. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Command } from '#core/commands.ts'
import { BugError } from '#core/lib/assert.ts'
import { INTAKE, newFolder, newProfile, openWorld, removeFolder, SET_UP, type World } from './desk-world.ts'

let world: World
let folder: string
let now = Date.parse('2026-03-02T02:00:00Z')
const ALL = { sort: 'last', offset: 0, limit: 50 } as const
const PLAN = { offset: 0, limit: 50 } as const

const run = async (command: Command): Promise<string> => {
  const saved = await world.desk.run(command)
  if (!saved.ok) throw new BugError(JSON.stringify(saved.error))
  now += 60_000
  return saved.value.entities[0]!
}
const refusal = async (command: Command): Promise<unknown> => {
  const saved = await world.desk.run(command)
  return saved.ok ? 'saved' : saved.error.kind === 'refused' && saved.error.refusal
}
const ask = (fields: Record<string, unknown>): Promise<string> => run({ name: 'receive-case', input: { ...INTAKE, ...fields } as never }) // prettier-ignore
const PERSON = { name: '王素兰', phone: '13800002764', placeWords: '', marks: [], note: '' } as const
const register = (fields: Record<string, unknown>): Promise<string> => run({ name: 'save-person', input: { ...PERSON, ...fields } as never }) // prettier-ignore
const rowOf = async (search: string) => (await world.desk.people({ ...ALL, search })).rows

beforeAll(async () => {
  newProfile()
  folder = await newFolder()
  world = await openWorld(folder, undefined, () => now)
  expect((await world.desk.setUp(SET_UP)).ok).toBe(true)
  const blank = { grid: '', residentGroup: '', leader: '', leaderPhone: '', worker: '', workerPhone: '' }
  const door = (building: string, number: string) => ({ neighbourhood: '槐树里小区', building, unit: '2单元', door: number, ...blank }) // prettier-ignore
  const rows = [{ ...door('3号楼', '101'), leader: '赵楼长', grid: '第一网格', worker: '陈网格' }, door('3号楼', '102'), door('10号楼', '101')] // prettier-ignore
  expect(await world.desk.previewPlaces(rows)).toEqual({ added: { community: 1, neighbourhood: 1, grid: 1, building: 2, unit: 2, door: 3 }, changed: 0 }) // prettier-ignore
  await run({ name: 'import-places', input: { rows } })
  expect(await refusal({ name: 'import-places', input: { rows } })).toEqual({ code: 'nothing-changed' })
})
afterAll(async () => {
  await world.close()
  await removeFolder(folder)
})

let wang = ''
let door = ''
test('one row per person: who only asked, and the same one registered', async () => {
  const first = await ask({ title: '插座跳闸' })
  await ask({ requesterName: '李国强', requesterPhone: '13900001111', title: '停车' })
  expect((await rowOf('wsl'))[0]).toMatchObject({ person: null, id: first, cases: 1 })
  door = (await world.desk.findPlaces('三号楼2单元101', 3))[0]?.id ?? ''
  expect(door).toBe('') // without the neighbourhood's name an address is nobody's
  door = (await world.desk.findPlaces('槐树里3号楼二单元101', 3))[0]!.id
  wang = await register({ case: first, place: door, placeWords: '槐树里小区3号楼2单元101', marks: ['living-alone'], birthDate: '1949-12-31', newHousehold: true }) // prettier-ignore
  expect(await rowOf('wsl')).toMatchObject([{ person: wang, id: wang, cases: 1, place: '槐树里小区3号楼2单元101', tier: 'key', age: 76, phoneTail: '2764' }]) // prettier-ignore
  // The same name and phone again is theirs, without anybody linking it.
  await ask({ title: '水管漏水' })
  expect(await rowOf('2764')).toMatchObject([{ person: wang, cases: 2 }])
  expect((await world.desk.people({ ...ALL, only: 'asked' })).rows.map(({ name }) => name)).toEqual(['李国强'])
  expect((await world.desk.people({ ...ALL, within: door })).rows.map(({ name }) => name)).toEqual(['王素兰'])
  expect((await world.desk.page({ requesterOf: wang, sort: 'number', descending: false, offset: 0, limit: 9 })).total).toBe(2) // prettier-ignore
  expect(await world.desk.requester(first)).toMatchObject({ person: wang, placeId: door, phone: '13800002764' })
})

test.each(['王素', 'wangsulan', 'wsl', '2764', '槐树里小区3号楼'])(
  'search-first entry: %s finds her',
  async (words) => {
    expect((await world.desk.findPeople(words, 5)).map(({ person }) => person)).toContain(wang)
  },
)

test('the page of a person: household, leaders, requests; no whole number in it', async () => {
  const view = (await world.desk.personView(wang))!
  expect(view).toMatchObject({ grid: '第一网格', leaders: [{ name: '赵楼长' }, { name: '陈网格' }], household: { head: wang, members: [{ id: wang }] } }) // prettier-ignore
  expect(view.requests.map(({ title }) => title)).toEqual(['水管漏水', '插座跳闸'])
  expect(JSON.stringify(view)).not.toContain('13800002764')
  const son = await register({ name: '李小明', phone: '', place: door, placeWords: '' })
  const { neighbours } = (await world.desk.personView(son))!
  expect(neighbours).toMatchObject([{ head: '王素兰', members: 1 }])
  await run({ name: 'join-household', input: { person: son, household: neighbours[0]!.id } })
  expect((await world.desk.personView(wang))!.household!.members.map(({ name }) => name)).toEqual(['王素兰', '李小明'])
  await run({ name: 'join-household', input: { person: son, household: 'new' } })
  expect((await world.desk.personView(son))!.household).toMatchObject({ head: son, members: [{ id: son }] })
})

test.each([
  [{ idNumber: '110105194912310021', idReason: '申请津贴' }, 'id-number-wrong', 'idNumber'],
  [{ idNumber: '11010519491231002X' }, 'id-reason-needed', 'idReason'],
  [{ idNumber: '11010519491231002X', idReason: '申请津贴', birthDate: '1949-12-30' }, 'birth-differs', 'birthDate'],
  [{ idNumber: '11010519491231002X', idReason: '申请津贴', gender: 'male' }, 'gender-differs', 'gender'],
  [{ phone: '1380000276' }, 'phone-wrong', 'phone'],
  [{ birthDate: '2026-02-30' }, 'invalid-input', 'birthDate'],
  [{ birthDate: '2026-12-01' }, 'in-the-future', 'birthDate'],
  [{ place: 'place:nowhere' }, 'no-such-place', 'place'],
  [{ household: 'household:nowhere' }, 'no-such-household', 'household'],
])('nothing is saved by half: %j', async (fields, code, field) => {
  const before = (await world.desk.people(ALL)).total
  expect(await refusal({ name: 'save-person', input: { ...PERSON, name: '甲', ...fields } as never })).toMatchObject({ code, fields: [field] }) // prettier-ignore
  expect((await world.desk.people(ALL)).total).toBe(before)
})

test('the 身份证号: with its reason, on no list, in no search; looking at it leaves a trace', async () => {
  await run({ name: 'save-person', input: { ...PERSON, id: wang, placeWords: '槐树里小区3号楼2单元101', marks: ['living-alone'], idNumber: '11010519491231002x', idReason: '申请高龄津贴' } }) // prettier-ignore
  const view = (await world.desk.personView(wang))!
  expect(view).toMatchObject({ hasIdNumber: true, maskedId: '110***********002X', card: { gender: 'female' } })
  expect(JSON.stringify([view, await world.desk.people(ALL), await world.desk.lookUp('wsl', [])])).not.toContain('19491231002') // prettier-ignore
  expect((await rowOf('11010519491231002X')).length).toBe(0)
  await run({ name: 'record-person-viewing', input: { person: wang, what: 'id-number' } })
  expect(await world.desk.personNumbers(wang)).toMatchObject({ idNumber: '11010519491231002X', phone: '13800002764' })
})

test('visit plan: due by tier, 24 h after a major change, covered when visited', async () => {
  const first = await world.desk.visitPlan(PLAN)
  expect(first.rows).toMatchObject([{ person: { id: wang }, tier: 'key', due: { reason: 'first', overdue: false } }])
  expect(first.coverage.all).toEqual({ listed: 1, visited: 0 })
  await run({ name: 'record-person-change', input: { person: wang, what: '出院回家' } })
  now += 25 * 3_600_000
  expect((await world.desk.visitPlan(PLAN)).rows).toMatchObject([{ due: { reason: 'change', overdue: true } }])
  await run({ name: 'record-person-visit', input: { person: wang, way: 'home-visit', result: 'fine', note: '气色好' } })
  const after = await world.desk.visitPlan(PLAN)
  expect(after).toMatchObject({ coverage: { all: { listed: 1, visited: 1 } }, overdue: 0, rows: [{ due: { reason: 'tier', at: '2026-04-30T23:59:59+08:00' } }] }) // prettier-ignore
  expect((await world.desk.visitPlan({ ...PLAN, until: '2026-04-01' })).rows).toEqual([])
  expect(await refusal({ name: 'record-person-visit', input: { person: wang, way: 'phone', result: 'fine', note: '', nextAt: '2026-03-01' } })).toMatchObject({ code: 'next-before' }) // prettier-ignore
})

test('duplicate warning at entry, merge and un-merge: the cases of both show at the one, then both stand as they stood', async () => {
  const typed = {
    name: '王素蓝',
    phones: ['13800002764'],
    idNumber: '',
    birthDate: '',
    gender: '',
    placeWords: '槐树里3号楼',
  }
  expect(await world.desk.twins(typed, null)).toMatchObject([{ row: { id: wang }, likeness: { reasons: ['same-sound', 'same-phone'] } }]) // prettier-ignore
  expect(await world.desk.twins(typed, wang)).toEqual([])
  const twin = await register({ name: '王素蓝', placeWords: '槐树里3号楼', marks: ['low-income'] })
  await ask({ requesterName: '王素蓝', title: '低保咨询' })
  expect((await world.desk.likelyTwins(0, 9)).total).toBe(1)
  const both = async () => [await world.desk.personView(wang), await world.desk.personView(twin)]
  const before = await both()
  const merge = await run({ name: 'merge-people', input: { keep: wang, drop: twin, reason: '本人确认' } })
  const merged = (await world.desk.personView(twin))!
  expect(merged).toMatchObject({ row: { id: wang, cases: 3, marks: ['living-alone', 'low-income'] }, merges: [{ id: merge, name: '王素蓝' }] }) // prettier-ignore
  expect(merged.differ).toContainEqual({ field: 'name', values: ['王素兰', '王素蓝'] })
  expect((await rowOf('王素蓝')).map(({ id }) => id)).toEqual([wang])
  expect((await world.desk.likelyTwins(0, 9)).total).toBe(0)
  expect(await refusal({ name: 'merge-people', input: { keep: twin, drop: wang, reason: '' } })).toMatchObject({ code: 'already-one' }) // prettier-ignore
  // A mark narrows lists to whoever bears it: linked or not, on whichever entry it stands.
  const marked = async (mark: 'low-income' | 'living-alone') =>
    (await world.desk.page({ sort: 'received', descending: false, offset: 0, limit: 9, mark })).total
  expect([await marked('low-income'), await marked('living-alone')]).toEqual([3, 3])
  await run({ name: 'unmerge-people', input: { merge } })
  expect([await marked('low-income'), await marked('living-alone')]).toEqual([1, 2])
  expect(await both()).toEqual(before)
  expect(await refusal({ name: 'unmerge-people', input: { merge } })).toMatchObject({ code: 'no-such-merge' })
  await run({ name: 'keep-apart', input: { one: twin, other: wang } })
  expect((await world.desk.likelyTwins(0, 9)).total).toBe(0)
})

test('what is not there is refused by name; the head of a household lives in it', async () => {
  const nobody = 'person:nowhere'
  expect(await refusal({ name: 'record-person-visit', input: { person: nobody, way: 'phone', result: 'fine', note: '' } })).toMatchObject({ code: 'no-such-person' }) // prettier-ignore
  expect(await refusal({ name: 'merge-people', input: { keep: wang, drop: nobody, reason: '' } })).toMatchObject({ code: 'no-such-person' }) // prettier-ignore
  const { household } = (await world.desk.personView(wang))!
  const [stranger] = (await world.desk.findPeople('李小明', 1)).map(({ id }) => id)
  expect(await refusal({ name: 'save-household', input: { id: household!.id, head: stranger!, placeWords: '', note: '' } })).toMatchObject({ code: 'not-a-member' }) // prettier-ignore
})

test('a request is linked to a resident by hand; reporters are in no register', async () => {
  const other = await ask({ requesterName: '王大妈', requesterPhone: '', title: '路灯' })
  await run({ name: 'link-person', input: { case: other, person: wang } })
  expect((await world.desk.personView(wang))!.requests.map(({ title }) => title)).toContain('路灯')
  await run({ name: 'link-person', input: { case: other, person: '' } })
  expect((await world.desk.personView(wang))!.requests.map(({ title }) => title)).not.toContain('路灯')
  const report = await ask({ requestKind: 'report', requesterName: '赵举报', title: '乱倒' })
  expect(await refusal({ name: 'save-person', input: { ...PERSON, name: '赵举报', case: report } as never })).toMatchObject({ code: 'reporter' }) // prettier-ignore
})

test('a station that was locked and opened anew knows the same residents, doubles and plan', async () => {
  const told = async () => [await world.desk.people(ALL), await world.desk.personView(wang), await world.desk.visitPlan(PLAN), await world.desk.placeLevel('')] // prettier-ignore
  const before = await told()
  await world.desk.lock()
  expect((await world.desk.unlock(SET_UP.password, 'user')).ok).toBe(true)
  expect(await told()).toEqual(before)
})

test('places by hand: a name once, a door below a unit, a code of its length, no circle', async () => {
  const level = await world.desk.placeLevel('')
  const community = level.lines[0]!.card
  expect(level.lines).toMatchObject([{ card: { kind: 'community', code: '110101001001' }, residents: 2 }])
  const place = { leader: '', leaderPhone: '' }
  const opened = await world.desk.placeLevel(null)
  expect(opened.lines.length).toBeGreaterThan(1)
  expect(opened.path[0]?.id).toBe(community.id)
  const [hood] = (await world.desk.placeLevel(community.id)).lines.map(({ card }) => card)
  expect(await refusal({ name: 'save-place', input: { ...place, kind: 'neighbourhood', name: '槐树里 小区', parent: community.id } })).toMatchObject({ code: 'place-known' }) // prettier-ignore
  expect(await refusal({ name: 'save-place', input: { ...place, kind: 'door', name: '1', parent: community.id } })).toMatchObject({ code: 'wrong-parent' }) // prettier-ignore
  expect(await refusal({ name: 'save-place', input: { ...place, kind: 'community', name: '新社区', code: '110101' } })).toMatchObject({ code: 'invalid-input', fields: ['code'] }) // prettier-ignore
  expect(await refusal({ name: 'save-place', input: { ...community, parent: hood!.id } })).toMatchObject({ code: 'wrong-parent' }) // prettier-ignore
  expect(await refusal({ name: 'save-place', input: { ...place, kind: 'building', name: '9号楼', parent: hood!.id, leaderPhone: '无' } })).toMatchObject({ code: 'phone-wrong' }) // prettier-ignore
  await run({
    name: 'save-place',
    input: { ...place, kind: 'building', name: '9号楼', parent: hood!.id, leader: '孙楼长' },
  })
  expect((await world.desk.placeLevel(hood!.id)).lines.map(({ card }) => card.name)).toEqual([
    '3号楼',
    '9号楼',
    '10号楼',
  ])
})
