/** 柜台模式 over a real desk: whatever a screen may ask, no private word comes back. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BugError } from '#core/lib/assert.ts'
import type { DeskApi } from '#app/desk/api.ts'
import { counterDesk } from '#app/services/counter-desk.ts'
import { INTAKE, newFolder, newProfile, openWorld, removeFolder, SET_UP, type World } from '../../desk/desk-world.ts'

let world: World
let folder: string
let id = ''
let on = true
const own = new Set<string>()
let desk: DeskApi
const SECRETS = ['素兰', '13800002764', '2764', '3号楼', '插座', '焦味', '电工说', '国强']

beforeAll(async () => {
  newProfile()
  folder = await newFolder()
  world = await openWorld(folder)
  desk = counterDesk(world.desk, { isOn: () => on, noteDraft: (draft) => own.add(draft), isOwnDraft: (draft) => own.has(draft) }) // prettier-ignore
  const opened = await world.desk.setUp(SET_UP)
  if (!opened.ok) throw new BugError(opened.error)
  const saved = await world.desk.run({ name: 'receive-case', input: { ...INTAKE } as never })
  id = saved.ok ? saved.value.entities[0]! : ''
  await world.desk.run({ name: 'record-contact', input: { case: id, kind: 'progress', way: 'phone', reached: true, note: '电工说明天来' } }) // prettier-ignore
  await world.desk.run({ name: 'record-answer', input: { case: id, way: 'phone', content: '插座换好了', answeredBy: '李国强' } }) // prettier-ignore
  await world.desk.run({ name: 'close-case', input: { case: id, outcome: 'solved', note: '焦味没有了' } })
  await world.desk.putDraft({ id: 'draft-1', form: 'intake', title: '王素兰又来了', changedAt: '', values: { text: '焦味' } }) // prettier-ignore
})
afterAll(async () => {
  await world.close()
  await removeFolder(folder)
})

const ALL = { sort: 'received', descending: false, offset: 0, limit: 50 } as const
const answers = async (asked: DeskApi): Promise<string> =>
  JSON.stringify([
    await asked.page(ALL),
    await asked.today({ offset: 0, limit: 50, atOnce: false }),
    await asked.caseView(id),
    await asked.people({ sort: 'last', offset: 0, limit: 50 }),
    await asked.requester(id),
    await asked.lookUp('王', []),
    await asked.repeats({ requesterName: '王素兰', requesterPhone: '13800002764', place: '3号楼2单元101', title: '插座跳闸', text: '焦味' }), // prettier-ignore
    await asked.drafts(),
  ])

test('every answer gives the words away without it, none with it', async () => {
  on = false
  const open = await answers(desk)
  expect(SECRETS.filter((secret) => !open.includes(secret))).toEqual([])
  on = true
  const veiled = await answers(desk)
  expect(SECRETS.filter((secret) => veiled.includes(secret))).toEqual([])
  // Still of use: which case, how far, how many.
  expect(veiled).toContain('S0012-A-')
  expect(veiled).toContain('王**')
})

test('an answer under way when the key is pressed is hidden too', async () => {
  on = false
  const asked = desk.caseView(id)
  on = true
  expect(JSON.stringify(await asked)).not.toContain('素兰')
})

test('hidden words are never written over the real ones', async () => {
  const view = (await desk.caseView(id))!
  const saved = await desk.run({ name: 'reopen-case', input: { case: id, reason: view.file.fields.title! } })
  expect(saved).toEqual({ ok: false, error: { kind: 'refused', refusal: { code: 'counter-view' } } })
  expect((await world.desk.caseView(id))!.status).toBe('closed')
})

test('drafts begun in counter view are there, the others only without it', async () => {
  await desk.putDraft({ id: 'draft-2', form: 'intake', title: '电梯坏了', changedAt: '', values: { title: '电梯坏了' } }) // prettier-ignore
  expect((await desk.drafts()).map(({ id: draft, title }) => [draft, title])).toEqual([['draft-2', '**']])
  on = false
  expect((await desk.drafts()).map((draft) => draft.title).toSorted()).toEqual(['王素兰又来了', '电梯坏了'].toSorted())
  on = true
})
