import { beforeEach, describe, expect, it } from 'vitest'
import { countResults, gapsIn, routingOf } from '#core/book/routing-of.ts'
import { entityType } from '#core/kernel/event.ts'
import { gapCounts, type Gap } from '#core/routing/gaps.ts'
import { ringOf, ringWanted } from '#core/routing/life-circle.ts'
import { INTAKE, newStation, NOW, PROVIDER, type Station } from '../commands/station.ts'

let station: Station
let id: string
const none = (): null => null
const gaps = () => gapsIn(station.book, NOW, none)
const GAP = { category: 'L020202', serviceType: 'market', place: '槐树里', note: '夜里没有人修' } as const

beforeEach(async () => {
  station = newStation()
  id = await station.done({ name: 'receive-case', input: { ...INTAKE, title: '水管漏水', text: '厨房水管漏水' } })
  await station.done({ name: 'classify', input: { case: id, serviceType: 'market', category: 'L020202', reason: '' } })
})

describe('if no provider fits, a gap in service is recorded: category, place, service type, wanted by when (DOMAIN §4.4)', () => {
  it('is recorded with the case, which stays open', async () => {
    expect(routingOf(station.book, station.file(id), NOW, none)!.fitting).toBeNull()
    await station.done({ name: 'record-gap', input: { case: id, ...GAP, wantedBy: '2026-03-05T18:00:00+08:00' } })
    expect(gaps()).toMatchObject([
      { case: id, ...GAP, wantedBy: '2026-03-05T18:00:00+08:00', state: 'open', providers: [] },
    ])
    expect(await station.refusal({ name: 'record-gap', input: { case: id, ...GAP, serviceType: 'none' as 'market' } })).toEqual(['invalid-input', 'serviceType']) // prettier-ignore
  })

  it('tells the upper office the neighbourhood, and never a door', async () => {
    const place = (kind: 'neighbourhood' | 'building' | 'door', name: string, parent: string) =>
      station.done({ name: 'save-place', input: { kind, name, parent, leader: '', leaderPhone: '' } })
    const huai = await place('neighbourhood', '槐树里小区', '')
    const building = await place('building', '3号楼', huai)
    const door = await place('door', '101', building)
    await station.done({ name: 'record-gap', input: { case: id, ...GAP, placeId: door } })
    expect(gaps()[0]!.placeId).toBe(huai)
    const shared = station.events.filter(
      ({ header }) => entityType(header.e) === 'gap' && header.log.includes('shared'),
    )
    expect(JSON.stringify(shared)).not.toContain(door)
  })

  it('marked when somebody who does it came into the directory, and when the case was sent', async () => {
    await station.done({ name: 'record-gap', input: { case: id, ...GAP } })
    const silent = { ...PROVIDER, name: '不知做什么的店', serviceType: 'market' as const }
    await station.done({ name: 'save-provider', input: silent })
    expect(gaps()[0]!.state).toBe('open')
    const provider = await station.done({ name: 'save-provider', input: { ...silent, name: '平安水电维修', services: '水管、电路' } }) // prettier-ignore
    expect(gaps()).toMatchObject([{ state: 'offered', providers: [provider] }])
    await station.done({
      name: 'dispatch',
      input: { case: id, provider, reason: '', demand: '', ground: 'no-personal-data', fieldsSent: ['title'] },
    })
    expect(gaps()).toMatchObject([{ state: 'routed', providers: [provider] }])
  })

  it('asking again ranks nothing until the directory changes', async () => {
    await station.done({ name: 'record-gap', input: { case: id, ...GAP } })
    await station.done({ name: 'save-provider', input: { ...PROVIDER, name: '平安水电维修', serviceType: 'market', services: '水管、电路' } }) // prettier-ignore
    let looked = 0
    const counted = (): Gap[] => gapsIn(station.book, NOW, () => ((looked += 1), null))
    const first = counted()
    expect([first[0]!.state, looked > 0]).toEqual(['offered', true])
    looked = 0
    expect([counted(), looked]).toEqual([first, 0])
    await station.done({ name: 'save-provider', input: { ...PROVIDER, id: first[0]!.providers[0], name: '平安水电维修', serviceType: 'market', services: '钟表' } as never }) // prettier-ignore
    expect([counted()[0]!.state, looked > 0]).toEqual(['open', true])
  })

  it('gaps are a report of their own: counted by category, type and place', async () => {
    for (const place of ['槐树里', '槐树里', '柳荫巷']) await station.done({ name: 'record-gap', input: { case: id, ...GAP, place } }) // prettier-ignore
    expect(gapCounts(gaps())).toEqual([
      { category: 'L020202', serviceType: 'market', place: '槐树里', open: 2, all: 2 },
      { category: 'L020202', serviceType: 'market', place: '柳荫巷', open: 1, all: 1 },
    ])
  })
})

describe('ranking out of the records', () => {
  it('sees the directory as it is now, the place and the resident', async () => {
    const huai = await station.done({ name: 'save-place', input: { kind: 'neighbourhood', name: '槐树里小区', parent: '', leader: '', leaderPhone: '' } }) // prettier-ignore
    const provider = await station.done({ name: 'save-provider', input: { ...PROVIDER, name: '平安水电', serviceType: 'market', services: '水管' } }) // prettier-ignore
    const routing = routingOf(station.book, station.file(id), NOW, none)!
    expect(routing.candidates.map((one) => one.provider)).toEqual([provider])
    expect(routing.candidates[0]!.judgements.find(({ aspect }) => aspect === 'service')!.fact).toEqual({ code: 'named', words: '水管' }) // prettier-ignore
    expect(huai).toMatch(/^place:/)
  })

  it('past results come from the provider’s own closed cases', async () => {
    const provider = await station.done({
      name: 'save-provider',
      input: { ...PROVIDER, serviceType: 'administrative' },
    })
    for (let n = 0; n < 6; n++) {
      const one = await station.done({ name: 'receive-case', input: INTAKE })
      await station.done({
        name: 'classify',
        input: { case: one, serviceType: 'administrative', category: '', reason: '' },
      })
      const order = await station.done({ name: 'dispatch', input: { case: one, provider, reason: '', demand: '' } })
      const step = { case: one, referral: order, note: '' }
      await station.done({ name: 'record-referral-step', input: { ...step, step: 'received' } })
      await station.done({ name: 'record-referral-step', input: { ...step, step: 'fed-back', outcome: 'solved' } })
      await station.done({ name: 'record-answer', input: { case: one, way: 'phone', content: '好了', answeredBy: '' } })
      if (n < 5) await station.done({ name: 'close-case', input: { case: one, outcome: 'solved', note: '' } })
    }
    expect(countResults(station.book).get(provider)).toEqual({
      closed: 5,
      accepted: 5,
      said: 5,
      inTime: 5,
      timed: 5,
      returned: 0,
      solved: 0,
      asked: 0,
      pleased: 0,
      basically: 0,
    })
  })
})

describe('market services by walking time (DOMAIN §9.4)', () => {
  it.each([
    ['5 min convenience', '便利店', 5],
    ['8 min meals', '社区食堂', 8],
    ['8 min pharmacy', '药店', 8],
    ['8 min laundry', '洗衣', 8],
    ['8 min hair', '理发', 8],
    ['8 min fresh food', '生鲜菜店', 8],
    ['15 min supermarket', '超市', 15],
    ['15 min repair', '家电维修', 15],
    ['15 min fitness', '健身房', 15],
  ] as const)('%s', (_what, service, ring) => {
    expect(ringWanted(service)).toBe(ring)
  })

  it('so many minutes stand in the narrowest ring', () => {
    expect([4, 5, 6, 8, 9, 15, 16].map(ringOf)).toEqual([5, 5, 8, 8, 15, 15, null])
  })
})
