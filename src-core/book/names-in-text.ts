/** Whether words that will leave the house name somebody: asked while they are typed. */
import { leakFinder } from '../exchange/leaks.ts'
import type { EntityId } from '../kernel/event.ts'
import { readCase, readEntity, type Book } from './book.ts'
import { leakFinderSteps } from './leaks-of.ts'
import { transferPeople } from './transfer-people.ts'

/** Of words about no case (a note in the directory, a general order): whoever is known here, and no perhapses. In steps of a millisecond. */
export function* namesAnywhere(book: Book, text: string): Generator<void, readonly string[]> {
  const find = yield* leakFinderSteps(book)
  return find(text).flatMap(({ words, sure }) => (sure ? [words] : []))
}

/** About a case its own people alone; of one of a house below, those whom a transfer named. The words found: names, telephone and identity numbers of whoever asked, reported, or is concerned. Sure ones and perhapses. */
export function namesInText(book: Book, about: EntityId, text: string): readonly string[] {
  const file = readCase(book, about)
  if (!file) return []
  const { requesterName, reporterName, forWhom, requesterPhone, reporterPhone, person, forPerson } = file.fields
  const people = [person, forPerson].flatMap((id) => (id ? [readEntity(book, id) ?? {}] : []))
  const told = (...fields: readonly string[]): string[] =>
    people.flatMap((one) => fields.flatMap((field) => (typeof one[field] === 'string' ? [one[field]] : [])))
  const known = (...words: readonly (string | undefined)[]): string[] => words.flatMap((one) => one || [])
  const transferred = transferPeople(book).get(about)
  const find = leakFinder({
    names: [...known(requesterName, reporterName, forWhom), ...told('name', 'guardian'), ...(transferred?.names ?? [])],
    phones: [
      ...known(requesterPhone, reporterPhone),
      ...told('phone', 'otherPhone', 'guardianPhone'),
      ...(transferred?.phones ?? []),
    ],
    ids: told('idNumber'),
    open: [],
  })
  return [...new Set(find(text).map(({ words }) => words))]
}
