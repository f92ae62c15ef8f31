/** 重复派单, 重复办结, taken back and gone on with, erased and gone on with, copied PCs. */
import { expect, test } from 'vitest'
import { readCase, readEntity } from '#core/book/book.ts'
import { ordersInForce } from '#core/case-file/orders.ts'
import { statusOf } from '#core/case-file/status.ts'
import { arrivalsByPc, hadSeen, hadThis, type Arrival } from '#core/exchange/conflicts/had-seen.ts'
import { logDifferences } from '#core/exchange/conflicts/log-differences.ts'
import type { CommandInput } from '#core/commands.ts'
import { isGone } from '#core/kernel/entity.ts'
import { enterProviders, GROUND, newStation } from '../../commands/station.ts'
import { ledger, money, moneyWorld, newCase, pcWith, said, sendTo, settle } from '../../funding/world.ts'
import { standing } from '#core/agreement/ledger.ts'
import { differences, meet, only, twoPcs } from './world.ts'

async function sentApart() {
  const { a, b, id } = await twoPcs()
  const providers = await enterProviders(a)
  await a.done({ name: 'classify', input: { case: id, serviceType: 'welfare', category: '', reason: '' } })
  b.take(a.events)
  const send = { case: id, provider: providers.welfare, reason: '', demand: '', ...GROUND }
  const one = await a.done({ name: 'dispatch', input: send })
  const other = await b.done({ name: 'dispatch', input: send })
  return { a, b, id, one, other }
}

const OLD: CommandInput<'import-request'> = {
  externalSource: '旧台账', externalId: '1', title: '旧件', text: '', raisedAt: '2025-03-04T09:00:00+08:00', requestKind: 'help', channel: 'phone',
  requesterName: '', requesterPhone: '', place: '', category: '', answer: '', answeredBy: '',
} // prettier-ignore

test('two orders of one round: one is taken back, and the case goes on with the other', async () => {
  const { a, b, id, one, other } = await sentApart()
  meet(a, b)
  const found = only(b, 'double-referral')
  expect(found).toEqual(only(a, 'double-referral'))
  expect(found.acts.map(({ act, writer }) => [act, writer.pc]).toSorted()).toEqual([[one, 'device01'], [other, 'device02']].toSorted()) // prettier-ignore
  const input = { about: found.key, case: id, note: '' }
  expect(await a.refusal({ name: 'settle-double', input: { ...input, keep: '' } })).toEqual(['invalid-input', 'keep'])
  expect(await a.refusal({ name: 'settle-double', input: { ...input, keep: 'referral:none' } })).toEqual(['invalid-input', 'keep']) // prettier-ignore
  await a.done({ name: 'settle-double', input: { ...input, keep: one } })
  meet(a, b)
  for (const pc of [a, b]) {
    expect(differences(pc)).toEqual([])
    expect(ordersInForce(readCase(pc.book, id)!).map((order) => order.id)).toEqual([one])
  }
  expect(await b.refusal({ name: 'settle-double', input: { ...input, keep: other } })).toBe('difference-moved')
})

test('an order that its provider has answered is called back, and somebody says why', async () => {
  const { a, b, id, one, other } = await sentApart()
  await b.done({ name: 'record-referral-step', input: { case: id, referral: other, step: 'accepted', note: '' } })
  meet(a, b)
  const input = { about: only(a, 'double-referral').key, case: id, keep: one }
  expect(await a.refusal({ name: 'settle-double', input: { ...input, note: '' } })).toEqual(['reason-needed', 'note'])
  await a.done({ name: 'settle-double', input: { ...input, note: '两台电脑各派了一次' } })
  meet(a, b)
  expect(differences(b)).toEqual([])
  expect(readCase(b.book, id)!.acts.some((act) => act.type === 'referral-step' && act.step === 'recalled')).toBe(true)
})

test('the money of the order that goes is free again; one that was paid for stays', async () => {
  const { station: a, provider, contract } = await moneyWorld()
  const id = await newCase(a)
  const b = pcWith(2, a.events)
  const one = await a.done(sendTo(id, provider, money({ agreement: contract })))
  const other = await b.done(sendTo(id, provider, money({ agreement: contract })))
  meet(a, b)
  const about = only(a, 'double-referral').key
  await a.done({ name: 'settle-double', input: { about, case: id, keep: one, note: '' } })
  expect([standing(ledger(a), one).open === null, standing(ledger(a), other).open === null]).toEqual([false, true])
  // On the other PC, which had not heard of it, the one that goes was done and paid.
  for (const step of ['accepted', 'done'] as const) await b.done(said(id, other, step))
  await b.done(settle(id, other))
  expect(await b.refusal({ name: 'settle-double', input: { about, case: id, keep: one, note: '重复' } })).toEqual(['order-settled', 'keep']) // prettier-ignore
})

async function closedApart() {
  const { a, b, id } = await twoPcs()
  await a.done({ name: 'record-answer', input: { case: id, way: 'phone', content: '已修好', answeredBy: '' } })
  b.take(a.events)
  const one = await a.done({ name: 'close-case', input: { case: id, outcome: 'solved', note: '' } })
  const other = await b.done({ name: 'close-case', input: { case: id, outcome: 'partly-solved', note: '' } })
  meet(a, b)
  return { a, b, id, one, other }
}

test('two closings of one round: one stands, and the case stays closed', async () => {
  const { a, b, id, one, other } = await closedApart()
  const { key } = only(a, 'double-closing')
  await b.done({ name: 'settle-double', input: { about: key, case: id, keep: one, note: '' } })
  meet(a, b)
  for (const pc of [a, b]) {
    const file = readCase(pc.book, id)!
    expect([statusOf(file), differences(pc).length, file.withdrawn.map(({ act }) => act.id)]).toEqual(['closed', 0, [other]]) // prettier-ignore
  }
})

test('let stand: gone from the list everywhere, until one more is added', async () => {
  const { a, b, id } = await closedApart()
  const { key } = only(a, 'double-closing')
  await a.done({ name: 'let-stand', input: { about: key, note: '都对' } })
  expect(await a.refusal({ name: 'let-stand', input: { about: key, note: '' } })).toBe('nothing-changed')
  const c = newStation(3, 'user:third')
  c.take(a.events.filter(({ header }) => !header.k.includes('clos')))
  await c.done({ name: 'record-answer', input: { case: id, way: 'phone', content: '好了', answeredBy: '' } })
  await c.done({ name: 'close-case', input: { case: id, outcome: 'solved', note: '' } })
  b.take(a.events)
  expect(differences(b)).toEqual([])
  b.take(c.events)
  expect(only(b, 'double-closing').acts).toHaveLength(3)
})

test('taken back on one PC, answered on the other', async () => {
  const { a, b, id } = await twoPcs()
  const providers = await enterProviders(a)
  await a.done({ name: 'classify', input: { case: id, serviceType: 'welfare', category: '', reason: '' } })
  const order = await a.done({ name: 'dispatch', input: { case: id, provider: providers.welfare, reason: '', demand: '', ...GROUND } }) // prettier-ignore
  b.take(a.events)
  await a.done({ name: 'withdraw-act', input: { case: id, act: order } })
  const step = await b.done({ name: 'record-referral-step', input: { case: id, referral: order, step: 'accepted', note: '' } }) // prettier-ignore
  meet(a, b)
  const found = only(a, 'withdrawn-continued')
  expect([found.withdrawn, found.acts.map(({ act }) => act)]).toEqual([order, [step]])
  await a.done({ name: 'settle-double', input: { about: found.key, case: id, keep: '', note: '' } })
  meet(a, b)
  expect(differences(b)).toEqual([])
})

test('erased on one PC, worked on at another: whichever came first, what is left is told and erased as well', async () => {
  for (const first of ['erasure', 'work'] as const) {
    const a = newStation(1)
    await a.done({ name: 'set-up-station', input: { id: 'station:1', name: '槐树里社区服务站', code: '110101001001', short: 'S0012', userName: '受理员甲' } }) // prettier-ignore
    const begun = await a.done({ name: 'begin-import', input: { file: '旧台账.xlsx', sha256: '0'.repeat(64), rows: 1, header: [], map: {}, values: {} } }) // prettier-ignore
    const id = await a.done({ name: 'import-request', input: { ...OLD, import: begun } })
    const b = newStation(2, 'user:back')
    b.take(a.events)
    await b.done({ name: 'record-contact', input: { case: id, kind: 'progress', way: 'phone', reached: true, note: '电话里说灯修好了' } }) // prettier-ignore
    await a.done({ name: 'begin-undo', input: { import: begun } })
    await a.done({ name: 'undo-imported-case', input: { import: begun, case: id } })
    const c = newStation(3)
    for (const from of first === 'erasure' ? [a, b] : [b, a]) c.take(from.events)
    const found = only(c, 'erased-edited')
    expect(found.acts.map(({ writer }) => writer.pc)).toEqual(['device02'])
    await c.done({ name: 'settle-double', input: { about: found.key, case: id, keep: '', note: '' } })
    meet(a, b, c)
    for (const pc of [a, b, c]) {
      expect(differences(pc)).toEqual([])
      expect(isGone(pc.book.replica.entities.get(found.acts[0]!.act)!)).toBe(true)
      expect(readEntity(pc.book, id)).toBeNull()
    }
  }
})

test('a copied PC: both branches are kept, and it is told once until it has new keys', async () => {
  const { a, id } = await twoPcs()
  const copy = newStation(1, 'user:copy')
  copy.take(a.events)
  await a.done({ name: 'record-contact', input: { case: id, kind: 'note', way: 'phone', reached: true, note: '一' } })
  await copy.done({ name: 'record-contact', input: { case: id, kind: 'note', way: 'phone', reached: true, note: '二' } }) // prettier-ignore
  const other = newStation(2)
  other.take(a.events)
  other.take(copy.events)
  const { logs } = other.book.replica
  const [found, ...more] = logDifferences(logs, () => false)
  expect([found?.pc, found?.forks.map(({ log }) => log), more]).toEqual(['device01', ['device01/private', 'device01/shared'], []]) // prettier-ignore
  expect(logDifferences(logs, (pc) => pc === 'device01')).toEqual([])
  expect(readCase(other.book, id)!.acts.filter(({ type }) => type === 'contact')).toHaveLength(2)
})

test('what a PC had seen of the other when it wrote comes from the files that had reached it', async () => {
  const { a, b } = await sentApart()
  meet(a, b)
  const [one, other] = only(a, 'double-referral').acts.map(({ writer }) => writer).toSorted((x, y) => (x.pc < y.pc ? -1 : 1)) // prettier-ignore
  const file = (lamport: number, at: string, to: number): Arrival => ({ pc: 'device02', lamport, at, logs: { 'device01/shared': [1, to] } }) // prettier-ignore
  const arrivals = arrivalsByPc([
    file(other!.lamport + 1, '2026-03-04T09:00:00+08:00', one!.n),
    file(other!.lamport - 1, '2026-03-01T17:00:00+08:00', one!.n - 1),
  ])
  const ours = (): boolean => true
  expect(hadSeen(arrivals, other!, 'device01', ours)).toEqual({ at: '2026-03-01T17:00:00+08:00' })
  expect(hadSeen(arrivals, one!, 'device02', ours)).toEqual({ at: null })
  expect(hadSeen(arrivals, other!, 'device01', () => false)).toBe('unknown')
  const later = { ...other!, lamport: other!.lamport + 2 }
  expect([hadThis(arrivals, other!, { ...one!, log: 'device01/shared' }, ours), hadThis(arrivals, later, { ...one!, log: 'device01/shared' }, ours)]).toEqual([false, true]) // prettier-ignore
})
