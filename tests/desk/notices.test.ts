/** 告知通知, 典型案例 and 类似办法 as the screens ask for them. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Command } from '#core/commands.ts'
import { counterDesk } from '#app/services/counter-desk.ts'
import { INTAKE, newFolder, newProfile, openWorld, removeFolder, SET_UP, type World } from './desk-world.ts'

let folder: string
let world: World
beforeEach(async () => {
  newProfile()
  folder = await newFolder()
  const now = Date.parse('2026-03-02T09:00:00+08:00')
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
const resident = async (name: string, phone: string, agrees: boolean, more: object = {}): Promise<string> => {
  const person = await run({ name: 'save-person', input: { name, phone, placeWords: '', marks: [], note: '', ...more } }) // prettier-ignore
  if (agrees) await run({ name: 'record-notify-consent', input: { person, given: true, way: 'face-to-face' } })
  return person
}
const notice = (more: object = {}): Promise<string> =>
  run({
    name: 'write-notice',
    input: { title: '停水通知', body: '明天停水。', audience: 'many', template: '', about: '', place: '', area: '', from: '', until: '', answers: 'none', contact: '010-66668888', values: {}, ...more }, // prettier-ignore
  })

test('people without consent are counted, never listed; a household and a number get one message', async () => {
  const { desk } = world
  const place = await run({ name: 'save-place', input: { kind: 'neighbourhood', name: '槐树里小区', parent: '', leader: '', leaderPhone: '' } as never }) // prettier-ignore
  const head = await resident('王甲一', '13800000001', true, { newHousehold: true, place })
  const household = (await desk.personView(head))!.household!.id
  await resident('王甲二', '13800000002', true, { household, place })
  const same = await resident('李乙一', '13800000003', true, { marks: ['living-alone'] })
  await resident('李乙二', '13800000003', true)
  await resident('赵丙一', '13800000004', false)
  await resident('赵丙二', '', true)
  await resident('钱丁一', '13800000005', true, { left: 'moved-away' })
  const all = { area: '', marks: [], oncePerHousehold: true } as const
  expect(await desk.recipients(all)).toEqual({ persons: [head, same], withoutConsent: 1, withoutNumber: 1 })
  expect((await desk.recipients({ ...all, oncePerHousehold: false })).persons).toHaveLength(3)
  expect(await desk.recipients({ ...all, area: place })).toEqual({ persons: [head], withoutConsent: 0, withoutNumber: 0 }) // prettier-ignore
  expect((await desk.recipients({ ...all, marks: ['living-alone'] })).persons).toEqual([same])

  const id = await notice()
  const telling = await run({ name: 'record-telling', input: { notice: id, way: 'sms', where: '', count: 2, persons: [head, same], leftOut: 1, result: '' } }) // prettier-ignore
  expect(await desk.recipientRows(telling)).toEqual([
    { name: '王甲一', phone: '13800000001' },
    { name: '李乙一', phone: '13800000003' },
  ])
  expect((await desk.notice(id))!.tellings).toMatchObject([{ count: 2, leftOut: 1, byName: '受理员甲', names: ['王甲一', '李乙一'] }]) // prettier-ignore
  // Whoever takes it back meanwhile is not written to, and stays on record as told.
  await run({ name: 'record-notify-consent', input: { person: same, given: false, way: 'phone' } })
  expect(await desk.recipientRows(telling)).toEqual([{ name: '王甲一', phone: '13800000001' }])
  expect(await desk.recipientRows('notice-telling:none')).toEqual([])
})

test('a case page says what was told about it; what comes back stands on the notice', async () => {
  const { desk } = world
  const about = await run({ name: 'receive-case', input: INTAKE as never })
  const id = await notice({ about })
  expect(await desk.toldAbout(about)).toMatchObject([{ notice: id, last: null, tellings: 0 }])
  await run({ name: 'record-telling', input: { notice: id, way: 'group', where: '业主群', count: 120, persons: [], leftOut: 0, result: '' } }) // prettier-ignore
  expect(await desk.toldAbout(about)).toMatchObject([{ last: { way: 'group', count: 120 }, tellings: 1 }])
  const back = await run({ name: 'receive-case', input: { ...INTAKE, notice: id, join: { with: about, kind: 'same-matter' } } as never }) // prettier-ignore
  const view = (await desk.notice(id))!
  expect(view).toMatchObject({ joinWith: { id: about }, row: { told: 120, tellings: 1, requests: 1 } })
  expect(view.requests.map((row) => row.id)).toEqual([back])
  expect((await desk.notices()).map((row) => row.id)).toEqual([id])
  expect(await desk.notice('notice:none')).toBeNull()
})

test('blanks are filled from a case, a topic and a survey: for many with nothing of a resident', async () => {
  const { desk } = world
  const about = await run({ name: 'receive-case', input: { ...INTAKE, title: '王素兰家跳闸', category: 'L010101' } as never }) // prettier-ignore
  const many = await desk.noticeStart(about, 'many')
  expect(JSON.stringify(many.values)).not.toMatch(/王素兰|13800002764|101/)
  expect(many.values['类别']).not.toBe('')
  expect((await desk.noticeStart(about, 'one')).values).toMatchObject({ 姓名: '王素兰', 事项: '王素兰家跳闸' })
  const topic = await run({ name: 'begin-topic', input: { title: '王素兰等反映跳闸', category: 'L010101', place: '槐树里3号楼', note: '', cases: [about] } }) // prettier-ignore
  expect(await desk.noticeStart(topic, 'many')).toMatchObject({ concerns: [about], values: { 议题: '〔居民〕等反映跳闸', 小区: '槐树里', 件数: '1' } }) // prettier-ignore
  // The telephone of the station is taken over from the last notice.
  await notice({ contact: '010-12345678' })
  expect((await desk.noticeStart('', 'many')).contact).toBe('010-12345678')
})

test('at a counter neither names nor one resident’s notice can be read', async () => {
  const about = await run({ name: 'receive-case', input: INTAKE as never })
  const id = await notice({ audience: 'one', about, body: '王素兰：您家的插座换好了。' })
  const person = await resident('王素兰', '13800002764', true)
  const telling = await run({ name: 'record-telling', input: { notice: id, way: 'sms', where: '', count: 1, persons: [person], leftOut: 0, result: '' } }) // prettier-ignore
  const covered = counterDesk(world.desk, { isOn: () => true, noteDraft: () => undefined, isOwnDraft: () => false })
  const answers = JSON.stringify([
    await covered.notices(),
    await covered.notice(id),
    await covered.noticeStart(about, 'one'),
    await covered.toldAbout(about),
    await covered.recipients({ area: '', marks: [], oncePerHousehold: true }),
    await covered.recipientRows(telling),
    await covered.modelProposal(about),
  ])
  for (const secret of ['素兰', '13800002764', '插座换好', person]) expect(answers).not.toContain(secret)
})

test('类似办法: found while a similar request is typed, with the words that decided; out of use it is found no more', async () => {
  const { desk } = world
  const about = await run({ name: 'receive-case', input: { ...INTAKE, serviceType: 'market', category: 'L010101' } as never }) // prettier-ignore
  expect(await desk.teaching(about)).toEqual({ card: null, mayTeach: true, isOpen: true })
  await run({
    name: 'record-answer',
    input: { case: about, way: 'phone', content: '王素兰家换了插座。', answeredBy: '' },
  })
  await run({ name: 'close-case', input: { case: about, outcome: 'solved', note: '' } })
  const proposal = (await desk.modelProposal(about))!
  expect(JSON.stringify(proposal)).not.toMatch(/素兰|2764/)
  const card = await run({
    name: 'save-model-case',
    input: { case: about, title: '插座跳闸先断电再查', situation: proposal.situation, done: '断电，请持证电工查线。', helpers: [], result: '换了插座。', learnt: '', category: proposal.category, serviceType: proposal.serviceType, read: true }, // prettier-ignore
  })
  const policy = await run({
    name: 'save-policy-card',
    input: { title: '老旧插座更换补贴', text: '六十周岁以上独居老人家中插座老化的可申请更换。', source: '示例街道', number: '', date: '2020-01-01', until: '2026-03-01', categories: ['L010101'], link: '' }, // prettier-ignore
  })
  const found = await desk.similarWays('卧室插座老化，一用就跳闸', 'L010101')
  expect(found.map(({ id }) => id).toSorted()).toEqual([card, policy].toSorted())
  expect(found.find(({ id }) => id === card)!.words.join()).toContain('跳闸')
  expect(found.find(({ id }) => id === policy)).toMatchObject({ stale: 'past', sameCategory: true })
  expect(await desk.way(card)).toMatchObject({ kind: 'model-case', row: { case: about } })
  expect((await desk.modelCases({ words: 'cztz', category: '', retired: false })).map(({ id }) => id)).toEqual([card])
  expect((await desk.policyCards({ words: '', category: 'L010101', retired: false }))[0]).toMatchObject({ stale: 'past' }) // prettier-ignore
  expect((await desk.teaching(about))!.card).toBe(card)
  await run({ name: 'retire-card', input: { id: card, retired: true } })
  expect((await desk.similarWays('插座跳闸', '')).map(({ id }) => id)).not.toContain(card)
  expect(await desk.modelCases({ words: '', category: '', retired: false })).toEqual([])
})
