/** A 区 with 200 houses below it: the exchange's first page and the list of stations answer for all of them in one walk. */
import { expect, test } from 'vitest'
import { toBase64url } from '#core/lib/bytes.ts'
import { newHouse as newKeys, type TestHouse } from '../core/exchange/trust/houses.ts'
import { newProfile, removeFolder } from './desk-world.ts'
import { clock, newHouse, run, sent } from './exchange-houses.ts'

const HOUSES = 200

test('a line each; what is for one of them is news for that one alone, what is for everybody for all', async () => {
  newProfile()
  clock.now = Date.parse('2026-11-23T09:00:00+08:00')
  const office = await newHouse('QU001', '东城区')
  const { desk } = office.world
  const station = `station:${office.house}`
  await run(desk, { name: 'change-setting', input: { station, name: 'isUpperOffice', value: true } })
  const houses: TestHouse[] = []
  for (let i = 0; i < HOUSES; i++) {
    const house = newKeys(`站点${i + 1}`)
    houses.push(house)
    const { name, code, short } = house.card
    const statements = { grants: [house.first.grant], revocations: [], houses: [] }
    const input = { house: house.house, name, code, short, kind: 'below', root: toBase64url(house.root.open), statements } as const // prettier-ignore
    await run(desk, { name: 'pin-house', input })
  }
  const order = { kind: 'daily', trigger: 'overdue', demand: '请答复', dueAt: '2026-12-01T18:00:00+08:00' } as const
  await run(desk, { name: 'send-letter', input: { kind: 'supervision-order', to: houses[7]!.house, order } })
  const provider = { name: '区民政局', kind: 'public-affairs', phone: '10000003001', serviceType: 'administrative', funding: '', services: '', hours: '', area: '', contact: '' } as const // prettier-ignore
  await run(desk, { name: 'save-provider', input: provider })
  for (const house of houses.slice(0, 20)) await sent(office, house.house, 'directory')
  const began = performance.now()
  const home = (await desk.exchangeHome())!
  const first = performance.now()
  const page = (await desk.stations())!
  const second = performance.now()
  if (process.env['LINWU_TIMES']) console.info(`home ${(first - began).toFixed(0)} ms, stations ${(second - first).toFixed(0)} ms`) // prettier-ignore
  expect([home.peers.length, page.rows.length]).toEqual([HOUSES, HOUSES])
  const stateOf = (house: TestHouse) => home.peers.find(({ peer }) => peer === house.house)!
  expect(stateOf(houses[7]!)).toMatchObject({ state: 'exported', letters: 1, fresh: 0 })
  expect(stateOf(houses[8]!)).toMatchObject({ state: 'exported', letters: 0 })
  expect(stateOf(houses[30]!)).toMatchObject({ state: 'new', letters: 0 })
  expect(stateOf(houses[30]!).fresh).toBeGreaterThan(0)
  expect(page.rows.filter(({ letters }) => letters.open > 0).map(({ house }) => house)).toEqual([houses[7]!.house])
  await office.world.close()
  await removeFolder(office.folder)
})
