/** Ranking and gaps out of a book: what the desk and `linwu` answer with. The directory is read anew only when it changed. */
import type { CaseFile } from '../case-file/case-file.ts'
import { balanceOf } from '../agreement/ledger.ts'
import type { Day, Moment } from '../lib/time.ts'
import { personCard, type PersonMergeFields } from '../person/fields.ts'
import { mergedPerson, personGroups } from '../person/merged-people.ts'
import { gapsOf, whoSayTheyDo, type Doers, type Gap } from '../routing/gaps.ts'
import { readOffers, withResults, type StandingOffer } from '../routing/offers.ts'
import type { Offer, Wanted } from '../routing/offer.ts'
import { addResults, NO_RESULTS, resultsOf, type PastResults } from '../routing/past-results.ts'
import { rank, type Routing } from '../routing/ranking.ts'
import { wantedOf, type Around } from '../routing/wanted.ts'
import { entitiesOf, readCase, readEntity, type Book } from './book.ts'
import { catalogueOf } from './catalogue-of.ts'
import { ledgerIn } from './ledger-in.ts'
import { madeOf } from './made-of.ts'
import { placeTreeOf } from './place-tree-of.ts'

/** Past results of a provider; null: nothing is known of any. */
export type Results = (provider: string) => PastResults | null

/** Null while nobody has decided which kind of service the case wants. */
export function routingOf(book: Book, file: CaseFile, now: Moment, results: Results): Routing | null {
  const wanted = wantedOf(file, aroundOf(book, now), now)
  return wanted && rank(wanted, offersOf(book, now, results))
}

/** 小区 of the case; null where the tree of places does not know it. */
export function neighbourhoodOf(
  book: Book,
  { fields }: CaseFile,
): { readonly id: string; readonly name: string } | null {
  const tree = placeTreeOf(book)
  const id = fields.placeId || tree.findByWords(fields.place ?? '')
  const found = id ? tree.pathOf(id).find(({ kind }) => kind === 'neighbourhood') : undefined
  return found ? { id: found.id, name: found.name } : null
}

/**
 * Every gap that was recorded, the newest first. 100,000 cases: about 10 ms to find them, then one ranking (4 ms) for each
 * different thing that is wanted; none where the directory and the day are those of the last question.
 */
export function gapsIn(book: Book, now: Moment, results: Results): Gap[] {
  const around = aroundOf(book, now)
  const doers = doersOf(book, now, results)
  const gaps: Gap[] = []
  for (const [id, acts] of book.children) {
    if (!acts.some((act) => act.startsWith('gap:'))) continue
    const file = readCase(book, id)
    if (!file) continue
    const wanted: Wanted | null = wantedOf(file, around, now)
    gaps.push(...gapsOf(file, wanted, doers))
  }
  return gaps.toSorted((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? 1 : -1))
}

/** By a walk over all cases: for `linwu`, which asks once. The desk keeps sums (desk/results-index.ts). */
export function countResults(book: Book): Map<string, PastResults> {
  const sums = new Map<string, PastResults>()
  for (const id of book.cases) {
    const file = readCase(book, id)
    if (!file) continue
    for (const [provider, one] of resultsOf(file)) sums.set(provider, addResults(sums.get(provider) ?? NO_RESULTS, one))
  }
  return sums
}

const groupsOf = madeOf('person-merge', (all) => personGroups(all as unknown as (PersonMergeFields & { id: string })[]))

function aroundOf(book: Book, now: Moment): Around {
  return {
    places: placeTreeOf(book),
    catalogue: catalogueOf(book, now),
    person(id) {
      const cards = groupsOf(book)
        .membersOf(id)
        .flatMap((one) => {
          const fields = readEntity(book, one)
          return fields ? [personCard(one, fields)] : []
        })
      return cards.length === 0 ? null : mergedPerson(cards).card
    },
  }
}

/** What offers are read from. To add one: here. */
const DIRECTORY = ['provider', 'service', 'site', 'agreement', 'reach', 'place'] as const

type Kept = {
  readonly key: string
  readonly day: Day
  readonly offers: readonly StandingOffer[]
  /** What was wanted, as JSON → who says they do it. */
  readonly doers: Map<string, readonly string[]>
}
const kept = new WeakMap<Book, Kept>()

/** 1,000 services of 200 providers: about 100 ms; read anew after a change to the directory, and every morning. */
const offersOf = (book: Book, now: Moment, results: Results): Offer[] =>
  withResults(keptOf(book, now).offers, results, (agreement) => balanceOf(ledgerIn(book), agreement))

function keptOf(book: Book, now: Moment): Kept {
  const day = now.slice(0, 10)
  const key = DIRECTORY.map((type) => book.changes.get(type) ?? 0).join(' ')
  let mine = kept.get(book)
  if (mine?.key !== key || mine.day !== day) {
    const reading = { read: (id: string) => readEntity(book, id), ids: (type: string) => entitiesOf(book, type) }
    mine = { key, day, offers: readOffers(reading, placeTreeOf(book), day), doers: new Map() }
    kept.set(book, mine)
  }
  return mine
}

/** Results and the hour only put them in order, so all are asked for one hour, and kept while directory and day stay. */
function doersOf(book: Book, now: Moment, results: Results): Doers {
  const { day, doers } = keptOf(book, now)
  let offers: readonly Offer[] | null = null
  return (wanted) => {
    const asked = { ...wanted, now: `${day}T10:00:00+08:00` }
    const key = JSON.stringify(asked)
    let found = doers.get(key)
    if (!found) doers.set(key, (found = whoSayTheyDo(rank(asked, (offers ??= offersOf(book, now, results))))))
    return found
  }
}
