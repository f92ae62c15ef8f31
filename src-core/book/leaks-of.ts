/** Which texts that may leave the station (exchange/leak-fields.ts) name somebody known here. */
import { LEAK_FIELDS } from '../exchange/leak-fields.ts'
import { leakFinder, type KnownPeople, type LeakFinder } from '../exchange/leaks.ts'
import { entityType, scopeOfLog, type EntityId } from '../kernel/event.ts'
import { entitiesOf, readCase, readEntity, readProvider, type Book } from './book.ts'
import { transferPeople } from './transfer-people.ts'

/** `words`: what was found, for the clerk's own eyes. `sure` false: perhaps only a word. */
export type LeakFound = {
  readonly entity: EntityId
  /** '' when it belongs to none. */
  readonly case: EntityId | ''
  /** Of the case. */
  readonly number: string
  readonly field: string
  readonly words: readonly string[]
  readonly sure: boolean
}

/** Made anew when anything was written; 60,000 residents and 100,000 cases: about 250 ms. */
const kept = new WeakMap<Book, { readonly revision: number; readonly find: LeakFinder }>()

/** At once: for previews, which wait for it anyway. */
export function leakFinderOf(book: Book): LeakFinder {
  const steps = leakFinderSteps(book)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same for whoever is still typing: nothing else waits for it. */
export function* leakFinderSteps(book: Book): Generator<void, LeakFinder> {
  const { revision } = book.replica
  const before = kept.get(book)
  if (before?.revision === revision) return before.find
  const find = leakFinder(yield* knownOf(book))
  kept.set(book, { revision, find })
  return find
}

const NAMES = new Set(['requesterName', 'reporterName', 'forWhom'])
const PHONES = new Set(['requesterPhone', 'reporterPhone'])

/** Entities read between two yields: about a millisecond. */
const AT_ONCE = 500

function* knownOf(book: Book): Generator<void, KnownPeople> {
  const [names, phones, ids, open] = [new Set<string>(), new Set<string>(), new Set<string>(), new Set<string>()]
  const add = (to: Set<string>, value: unknown): void =>
    void (typeof value === 'string' && value !== '' && to.add(value))
  let read = 0
  for (const id of entitiesOf(book, 'person')) {
    if (++read % AT_ONCE === 0) yield
    const person = readEntity(book, id)
    for (const field of ['name', 'guardian']) add(names, person?.[field])
    for (const field of ['phone', 'otherPhone', 'guardianPhone']) add(phones, person?.[field])
    add(ids, person?.['idNumber'])
  }
  // Whatever any write still says, not only what is shown: both sides of a conflict leave the station.
  for (const id of book.cases) {
    if (++read % AT_ONCE === 0) yield
    for (const { f } of book.replica.entities.get(id)?.writes ?? [])
      for (const field of Object.keys(f)) {
        if (NAMES.has(field)) add(names, f[field])
        else if (PHONES.has(field)) add(phones, f[field])
      }
  }
  for (const told of transferPeople(book).values()) {
    for (const name of told.names) add(names, name)
    for (const phone of told.phones) add(phones, phone)
  }
  for (const id of entitiesOf(book, 'provider')) {
    const provider = readProvider(book, id)
    for (const value of [provider?.name, provider?.publicContact, provider?.phone]) add(open, value)
  }
  for (const id of entitiesOf(book, 'site')) add(open, readEntity(book, id)?.['phone'])
  return { names, phones, ids, open }
}

/** Codes of the catalogue, and what is too short to name anybody. */
const isNoText = (text: string): boolean => text.length < 2 || /^[\x20-\x7e]{0,6}$/.test(text)

/** `only`: what leaves; everything that may leave, otherwise. Surest first. */
export function leaksOf(book: Book, only?: Iterable<EntityId>): LeakFound[] {
  const find = leakFinderOf(book)
  const seen = new Map<string, ReturnType<LeakFinder>>()
  const leaks: LeakFound[] = []
  for (const id of only ?? book.replica.entities.keys()) {
    const fields = LEAK_FIELDS[entityType(id)]
    if (!fields) continue
    for (const { f, log } of book.replica.entities.get(id)?.writes ?? []) {
      const scope = scopeOfLog(log)
      if (scope !== 'shared' && scope !== 'directory') continue
      for (const field of fields)
        for (const text of textsIn(f[field])) {
          if (isNoText(text)) continue
          let found = seen.get(text)
          if (!found) seen.set(text, (found = find(text)))
          if (found.length === 0) continue
          const about = f['case'] ?? readEntity(book, id)?.['case']
          const file = typeof about === 'string' ? readCase(book, about) : null
          leaks.push({
            entity: id,
            case: file?.id ?? '',
            number: file?.fields.number ?? '',
            field,
            words: found.map(({ words }) => words),
            sure: found.some(({ sure }) => sure),
          })
        }
    }
  }
  return leaks.toSorted((a, b) => Number(b.sure) - Number(a.sure))
}

const textsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
