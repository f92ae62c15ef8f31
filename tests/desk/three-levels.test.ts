/** 区 → 街道 → 社区, three real desks: what the 区 writes reaches a station two levels down through the 街道, and the answer comes back. */
import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { supervisionOf } from '#core/case-file/supervised.ts'
import type { LetterQuery } from '#app/desk/stations-shapes.ts'
import { INTAKE, newProfile, removeFolder } from './desk-world.ts'
import { clock, newHouse, pin, run, sent, taken, type Pc } from './exchange-houses.ts'

let pcs: Pc[] = []
beforeEach(() => {
  newProfile()
  clock.now = Date.parse('2026-11-23T09:00:00+08:00')
})
afterEach(async () => {
  for (const pc of pcs) {
    await pc.world.close()
    await removeFolder(pc.folder)
  }
  pcs = []
})

const ALL: LetterQuery = { list: 'all', offset: 0, count: 50 }
const DUE = '2026-12-01T18:00:00+08:00'
const ORDER = { kind: 'daily', trigger: 'overdue', demand: '请三日内答复', dueAt: DUE } as const

async function office(short: string, name: string, kind: 'street' | 'district'): Promise<Pc> {
  const pc = await newHouse(short, name)
  const station = `station:${pc.house}`
  await run(pc.world.desk, { name: 'change-setting', input: { station, name: 'isUpperOffice', value: true } })
  await run(pc.world.desk, { name: 'change-setting', input: { station, name: 'officeKind', value: kind } })
  return pc
}

const carry = async (from: Pc, to: Pc, profile: 'report' | 'directory'): Promise<string[]> => {
  const { files } = await sent(from, to.house, profile)
  const stops: string[] = []
  for (const file of files) stops.push(String((await taken(to, file)).received.stop))
  return stops.filter((stop) => stop !== 'null')
}
const down = async (...way: readonly Pc[]): Promise<void> => {
  for (let i = 1; i < way.length; i++) expect(await carry(way[i - 1]!, way[i]!, 'directory')).toEqual([])
}
const up = async (...way: readonly Pc[]): Promise<void> => {
  for (let i = 1; i < way.length; i++) expect(await carry(way[i - 1]!, way[i]!, 'report')).toEqual([])
}

async function world() {
  const district = await office('QU001', '东城区', 'district')
  const street = await office('JD001', '东街街道', 'street')
  const first = await newHouse('S0012', '槐树里社区服务站')
  const second = await newHouse('S0013', '北里社区服务站')
  pcs = [district, street, first, second]
  for (const [low, high] of [
    [first, street],
    [second, street],
    [street, district],
  ] as const) {
    // prettier-ignore
    await pin(low, high, 'upper')
    if (high === street) await pinVouched(street, low)
    else await pin(high, low, 'below')
  }
  const cases: string[] = []
  for (const one of [first, second]) cases.push(await run(one.world.desk, { name: 'receive-case', input: INTAKE }))
  await up(first, street)
  await up(second, street, district)
  return { district, street, first, second, cases }
}

/** As connectBelow does: with the root's word, which whoever stands above checks it by. */
async function pinVouched(at: Pc, other: Pc): Promise<void> {
  const { signHouse } = await import('#core/exchange/trust/statements.ts')
  const { id: house, name, code, short } = other.card
  const card = { house, name, code, short }
  const vouched = signHouse({ kind: 'house', ...card, root: other.root, under: at.house, at: '2026-11-23T09:00:00+08:00' }, at.identity.root!) // prettier-ignore
  const statements = { grants: [other.grant], revocations: [], houses: [] }
  await run(at.world.desk, {
    name: 'pin-house',
    input: { ...card, kind: 'below', root: other.root, statements, vouched },
  })
}

test('an order of the 区 reaches a station two levels down with its words, is answered there, and accepted', async () => {
  const { district, street, first, second, cases } = await world()
  const id = cases[0]!
  await run(district.world.desk, { name: 'order-supervision', input: { case: id, to: '', ...ORDER } })
  const [written] = (await district.world.desk.letters(ALL)).rows
  expect(written).toMatchObject({ kind: 'supervision-order', state: 'waiting', peerName: '槐树里社区服务站' })
  await down(district, street)
  // The office between passes it on; it is not its own business, but it sees the order on the case.
  expect((await street.world.desk.letters(ALL)).rows).toEqual([])
  const between = (await street.world.desk.caseView(id))!
  expect(supervisionOf(between.file)).toHaveLength(1)
  expect(between.judges).toEqual([])
  const orderId = supervisionOf(between.file)[0]!.order.id
  for (const step of ['answered', 'accepted'] as const) {
    const done = await street.world.desk.run({ name: 'answer-supervision', input: { case: id, order: orderId, step, note: '街道代答' } }) // prettier-ignore
    expect(done.ok).toBe(false)
  }
  await down(street, first)
  expect((await second.world.desk.letters(ALL)).rows).toEqual([])
  const [arrived] = (await first.world.desk.letters({ ...ALL, list: 'to-do' })).rows
  expect(arrived).toMatchObject({ words: '请三日内答复', dueAt: DUE, case: id, state: 'to-do', peerName: '东城区' })
  const found = supervisionOf((await first.world.desk.caseView(id))!.file)
  expect(found).toHaveLength(1)
  expect(found[0]!.order).toMatchObject({ demand: '请三日内答复', from: '东城区' })
  await run(first.world.desk, { name: 'answer-supervision', input: { case: id, order: orderId, step: 'answered', note: '已处理' } }) // prettier-ignore
  await up(first, street, district)
  const [answer] = (await district.world.desk.letters({ ...ALL, list: 'to-do' })).rows
  expect(answer).toMatchObject({ kind: 'supervision-answer', words: '已处理', peerName: '槐树里社区服务站' })
  expect(supervisionOf((await district.world.desk.caseView(id))!.file)[0]!.stands.state).toBe('answered')
  await run(district.world.desk, { name: 'answer-letter', input: { letter: answer!.id, step: 'accepted', note: '同意' } }) // prettier-ignore
  await down(district, street, first)
  const after = (await first.world.desk.caseView(id))!.file
  expect(supervisionOf(after)[0]!.stands.state).toBe('accepted')
  expect(supervisionOf(after)[0]!.steps.map(({ note }) => note)).toEqual(['已处理', '同意'])
  expect(after.conflicts).toEqual([])
  for (const pc of [district, street]) expect((await pc.world.desk.caseView(id))!.file.conflicts).toEqual([])
  // Everything that was passed on is there, and nothing is left to send.
  for (const [from, to] of [
    [first, street],
    [street, district],
    [district, street],
    [street, first],
    [first, street],
    [street, district],
  ] as const) {
    // prettier-ignore
    const made = await from.world.desk.makeRequest(to.house, from.stick)
    if (!made.ok) throw new Error(JSON.stringify(made.error))
    for (const { name, path } of made.value.files)
      await taken(to, { name, bytes: new Uint8Array(await readFile(path)) })
  }
  for (const [pc, to] of [
    [district, street],
    [street, first],
  ] as const) {
    // prettier-ignore
    const line = (await pc.world.desk.exchangeHome())!.peers.find(({ peer }) => peer === to.house)!
    expect([line.letters, line.fresh]).toEqual([0, 0])
  }
})

test('calendar and directory of the 区 reach the station; what it wrote to one station reaches that one alone', async () => {
  const { district, street, first, second, cases } = await world()
  const provider = { name: '区民政局', kind: 'public-affairs', phone: '10000003001', serviceType: 'administrative', funding: '', services: '', hours: '', area: '', contact: '' } as const // prettier-ignore
  await run(district.world.desk, { name: 'save-provider', input: provider })
  const year = { station: `station:${district.house}`, year: 2027, off: ['2027-01-01', '2027-01-04'], work: [], source: '2027.csv' } // prettier-ignore
  await run(district.world.desk, { name: 'add-calendar-year', input: year })
  await run(district.world.desk, { name: 'send-letter', input: { kind: 'supervision-order', to: first.house, order: ORDER } }) // prettier-ignore
  await run(district.world.desk, { name: 'order-supervision', input: { case: cases[1]!, to: '', ...ORDER } })
  await down(district, street, first)
  await down(street, second)
  for (const pc of [street, first, second]) {
    expect((await pc.world.desk.providers()).map(({ name }) => name)).toContain('区民政局')
    expect((await pc.world.desk.timeRules()).years.map((one) => one.year)).toContain(2027)
  }
  expect((await first.world.desk.letters(ALL)).rows.map(({ case: about }) => about)).toEqual([''])
  expect((await second.world.desk.letters(ALL)).rows.map(({ case: about }) => about)).toEqual([cases[1]])
  // A change comes as well, and the station's own word stays its own.
  const [id] = (await district.world.desk.providers()).filter(({ name }) => name === '区民政局').map((one) => one.id)
  await run(district.world.desk, { name: 'save-provider', input: { ...provider, id: id!, phone: '10000003002' } as never }) // prettier-ignore
  await down(district, street, first)
  expect((await first.world.desk.providers()).find((one) => one.id === id)).toMatchObject({ phone: '10000003002' })
})
