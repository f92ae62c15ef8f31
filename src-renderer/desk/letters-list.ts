/** 往来公文 as its screens show them. */
import { catalogueOf } from '#core/book/catalogue-of.ts'
import type { Book } from '#core/book/book.ts'
import { lettersOf, type Letters, type LetterStands } from '#core/exchange/letters/letter-states.ts'
import type { EntityId } from '#core/kernel/event.ts'
import type { Moment } from '#core/lib/time.ts'
import { nameIn } from '#core/peer/houses.ts'
import { readBody } from '#core/peer/letter-bodies.ts'
import { sourceOf } from '#core/book/station-of.ts'
import type { LetterLine, LetterPage, LetterQuery, LetterView } from './stations-shapes.ts'

const kept = new WeakMap<Book, { readonly key: string; readonly letters: Letters }>()

/** Anew only when a letter or a bundle record changed. */
export function lettersIn(book: Book): Letters {
  const key = `${book.changes.get('letter') ?? 0} ${book.changes.get('bundle') ?? 0}`
  const before = kept.get(book)
  if (before?.key === key) return before.letters
  const letters = lettersOf(sourceOf(book))
  kept.set(book, { key, letters })
  return letters
}

const DONE: ReadonlySet<string> = new Set(['answered', 'done', 'kept'])
/** It left our hands: who wrote it need not see to it any more. */
const THERE: ReadonlySet<string> = new Set(['arrived', 'handed-on'])
/** Ours that ask for something and have no answer; theirs that want ours. */
const isOpen = ({ state, dueAt, letter }: LetterStands): boolean =>
  state === 'to-do' || (letter.direction === 'out' && !DONE.has(state) && (dueAt !== null || !THERE.has(state)))

/** What wants something of us first, by its day; then the newest. */
export function letterPage(book: Book, { list, peer, offset, count }: LetterQuery, now: Moment): LetterPage {
  const { all } = lettersIn(book)
  const mine = peer === undefined ? all : all.filter(({ letter }) => letter.peer === peer)
  const shown = mine
    .filter((one) => list === 'all' || (list === 'to-do' ? one.state === 'to-do' : isOpen(one)))
    .toSorted((a, b) => Number(b.state === 'to-do') - Number(a.state === 'to-do') || byDay(a, b))
  return {
    rows: shown.slice(offset, offset + count).map((one) => lineOf(book, one, now)),
    total: shown.length,
    toDo: mine.filter(({ state }) => state === 'to-do').length,
  }
}

function byDay(a: LetterStands, b: LetterStands): number {
  const [one, other] = a.state === 'to-do' && b.state === 'to-do' ? [a.dueAt ?? '9', b.dueAt ?? '9'] : [b.letter.at, a.letter.at] // prettier-ignore
  return one < other ? -1 : one > other ? 1 : a.id < b.id ? -1 : 1
}

export const isLate = ({ state, dueAt }: LetterStands, now: Moment): boolean =>
  dueAt !== null && dueAt < now && state !== 'answered' && state !== 'done'

function lineOf(book: Book, one: LetterStands, now: Moment): LetterLine {
  const { id, letter, state, dueAt } = one
  const { direction, kind, peer, at, body, case: about } = letter
  const text = (field: string): string => (typeof body[field] === 'string' ? body[field] : '')
  return {
    id,
    direction: direction === 'in' ? 'in' : 'out',
    kind,
    peer,
    peerName: nameIn(sourceOf(book), peer),
    state,
    at,
    dueAt,
    late: isLate(one, now),
    case: about,
    isHere: about !== '' && book.caseSet.has(about),
    number: text('number'),
    words: text('demand') || text('note'),
  }
}

/** Null for one that is not here. */
export function letterView(book: Book, id: EntityId, now: Moment): LetterView | null {
  const letters = lettersIn(book)
  const found = letters.get(id)
  if (!found) return null
  const { letter } = found
  const category = letter.body['category']
  return {
    ...lineOf(book, found, now),
    body: letter.body,
    isReadable: readBody(letter.kind, letter.body) !== null,
    leaf: (typeof category === 'string' && catalogueOf(book, now).leaf(category)?.name) || null,
    thread: threadOf(letters, found).map((one) => lineOf(book, one, now)),
    sentAt: found.sentAt,
    answeredAt: found.answeredAt,
  }
}

function threadOf(letters: Letters, one: LetterStands): LetterStands[] {
  let first = one
  for (let before = letters.get(first.letter.answers); before; before = letters.get(first.letter.answers))
    first = before
  const out: LetterStands[] = []
  const add = (of: LetterStands): void => {
    out.push(of)
    for (const answer of letters.answersTo(of.id)) add(answer)
  }
  add(first)
  return out.toSorted((a, b) => (a.letter.at < b.letter.at ? -1 : a.letter.at > b.letter.at ? 1 : 0))
}
