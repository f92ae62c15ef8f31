/**
 * Whom a survey may ask, out of the book: each person once, however many cases or entries they have. The desk and `linwu` draw
 * from this one list. Nobody who reported (举报) or wants no name is in it, nobody who moved away or died.
 */
import { readCase, readEntity, entitiesOf, type Book } from './book.ts'
import { madeOf } from './made-of.ts'
import { placeTreeOf } from './place-tree-of.ts'
import { factsOf, type RoundFacts } from '../figures/round-facts.ts'
import { value, type Entity } from '../kernel/entity.ts'
import { phoneDigits } from '../lib/phone.ts'
import { addDays, atTime } from '../lib/time.ts'
import { personCard, type PersonCard, type PersonMergeFields } from '../person/fields.ts'
import { knownPeople, type Requester } from '../person/known-people.ts'
import { suggestedTier } from '../person/marks.ts'
import { mergedPerson, personGroups, type PersonGroups } from '../person/merged-people.ts'
import type { PlaceTree } from '../place/place-tree.ts'
import { BLANK_MEMBER, type MemberFields } from '../provider/member.ts'
import type { Drawn, Population, Strata } from '../survey/fields.ts'

export const personGroupsOf = madeOf('person-merge', (all) =>
  personGroups(all as unknown as (PersonMergeFields & { id: string })[]),
)

/** Cases looked at between two breaths: about 5 ms. */
const AT_ONCE = 2_000
const PEOPLE_AT_ONCE = 2_000

/** Runs to its end at once: for `linwu` and tests. */
export function populationOf(book: Book, population: Population, strata: Strata): Drawn[] {
  const steps = populationSteps(book, population, strata)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same in portions of about 10 ms: whoever runs it may let others in at each of them. Sorted by id. */
export function* populationSteps(book: Book, population: Population, strata: Strata): Generator<void, Drawn[]> {
  const found =
    population.of === 'cases'
      ? yield* askers(book, population, strata)
      : population.of === 'residents'
        ? yield* residents(book, population, strata)
        : members(book, population, strata)
  return found.toSorted((a, b) => (a.unit < b.unit ? -1 : 1))
}

type Of<K extends Population['of']> = Extract<Population, { of: K }>

const neighbourhoodIn = (tree: PlaceTree, placeId: string | null | undefined, words: string): string => {
  const id = placeId || tree.findByWords(words)
  return (id && tree.pathOf(id).find(({ kind }) => kind === 'neighbourhood')?.id) || ''
}

function* residents(book: Book, { place, marks, tier }: Of<'residents'>, strata: Strata): Generator<void, Drawn[]> {
  const tree = placeTreeOf(book)
  const groups = personGroupsOf(book)
  const out: Drawn[] = []
  let seen = 0
  for (const id of entitiesOf(book, 'person')) {
    if (++seen % PEOPLE_AT_ONCE === 0) yield
    if (groups.rootOf(id) !== id) continue
    const card = whole(book, groups, id)
    if (!card || card.left) continue
    const home = card.place || tree.findByWords(card.placeWords)
    if (place && !(home && tree.within(home, place))) continue
    if (marks && marks.length > 0 && !marks.some((mark) => card.marks.includes(mark))) continue
    if (tier && (card.tier || suggestedTier(card.marks)) !== tier) continue
    out.push({ unit: id, stratum: strata.by === 'place' ? neighbourhoodIn(tree, home, '') : '' })
  }
  return out
}

/** Every entry of a person as one; null when none is there. */
function whole(book: Book, groups: PersonGroups, id: string): PersonCard | null {
  const cards = groups.membersOf(id).flatMap((one) => {
    const fields = readEntity(book, one)
    return fields ? [personCard(one, fields)] : []
  })
  return cards.length === 0 ? null : mergedPerson(cards).card
}

function members(book: Book, { kind, provider }: Of<'members'>, strata: Strata): Drawn[] {
  const out: Drawn[] = []
  for (const id of entitiesOf(book, 'member')) {
    const member = { ...BLANK_MEMBER, ...readEntity(book, id) } as unknown as MemberFields
    if (member.leftAt || (kind && member.kind !== kind) || (provider && member.provider !== provider)) continue
    out.push({ unit: id, stratum: strata.by === 'provider' ? member.provider : '' })
  }
  return out
}

/** Whoever asked in a case that was closed in the period; asked for the last one of theirs that fits. */
function* askers(book: Book, population: Of<'cases'>, strata: Strata): Generator<void, Drawn[]> {
  const tree = placeTreeOf(book)
  const period = { from: atTime(population.from, '00:00:00'), until: atTime(addDays(population.until, 1), '00:00:00') }
  const fitting: RoundFacts[] = []
  let seen = 0
  for (const id of book.cases) {
    if (++seen % AT_ONCE === 0) yield
    if (!isClosedIn(book, id, period)) continue
    const file = readCase(book, id)!
    if (file.fields.requestKind === 'report' || file.fields.anonymous === true) continue
    for (const round of factsOf(file)) if (fits(round, population, period, tree)) fitting.push(round)
  }
  yield
  const unitOf = yield* whoAsked(book)
  yield
  const last = new Map<string, RoundFacts>()
  for (const round of fitting) {
    const unit = unitOf(round.case)
    if (unit === null) continue
    const before = last.get(unit)
    if (!before || isLater(round, before)) last.set(unit, round)
  }
  return [...last].map(([unit, round]) => ({
    unit,
    stratum: stratumOf(round, strata, tree),
    case: round.case,
    ...(round.provider && { provider: round.provider }),
    ...(round.serviceType && { serviceType: round.serviceType }),
  }))
}

const isLater = (a: RoundFacts, b: RoundFacts): boolean =>
  a.closedAt === b.closedAt ? a.case > b.case : (a.closedAt ?? '') > (b.closedAt ?? '')

type Span = { readonly from: string; readonly until: string }

/** Some closing act of the case lies in the period: most cases need no more than this look. */
const isClosedIn = (book: Book, id: string, { from, until }: Span): boolean =>
  (book.children.get(id) ?? []).some((child) => {
    if (!child.startsWith('closing:')) return false
    const at = textOf(book.replica.entities.get(child), 'at')
    return at >= from && at < until
  })

function fits(round: RoundFacts, want: Of<'cases'>, { from, until }: Span, tree: PlaceTree): boolean {
  const { closedAt, provider, serviceType, category, placeId, place } = round
  if (closedAt === null || closedAt < from || closedAt >= until) return false
  if (want.provider && provider !== want.provider) return false
  if (want.serviceType && serviceType !== want.serviceType) return false
  if (want.category && !category.startsWith(want.category)) return false
  if (!want.place) return true
  const at = placeId || tree.findByWords(place)
  return at !== null && tree.within(at, want.place)
}

function stratumOf(round: RoundFacts, { by }: Strata, tree: PlaceTree): string {
  if (by === 'service-type') return round.serviceType ?? ''
  if (by === 'provider') return round.provider ?? ''
  return by === 'place' ? neighbourhoodIn(tree, round.placeId, round.place) : ''
}

const textOf = (entity: Entity | undefined, field: string): string => {
  const found = entity && value(entity, field)
  return typeof found === 'string' ? found : ''
}
const squeezed = (name: string): string => name.replace(/\s+/g, '')

/**
 * Case → who asked: the resident it names; else the one resident of that name and phone; else the smallest id among the cases of
 * somebody known from requests alone. The same on every PC, whatever came first. Null for nobody to be visited.
 */
function* whoAsked(book: Book): Generator<void, (caseId: string) => string | null> {
  const groups = personGroupsOf(book)
  const requesters: (Requester | null)[] = []
  const rowOf = new Map<string, number>()
  for (const id of book.cases) {
    if (requesters.length % AT_ONCE === AT_ONCE - 1) yield
    const entity = book.replica.entities.get(id)!
    const name = textOf(entity, 'requesterName').trim()
    const isHidden = textOf(entity, 'requestKind') === 'report' || value(entity, 'anonymous') === true
    rowOf.set(id, requesters.length)
    const person = textOf(entity, 'person')
    requesters.push(isHidden || name === '' ? null : { name, phone: textOf(entity, 'requesterPhone').trim(), place: textOf(entity, 'place').trim(), at: 0, ...(person && { person }) }) // prettier-ignore
  }
  yield
  const known = knownPeople(requesters)
  yield
  /** Digits → roots with the names of their entries; whoever left is not there. */
  const byPhone = new Map<string, Map<string, Set<string>>>()
  const left = new Set<string>()
  let seen = 0
  for (const id of entitiesOf(book, 'person')) {
    if (++seen % PEOPLE_AT_ONCE === 0) yield
    const entity = book.replica.entities.get(id)!
    const root = groups.rootOf(id)
    if (textOf(entity, 'left') !== '') left.add(root)
    for (const field of ['phone', 'otherPhone']) {
      const digits = phoneDigits(textOf(entity, field))
      if (digits === '') continue
      const there = byPhone.get(digits) ?? new Map<string, Set<string>>()
      byPhone.set(digits, there)
      for (const member of groups.membersOf(id)) {
        const name = squeezed(textOf(book.replica.entities.get(member), 'name'))
        there.set(root, (there.get(root) ?? new Set()).add(name))
      }
    }
  }
  const linked = (row: number): string | null => {
    const person = requesters[row]?.person
    if (!person) return null
    const root = groups.rootOf(person)
    return book.replica.entities.has(root) ? root : null
  }
  yield
  const unitOfGroup = known.people.map(({ name, phone, requests }) => {
    const named = new Set(requests.map(linked).filter((root) => root !== null))
    if (named.size === 1) return [...named][0]!
    if (named.size === 0 && phone !== '') {
      const same = [...(byPhone.get(phoneDigits(phone)) ?? [])].filter(([, names]) => names.has(squeezed(name)))
      if (same.length === 1) return same[0]![0]
    }
    const rest = requests.filter((row) => linked(row) === null).map((row) => book.cases[row]!)
    return rest.reduce((least, id) => (least === '' || id < least ? id : least), '')
  })
  return (id) => {
    const row = rowOf.get(id)
    if (row === undefined || !requesters[row]) return null
    const unit = linked(row) ?? unitOfGroup[known.personOf[row]!] ?? ''
    return unit === '' || left.has(unit) ? null : unit
  }
}

/**
 * Who a drawn id is today, so that two of them which turned out to be one person are not counted twice: the root of a merge;
 * of somebody known from requests alone the resident whom the case names by now.
 */
export function personNow(book: Book, unit: string): string {
  const groups = personGroupsOf(book)
  if (unit.startsWith('person:')) return groups.rootOf(unit)
  if (!unit.startsWith('case:')) return unit
  const person = textOf(book.replica.entities.get(unit), 'person')
  return person ? groups.rootOf(person) : unit
}
