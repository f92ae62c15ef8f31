/** Whether words that will leave the house name one of a case's own people: asked while somebody types, so it looks at nobody else. */
import { leakFinder } from '../exchange/leaks.ts'
import type { EntityId } from '../kernel/event.ts'
import { readCase, readEntity, type Book } from './book.ts'

/** The words found: names, telephone and identity numbers of whoever asked, reported, or is concerned. Sure ones and perhapses. */
export function namesInText(book: Book, about: EntityId, text: string): readonly string[] {
  const file = readCase(book, about)
  if (!file) return []
  const { requesterName, reporterName, forWhom, requesterPhone, reporterPhone, person, forPerson } = file.fields
  const people = [person, forPerson].flatMap((id) => (id ? [readEntity(book, id) ?? {}] : []))
  const told = (...fields: readonly string[]): string[] =>
    people.flatMap((one) => fields.flatMap((field) => (typeof one[field] === 'string' ? [one[field]] : [])))
  const known = (...words: readonly (string | undefined)[]): string[] => words.flatMap((one) => one || [])
  const find = leakFinder({
    names: [...known(requesterName, reporterName, forWhom), ...told('name', 'guardian')],
    phones: [...known(requesterPhone, reporterPhone), ...told('phone', 'otherPhone', 'guardianPhone')],
    ids: told('idNumber'),
    open: [],
  })
  return [...new Set(find(text).map(({ words }) => words))]
}
