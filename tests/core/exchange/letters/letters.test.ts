/** Letters between an office and its stations: orders, answers, rulings, transfers, and their states. */
import { beforeEach, describe, expect, it } from 'vitest'
import { readingOf } from '#core/book/reading.ts'
import { actsOf } from '#core/case-file/case-file.ts'
import { supervisionOf } from '#core/case-file/supervised.ts'
import { waitingOf } from '#core/case-file/waiting.ts'
import type { Command } from '#core/commands.ts'
import { lettersOf, lettersToSend } from '#core/exchange/letters/letter-states.ts'
import { reasonToday, todayAt } from '#core/follow-up/today.ts'
import { conflicts } from '#core/kernel/entity.ts'
import { INTAKE } from '../../commands/station.ts'
import { carry, DUE, make, NOW, world, type Pc } from './world.ts'

let office: Pc, front: Pc, back: Pc, other: Pc
let id: string

beforeEach(async () => {
  ;({ office, front, back, other } = await world())
  ;[id] = (await front.done({ name: 'receive-case', input: INTAKE })) as [string]
  await carry(front, back, 'hand-over')
  await carry(front, office, 'report')
})

const ORDER = { kind: 'daily', trigger: 'overdue', demand: '请三日内答复居民', dueAt: DUE } as const
const order = (about?: string): Command => ({
  name: 'send-letter',
  input: { kind: 'supervision-order', to: front.house.house, ...(about && { case: about }), order: ORDER },
})
const letterIn = (pc: Pc, kind: string) =>
  lettersOf(readingOf(pc.book, '')).all.filter(({ letter }) => letter.kind === kind)
const noConflicts = (pc: Pc): void => {
  for (const entity of pc.book.replica.entities.values())
    expect([entity.id, conflicts(entity)]).toEqual([entity.id, []])
}

describe('督办令 about a case', () => {
  it('is an act on the case in both houses, with the same id and values on both PCs of the station', async () => {
    const [letter] = (await office.done(order(id))) as [string]
    expect(office.stateOf(letter)).toBe('waiting')
    const act = supervisionOf(office.file(id))[0]!.order
    expect(act.id).toBe(letter.replace('letter:', 'supervision-order:'))
    const file = await make(office, front.house.house, 'directory')
    await file.takeIn(front)
    await file.takeIn(back)
    expect(office.stateOf(letter)).toBe('sent')
    for (const pc of [front, back]) {
      const [found] = supervisionOf(pc.file(id))
      expect(found!.order).toMatchObject({ id: act.id, demand: ORDER.demand, from: '东街街道', to: '槐树里社区服务站', dueAt: DUE }) // prettier-ignore
      expect(pc.stateOf(letter)).toBe('to-do')
    }
    await carry(front, back, 'hand-over')
    await carry(back, front, 'hand-over')
    for (const pc of [front, back]) {
      noConflicts(pc)
      expect(supervisionOf(pc.file(id))).toHaveLength(1)
    }
    await carry(front, office, 'report')
    expect(office.stateOf(letter)).toBe('arrived')
    noConflicts(office)
  })

  it('is never seen by another station', async () => {
    await office.done(order(id))
    await carry(office, other, 'directory')
    expect(letterIn(other, 'supervision-order')).toEqual([])
    expect([...other.book.replica.entities.keys()].some((one) => one.startsWith('supervision-order:'))).toBe(false)
  })

  it('the same letter twice, in another bundle too, changes nothing', async () => {
    await office.done(order(id))
    const file = await make(office, front.house.house, 'directory')
    await file.takeIn(front)
    const before = front.events.length
    await file.takeIn(front)
    expect(front.events.length).toBe(before)
    // Not confirmed yet: it goes again, and is known there.
    const again = await make(office, front.house.house, 'directory')
    expect(again.letters).toHaveLength(1)
    await again.takeIn(front)
    expect(letterIn(front, 'supervision-order')).toHaveLength(1)
    await carry(front, office, 'report')
    expect(lettersToSend(readingOf(office.book, ''), front.house.house)).toEqual([])
  })

  it('the answer goes back with the next bundle; the office accepts it', async () => {
    const [letter] = (await office.done(order(id))) as [string]
    await carry(office, front, 'directory')
    const of = supervisionOf(front.file(id))[0]!.order.id
    await front.done({
      name: 'answer-supervision',
      input: { case: id, order: of, step: 'answered', note: '已上门处理' },
    })
    expect(front.stateOf(letter)).toBe('done')
    expect(await front.refusal({ name: 'answer-supervision', input: { case: id, order: of, step: 'accepted', note: '自己认可' } })).toBe('upper-office-accepts') // prettier-ignore
    await carry(front, office, 'report')
    const stands = supervisionOf(office.file(id))[0]!
    expect(stands.stands.state).toBe('answered')
    expect(stands.steps[0]!.note).toBe('已上门处理')
    expect(office.stateOf(letter)).toBe('answered')
    await office.done({ name: 'answer-supervision', input: { case: id, order: of, step: 'accepted', note: '同意' } })
    await carry(office, front, 'directory')
    expect(supervisionOf(front.file(id))[0]!.stands.state).toBe('accepted')
    for (const pc of [front, office]) noConflicts(pc)
  })

  it('sent back, it waits for another answer by the new day', async () => {
    const [letter] = (await office.done(order(id))) as [string]
    await carry(office, front, 'directory')
    const of = supervisionOf(front.file(id))[0]!.order.id
    const answer = (note: string): Command => ({ name: 'answer-supervision', input: { case: id, order: of, step: 'answered', note } }) // prettier-ignore
    await front.done(answer('已处理'))
    await carry(front, office, 'report')
    const later = '2026-03-16T18:00:00+08:00'
    office.wait(1)
    await office.done({ name: 'answer-supervision', input: { case: id, order: of, step: 'sent-back', note: '请附照片', dueAt: later } }) // prettier-ignore
    await carry(office, front, 'directory')
    expect(supervisionOf(front.file(id))[0]!.stands).toMatchObject({ state: 'sent-back', dueAt: later })
    expect(front.stateOf(letter)).toBe('to-do')
    expect(lettersOf(readingOf(front.book, '')).get(letter)!.dueAt).toBe(later)
    front.wait(2)
    await front.done(answer('照片已附'))
    expect(front.stateOf(letter)).toBe('done')
    await carry(front, office, 'report')
    expect(supervisionOf(office.file(id))[0]!.stands.state).toBe('answered')
  })

  it('from the case page of the office it is the same letter', async () => {
    await office.done({ name: 'order-supervision', input: { case: id, to: '槐树里社区服务站', ...ORDER } })
    expect(letterIn(office, 'supervision-order')).toHaveLength(1)
    await carry(office, front, 'directory')
    expect(supervisionOf(front.file(id))[0]!.order.demand).toBe(ORDER.demand)
  })

  it('whose case has not arrived waits for it', async () => {
    const late = back
    const [fresh] = (await front.done({ name: 'receive-case', input: { ...INTAKE, title: '井盖松动' } })) as [string]
    await carry(front, office, 'report')
    await office.done(order(fresh))
    await carry(office, late, 'directory')
    expect(late.book.caseSet.has(fresh)).toBe(false)
    await carry(front, late, 'hand-over')
    expect(supervisionOf(late.file(fresh))).toHaveLength(1)
    noConflicts(late)
  })
})

describe('督办令 in general', () => {
  it('is answered, sent back, answered and accepted as letters alone', async () => {
    const [letter] = (await office.done(order())) as [string]
    await carry(office, front, 'directory')
    expect(front.stateOf(letter)).toBe('to-do')
    await front.done({ name: 'answer-letter', input: { letter, step: 'answered', note: '已部署' } })
    expect(await front.refusal({ name: 'answer-letter', input: { letter, step: 'answered', note: '再答' } })).toBe('letter-settled') // prettier-ignore
    await carry(front, office, 'report')
    const [answer] = letterIn(office, 'supervision-answer')
    expect(answer!.state).toBe('to-do')
    await office.done({ name: 'answer-letter', input: { letter: answer!.id, step: 'sent-back', note: '不具体', dueAt: '2026-03-20T18:00:00+08:00' } }) // prettier-ignore
    await carry(office, front, 'directory')
    expect(front.stateOf(letter)).toBe('to-do')
    front.wait(5)
    await front.done({ name: 'answer-letter', input: { letter, step: 'answered', note: '分三步' } })
    await carry(front, office, 'report')
    const second = letterIn(office, 'supervision-answer').find(({ state }) => state === 'to-do')!
    await office.done({ name: 'answer-letter', input: { letter: second.id, step: 'accepted', note: '同意' } })
    await carry(office, front, 'directory')
    expect(front.stateOf(letter)).toBe('done')
    const [ruling] = letterIn(front, 'order-ruling')
    expect(ruling!.state).toBe('kept')
    expect(await front.refusal({ name: 'answer-letter', input: { letter: ruling!.id, step: 'answered', note: '谢谢' } })).toBe('letter-not-answered') // prettier-ignore
  })
})

describe('个案转报', () => {
  const transfer = (fields: readonly ('title' | 'name' | 'phone' | 'for-whom')[], more: object = {}): Command => ({
    name: 'send-letter',
    input: { kind: 'transfer', to: office.house.house, cases: [id], fields: [...fields], demand: '申请临时救助', dueAt: DUE, ground: 'statutory-duty', approvedBy: '站长', ...more }, // prettier-ignore
  })

  it('carries the ticked fields and nothing else of the person', async () => {
    const [letter] = (await front.done(transfer(['title', 'name']))) as [string]
    const file = await make(front, office.house.house, 'report')
    const text = JSON.stringify(file.letters)
    expect(text).toContain('张一甲')
    for (const kept of ['10000000001', '楼前的灯坏了', '槐树里3号楼']) expect(text).not.toContain(kept)
    await file.takeIn(office)
    expect(office.stateOf(letter)).toBe('to-do')
    expect(office.read(letter)!['body']).toMatchObject({ fields: { title: '路灯不亮', name: '张一甲' }, ground: 'statutory-duty', approvedBy: '站长' }) // prettier-ignore
    // Recorded at the station: what left, under which law, and who said so.
    const [act] = actsOf(front.file(id).acts, 'transfer')
    expect(act).toMatchObject({ fieldsSent: ['title', 'name'], ground: 'statutory-duty', approvedBy: '站长' })
  })

  it('its result comes back and closes the loop, with 已反馈 where the case had gone upward', async () => {
    const [provider] = (await front.done({ name: 'save-provider', input: { name: '街道民政办', kind: 'public-affairs', phone: '10000003001', serviceType: 'administrative', funding: '', services: '', hours: '', area: '', contact: '' } })) as [string] // prettier-ignore
    await front.done({ name: 'classify', input: { case: id, serviceType: 'administrative', category: '', reason: '' } })
    const [referral] = (await front.done({ name: 'dispatch', input: { case: id, provider, reason: '', demand: '' } })) as [string] // prettier-ignore
    const [letter] = (await front.done(transfer(['title', 'name']))) as [string]
    expect(await front.refusal(transfer(['title']))).toBe('transferred-already')
    await carry(front, office, 'report')
    expect(await office.refusal({ name: 'answer-letter', input: { letter, note: '已救助' } })).toBe('invalid-input')
    await office.done({ name: 'answer-letter', input: { letter, outcome: 'solved', note: '已发放临时救助', handledBy: '民政办' } }) // prettier-ignore
    const file = await make(office, front.house.house, 'directory')
    await file.takeIn(front)
    await file.takeIn(back)
    await carry(front, back, 'hand-over')
    await carry(back, front, 'hand-over')
    for (const pc of [front, back]) {
      expect(actsOf(pc.file(id).acts, 'transfer-result')).toMatchObject([{ outcome: 'solved', handledBy: '民政办' }])
      expect(actsOf(pc.file(id).acts, 'referral-step')).toMatchObject([
        { referral, step: 'fed-back', outcome: 'solved' },
      ])
      noConflicts(pc)
    }
    expect(front.stateOf(letter)).toBe('answered')
    await carry(front, office, 'report')
    noConflicts(office)
  })

  it('of a report nobody is named, whatever was ticked', async () => {
    const [report] = (await front.done({ name: 'receive-case', input: { ...INTAKE, requestKind: 'report', title: '举报', requesterName: '李二乙' } })) as [string] // prettier-ignore
    await front.done(transfer(['title', 'name', 'phone', 'for-whom'], { cases: [report] }))
    expect(JSON.stringify(letterIn(front, 'transfer').map(({ letter }) => letter.body))).not.toContain('李二乙')
  })

  it('refuses what may not leave', async () => {
    expect(await front.refusal(transfer(['for-whom']))).toBe('nothing-to-send')
    expect(await front.refusal(transfer(['name'], { ground: 'other-law' }))).toBe('reason-needed')
    expect(await front.refusal(transfer(['name'], { ground: 'no-personal-data' }))).toBe('invalid-input')
    expect(await front.refusal(transfer(['name'], { approvedBy: '' }))).toBe('invalid-input')
    expect(await front.refusal(transfer(['name'], { dueAt: NOW }))).toBe('deadline-past')
    expect(await front.refusal(transfer(['name'], { to: other.house.house }))).toBe('no-such-house')
    expect(await office.refusal(transfer(['name'], { to: front.house.house }))).toBe('not-above')
    expect(await front.refusal({ name: 'send-letter', input: { kind: 'supervision-order', to: office.house.house, order: ORDER } })).toBe('not-below') // prettier-ignore
    expect(await front.refusal({ name: 'answer-letter', input: { letter: 'letter:none', note: '好' } })).toBe('no-such-letter') // prettier-ignore
  })
})

describe('letters that do not fit whoever sent them do nothing', () => {
  const body = (more: object) => ({ at: NOW, by: 'user:x', from: '甲', to: '乙', number: '', ...more })
  const take = (pc: Pc, from: Pc, letters: object[]) =>
    pc.keeper.run({ name: 'take-letters', input: { from: from.house.house, letters } } as Command)

  it('an order from below, a transfer from above', async () => {
    await take(office, front, [{ id: 'letter:x1', kind: 'supervision-order', at: NOW, case: id, body: body(ORDER) }])
    expect(office.file(id).acts).toEqual([])
    expect(office.stateOf('letter:x1')).toBe('to-do')
  })

  it('an order whose route was taken off speaks for whoever brought it, not for the 区 that it names', async () => {
    const forged = { id: 'letter:x4', kind: 'supervision-order', at: NOW, case: id, body: { ...body(ORDER), from: '某区' } } // prettier-ignore
    await take(front, office, [forged])
    expect(front.read('letter:x4')!['body']).toMatchObject({ from: '东街街道' })
    expect(JSON.stringify(front.file(id).acts)).not.toContain('某区')
    expect(front.file(id).acts.filter(({ type }) => type === 'supervision-order')).toHaveLength(1)
  })

  it("an answer to another station's order", async () => {
    const [letter] = (await office.done(order(id))) as [string]
    const answer = { id: 'letter:x2', kind: 'supervision-answer', at: NOW, answers: letter, case: id, body: body({ step: 'answered', note: '冒名' }) } // prettier-ignore
    await take(office, other, [answer])
    expect(supervisionOf(office.file(id))[0]!.steps).toEqual([])
  })

  it('a letter of a newer version is kept whole', async () => {
    const newer = { id: 'letter:x3', kind: 'commendation', at: NOW, body: { words: '表扬', more: [1] } }
    await take(front, office, [newer])
    expect(front.read('letter:x3')).toMatchObject({ kind: 'commendation', body: newer.body })
    expect(front.stateOf('letter:x3')).toBe('kept')
  })
})

it('an order on the case of a station that has left is not written', async () => {
  const file = { ...office.file(id) }
  expect(file.pc).toBe(front.keys.identity.pc)
  await office.done({ name: 'leave-house', input: { house: front.house.house } })
  expect(await office.refusal({ name: 'order-supervision', input: { case: id, to: '', ...ORDER } })).toBe(
    'no-such-house',
  )
})

it('a case whose beginning has not arrived is no row', async () => {
  const station = readingOf(front.book, '')
  expect(station.caseFile(id)).not.toBeNull()
  // Only an act of the case reaches the office: neither a row nor a page.
  const acts = front.events.filter(({ header }) => header.e.startsWith('case:') === false)
  expect(acts.length).toBeGreaterThan(0)
  await office.keeper.run({ name: 'take-letters', input: { from: front.house.house, letters: [{ id: 'letter:y1', kind: 'transfer-result', at: NOW, case: 'case:unknown', body: {} }] } }) // prettier-ignore
  expect(readingOf(office.book, '').caseFile('case:unknown')).toBeNull()
})

describe('个案转报 on the ground of consent', () => {
  const DEMAND = { demand: '申请救助', dueAt: DUE, approvedBy: '站长' } as const
  const SAID = { way: 'oral', givenBy: 'self', giver: '', textVersion: 'zh-1' } as const
  const transfer = (cases: readonly string[], more: object = {}): Command =>
    ({ name: 'send-letter', input: { kind: 'transfer', to: office.house.house, cases, fields: ['name', 'phone'], ground: 'consent', ...DEMAND, ...more } }) as never // prettier-ignore

  it('writes the consent as an act, with what was read out; it stands for the next one', async () => {
    expect(await front.refusal(transfer([id]))).toBe('consent-needed')
    await front.done(transfer([id], { consent: SAID }))
    const [consent] = actsOf(front.file(id).acts, 'consent')
    expect(consent).toMatchObject({ provider: `peer:${office.house.house}`, fields: ['name', 'phone'], ...SAID })
    expect(consent!.readOut).toContain('东街街道')
    await carry(front, office, 'report')
    const [letter] = letterIn(office, 'transfer')
    await office.done({ name: 'answer-letter', input: { letter: letter!.id, outcome: 'solved', note: '已办', handledBy: '' } }) // prettier-ignore
    await carry(office, front, 'directory')
    expect(await front.refusal(transfer([id]))).toBeNull()
    expect(actsOf(front.file(id).acts, 'consent')).toHaveLength(1)
  })

  it('of a child under 14 only a guardian’s; what one resident said is not said for another', async () => {
    const [child] = (await front.done({ name: 'save-person', input: { name: '小甲', phone: '', placeWords: '', marks: [], note: '', birthDate: '2013-03-03' } })) as [string] // prettier-ignore
    const [about] = (await front.done({ name: 'receive-case', input: { ...INTAKE, forPerson: child } } as never)) as [
      string,
    ]
    expect(await front.refusal(transfer([about], { consent: SAID }))).toBe('guardian-consents')
    await front.done(transfer([about], { consent: { ...SAID, givenBy: 'guardian', giver: '王母' } }))
    const [second] = (await front.done({ name: 'receive-case', input: INTAKE })) as [string]
    expect(await front.refusal(transfer([id, second], { consent: SAID }))).toBe('consent-needed')
  })
})

it('a result that comes back without an order of the case waits for its handler, until somebody goes on', async () => {
  const [letter] = (await front.done({
    name: 'send-letter',
    input: { kind: 'transfer', to: office.house.house, cases: [id], fields: ['name'], ground: 'statutory-duty', demand: '申请救助', dueAt: DUE, approvedBy: '站长' }, // prettier-ignore
  })) as [string]
  expect(waitingOf(front.file(id))).not.toBe('referred-back')
  await carry(front, office, 'report')
  await office.done({ name: 'answer-letter', input: { letter, outcome: 'solved', note: '已发放', handledBy: '民政办' } }) // prettier-ignore
  await carry(office, front, 'directory')
  expect(waitingOf(front.file(id))).toBe('referred-back')
  const standing = { open: true, urgency: 'general', waiting: 'referred-back', received: 0, due: Infinity, next: Infinity, paused: false, reply: Infinity, urge: Infinity, supervise: Infinity } as const // prettier-ignore
  expect(reasonToday(standing, todayAt(NOW))).toBe('referred-back')
  front.wait(1)
  await front.done({
    name: 'record-answer',
    input: { case: id, content: '已发放救助金', way: 'phone', answeredBy: '' },
  } as never)
  expect(waitingOf(front.file(id))).toBe('closing')
})
