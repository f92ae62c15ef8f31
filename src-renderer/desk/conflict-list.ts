/** 待核对 as a person reads it: names for ids, who wrote what on which PC, and what each had of the other. */
import { entitiesOf, readCase, readEntity, readProvider, userName, type Book } from '#core/book/book.ts'
import { arrivalsIn, caseOf, differencesIn, inOrder, readDifferences } from '#core/book/differences-in.ts'
import { readingOf } from '#core/book/reading.ts'
import { everyAct, type Act } from '#core/case-file/case-file.ts'
import { LIMIT_FOLLOWS } from '#core/exchange/conflicts/field-groups.ts'
import { takesWords } from '#core/exchange/conflicts/field-shapes.ts'
import { hadSeen, hadThis, type HadSeen } from '#core/exchange/conflicts/had-seen.ts'
import {
  keyOf,
  writerOf,
  writersOf,
  type ActSaid,
  type Difference,
  type DifferenceKind,
  type FieldDifference,
  type PersonDifference,
  type Version,
  type Writer,
} from '#core/exchange/conflicts/difference.ts'
import { mayNote } from '#core/exchange/conflicts/resolve-conflict.ts'
import { trustOf } from '#core/exchange/trust/trust-of.ts'
import type { Trust } from '#core/exchange/trust/trust.ts'
import { entityType, type EntityId } from '#core/kernel/event.ts'
import { inSteps } from './in-steps.ts'
import { allTwins } from './people-twins.ts'
import type { DeskState } from './state.ts'

/** A PC as people call it; `name` is '' for one that no known house has let in. */
export type PcShown = {
  readonly id: string
  readonly name: string
  readonly letter: string
  /** Of another house: its name; '' for our own. */
  readonly house: string
  /** The one whose screen this is. */
  readonly here: boolean
}
export type WriterShown = {
  readonly name: string
  readonly at: string
  readonly pc: PcShown
  /** What it had of each of the others. */
  readonly had: readonly { readonly of: PcShown; readonly seen: HadSeen }[]
}
export type VersionShown = Omit<Version, 'writers'> & {
  /** Ids among the values, as people call them. */
  readonly names: Readonly<Record<string, string>>
  readonly writers: readonly WriterShown[]
  /** Names the version to resolve-conflict. */
  readonly keep: string
}
/** What an act says, as far as it can be told in a line: a provider's name, a code of its type, words. */
export type ActShown = {
  readonly act: EntityId
  readonly type: string
  readonly provider: string
  readonly code: string
  readonly words: string
  readonly answered: boolean
  readonly writer: WriterShown
}
export type DifferenceShown = {
  readonly key: string
  readonly kind: DifferenceKind
  readonly case: { readonly id: EntityId; readonly number: string; readonly title: string } | null
  /** Of a field: what it belongs to. */
  readonly entity: EntityId
  readonly type: string
  readonly name: string
  readonly fields: readonly string[]
  readonly versions: readonly VersionShown[]
  readonly heads: readonly string[]
  readonly mayNote: boolean
  readonly mayType: boolean
  /** Follows from other fields: whichever is chosen, it is reckoned anew. */
  readonly reckoned: boolean
  readonly acts: readonly ActShown[]
  /** What was taken back, of 'withdrawn-continued'. */
  readonly withdrawn: string
  readonly pc: PcShown | null
  readonly people: readonly { readonly id: EntityId; readonly name: string; readonly place: string; readonly writer: WriterShown }[] // prettier-ignore
}
export type DifferencePage = {
  readonly rows: readonly DifferenceShown[]
  readonly total: number
  readonly counts: Readonly<Partial<Record<DifferenceKind, number>>>
  /** PCs that have part in a difference of a field: to choose from in a rule. */
  readonly pcs: readonly PcShown[]
}

export type Viewing = { readonly state: DeskState; readonly device: string }

/** Everything there is, in its order. What is looked at anew is read in steps: a save at the counter goes between. */
export async function listDifferences({ state }: Viewing): Promise<readonly Difference[]> {
  const { book } = state
  await inSteps(readDifferences(book))
  const trust = trustIn(book)
  const isOver = (pc: string): boolean => trust.isRevoked(pc) || Boolean(readEntity(book, `device:${pc}`)?.['retired'])
  return inOrder([...differencesIn(book, isOver), ...(await personsIn(book))])
}

const trusts = new WeakMap<Book, { readonly changes: string; readonly trust: Trust }>()

/** Signatures are checked once for each set of statements. */
export function trustIn(book: Book): Trust {
  const changes = ['device', 'peer', 'station'].map((type) => book.changes.get(type) ?? 0).join(' ')
  const known = trusts.get(book)
  if (known?.changes === changes) return known.trust
  const trust = trustOf(readingOf(book, ''), null, (book.own ?? book.station ?? '').replace(/^\w+:/, ''))
  trusts.set(book, { changes, trust })
  return trust
}

const isOurs =
  (book: Book, trust: Trust) =>
  (pc: string): boolean =>
    (trust.houseOf(pc) ?? (book.replica.inPart.has(pc) ? '' : trust.house)) === trust.house

const pairs = new WeakMap<Book, { readonly changes: string; readonly found: readonly PersonDifference[] }>()

/** Residents entered twice: looked for where two PCs have entered residents, and again only when these changed. */
async function personsIn(book: Book): Promise<readonly PersonDifference[]> {
  const changes = ['person', 'person-merge', 'person-apart', 'bundle'].map((type) => book.changes.get(type) ?? 0).join(' ') // prettier-ignore
  const known = pairs.get(book)
  if (known?.changes === changes) return known.found
  const trust = trustIn(book)
  const found = havePersonsOfTwo(book) ? (await allTwins(book)).flatMap((pair) => personDifference(book, trust, pair)) : [] // prettier-ignore
  pairs.set(book, { changes, found })
  return found
}

function havePersonsOfTwo(book: Book): boolean {
  let first: string | undefined
  for (const id of entitiesOf(book, 'person')) {
    const pc = enteredBy(book, id)?.pc
    if (pc === undefined || pc === first) continue
    if (first !== undefined) return true
    first = pc
  }
  return false
}

function enteredBy(book: Book, id: EntityId): Writer | null {
  const writes = book.replica.entities.get(id)?.writes ?? []
  const first = writes.reduce<(typeof writes)[number] | null>((least, one) => (least && least.l <= one.l ? least : one), null) // prettier-ignore
  return first && writerOf(first)
}

/** Two PCs, neither of which had the other's entry: whoever had it was asked at entry, and said no. */
function personDifference(
  book: Book,
  trust: Trust,
  { one, other, likeness }: Awaited<ReturnType<typeof allTwins>>[number],
): PersonDifference[] {
  const writers = [enteredBy(book, one), enteredBy(book, other)]
  const [a, b] = writers
  if (!likeness.likely || !a || !b || a.pc === b.pc) return []
  const ours = isOurs(book, trust)
  if (hadThis(arrivalsIn(book), a, b, ours) === true || hadThis(arrivalsIn(book), b, a, ours) === true) return []
  return [{ kind: 'same-person', key: keyOf('same-person', ...[one, other].toSorted()), one, other, writers: [a, b] }]
}

export async function differencePage(viewing: Viewing, query: DifferenceQuery): Promise<DifferencePage> {
  const all = await listDifferences(viewing)
  const counts: Partial<Record<DifferenceKind, number>> = {}
  for (const { kind } of all) counts[kind] = (counts[kind] ?? 0) + 1
  const { book } = viewing.state
  const wanted = all.filter(
    (one) => (!query.kind || one.kind === query.kind) && (!query.case || caseOf(book, one) === query.case),
  )
  const show = shower(viewing)
  const pcs = new Set(all.flatMap((one) => (one.kind === 'field' ? writersOf(one).map(({ pc }) => pc) : [])))
  return {
    rows: wanted.slice(query.offset, query.offset + query.limit).map(show.difference),
    total: wanted.length,
    counts,
    pcs: [...pcs].map(show.pc).toSorted((x, y) => (x.id < y.id ? -1 : 1)),
  }
}

export type DifferenceQuery = {
  readonly kind?: DifferenceKind | undefined
  readonly case?: EntityId | undefined
  readonly offset: number
  readonly limit: number
}

export function shower({ state: { book }, device }: Viewing) {
  const trust = trustIn(book)
  const arrivals = arrivalsIn(book)
  const ours = isOurs(book, trust)

  const pc = (id: string): PcShown => {
    const grant = trust.grantOf(id)
    const house = trust.houseOf(id)
    const name = house === null || house === trust.house ? '' : (trust.houses.get(house)?.name ?? '')
    return { id, name: trust.nameOf(id), letter: grant?.letter ?? '', house: name, here: id === device }
  }
  const writer = (of: Writer, others: readonly Writer[]): WriterShown => ({
    name: userName(book, of.user),
    at: of.at,
    pc: pc(of.pc),
    had: [...new Set(others.map((other) => other.pc))].flatMap((other) =>
      other === of.pc ? [] : [{ of: pc(other), seen: hadSeen(arrivals, of, other, ours) }],
    ),
  })

  function difference(of: Difference): DifferenceShown {
    const caseId = caseOf(book, of)
    const file = caseId === null ? null : readEntity(book, caseId)
    const entity = of.kind === 'field' ? of.entity : of.kind === 'same-person' ? of.one : (caseId ?? '')
    const all = writersOf(of)
    return {
      key: of.key,
      kind: of.kind,
      case: caseId ? { id: caseId, number: text(file?.['number']), title: text(file?.['title']) } : null,
      entity,
      type: entityType(entity),
      name: nameOf(book, entity),
      fields: of.kind === 'field' ? of.fields : [],
      versions: of.kind === 'field' ? of.versions.map((one) => version(of, one, all)) : [],
      heads: of.kind === 'field' ? of.heads : [],
      mayNote: of.kind === 'field' && mayNote(book.replica.entities.get(of.entity)!, of),
      mayType: of.kind === 'field' && of.fields.every((field) => takesWords(of.entity, field)),
      reckoned: of.kind === 'field' && of.fields.every((field) => LIMIT_FOLLOWS.has(field)) && type(of) === 'case',
      acts: 'acts' in of ? acts(caseId!, of.acts) : [],
      withdrawn: of.kind === 'withdrawn-continued' ? entityType(of.withdrawn) : '',
      pc: of.kind === 'clone' ? pc(of.pc) : null,
      people:
        of.kind === 'same-person' ? [of.one, of.other].map((id, i) => person(id, of.writers[i]!, of.writers)) : [],
    }
  }
  const type = (of: FieldDifference): string => entityType(of.entity)

  const version = (_of: FieldDifference, one: Version, all: readonly Writer[]): VersionShown => ({
    values: one.values,
    shown: one.shown,
    names: Object.fromEntries(Object.values(one.values).flatMap((value) => (isId(value) ? [[value, nameOf(book, value)]] : []))), // prettier-ignore
    writers: one.writers.map((by) => writer(by, all.filter((other) => !one.writers.includes(other)))), // prettier-ignore
    keep: one.writers[0]!.write,
  })

  function acts(id: EntityId, said: readonly ActSaid[]): ActShown[] {
    const file = readCase(book, id)
    const known = new Map((file ? everyAct(file) : []).map((act) => [act.id, act] as const))
    const all = said.map((one) => one.writer)
    return said.map(({ act, writer: by }) => ({
      act,
      type: entityType(act),
      ...lineOf(book, known.get(act)),
      answered: [...known.values()].some((one) => one.type === 'referral-step' && one.referral === act),
      writer: writer(by, all.filter((other) => other !== by)), // prettier-ignore
    }))
  }

  const person = (id: EntityId, by: Writer, all: readonly Writer[]) => ({
    id,
    name: nameOf(book, id),
    place: text(readEntity(book, id)?.['placeWords']),
    writer: writer(by, all.filter((other) => other !== by)), // prettier-ignore
  })

  return { difference, pc }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const isId = (value: unknown): value is EntityId => typeof value === 'string' && /^[a-z-]+:[0-9A-Za-z._-]{1,80}$/.test(value) // prettier-ignore

/** The first of these that says something. To add one: how a type calls its entities. */
const NAMES = ['name', 'title', 'number', 'placeWords', 'words', 'code'] as const

function nameOf(book: Book, id: EntityId): string {
  const fields = readEntity(book, id)
  for (const field of NAMES) if (text(fields?.[field]) !== '') return text(fields?.[field])
  return ''
}

function lineOf(book: Book, act: Act | undefined): Pick<ActShown, 'provider' | 'code' | 'words'> {
  if (!act) return { provider: '', code: '', words: '' }
  const fields = act as unknown as Readonly<Record<string, unknown>>
  const order = act.type === 'referral' ? act.provider : text(fields['provider'])
  return {
    provider: order === '' ? '' : (readProvider(book, order)?.name ?? ''),
    code: text(fields['outcome']) || text(fields['step']) || text(fields['kind']),
    words: text(fields['note']) || text(fields['content']),
  }
}
