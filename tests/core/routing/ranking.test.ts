import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chainOf } from '#core/routing/chain.ts'
import { judged, sumOf } from '#core/routing/judge.ts'
import type { Offer, Wanted } from '#core/routing/offer.ts'
import { rank, type Routing } from '#core/routing/ranking.ts'
import { exclusionWords, fallThroughWords, judgementWords, unknownWords } from '#core/routing/sentences.ts'
import { veiledRouting } from '#core/routing/veiled-routing.ts'
import { anyOffer, anyWanted, CLOSED, LADDER_NAMES, LADDERS, offer, OPEN, past, WANTED } from './facts.ts'

const names = ({ candidates }: Routing): string[] => candidates.map(({ name }) => name)
const why = (routing: Routing, n: number): string | undefined =>
  routing.excluded.find(({ provider }) => provider === `provider:${n}`)?.why
const only = (wanted: Partial<Wanted>, facts: Partial<Offer>): string => {
  const [first] = rank({ ...WANTED, ...wanted }, [offer(1, facts)]).candidates
  return judgementWords(first!.judgements, 'zh-CN')
}
const person = (more: Partial<Wanted['person']>): Partial<Wanted> => ({ person: { ...WANTED.person, ...more } })

describe('judging accessibility: area, distance, hours, channel, home visit, barrier-free, cost, capacity (DOMAIN §1)', () => {
  it('every score is shown as a sentence', () => {
    const told = only(
      {},
      {
        sites: ['place:huai'],
        hours: [OPEN],
        capacity: { free: 3, of: 10 },
        funding: { kind: 'contract', over: false, left: 12, unit: 'hours' },
      },
    )
    expect(told).toBe('没写明做不做这一项；同一小区；现在开门；10 个名额还有 3 个；合同支付，还剩 12 小时')
  })

  it.each([
    ['area', {}, { area: ['place:huai'] }, '服务本小区'],
    ['area in words', { text: '槐树里水管漏水' }, { areaWords: '柳荫巷、槐树里' }, '服务范围写明“槐树里”'],
    ['distance on foot', {}, { minutes: [{ place: 'place:huai', minutes: 6, how: 'walk' }] }, '步行 6 分钟'],
    ['arrival', {}, { minutes: [{ place: 'place:huai', minutes: 30, how: 'arrive' }] }, '上门 30 分钟内'],
    ['hours now', {}, { hours: [CLOSED] }, '现在不开门'],
    ['hours at the wished time', { wishedAt: '2026-03-02T21:00:00+08:00' }, { hours: [CLOSED] }, '约定的时间开门'],
    ['home visit', person({ needs: ['home-visit'] }), { ways: ['on-site'] }, '不上门，居民需要上门'],
    ['barrier-free', person({ needs: ['barrier-free'] }), { barrierFree: false }, '没有无障碍，居民需要'],
    ['sign language', person({ needs: ['hearing'] }), { languages: ['手语'] }, '会手语'],
    ['cost', {}, { cost: 'resident-paid', costWords: '¥80/次' }, '居民自费 ¥80/次'],
    ['capacity', {}, { capacity: { free: 2, of: null } }, '还有 2 个名额'],
    ['funding used up', {}, { funding: { kind: 'compensation', over: false, left: 0, unit: 'times' } }, '补偿协议额度已用完'], // prettier-ignore
    ['money left', {}, { funding: { kind: 'compensation', over: false, left: 123_45, unit: 'fen' } }, '经济补偿协议，还剩 123 元'], // prettier-ignore
    ['words of the service', {}, { words: '开锁、插座' }, '服务项目里有“插座”'],
  ] as const)('%s', (_what, wanted, facts, sentence) => {
    expect(only(wanted as Partial<Wanted>, facts as Partial<Offer>)).toContain(sentence)
  })

  it('what is not known shows 未填 and counts nothing', () => {
    const [first] = rank(WANTED, [offer(1, { serviceName: '' })]).candidates
    expect(first!.score).toBe(0)
    expect(unknownWords(first!.judgements, 'zh-CN')).toBe(
      '未填：服务项目、服务范围、路上几分钟、服务时间、费用、名额、过往办理（不影响排名）',
    )
  })

  it('scorecards flow back into routing: own closed cases, neutral when fewer than five', () => {
    const ranked = rank(WANTED, [
      offer(1, { results: past(4) }),
      offer(2, { results: past(5) }),
      offer(3, { results: past(20, { accepted: 4, inTime: 3, returned: 15 }) }),
    ])
    expect(names(ranked)).toEqual(['单位2', '单位1', '单位3'])
    const told = ranked.candidates.map(({ judgements }) => judgementWords(judgements, 'zh-CN').split('；').at(-1))
    expect(told[0]).toBe('办结 5 件，接单 100%，按时 100%，退单 0 次')
    expect(told[1]).toBe('办结 4 件，少于 5 件，不计')
  })
})

describe('who can never be proposed', () => {
  it.each([
    ['不做这一类', {}, { categories: ['L010101'] }],
    ['不服务这里', {}, { area: ['place:far'] }],
    ['名额已满', {}, { capacity: { free: 0, of: 5 } }],
    ['已停办', {}, { closedDown: true }],
    ['合同或协议到期', {}, { funding: { kind: 'contract', over: true, left: 3, unit: 'times' } }],
    ['居民不符合条件', {}, { eligibility: { minAge: 90, maxAge: null, marks: [], residence: [] } }],
    ['居民不符合条件', {}, { eligibility: { minAge: null, maxAge: null, marks: ['orphan'], residence: [] } }],
    ['居民不符合条件', {}, { eligibility: { minAge: null, maxAge: null, marks: [], residence: ['living'] } }],
    ['这一件不接、退回过或没有回应', { turnedDown: ['provider:1'] }, {}],
    ['是被举报的单位', { reported: { unit: '单位1', text: '' } }, {}],
    ['是被举报的单位', { reported: { unit: '', text: '平安修理部乱收费' } }, { providerName: '平安修理部（演示）' }],
  ] as const)('listed with the reason: %s', (reason, wanted, facts) => {
    const ranked = rank({ ...WANTED, ...wanted } as Wanted, [offer(1, facts as Partial<Offer>)])
    expect(ranked.candidates).toEqual([])
    expect(exclusionWords(ranked.excluded[0]!.why, 'zh-CN')).toBe(reason)
  })

  it('a reporter’s words about an office they turned to do not exclude it', () => {
    const reported = { unit: '', text: '已经向街道办事处反映过' }
    const ranked = rank({ ...WANTED, reported }, [
      offer(1, { providerName: '街道办事处', serviceType: 'administrative' }),
    ])
    expect(ranked.excluded).toEqual([])
  })

  it('eligibility that nobody can judge yet excludes nobody and asks to be checked', () => {
    const eligibility = { minAge: 60, maxAge: null, marks: [], residence: [] }
    expect(only(person({ age: null }), { eligibility })).toContain('请先核对')
  })
})

describe('fallback chain: administrative → welfare → market, or as the catalogue says (DOMAIN §1, §4.4)', () => {
  it('the case’s own type first, then as the catalogue says', () => {
    expect(chainOf('administrative', null)).toEqual(['administrative', 'welfare', 'market'])
    expect(chainOf('market', ['market', 'administrative'])).toEqual(['market', 'administrative'])
    expect(chainOf('welfare', ['market', 'administrative'])).toEqual(['welfare', 'market', 'administrative'])
  })

  it('is shown as steps: which type was tried, why it fell through', () => {
    const ranked = rank({ ...WANTED, serviceType: 'administrative', chain: ['administrative', 'welfare', 'market'] }, [
      offer(1, { serviceType: 'administrative', capacity: { free: 0, of: 5 } }),
      offer(2, { serviceType: 'administrative', area: ['place:far'] }),
      offer(3, { serviceType: 'market' }),
    ])
    expect(ranked.fitting).toBe('market')
    expect(ranked.proposed).toBe('provider:3')
    expect(fallThroughWords(ranked.steps, 'zh-CN')).toBe(
      '行政服务：都不合适（名额已满 1 家、不服务这里 1 家）；公益服务：没有登记的单位',
    )
  })

  it('if no provider fits there is a gap, and nobody is proposed', () => {
    const ranked = rank(WANTED, [offer(1, { closedDown: true })])
    expect([ranked.fitting, ranked.proposed, why(ranked, 1)]).toEqual([null, null, 'closed-down'])
  })

  it('service type and provider kind are separate: a provider stands in each type with the service that fits best', () => {
    const ranked = rank(WANTED, [
      offer(1, { service: 'service:a', serviceName: '开锁' }),
      offer(1, { service: 'service:b', serviceName: '电路', categories: ['L020201'] }),
      offer(1, { service: 'service:c', serviceName: '助老修理', serviceType: 'welfare' }),
    ])
    expect(ranked.candidates.map(({ service, serviceType }) => [service, serviceType])).toEqual([
      ['service:b', 'market'],
      ['service:c', 'welfare'],
    ])
  })
})

describe('danger never proposes market alone (DOMAIN §3.7)', () => {
  const danger = { ...WANTED, danger: true }

  it('names who is told beside it', () => {
    const ranked = rank({ ...danger, chain: ['market', 'administrative'] }, [
      offer(1),
      offer(2, { serviceType: 'administrative' }),
    ])
    expect([ranked.proposed, ranked.alongside?.provider, ranked.marketAlone]).toEqual([
      'provider:1',
      'provider:2',
      false,
    ])
  })

  it('proposes nobody where only market is known', () => {
    const ranked = rank(danger, [offer(1)])
    expect([ranked.proposed, ranked.alongside, ranked.marketAlone]).toEqual([null, null, true])
    expect(names(ranked)).toEqual(['单位1'])
  })
})

describe('properties of the order', () => {
  const offers = fc
    .integer({ min: 0, max: 8 })
    .chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => anyOffer(i))))

  it('the order of providers in the input does not matter', () => {
    fc.assert(
      fc.property(
        anyWanted,
        offers.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        (wanted, [all, shuffled]) => {
          expect(rank(wanted, shuffled)).toEqual(rank(wanted, all))
        },
      ),
    )
  })

  it('the total is the sum of what stands beside it', () => {
    fc.assert(
      fc.property(anyWanted, offers, (wanted, all) => {
        for (const { score, judgements } of rank(wanted, all).candidates) expect(score).toBe(sumOf(judgements))
      }),
    )
  })

  const scoreOf = (wanted: Wanted, one: Offer): number | null => rank(wanted, [one]).candidates[0]?.score ?? null

  it('a better fact never lowers a rank', () => {
    fc.assert(
      fc.property(anyWanted, anyOffer(1), fc.constantFrom(...LADDER_NAMES), (wanted, one, name) => {
        const scores = LADDERS[name]!.steps.map((step) => scoreOf(wanted, { ...one, [name]: step }))
        const known = scores.filter((score) => score !== null)
        expect(known).toEqual(known.toSorted((a, b) => a - b))
      }),
    )
  })

  it('an unknown fact excludes nobody and costs nothing, so that it never lowers a rank', () => {
    fc.assert(
      fc.property(anyWanted, anyOffer(1), fc.constantFrom(...LADDER_NAMES), (wanted, one, name) => {
        const [before] = rank(wanted, [one]).candidates
        const [after] = rank(wanted, [{ ...one, [name]: LADDERS[name]!.unknown }]).candidates
        if (!before) return
        const points = (aspect: string): number => after!.judgements.find((each) => each.aspect === aspect)?.points ?? 0
        for (const judgement of before.judgements)
          expect(points(judgement.aspect)).toBeGreaterThanOrEqual(Math.min(0, judgement.points))
        for (const { fact, points: given } of after!.judgements) if (fact.code === 'unknown') expect(given).toBe(0)
      }),
    )
  })
})

describe('counter view', () => {
  it('hides words of the story and what only that resident would be told', () => {
    const eligibility = { minAge: 60, maxAge: null, marks: [], residence: [] }
    const routing = rank(WANTED, [
      offer(1, { eligibility, words: '插座' }),
      offer(2, { eligibility: { ...eligibility, marks: ['orphan'] } }),
    ])
    const shown = JSON.stringify(veiledRouting(routing))
    expect(shown).not.toMatch(/插座|eligible/)
    expect(JSON.stringify(routing)).toMatch(/插座/)
  })
})

it('an office of government gets no points for past work, whatever kind of service it gives (DOMAIN §4.0)', () => {
  const points = (one: Offer): number | undefined =>
    judged(WANTED, one).find(({ aspect }) => aspect === 'results')?.points
  const results = past(20, { asked: 20, solved: 20, pleased: 20 })
  expect(points(offer(1, { results, providerType: 'administrative', serviceType: 'welfare' }))).toBe(0)
  expect(points(offer(2, { results, providerType: 'welfare', serviceType: 'administrative' }))).toBeGreaterThan(0)
})
