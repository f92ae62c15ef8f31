/** 待核对, fields: what is listed, and what one decision about it writes. */
import { questionsAmong } from '#core/exchange/conflicts/field-groups.ts'
import { expect, test } from 'vitest'
import { readCase } from '#core/book/book.ts'
import { dueOf } from '#core/case-file/due.ts'
import { caseDeadline } from '#core/case-file/time-limit.ts'
import { conflicts } from '#core/kernel/entity.ts'
import { newStation } from '../../commands/station.ts'
import { differences, correct, meet, only, resolve, twoPcs } from './world.ts'

const titlesApart = async () => {
  const world = await twoPcs()
  await world.a.done(correct(world.id, { title: '三号楼路灯不亮' }))
  await world.b.done(correct(world.id, { title: '路灯坏了两盏', place: '槐树里3号楼北侧' }))
  meet(world.a, world.b)
  return world
}

test('both values, each with who, when and which PC; what one PC alone changed is not asked about', async () => {
  const { a, b } = await titlesApart()
  const found = only(a, 'field')
  expect(found).toEqual(only(b, 'field'))
  expect(found.fields).toEqual(['title'])
  expect(found.versions.map(({ values }) => values['title']).toSorted()).toEqual(
    ['三号楼路灯不亮', '路灯坏了两盏'].toSorted(),
  )
  expect(found.versions.flatMap(({ writers }) => writers.map(({ user, pc }) => [user, pc])).toSorted()).toEqual([
    ['user:back', 'device02'],
    ['user:front', 'device01'],
  ])
  expect(found.versions.filter(({ shown }) => shown)).toHaveLength(1)
})

test('the same correction on both PCs is no difference', async () => {
  const { a, b, id } = await twoPcs()
  for (const pc of [a, b]) await pc.done(correct(id, { title: '三号楼路灯不亮' }))
  meet(a, b)
  expect(differences(a)).toEqual([])
})

test('keeping one way settles it on both PCs, and the case page shows the other in its 更正', async () => {
  const { a, b, id } = await titlesApart()
  await a.done(resolve(only(a, 'field'), { pc: 'device01' }))
  meet(a, b)
  for (const pc of [a, b]) {
    expect(differences(pc)).toEqual([])
    const file = readCase(pc.book, id)!
    expect([file.fields.title, file.fields.place]).toEqual(['三号楼路灯不亮', '槐树里3号楼北侧'])
    expect(file.acts.findLast(({ type }) => type === 'correction')).toMatchObject({
      privateChanges: { title: ['路灯坏了两盏', '三号楼路灯不亮'] },
    })
  }
})

test('keeping both puts a note on the case, in the same save', async () => {
  const { a, b, id } = await titlesApart()
  await a.done(resolve(only(a, 'field'), { pc: 'device02' }, '标题有两种写法：三号楼路灯不亮 / 路灯坏了两盏'))
  meet(a, b)
  const note = readCase(b.book, id)!.acts.findLast(({ type }) => type === 'contact')
  expect(note).toMatchObject({ kind: 'note', note: '标题有两种写法：三号楼路灯不亮 / 路灯坏了两盏' })
})

test('a third value is checked like any other', async () => {
  const { a, b, id } = await titlesApart()
  const of = only(a, 'field')
  for (const title of ['', '长'.repeat(201), 7, null])
    expect(await a.refusal(resolve(of, { typed: { title } }))).toEqual(['invalid-input', 'title'])
  expect(await a.refusal(resolve(of, { typed: { title: '好', place: '别处' } }))).toEqual(['invalid-input', 'place'])
  expect(await a.refusal(resolve(of, { typed: {} }))).toEqual(['invalid-input', 'title'])
  await a.done(resolve(of, { typed: { title: '  3号楼北侧路灯两盏不亮 ' } }))
  meet(a, b)
  expect(readCase(b.book, id)!.fields.title).toBe('3号楼北侧路灯两盏不亮')
})

test('whatever came in since it was shown is not written over', async () => {
  const { a, b, id } = await titlesApart()
  const shown = only(a, 'field')
  await b.done(resolve(only(b, 'field'), { pc: 'device02' }))
  a.take(b.events)
  expect(await a.refusal(resolve(shown, { pc: 'device01' }))).toBe('difference-moved')
  // A third PC that had seen neither.
  const { a: c } = await twoPcs()
  expect(await c.refusal(resolve({ ...shown, entity: id }, { pc: 'device01' }))).toBe('difference-moved')
})

test('kind and urgency changed apart: the limit follows from both, whichever PC reckoned what', async () => {
  const { a, b, id } = await twoPcs()
  await a.done(correct(id, { urgency: 'urgent' }))
  await b.done(correct(id, { requestKind: 'complaint' }))
  meet(a, b)
  const of = only(a, 'field')
  expect(of.fields).toEqual(['dueAt', 'limit', 'limitPreset'])
  expect(of.versions).toHaveLength(2)
  await b.done(resolve(of, { pc: 'device02' }))
  meet(a, b)
  const { fields } = readCase(a.book, id)!
  expect(dueOf(readCase(a.book, id)!).at).toBe(caseDeadline(fields.receivedAt!, 'complaint', 'urgent').at)
  expect(differences(a)).toEqual([])
})

test('one urgency is chosen, and its limit with it', async () => {
  const { a, b, id } = await twoPcs()
  await a.done(correct(id, { urgency: 'urgent' }))
  await b.done(correct(id, { urgency: 'danger' }))
  meet(a, b)
  const of = only(a, 'field')
  expect(of.fields[0]).toBe('urgency')
  await a.done(resolve(of, { pc: 'device01' }))
  meet(a, b)
  const { fields } = readCase(b.book, id)!
  expect([fields.urgency, fields.limitPreset]).toEqual(['urgent', 'urgent'])
  expect(conflicts(b.book.replica.entities.get(id)!)).toEqual([])
})

test('a name typed on one PC while the other made it a 举报: settled, it is named in the confidential pair alone', async () => {
  const { a, b, id } = await twoPcs()
  await a.done(correct(id, { requestKind: 'report' }))
  await b.done(correct(id, { requesterName: '李四' }))
  meet(a, b)
  const of = differences(a).find((one) => one.kind === 'field' && one.fields[0] === 'requesterName')!
  if (of.kind !== 'field') throw new Error('a field')
  await a.done(resolve(of, { pc: 'device02' }))
  meet(a, b)
  for (const pc of [a, b]) {
    const { fields } = readCase(pc.book, id)!
    expect([fields.requesterName, fields.reporterName]).toEqual(['', '张一甲'])
    expect(JSON.stringify(pc.events.filter(({ header }) => header.k === 'difference-settled' && header.log.endsWith('/private')))).not.toContain('李四') // prettier-ignore
  }
})

test('what is confidential is listed as such, and put into no note', async () => {
  const { a, b, id } = await twoPcs({ requestKind: 'report' as never })
  await a.done(correct(id, { requesterName: '张甲' }))
  await b.done(correct(id, { requesterName: '章甲' }))
  meet(a, b)
  const of = only(a, 'field')
  expect([of.fields, of.confidential]).toEqual([['reporterName'], true])
  expect(await a.refusal(resolve(of, { pc: 'device01' }, '张甲 / 章甲'))).toEqual(['invalid-input', 'note'])
  await a.done(resolve(of, { pc: 'device01' }))
  meet(a, b)
  expect(readCase(b.book, id)!.fields.reporterName).toBe('张甲')
})

test('a resident, a provider: the same, and both ways fit into the entry’s own note', async () => {
  const { a, b } = await twoPcs()
  const PERSON = { name: '王素兰', phone: '13800002764', placeWords: '3号楼', marks: [], note: '' }
  const person = await a.done({ name: 'save-person', input: PERSON as never })
  b.take(a.events)
  await a.done({ name: 'save-person', input: { ...PERSON, id: person, phone: '13800002765' } as never })
  await b.done({ name: 'save-person', input: { ...PERSON, id: person, phone: '13800002766' } as never })
  meet(a, b)
  await b.done(resolve(only(b, 'field'), { pc: 'device01' }, '另一个号码：13800002766'))
  meet(a, b)
  expect(a.book.replica.entities.get(person)!.writes.flatMap(({ f }) => [f['phone'], f['note']])).toEqual(
    expect.arrayContaining(['13800002765', '另一个号码：13800002766']),
  )
  expect(differences(a)).toEqual([])
})

test('a third way of writing that came in since is not settled unseen', async () => {
  const { a, b, id } = await twoPcs()
  const c = newStation(3, 'user:third')
  c.take(a.events)
  await a.done(correct(id, { title: '甲' }))
  await b.done(correct(id, { title: '乙' }))
  await c.done(correct(id, { title: '丙' }))
  meet(a, b)
  const shown = only(a, 'field')
  a.take(c.events)
  for (const choice of [{ pc: 'device01' }, { typed: { title: '丁' } }])
    expect(await a.refusal(resolve(shown, choice))).toBe('difference-moved')
  expect(only(a, 'field').versions).toHaveLength(3)
})

test('what machines say of PCs, bundles and letters is no question for people, nor is who wrote it', () => {
  const of = (entity: string, ...fields: string[]) => fields.map((field) => ({ entity, field }))
  expect(questionsAmong([...of('device:a', 'scopes', 'heads', 'retired'), ...of('peer:b', 'vouched'), ...of('bundle:c', 'have'), ...of('letter:d', 'body'), ...of('pack:e', 'sha256')])).toBe(0) // prettier-ignore
  expect(questionsAmong([...of('case:a', 'place', 'placeId', 'title', 'by'), ...of('person:b', 'name')])).toBe(3)
})
