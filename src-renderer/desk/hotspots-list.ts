/**
 * 热点: what repeated itself lately, out of the columns, and how much of it is usual (core/topic/hotspots.ts, named-matters.ts,
 * usual-level.ts). In steps; made again when something was saved or an hour has passed.
 */
import { entitiesOf, readCase, readEntity, userName, type Book } from '#core/book/book.ts'
import { catalogueOf } from '#core/book/catalogue-of.ts'
import { REQUEST_KINDS } from '#core/case-file/codes.ts'
import type { TwoNames } from '#core/category/category.ts'
import { mayBeOffered } from '#core/intake/join-offers.ts'
import { value } from '#core/kernel/entity.ts'
import { dayOf, momentOf } from '#core/lib/time.ts'
import { coldSuggester } from '#core/suggestion/suggest.ts'
import { dismissal, setAside, type Dismissal } from '#core/topic/dismissals.ts'
import { areaOf, HOTSPOT_PERSONS, MOST_HOTSPOTS, personsOf, placeGroups, topicOf, type Group, type Spotted } from '#core/topic/hotspots.ts' // prettier-ignore
import { namedMatters } from '#core/topic/named-matters.ts'
import { LEVEL_MS, levelOf, WINDOW_MS, type Happened, type Level } from '#core/topic/usual-level.ts'
import { categoryNames } from './category-names.ts'
import { wordAt } from './coded-words.ts'
import { inSteps } from './in-steps.ts'
import { neighbourhoodFinder, personKeyOf } from './neighbourhoods.ts'
import type { CaseRow } from './shapes.ts'
import type { DeskState } from './state.ts'
import { rowOf } from './views.ts'

/** `categoryName`: as people read the code; the words themselves in older records. */
export type HotspotRow = {
  readonly category: string
  readonly categoryName: TwoNames
  readonly place: string
  readonly words: string
  readonly cases: readonly string[]
  readonly rows: readonly CaseRow[]
  readonly persons: number
  /** Cases that nobody has classified yet: they stand here by their words. */
  readonly guessed: number
  /** A topic that some of them stand in already; the others may join it. */
  readonly topic: string | null
  readonly level: Level
}
export type SetAsideRow = Dismissal & { readonly byName: string }
export type Hotspots = { readonly spots: readonly HotspotRow[]; readonly setAside: readonly SetAsideRow[] }

const REPORT = REQUEST_KINDS.indexOf('report')
const HOUR_MS = 3_600_000
const kept = new WeakMap<Book, { readonly key: string; readonly made: Promise<Hotspots> }>()

/** `now`: epoch ms. */
export function hotspotsOf(state: DeskState, now: number): Promise<Hotspots> {
  const key = `${state.table.revision} ${state.book.replica.revision} ${Math.floor(now / HOUR_MS)}`
  const before = kept.get(state.book)
  if (before?.key === key) return before.made
  const made = inSteps(find(state, now))
  kept.set(state.book, { key, made })
  return made
}

/** Rows between two breaths: reading one takes about 10 µs. */
const ROWS = 50

function* find(state: DeskState, now: number): Generator<void, Hotspots> {
  const { table, book } = state
  const catalogue = catalogueOf(book, momentOf(now))
  const suggester = coldSuggester(catalogue)
  const dismissals = [...entitiesOf(book, 'hotspot-dismissal')].map((id) => dismissal(id, readEntity(book, id) ?? {}))
  const aside = setAside(dismissals)
  const neighbourhood = neighbourhoodFinder(state)
  const count = table.count
  const wordsOf = (row: number) => {
    const entity = book.replica.entities.get(table.id[row]!)
    const text = (field: string): string => (entity && (value(entity, field) as string | undefined)) || ''
    return { title: text('title'), text: text('text'), place: text('place') }
  }
  /** Likely by its words; only what the suggestion is fairly sure of. */
  const guess = ({ title, text }: { readonly title: string; readonly text: string }): string => {
    const [leaf] = suggester.suggest(title, text).leaves
    return leaf && leaf.sure !== 'low' ? leaf.code : ''
  }
  /** Addresses repeat. */
  const areas = new Map<string, string>()
  const placeOf = (row: number, typed: string): string => {
    const known = neighbourhood(row).name
    if (known || typed === '') return known
    const area = areas.get(typed) ?? areaOf(typed)
    areas.set(typed, area)
    return area
  }

  const spotted: Spotted[] = []
  let since = now
  let done = 0
  for (let row = 0; row < count; row++) {
    const at = table.received[row]!
    if (at > 0 && at < since) since = at
    if (now - at > WINDOW_MS || at > now || table.requestKind[row] === REPORT || aside.has(table.id[row]!)) continue
    if (++done % ROWS === 0) yield
    const said = wordsOf(row)
    const category = wordAt(table.words.category, row) ?? ''
    spotted.push({
      id: table.id[row]!,
      category: category || guess(said),
      guessed: category === '',
      place: placeOf(row, said.place),
      person: personKeyOf(state, row),
      topics: (wordAt(table.words.joined, row) ?? '').split(' ').filter((id) => id.startsWith('topic:')),
      title: said.title,
      text: said.text,
    })
  }
  yield
  const { groups, left } = placeGroups(spotted)
  const vocabulary = (category: string): readonly string[] => {
    const leaf = catalogue.leaf(category)
    return leaf ? [...leaf.words.replaceAll('?', '').split(' '), ...leaf.name.zh.split('与')].filter((word) => word.length > 1) : [] // prettier-ignore
  }
  const matters = yield* namedMatters(left, vocabulary)
  const offered: Group[] = []
  for (const group of [...groups, ...matters]) {
    yield
    if (topicOf(group) === 'all') continue
    const cases = group.cases.filter(({ id }) => {
      const file = readCase(book, id)
      return file !== null && mayBeOffered(file)
    })
    if (personsOf(cases) >= HOTSPOT_PERSONS) offered.push({ ...group, cases })
  }

  const byPlace = new Map<string, Happened[]>()
  const places = new Set<string>()
  const named: { readonly group: Group; readonly happened: Happened[] }[] = []
  for (const group of offered) {
    if (group.words !== '') named.push({ group, happened: [] })
    else byPlace.set(`${group.category}\n${group.place}`, [])
    places.add(group.place)
  }
  if (offered.length > 0)
    for (let row = 0; row < count; row++) {
      const at = table.received[row]!
      if (now - at > LEVEL_MS || at > now || table.requestKind[row] === REPORT) continue
      if (++done % ROWS === 0) yield
      const said = wordsOf(row)
      const decided = wordAt(table.words.category, row) ?? ''
      const place = placeOf(row, said.place)
      const note = (happened: Happened[] | undefined): void =>
        void happened?.push({ person: personKeyOf(state, row), at })
      if (byPlace.size > 0 && places.has(place)) note(byPlace.get(`${decided || guess(said)}\n${place}`))
      for (const { group, happened } of named) {
        const isIts = (group.category === '' || decided === '' || decided === group.category) && (group.place === '' || place === '' || place === group.place) // prettier-ignore
        if (isIts && (said.title.includes(group.words) || said.text.includes(group.words))) note(happened)
      }
    }

  const nameOf = categoryNames(state, dayOf(momentOf(now)))
  const spots = offered.map((group): HotspotRow => {
    const past = group.words === '' ? byPlace.get(`${group.category}\n${group.place}`) : named.find((one) => one.group === group)?.happened // prettier-ignore
    const own = group.cases.map(({ id, person }) => ({ person, at: table.received[table.rowOf.get(id)!] ?? now }))
    const topic = topicOf(group)
    return {
      category: group.category,
      categoryName: nameOf(group.category),
      place: group.place,
      words: group.words,
      cases: group.cases.map(({ id }) => id),
      rows: group.cases.flatMap(({ id }) => {
        const row = table.rowOf.get(id)
        return row === undefined ? [] : [rowOf(state, row)]
      }),
      persons: personsOf(group.cases),
      guessed: group.cases.filter(({ guessed }) => guessed).length,
      topic: topic === 'all' ? null : topic,
      // Its own cases count whatever they are called.
      level: levelOf([...own, ...(past ?? [])], now, since),
    }
  })
  return {
    spots: spots.toSorted((a, b) => b.level.score - a.level.score || b.persons - a.persons || (a.cases[0]! < b.cases[0]! ? -1 : 1)).slice(0, MOST_HOTSPOTS), // prettier-ignore
    setAside: dismissals.filter(({ restored }) => !restored).map((one) => ({ ...one, byName: userName(book, one.by) })).toSorted((a, b) => (a.at < b.at ? 1 : -1)), // prettier-ignore
  }
}
