/** Who is one person and who is two, and that the order of the requests does not matter. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { knownPeople, phoneTail, type KnownPeople, type Requester } from '#core/person/known-people.ts'

const asked = (name: string, phone: string, place: string, at = 0): Requester => ({ name, phone, place, at })

/** Requests of each person, by the words that show them. */
const groups = (requesters: readonly (Requester | null)[]): string[] =>
  knownPeople(requesters)
    .people.map(({ name, phone, place, requests }) => `${name}/${phone}/${place}: ${requests.join(',')}`)
    .toSorted()

test('one name and one number is one person, however it was typed; the newest place is shown', () => {
  expect(
    groups([
      asked('王素兰', '13812342764', '3号楼2单元101', 1),
      asked('王 素兰', '138-1234 2764', '', 3),
      asked('王素兰', '13812342764', '5号楼1单元', 2),
    ]),
  ).toEqual(['王素兰/13812342764/5号楼1单元: 0,1,2'])
})

test('one number in a family, one name in two families', () => {
  expect(groups([asked('王素兰', '1', 'a'), asked('李国强', '1', 'a'), asked('王素兰', '2', 'b')])).toEqual([
    '李国强/1/a: 1',
    '王素兰/1/a: 0',
    '王素兰/2/b: 2',
  ])
})

test('without a number: the one person of that name at that place, never one of two', () => {
  expect(groups([asked('王素兰', '', '3-2-101'), asked('王素兰', '1', '3-2-101'), asked('王素兰', '', '')])).toEqual([
    '王素兰//: 2',
    '王素兰/1/3-2-101: 0,1',
  ])
  expect(groups([asked('王素兰', '1', 'a'), asked('王素兰', '2', 'a'), asked('王素兰', '', 'a')])).toEqual([
    '王素兰//a: 2',
    '王素兰/1/a: 0',
    '王素兰/2/a: 1',
  ])
})

test('nobody and nameless are no persons', () => {
  const { people, personOf } = knownPeople([null, asked('', '1', 'a'), asked('王素兰', '', '')])
  expect(people).toHaveLength(1)
  expect([...personOf]).toEqual([-1, -1, 0])
})

test('any order of the same requests gives the same people', () => {
  const requester = fc.record({
    name: fc.constantFrom('王素兰', '李国强'),
    phone: fc.constantFrom('', '1', '2'),
    place: fc.constantFrom('', 'a', 'b'),
    at: fc.integer({ min: 0, max: 1000 }),
  })
  const told = (requesters: readonly Requester[]): string[] =>
    knownPeople(requesters)
      .people.map(({ name, phone, requests, lastAt }) => {
        const times = requests.map((row) => requesters[row]!.at).toSorted((a, b) => a - b)
        return `${name}/${phone}/${lastAt}: ${times.join(',')}`
      })
      .toSorted()
  fc.assert(
    fc.property(fc.array(requester, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (requesters, luck) => {
      const shuffled = requesters
        .map((one) => [luck.next().value!, one] as const)
        .toSorted(([a], [b]) => a - b)
        .map(([, one]) => one)
      expect(told(shuffled)).toEqual(told(requesters))
    }),
  )
})

test('one more request gives the same people as all of them together', () => {
  const requester = fc.record({
    name: fc.constantFrom('王素兰', '李国强', ''),
    phone: fc.constantFrom('', '1', '2'),
    place: fc.constantFrom('', 'a', 'b'),
    at: fc.integer({ min: 0, max: 1000 }),
  })
  const told = ({ people, personOf }: KnownPeople): string[] =>
    [...personOf].map((person) => {
      if (person < 0) return '-'
      const { name, phone, place, requests, lastAt } = people[person]!
      return `${name}/${phone}/${place}/${lastAt}: ${requests.join(',')}`
    })
  let added = 0
  fc.assert(
    fc.property(fc.array(fc.option(requester), { maxLength: 12 }), fc.nat({ max: 6 }), (all, first) => {
      const requesters = all.slice(0, first)
      const known = knownPeople(requesters)
      for (const one of all.slice(first)) {
        requesters.push(one)
        if (!known.add(one)) return
        added += 1
      }
      expect(told(known)).toEqual(told(knownPeople(all)))
    }),
  )
  expect(added).toBeGreaterThan(50)
})

test('the tail of a number; a short one shows nothing', () => {
  expect(phoneTail('13812342764')).toBe('2764')
  expect(phoneTail('120')).toBe('')
})
