/** 待核对 at the desk: the list as it is shown, kept up to date by what was touched, and a rule before it is done. */
import { expect, test, vi } from 'vitest'
import { absorb } from '#core/book/book.ts'
import { readDifferences } from '#core/book/differences-in.ts'
import { SCOPES, type Scope, type StoredEvent } from '#core/kernel/event.ts'
import { receive } from '#core/kernel/replica.ts'
import { differencePage, listDifferences, type DifferenceQuery } from '#app/desk/conflict-list.ts'
import { previewRule } from '#app/desk/conflict-rule.ts'
import { newDeskState, show, type DeskState } from '#app/desk/state.ts'
import { SHOWN } from '#app/services/shown-at-counter.ts'
import { INTAKE, newStation } from '../core/commands/station.ts'
import { correct, meet, resolve, twoPcs } from '../core/exchange/conflicts/world.ts'

const take = (state: DeskState, events: readonly StoredEvent[]): DeskState =>
  show(state, receive(state.book.replica, events, 'own').touched)
const deskOf = (events: readonly StoredEvent[], scopes: readonly Scope[] = SCOPES) => ({
  state: take(newDeskState(scopes), events),
  device: 'device01',
})
const ALL: DifferenceQuery = { offset: 0, limit: 50 }

async function titlesApart() {
  const world = await twoPcs()
  await world.a.done(correct(world.id, { title: '三号楼路灯不亮' }))
  world.b.wait(2)
  await world.b.done(correct(world.id, { title: '路灯坏了两盏' }))
  return { ...world, events: (): StoredEvent[] => [...world.a.events, ...world.b.events] }
}

test('a field: its case, both values, who and which PC, this one marked', async () => {
  const { events, id } = await titlesApart()
  const { rows, total, counts, pcs } = await differencePage(deskOf(events()), ALL)
  expect([total, counts, pcs.map((pc) => pc.id)]).toEqual([1, { field: 1 }, ['device01', 'device02']])
  const [row] = rows
  expect(row).toMatchObject({ kind: 'field', type: 'case', fields: ['title'], mayNote: true, mayType: true, case: { id, number: 'S0012-A-2026-00001' } }) // prettier-ignore
  const writers = row!.versions.flatMap((version) => version.writers)
  expect(writers.map(({ pc }) => [pc.id, pc.here]).toSorted()).toEqual([
    ['device01', true],
    ['device02', false],
  ])
  // Nothing came in from the other, as far as the records tell.
  expect(writers.map(({ had }) => had.map((one) => one.seen))).toEqual([[{ at: null }], [{ at: null }]])
})

test('what each had seen comes from the records of the files that had come in', async () => {
  const { a, b, id } = await twoPcs()
  const record = { direction: 'in', peer: '1', pc: 'device01', profile: 'hand-over', at: '2026-03-01T17:00:00+08:00', logs: { 'device01/private': [1, 3] } } // prettier-ignore
  const { composeCommand, cursorOf } = await import('#core/kernel/command.ts')
  const { fieldScope } = await import('#core/catalogue.ts')
  const author = { device: 'device02', user: 'user:back', at: '2026-03-02T08:00:00+08:00', schema: 1 }
  const recorded = composeCommand(b.book.replica, cursorOf(b.book.replica), [{ entity: `bundle:${'0'.repeat(32)}`, kind: 'bundle-in', fields: record }], author, fieldScope, 'c1', () => 's') // prettier-ignore
  absorb(b.book, receive(b.book.replica, recorded, 'own').touched)
  b.events.push(...recorded)
  await a.done(correct(id, { title: '甲' }))
  await b.done(correct(id, { title: '乙' }))
  const { rows } = await differencePage(deskOf([...a.events, ...b.events]), ALL)
  const had = Object.fromEntries(rows[0]!.versions.flatMap(({ writers }) => writers.map((one) => [one.pc.id, one.had[0]!.seen]))) // prettier-ignore
  expect(had).toEqual({ device01: { at: null }, device02: { at: '2026-03-01T17:00:00+08:00' } })
})

test('after the first look only what a save touched is looked at', async () => {
  const { a, b, id } = await titlesApart()
  for (let i = 0; i < 400; i++) await a.done({ name: 'receive-case', input: { ...INTAKE, title: `第${i}件` } })
  const desk = deskOf([...a.events, ...b.events])
  expect(await listDifferences(desk)).toHaveLength(1)
  const { entities } = desk.state.book.replica
  const before = a.events.length
  await a.done(correct(id, { place: '北门' }))
  const reads = vi.spyOn(entities, 'get')
  take(desk.state, a.events.slice(before))
  const ofSave = reads.mock.calls.length
  for (const _ of readDifferences(desk.state.book)) expect.unreachable('one save is one step')
  expect(reads.mock.calls.length - ofSave).toBeLessThan(20)
  expect(entities.size).toBeGreaterThan(400)
})

test('it follows what comes in: another way of writing, its settlement, a case that is erased', async () => {
  const { a, b } = await titlesApart()
  const desk = deskOf(a.events)
  expect(await listDifferences(desk)).toEqual([])
  take(desk.state, b.events)
  const [one] = await listDifferences(desk)
  if (one?.kind !== 'field') throw new Error('a field')
  meet(a, b)
  const before = a.events.length
  await a.done(resolve(one, { pc: 'device02' }))
  take(desk.state, a.events.slice(before))
  expect(await listDifferences(desk)).toEqual([])
})

test('a rule says what it would change before it does, and does exactly that', async () => {
  const { a, b, id } = await titlesApart()
  const other = await a.done({ name: 'receive-case', input: { ...INTAKE, place: '五号楼' } })
  b.take(a.events)
  await b.done(correct(other, { place: '六号楼' }))
  await a.done(correct(other, { place: '七号楼' }))
  meet(a, b)
  const desk = deskOf([...a.events, ...b.events])
  const later = await previewRule(desk, { by: 'later' })
  expect([later.changed + later.same, later.left, later.inputs.length]).toEqual([2, 0, 2])
  const saved = await a.runBatch(later.inputs.map((input) => ({ name: 'resolve-conflict', input })))
  expect(saved).toMatchObject({ ok: true, value: { saved: 2, refused: [] } })
  // b wrote both of them two hours later.
  expect([a.file(id).fields.title, a.file(other).fields.place]).toEqual(['路灯坏了两盏', '六号楼'])
  const before = await previewRule(desk, { by: 'pc', pc: 'device01' })
  expect(before.rows.map(({ of, keep }) => Object.values(of.versions[keep]!.values)[0]).toSorted()).toEqual(
    before.rows.map(({ of }) => (of.fields[0] === 'title' ? '三号楼路灯不亮' : '七号楼')).toSorted(),
  )
  expect((await previewRule(desk, { by: 'pc', pc: 'device03' })).left).toBe(2)
})

test('one resident entered on two PCs, until they are merged or told apart; on one PC they are a twin, no difference', async () => {
  const PERSON = { name: '王素兰', phone: '13800002764', placeWords: '槐树里3号楼2单元101', marks: [], note: '' }
  const { a, b } = await twoPcs()
  const one = await a.done({ name: 'save-person', input: PERSON as never })
  const twin = await a.done({ name: 'save-person', input: { ...PERSON, name: '李四' } as never })
  const other = await b.done({ name: 'save-person', input: PERSON as never })
  const desk = deskOf([...a.events, ...b.events])
  const { rows } = await differencePage(desk, ALL)
  expect(rows.map(({ kind, people }) => [kind, ...people.map(({ id }) => id).toSorted()])).toEqual([['same-person', ...[one, other].toSorted()]]) // prettier-ignore
  expect(rows[0]!.people.map(({ id }) => id)).not.toContain(twin)
  meet(a, b)
  const before = a.events.length
  await a.done({ name: 'merge-people', input: { keep: one, drop: other, reason: '两台电脑各登记了一次' } })
  take(desk.state, a.events.slice(before))
  expect(await listDifferences(desk)).toEqual([])
})

test('who may not see reporters is not asked about them; nobody at the counter sees anything', async () => {
  const { a, b, id } = await twoPcs({ requestKind: 'report' as never })
  await a.done(correct(id, { requesterName: '张甲' }))
  await b.done(correct(id, { requesterName: '章甲' }))
  const events = [...a.events, ...b.events]
  const page = await differencePage(deskOf(events), ALL)
  expect([page.total, page.rows[0]?.mayNote]).toEqual([1, false])
  const others = SCOPES.filter((scope) => scope !== 'confidential')
  const shut = events.filter(({ header }) => !header.log.endsWith('/confidential'))
  expect((await differencePage(deskOf(shut, others), ALL)).total).toBe(0)
  expect(JSON.stringify(SHOWN.differences(page))).not.toMatch(/甲/)
  expect(SHOWN.differenceCount(1)).toBe(0)
})

test('the most weighty first, a case’s own, page by page', async () => {
  const { a, b, id } = await titlesApart()
  await a.done({ name: 'record-answer', input: { case: id, way: 'phone', content: '已修好', answeredBy: '' } })
  b.take(a.events)
  await a.done({ name: 'close-case', input: { case: id, outcome: 'solved', note: '' } })
  await b.done({ name: 'close-case', input: { case: id, outcome: 'partly-solved', note: '' } })
  const c = newStation(3)
  c.take(a.events)
  const desk = deskOf([...a.events, ...b.events])
  const { rows, counts } = await differencePage(desk, ALL)
  expect([rows.map(({ kind }) => kind), counts]).toEqual([
    ['double-closing', 'field'],
    { 'double-closing': 1, field: 1 },
  ])
  expect(rows[0]!.acts.map(({ code }) => code).toSorted()).toEqual(['partly-solved', 'solved'])
  expect((await differencePage(desk, { ...ALL, offset: 1, limit: 1 })).rows.map(({ kind }) => kind)).toEqual(['field'])
  expect((await differencePage(desk, { ...ALL, kind: 'field' })).total).toBe(1)
  expect((await differencePage(desk, { ...ALL, case: id })).total).toBe(2)
  expect((await differencePage(desk, { ...ALL, case: 'case:other' })).total).toBe(0)
})

test('through real files: settled at one PC, it is settled at the other when the next file comes in', async () => {
  const { newHouse, run, secondPc, sent, taken } = await import('./exchange-houses.ts')
  const { newProfile, removeFolder } = await import('./desk-world.ts')
  newProfile()
  const front = await newHouse('S0012', '槐树里社区服务站')
  const back = await secondPc(front, 'B')
  const [a, b] = [front.world.desk, back.world.desk]
  const handOver = async (from: typeof front, to: typeof front): Promise<void> => {
    for (const file of (await sent(from, from.house, 'hand-over')).files) await taken(to, file)
  }
  const id = await run(a, { name: 'receive-case', input: INTAKE })
  expect(await a.modules()).toContain('conflicts')
  await handOver(front, back)
  await run(a, { name: 'correct-request', input: { case: id, title: '甲' } })
  await run(b, { name: 'correct-request', input: { case: id, title: '乙' } })
  await handOver(back, front)
  await handOver(front, back)
  const page = await b.differences(ALL)
  expect([page.total, await a.differenceCount(id), await a.differenceCount('case:other')]).toEqual([1, 1, 0])
  const [row] = page.rows
  const writers = Object.fromEntries(row!.versions.flatMap((one) => one.writers.map((by) => [by.pc.name, by])))
  expect([writers['前台']!.pc.here, writers['里屋']!.pc.here, writers['前台']!.had[0]!.seen]).toEqual([false, true, { at: null }]) // prettier-ignore
  expect(writers['里屋']!.had[0]!.seen).not.toEqual({ at: null })
  const keep = row!.versions.find(({ values }) => values['title'] === '乙')!.keep
  await run(b, { name: 'resolve-conflict', input: { entity: row!.entity, fields: [...row!.fields], heads: [...row!.heads], keep, note: '另一种写法：甲' } }) // prettier-ignore
  await handOver(back, front)
  expect([await a.differenceCount(), await b.differenceCount()]).toEqual([0, 0])
  const view = await a.caseView(id)
  expect([view!.file.fields.title, view!.file.conflicts]).toEqual(['乙', []])
  for (const pc of [front, back]) {
    await pc.world.close()
    await removeFolder(pc.folder)
  }
})
