/** A whole station looked through: the demonstration's texts name nobody, and one that does is found with its place. */
import { beforeAll, expect, test } from 'vitest'
import { entitiesOf, readCase, type Book } from '#core/book/book.ts'
import { leakFinderOf, leaksOf } from '#core/book/leaks-of.ts'
import { addWrite } from '#core/kernel/entity.ts'
import { demoBook } from '../reports/demo-papers.ts'

let book: Book
beforeAll(async () => {
  book = await demoBook()
}, 120_000)

/** As if somebody had typed it; in the scope that leaves, or the one that stays. */
function type(entity: string, field: string, text: string, scope: 'directory' | 'shared' | 'private'): void {
  const log = `0123456789abcdef/${scope}` as const
  addWrite(book.replica.entities.get(entity)!, { id: `${entity} ${field} ${scope}`, l: 1, u: 'user:demo', t: '', k: 'typed', log, n: 1, f: { [field]: text } }) // prettier-ignore
}

test('no false alarm in three hundred cases and all their providers', () => {
  expect(book.cases.length).toBeGreaterThan(100)
  expect(leaksOf(book).filter(({ sure }) => sure)).toEqual([])
})

test('a resident in the area of a provider, a requester in the category of a case; not what stays here', () => {
  const asked = book.cases.map((id) => readCase(book, id)!).find(({ fields, acts }) => [...(fields.requesterName ?? '')].length === 3 && acts.some((one) => one.type === 'classification'))! // prettier-ignore
  const name = asked.fields.requesterName!
  expect(leakFinderOf(book)(`请${name}来`)).toEqual([{ kind: 'name', words: name, sure: true }])
  const [provider = '', other = ''] = entitiesOf(book, 'provider')
  const act = asked.acts.find((one) => one.type === 'classification')!.id
  type(provider, 'area', `找${name}`, 'directory')
  type(other, 'area', `找${name}`, 'private')
  type(act, 'category', `${name}家`, 'shared')
  const found = leaksOf(book).filter(({ sure }) => sure)
  expect(found).toHaveLength(2)
  expect(found).toContainEqual({ entity: provider, case: '', number: '', field: 'area', words: [name], sure: true })
  expect(found).toContainEqual({ entity: act, case: asked.id, number: asked.fields.number, field: 'category', words: [name], sure: true }) // prettier-ignore
  expect(leaksOf(book, [provider])).toHaveLength(1)
  expect(leaksOf(book, [other])).toEqual([])
})
