import fc from 'fast-check'
import { expect, test } from 'vitest'
import { personCard, type PersonCard } from '#core/person/fields.ts'
import { mergedPerson, personGroups, type Merge } from '#core/person/merged-people.ts'

const PEOPLE = ['person:a', 'person:b', 'person:c', 'person:d', 'person:e']
const card = (id: string, fields: Partial<PersonCard> = {}): PersonCard => personCard(id, { name: id, ...fields })

const merge = fc.record({ keep: fc.constantFrom(...PEOPLE), drop: fc.constantFrom(...PEOPLE) })
const merges = fc.array(merge, { maxLength: 8 }).map((list) => list.map((one, i): Merge => ({ ...one, id: `person-merge:${i}` }))) // prettier-ignore
const shown = (list: readonly Merge[]) => {
  const groups = personGroups(list)
  return PEOPLE.map((id) => [groups.rootOf(id), groups.membersOf(id), groups.mergesOf(id)])
}

test('un-merging restores both: any merges with one undone show what they would show without it', () => {
  fc.assert(
    fc.property(merges, merge, (before, one) => {
      const undone: Merge = { ...one, id: 'person-merge:x', undoneAt: '2026-11-22T09:00:00+08:00' }
      expect(shown([...before, undone])).toEqual(shown(before))
    }),
  )
})

test('the order in which merges arrive changes nothing, and everybody is in one group with one root', () => {
  fc.assert(
    fc.property(merges, fc.integer(), (list, seed) => {
      const other = list.toSorted((a, b) => ((a.id.charCodeAt(13) * (seed | 1)) % 7) - ((b.id.charCodeAt(13) * (seed | 1)) % 7)) // prettier-ignore
      expect(shown(other)).toEqual(shown(list))
      const groups = personGroups(list)
      for (const id of PEOPLE) {
        expect(groups.membersOf(groups.rootOf(id))).toContain(id)
        expect(groups.rootOf(groups.rootOf(id))).toBe(groups.rootOf(id))
      }
      for (const { keep, drop } of list) expect(groups.rootOf(keep)).toBe(groups.rootOf(drop))
    }),
  )
})

test('nothing is deleted: the view takes the union, and shows both values where they differ', () => {
  const one = card('person:a', { name: '王素兰', phone: '13812342764', marks: ['living-alone'], birthDate: '' })
  const other = card('person:b', { name: '王淑兰', phone: '13812342764', marks: ['low-income', 'living-alone'], birthDate: '1949-12-31', note: '老伴姓李' }) // prettier-ignore
  const merged = mergedPerson([one, other])
  expect(merged.card).toMatchObject({ id: 'person:a', name: '王素兰', birthDate: '1949-12-31', note: '老伴姓李', marks: ['living-alone', 'low-income'] }) // prettier-ignore
  expect(merged.differ).toEqual([{ field: 'name', values: ['王素兰', '王淑兰'] }])
  expect(mergedPerson([one])).toEqual({ card: one, differ: [] })
})

test('every value of both is in the union or among what differs', () => {
  const value = fc.constantFrom('', '甲', '乙', '丙')
  fc.assert(
    fc.property(value, value, value, value, (a, b, c, d) => {
      const two = [card('person:a', { name: a, note: b }), card('person:b', { name: c, note: d })]
      const { card: union, differ } = mergedPerson(two)
      for (const field of ['name', 'note'] as const) {
        const told = [union[field], ...(differ.find((one) => one.field === field)?.values ?? [])]
        for (const member of two) if (member[field] !== '') expect(told).toContain(member[field])
      }
    }),
  )
})
